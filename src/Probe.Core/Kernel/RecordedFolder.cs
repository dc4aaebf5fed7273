using System.Globalization;
using System.Text;
using System.Text.Json;
using Probe.Collection;
using Probe.Kernel.Interop;
using Probe.Metrics;

namespace Probe.Kernel;

/// <summary>Writes and reads the folder of a recorded host, whose layout <see cref="RecordedHost"/> tells.</summary>
internal static class RecordedFolder
{
    private const string FactsFile = "host.json", KernelFolder = "kernel", ListFile = ".list", SelfFile = ".self";

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FactsFile));

    public static void Write(string folder, HostFacts host, Timestamp time,
        Dictionary<byte[], RecordedAnswer> bytes, Dictionary<byte[], RecordedAnswer> listings)
    {
        string kernel = Path.Combine(folder, KernelFolder);
        Directory.CreateDirectory(kernel);
        foreach ((byte[] name, RecordedAnswer listing) in listings)
        {
            if (listing.Refusal == Refusal.None)
                WriteFile(Path.Combine(PathOf(kernel, name), ListFile), [.. listing.Bytes.Select(b => b == 0 ? (byte)'\n' : b)]);
        }

        // Longest names first, so that a name with names below it finds a folder in its place.
        foreach ((byte[] name, RecordedAnswer answer) in bytes.OrderByDescending(b => b.Key.Length))
        {
            string path = PathOf(kernel, name);
            if (answer.Refusal == Refusal.None)
                WriteFile(Directory.Exists(path) ? Path.Combine(path, SelfFile) : path, answer.Bytes);
        }

        WriteFacts(folder, host, time, bytes.Concat(listings).Where(a => a.Value.Refusal != Refusal.None));
    }

    public static RecordedHost Read(string folder)
    {
        var bytes = new Dictionary<byte[], RecordedAnswer>(ByteNames.Comparer);
        var listings = new Dictionary<byte[], RecordedAnswer>(ByteNames.Comparer);
        ReadTree(Path.Combine(folder, KernelFolder), "", bytes, listings);
        string file = Path.Combine(folder, FactsFile);
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = json.RootElement;
            ReadRefusals(root, bytes, listings);
            var facts = new HostFacts(ReadTime(root, "boot"), root.GetProperty("clockTick").GetDouble(), root.GetProperty("pageSize").GetInt32());
            return new RecordedHost(new RecordedKernelSource(bytes, listings), facts, ReadTime(root, "time"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{file}: expected the facts of a recorded host: {e.Message}", e);
        }
    }

    private static string PathOf(string kernel, byte[] name)
    {
        string text = Encoding.UTF8.GetString(name).Trim('/');
        if (text.Length == 0)
            return kernel;
        if (text.Split('/').Any(part => part is "" or "." or ".." or ListFile or SelfFile))
            throw new IOException($"{Encoding.UTF8.GetString(name)}: expected a name that can be a file below {kernel}.");
        return Path.Combine(kernel, text);
    }

    private static void WriteFile(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private static void WriteFacts(string folder, HostFacts host, Timestamp time, IEnumerable<KeyValuePair<byte[], RecordedAnswer>> refused)
    {
        using FileStream file = File.Create(Path.Combine(folder, FactsFile));
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("boot", host.Boot.ToDateTimeOffset().UtcDateTime);
        json.WriteNumber("clockTick", host.ClockTick);
        json.WriteNumber("pageSize", host.PageSize);
        json.WriteString("time", time.ToDateTimeOffset().UtcDateTime);
        json.WriteStartObject("refused");
        foreach ((string name, int errno) in refused.Select(r => (Encoding.UTF8.GetString(r.Key), r.Value.Errno))
            .DistinctBy(r => r.Item1).OrderBy(r => r.Item1, StringComparer.Ordinal))
            json.WriteNumber(name, errno);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void ReadTree(string path, string name, Dictionary<byte[], RecordedAnswer> bytes, Dictionary<byte[], RecordedAnswer> listings)
    {
        if (!Directory.Exists(path))
            return;
        var below = new StringBuilder();
        string? listing = null;
        foreach (string entry in Directory.GetFileSystemEntries(path).Order(StringComparer.Ordinal))
        {
            string leaf = Path.GetFileName(entry);
            if (leaf == ListFile)
            {
                listing = File.ReadAllText(entry).Replace('\n', '\0');
                continue;
            }

            if (leaf == SelfFile)
            {
                bytes[Encoding.UTF8.GetBytes(name)] = Given(File.ReadAllBytes(entry));
                continue;
            }

            below.Append(leaf).Append('\0');
            if (Directory.Exists(entry))
                ReadTree(entry, $"{name}/{leaf}", bytes, listings);
            else
                bytes[Encoding.UTF8.GetBytes($"{name}/{leaf}")] = Given(File.ReadAllBytes(entry));
        }

        listings[Encoding.UTF8.GetBytes(name.Length == 0 ? "/" : name)] = Given(Encoding.UTF8.GetBytes(listing ?? below.ToString()));
    }

    private static void ReadRefusals(JsonElement root, Dictionary<byte[], RecordedAnswer> bytes, Dictionary<byte[], RecordedAnswer> listings)
    {
        if (!root.TryGetProperty("refused", out JsonElement refused))
            return;
        foreach (JsonProperty property in refused.EnumerateObject())
        {
            int errno = property.Value.GetInt32();
            Refusal refusal = errno switch
            {
                Libc.EACCES or Libc.EPERM => Refusal.Denied,
                Libc.ETIMEDOUT => Refusal.Stalled,
                _ => Refusal.Absent,
            };
            var answer = new RecordedAnswer([], refusal, errno);
            bytes.TryAdd(Encoding.UTF8.GetBytes(property.Name), answer);
            listings.TryAdd(Encoding.UTF8.GetBytes(property.Name), answer);
        }
    }

    private static RecordedAnswer Given(byte[] bytes) => new(bytes, Refusal.None, 0);

    private static Timestamp ReadTime(JsonElement root, string name) =>
        Timestamp.From(DateTimeOffset.Parse(root.GetProperty(name).GetString() ?? "", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal));
}
