using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Probe.Kernel;

namespace Probe.Commands;

/// <summary>One thing known of a process, or why it is not.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What is known; empty where there is none.</param>
/// <param name="Missing">The right without which it can't be known; null where it is known.</param>
internal sealed record InspectedFact(string Name, string Value, string? Missing = null);

/// <summary>Facts of one kind.</summary>
internal sealed record InspectedSection(string Name, ImmutableArray<InspectedFact> Facts);

/// <summary>Everything the kernel tells of one process.</summary>
/// <remarks>Sources: the files of <c>/proc/PID</c> and its links. The command line and the environment are read only when asked for.</remarks>
internal sealed class ProcessInspection(IKernelSource kernel, int pid)
{
    private const string Trace = "CAP_SYS_PTRACE", TraceAndRead = "CAP_SYS_PTRACE, CAP_DAC_READ_SEARCH";

    private static readonly string[] s_capabilitySets = ["CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb"];

    private readonly KernelBuffer _text = new();
    private readonly Dictionary<string, string> _status = [];

    /// <summary>Reads it all.</summary>
    /// <param name="withCommandLine">The command line as well, without what looks like a secret.</param>
    /// <param name="withEnvironment">The environment as well, likewise.</param>
    /// <returns>Null where there is no such process.</returns>
    public ImmutableArray<InspectedSection>? Read(bool withCommandLine, bool withEnvironment)
    {
        if (!TryRead("status", out string status))
            return null;
        foreach (string line in status.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                _status.TryAdd(line[..colon], line[(colon + 1)..].Trim());
        }

        ImmutableArray<InspectedFact> descriptors = ReadLinks("fd", TraceAndRead);
        var sections = ImmutableArray.CreateBuilder<InspectedSection>();
        sections.Add(new("process", [.. ReadProcess(withCommandLine)]));
        sections.Add(new("user", [.. ReadUser()]));
        sections.Add(new("security", [.. ReadSecurity()]));
        sections.Add(new("namespaces", ReadLinks("ns", Trace)));
        sections.Add(new("limits", [.. ReadLimits()]));
        sections.Add(new("memory", [.. new MemoryMaps(Text("maps")).Summarize(Missing(Trace))]));
        sections.Add(new("descriptors", descriptors));
        sections.Add(new("sockets", [.. new SocketTexts(name => Text($"net/{name}")).Describe(descriptors)]));
        if (withEnvironment)
            sections.Add(new("environment", [.. ReadEnvironment()]));
        return sections.ToImmutable();
    }

    private IEnumerable<InspectedFact> ReadProcess(bool withCommandLine)
    {
        yield return new("pid", pid.ToString(CultureInfo.InvariantCulture));
        foreach ((string name, string key) in ((string, string)[])[("name", "Name"), ("state", "State"), ("parent", "PPid"), ("threads", "Threads")])
            yield return Status(name, key);
        yield return ReadLink("executable", "exe");
        yield return ReadLink("working directory", "cwd");
        yield return ReadLink("root", "root");
        yield return new("control group", Text("cgroup").TrimEnd('\n').Replace("\n", ", ", StringComparison.Ordinal), Missing(Trace));
        if (withCommandLine)
            yield return new("command line", kernel.TryRead(Name("cmdline"), _text) ? CommandLineText.Scrub(_text.Span) : "", Missing(Trace));
    }

    private IEnumerable<InspectedFact> ReadUser()
    {
        foreach ((string kind, string key) in ((string, string)[])[("user", "Uid"), ("group", "Gid")])
        {
            string[] ids = _status.GetValueOrDefault(key, "").Split('\t', StringSplitOptions.RemoveEmptyEntries);
            foreach ((int i, string role) in ((string[])["real", "effective", "saved", "file system"]).Index())
                yield return new($"{role} {kind}", ids.ElementAtOrDefault(i) ?? "");
        }

        yield return Status("groups", "Groups");
    }

    private IEnumerable<InspectedFact> ReadSecurity()
    {
        foreach ((string set, string title) in s_capabilitySets.Zip(["effective", "permitted", "inheritable", "bounding", "ambient"]))
        {
            bool isKnown = ulong.TryParse(_status.GetValueOrDefault(set), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong mask);
            yield return new($"{title} capabilities", isKnown ? string.Join(", ", Rights.NamesOf(mask)) : "");
        }

        yield return new("no new privileges", _status.GetValueOrDefault("NoNewPrivs") switch { "1" => "yes", "0" => "no", _ => "" });
        yield return new("seccomp", _status.GetValueOrDefault("Seccomp") switch { "0" => "off", "1" => "strict", "2" => "filter", _ => "" });
        yield return Status("seccomp filters", "Seccomp_filters");
    }

    /// <summary>A line each: a name, padded to 26 columns, the two limits, and mostly a unit.</summary>
    private IEnumerable<InspectedFact> ReadLimits()
    {
        string text = Text("limits");
        if (Missing(Trace) is { } right)
            yield return new("limits", "", right);
        foreach (string line in text.Split('\n').Skip(1).Where(l => l.Length > 26))
        {
            string[] words = line[26..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 2)
                yield return new(line[..26].TrimEnd(), $"{words[0]} of {words[1]} {words.ElementAtOrDefault(2)}".TrimEnd());
        }
    }

    private IEnumerable<InspectedFact> ReadEnvironment()
    {
        if (!Environment.IsPrivilegedProcess)
            return [new("environment", "", "root")];
        if (!kernel.TryRead(Name("environ"), _text))
            return [new("environment", "", Missing(TraceAndRead))];
        return CommandLineText.Words(_text.Span).Select(v => v.IndexOf('=', StringComparison.Ordinal) is > 0 and int at
            ? new InspectedFact(v[..at], CommandLineText.ScrubWord(v)[(at + 1)..])
            : new InspectedFact(v, ""));
    }

    private ImmutableArray<InspectedFact> ReadLinks(string folder, string right)
    {
        var names = new KernelBuffer();
        if (!kernel.TryList(Name(folder), names))
            return names.Refusal == Refusal.Denied ? [new(folder, "", right)] : [];
        var links = new List<InspectedFact>();
        var list = new KernelNames(names.Span);
        while (list.TryRead(out ReadOnlySpan<byte> name))
        {
            string text = Encoding.UTF8.GetString(name);
            links.Add(ReadLink(text, $"{folder}/{text}"));
        }

        return [.. links.OrderBy(l => int.TryParse(l.Name, out int number) ? number : int.MaxValue).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }

    private InspectedFact ReadLink(string title, string file) => kernel.TryRead(Encoding.UTF8.GetBytes($"/readlink/proc/{pid}/{file}"), _text)
        ? new(title, Encoding.UTF8.GetString(_text.Span).TrimEnd('\0'))
        : new(title, "", Missing(Trace));

    private InspectedFact Status(string title, string key) => new(title, _status.GetValueOrDefault(key, ""));

    private string Text(string file) => TryRead(file, out string text) ? text : "";

    private bool TryRead(string file, out string text)
    {
        bool given = kernel.TryRead(Name(file), _text);
        text = Encoding.UTF8.GetString(_text.Span);
        return given;
    }

    /// <summary>The right, where the last read was refused for want of it.</summary>
    private string? Missing(string right) => _text.Refusal == Refusal.Denied ? right : null;

    private byte[] Name(string file) => Encoding.UTF8.GetBytes($"/proc/{pid}/{file}");
}
