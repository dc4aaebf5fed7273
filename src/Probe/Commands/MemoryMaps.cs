using System.Globalization;

namespace Probe.Commands;

/// <summary>The text of <c>/proc/PID/maps</c> in a few numbers; see proc_pid_maps(5).</summary>
internal sealed class MemoryMaps(string text)
{
    /// <summary>How much is mapped of what.</summary>
    /// <param name="missing">The right without which the text could not be read.</param>
    public IEnumerable<InspectedFact> Summarize(string? missing)
    {
        if (missing is not null)
            return [new("maps", "", missing)];
        var maps = text.Split('\n').Select(Parse).OfType<(string Kind, string Path, long Size)>().ToList();
        return
        [
            new("maps", maps.Count.ToString(CultureInfo.InvariantCulture)),
            new("files mapped", maps.Where(m => m.Kind == "files").Select(m => m.Path).Distinct().Count().ToString(CultureInfo.InvariantCulture)),
            .. maps.GroupBy(m => m.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
                new InspectedFact($"{g.Key} bytes", g.Sum(m => m.Size).ToString(CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>A line: addresses, rights, offset, device, inode, and mostly what is mapped.</summary>
    private static (string Kind, string Path, long Size)? Parse(string line)
    {
        string[] words = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        string[] ends = words.Length < 5 ? [] : words[0].Split('-');
        if (ends.Length != 2 || !TryParse(ends[0], out ulong from) || !TryParse(ends[1], out ulong to) || to < from)
            return null;
        string path = words.ElementAtOrDefault(5)?.TrimEnd() ?? "";
        string kind = path.Length == 0 || path.StartsWith("[anon", StringComparison.Ordinal) ? "anonymous"
            : path[0] == '/' ? "files" : path.Trim('[', ']').Split(':')[0];
        return (kind, path, (long)(to - from));
    }

    private static bool TryParse(string text, out ulong address) =>
        ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out address);
}
