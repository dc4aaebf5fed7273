using Probe.Kernel;
using Probe.Linux.Interop;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>When the machine booted: the start of its counters.</summary>
internal static class BootClock
{
    // btime is cut to whole seconds, and the wall clock may be slewed between the two readings.
    private const long Agreement = 2_000_000_000;

    /// <summary>The boot time that <c>/proc/stat</c> tells, in whole seconds; null where it tells none.</summary>
    public static Timestamp? ReadBootTime(IKernelSource kernel)
    {
        var text = new KernelBuffer();
        if (!kernel.TryRead("/proc/stat"u8, text))
            return null;
        var stat = new FieldReader(text.Span, "/proc/stat");
        while (stat.TryReadLine(out FieldReader line))
        {
            if (line.TrySkip("btime "u8) && line.TryReadCount(out long seconds) && seconds is > 0 and < long.MaxValue / 1_000_000_000)
                return new Timestamp(seconds * 1_000_000_000);
        }

        return null;
    }

    /// <summary>The same moment to the nanosecond by our own clocks, where they agree with it; a time namespace may make them disagree.</summary>
    public static Timestamp Refine(Timestamp boot)
    {
        if (Libc.GetTime(Libc.RealTime, out TimeSpec now) != 0 || Libc.GetTime(Libc.BootTime, out TimeSpec sinceBoot) != 0)
            return boot;
        var exact = new Timestamp(now.TotalNanoseconds - sinceBoot.TotalNanoseconds);
        return Math.Abs(exact.UnixNanoseconds - boot.UnixNanoseconds) <= Agreement ? exact : boot;
    }
}
