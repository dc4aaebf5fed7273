using System.Text;
using System.Text.Json;

namespace Probe.Configuration;

/// <summary>Reads a settings file: JSON with comments and trailing commas, each value with the line it stands on.</summary>
internal static class SettingsFile
{
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly JsonReaderOptions s_options = new()
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16,
    };

    /// <summary>Reads the file's values in order.</summary>
    public static List<RawSetting> Read(string path, List<SettingError> errors)
    {
        var settings = new List<RawSetting>();
        try
        {
            Parse(path, ReadBytes(path), settings, errors);
        }
        catch (JsonException e)
        {
            errors.Add(new SettingError(At(path, (int)(e.LineNumber ?? 0) + 1), "", $"not valid JSON: {Reason(e)}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.Add(new SettingError(new SettingOrigin(SettingLayer.File, path), "", $"cannot be read: {e.Message}"));
        }

        return settings;
    }

    private static byte[] ReadBytes(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var bytes = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (bytes.Length <= MaxBytes && file.Read(chunk) is > 0 and var read)
            bytes.Write(chunk, 0, read);
        return bytes.Length <= MaxBytes ? bytes.ToArray() : throw new IOException($"it is larger than {MaxBytes / 1024 / 1024} MiB.");
    }

    private static void Parse(string path, byte[] bytes, List<RawSetting> settings, List<SettingError> errors)
    {
        ReadOnlySpan<byte> json = bytes;
        if (json.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(json, s_options);
        var lines = new LineCounter(json);
        var seen = new Dictionary<string, SettingOrigin>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<(string Path, int Next)>();
        string key = "";
        while (reader.Read())
        {
            int line = lines.LineAt((int)reader.TokenStartIndex);
            SettingOrigin origin = At(path, line);
            if (open.Count == 0 && reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException("expected an object.", null, line - 1, 0);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = Join(open.Peek().Path, ReadString(ref reader, line));
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
            }

            string here = Place(open, key);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push((here, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
                continue;
            }

            if (reader.TokenType == JsonTokenType.Null)
                continue;
            if (!seen.TryAdd(here, origin))
                errors.Add(new SettingError(origin, here, $"stated before, at {seen[here]}."));
            settings.Add(new RawSetting(here, Text(ref reader, line), origin));
        }
    }

    private static string Place(Stack<(string Path, int Next)> open, string key)
    {
        if (!open.TryPeek(out (string Path, int Next) parent) || parent.Next < 0)
            return key;
        open.Pop();
        open.Push((parent.Path, parent.Next + 1));
        return $"{parent.Path}:{parent.Next}";
    }

    private static string Text(ref Utf8JsonReader reader, int line) => reader.TokenType switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => ReadString(ref reader, line),
    };

    private static string ReadString(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("expected text in UTF-8, without half characters.", null, line - 1, 0);
        }
    }

    private static string Join(string section, string name) => section.Length == 0 ? name : $"{section}:{name}";

    private static SettingOrigin At(string path, int line) => new(SettingLayer.File, $"{path}:{line}");

    // The reader's own text ends with a place that we say better.
    private static string Reason(JsonException e)
    {
        int place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? e.Message : e.Message[..place];
    }

    /// <summary>Counts lines as offsets come, in order.</summary>
    private ref struct LineCounter(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _offset;
        private int _line = 1;

        public int LineAt(int offset)
        {
            _line += _text[_offset..offset].Count((byte)'\n');
            _offset = offset;
            return _line;
        }
    }
}
