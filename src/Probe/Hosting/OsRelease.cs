namespace Probe.Hosting;

/// <summary>The fields of an os-release file, which are written as a shell's assignments; see os-release(5).</summary>
internal static class OsRelease
{
    public static Dictionary<string, string> Parse(string text)
    {
        var fields = new Dictionary<string, string>();
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            int equals = line.IndexOf('=');
            if (equals > 0 && line[0] != '#')
                fields[line[..equals]] = Unquote(line[(equals + 1)..]);
        }

        return fields;
    }

    private static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] is not ('"' or '\'') || value[^1] != value[0])
            return value;
        string inner = value[1..^1];
        return value[0] == '\'' ? inner : inner.Replace("\\\"", "\"").Replace("\\$", "$").Replace("\\`", "`").Replace("\\\\", "\\");
    }
}
