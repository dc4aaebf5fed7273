using System.Runtime.InteropServices;

namespace Probe.Linux.Interop;

/// <summary>libc, as Linux has it.</summary>
internal static partial class Libc
{
    /// <summary><c>_SC_CLK_TCK</c>: ticks of the accounting clock in a second.</summary>
    public const int ClockTicks = 2;

    /// <summary><c>_SC_PAGESIZE</c>: bytes in a page.</summary>
    public const int PageSize = 30;

    /// <summary><c>CLOCK_REALTIME</c>: the wall clock.</summary>
    public const int RealTime = 0;

    /// <summary><c>CLOCK_BOOTTIME</c>: time since boot, suspended time included.</summary>
    public const int BootTime = 7;

    /// <summary>sysconf(3).</summary>
    [LibraryImport("libc", EntryPoint = "sysconf")]
    public static partial nint GetConfiguration(int name);

    /// <summary>clock_gettime(2).</summary>
    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    public static partial int GetTime(int clock, out TimeSpec time);

    /// <summary>adjtimex(2).</summary>
    [LibraryImport("libc", EntryPoint = "adjtimex", SetLastError = true)]
    public static partial int AdjustTime(ref Timex time);
}

/// <summary>struct timespec.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TimeSpec
{
    public long Seconds;
    public long Nanoseconds;

    /// <summary>All of it in nanoseconds.</summary>
    public readonly long TotalNanoseconds => Seconds * 1_000_000_000 + Nanoseconds;
}
