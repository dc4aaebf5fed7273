using System.Globalization;

namespace Probe.Commands;

/// <summary>Rights that collectors need, and how an operator gives them.</summary>
internal static class Rights
{
    private const string CapabilityPrefix = "CAP_";

    // In the order of their numbers; see capabilities(7).
    private static readonly string[] s_capabilities =
    [
        "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP", "LINUX_IMMUTABLE", "NET_BIND_SERVICE",
        "NET_BROADCAST", "NET_ADMIN", "NET_RAW", "IPC_LOCK", "IPC_OWNER", "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT", "SYS_PTRACE", "SYS_PACCT", "SYS_ADMIN",
        "SYS_BOOT", "SYS_NICE", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD", "LEASE", "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP", "MAC_OVERRIDE",
        "MAC_ADMIN", "SYSLOG", "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ", "PERFMON", "BPF", "CHECKPOINT_RESTORE",
    ];

    /// <summary>The rights this process has beyond those of an ordinary one, in words.</summary>
    public static string OfProcess()
    {
        if (!OperatingSystem.IsLinux())
            return Environment.IsPrivilegedProcess ? "with root's rights" : "without special rights";
        string? line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("CapEff:", StringComparison.Ordinal));
        return ulong.TryParse(line?["CapEff:".Length..].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong mask)
            ? InWords(mask) : "with rights unknown";
    }

    /// <summary>A mask of capabilities in words.</summary>
    public static string InWords(ulong mask)
    {
        string[] missing = [.. s_capabilities.Where((_, i) => (mask & 1UL << i) == 0)];
        if (missing.Length == s_capabilities.Length)
            return "without special rights";
        if (missing.Length == 0)
            return "with all rights";
        return missing.Length <= s_capabilities.Length / 2
            ? $"with all rights but {string.Join(", ", missing.Select(c => CapabilityPrefix + c))}"
            : $"with {string.Join(", ", s_capabilities.Except(missing).Select(c => CapabilityPrefix + c))}";
    }

    /// <summary>The capabilities in a mask, by name.</summary>
    public static IEnumerable<string> NamesOf(ulong mask) => s_capabilities.Where((_, i) => (mask & 1UL << i) != 0).Select(c => CapabilityPrefix + c);

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
