namespace Probe.Commands;

/// <summary>Rights that collectors need, and how an operator gives them.</summary>
internal static class Rights
{
    private const string CapabilityPrefix = "CAP_";

    /// <summary>The command that gives this program a right.</summary>
    public static string Cure(string right)
    {
        string[] capabilities = [.. right.Split([',', ' ', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(r => r.StartsWith(CapabilityPrefix, StringComparison.Ordinal))];
        if (capabilities.Length == 0)
            return "run it as root";

        // Rights given to the file of a runtime would be rights of every program it runs.
        return Build.IsNative
            ? $"sudo setcap {string.Join(',', capabilities).ToLowerInvariant()}+ep {Environment.ProcessPath}"
            : $"run it as root, or as a service with AmbientCapabilities={string.Join(' ', capabilities)}";
    }
}
