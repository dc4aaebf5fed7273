using System.Globalization;

namespace Probe.EndToEndTests;

/// <summary>The kernel's text read anew and simply: an oracle that shares no code with Probe.</summary>
internal static class KernelText
{
    /// <summary>Seconds of one processor in one mode, from <c>/proc/stat</c>; hundredths are the unit on every Linux we run on.</summary>
    public static double CpuSeconds(string stat, string processor, string mode)
    {
        double[] ticks = Fields(Line(stat, l => l.StartsWith($"cpu{processor} ", StringComparison.Ordinal)))[1..].Select(Number).ToArray();
        return 0.01 * mode switch
        {
            "user" => ticks[0],
            "nice" => ticks[1],
            "system" => ticks[2],
            "idle" => ticks[3],
            "iowait" => ticks[4],
            "interrupt" => ticks[5] + ticks[6],
            "steal" => ticks[7],
            _ => throw new ArgumentException(mode),
        };
    }

    /// <summary>Bytes of one line of <c>/proc/meminfo</c>.</summary>
    public static double MemoryBytes(string meminfo, string name) =>
        1024 * Number(Fields(Line(meminfo, l => l.StartsWith(name + ":", StringComparison.Ordinal)))[1]);

    /// <summary>A field of <c>/proc/diskstats</c>, counted from 1 as the kernel's documentation does.</summary>
    public static double DiskField(string diskstats, string device, int field) =>
        Number(Fields(Line(diskstats, l => Fields(l)[2] == device))[field - 1]);

    /// <summary>A number of <c>/proc/net/dev</c>: 0 is bytes received, 8 bytes sent.</summary>
    public static double InterfaceField(string dev, string name, int field) =>
        Number(Fields(Line(dev, l => l.TrimStart().StartsWith(name + ":", StringComparison.Ordinal)).Split(':')[1])[field]);

    /// <summary>One of the three averages of <c>/proc/loadavg</c>.</summary>
    public static double Load(string loadavg, int which) => Number(Fields(loadavg)[which]);

    /// <summary>When the machine started, in whole seconds since 1970, as <c>/proc/stat</c> says.</summary>
    public static long BootSeconds(string stat) => (long)Number(Fields(Line(stat, l => l.StartsWith("btime ", StringComparison.Ordinal)))[1]);

    private static string Line(string text, Func<string, bool> which) => text.Split('\n').First(l => l.Length > 0 && which(l));

    private static string[] Fields(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
