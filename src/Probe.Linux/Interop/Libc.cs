using System.Runtime.InteropServices;

namespace Probe.Linux.Interop;

/// <summary>libc, as Linux has it.</summary>
internal static partial class Libc
{
    public const int EPERM = 1, EACCES = 13;

    /// <summary><c>O_CLOEXEC</c>.</summary>
    public const int CloseOnExec = 0x80000;

    /// <summary><c>O_PATH</c>: a handle on a place, that reads nothing and mounts nothing.</summary>
    public const int PathOnly = 0x200000;

    /// <summary><c>AT_EMPTY_PATH</c>: the descriptor itself.</summary>
    public const int EmptyPath = 0x1000;

    /// <summary><c>AT_FDCWD</c>: paths are looked up as any program does.</summary>
    public const int CurrentFolder = -100;

    /// <summary><c>STATX_SIZE</c>.</summary>
    public const uint WantSize = 0x200;

    /// <summary><c>POLLPRI</c>: something changed that is not plain data.</summary>
    public const short PollPriority = 0x2;

    /// <summary><c>_SC_CLK_TCK</c>: ticks of the accounting clock in a second.</summary>
    public const int ClockTicks = 2;

    /// <summary><c>_SC_PAGESIZE</c>: bytes in a page.</summary>
    public const int PageSize = 30;

    /// <summary><c>CLOCK_REALTIME</c>: the wall clock.</summary>
    public const int RealTime = 0;

    /// <summary><c>CLOCK_BOOTTIME</c>: time since boot, suspended time included.</summary>
    public const int BootTime = 7;

    /// <summary><c>O_RDONLY | O_NONBLOCK | O_CLOEXEC</c>.</summary>
    public const int ReadWithoutWaiting = 0x80800;

    /// <summary>Error numbers: EPERM, EINTR, EAGAIN, EACCES, EPIPE.</summary>
    public const int NotPermitted = 1, Interrupted = 4, WouldBlock = 11, NoAccess = 13, Overtaken = 32;

    /// <summary>read(2).</summary>
    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static unsafe partial nint Read(int descriptor, byte* buffer, nint count);

    /// <summary>sysconf(3).</summary>
    [LibraryImport("libc", EntryPoint = "sysconf")]
    public static partial nint GetConfiguration(int name);

    /// <summary>open(2). Pass a path ending in NUL.</summary>
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    public static unsafe partial int Open(byte* path, int flags);

    /// <summary>close(2).</summary>
    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    /// <summary>poll(2).</summary>
    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref PollDescriptor descriptors, nuint count, int timeoutMs);

    /// <summary>fstatfs(2).</summary>
    [LibraryImport("libc", EntryPoint = "fstatfs", SetLastError = true)]
    public static partial int StatFilesystem(int descriptor, out StatFs space);

    /// <summary>statx(2); of its answer the device is always given, the rest where it is wanted.</summary>
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    public static unsafe partial int StatFile(int descriptor, byte* path, int flags, uint wanted, out StatX state);

    /// <summary>readlink(2); no NUL is written behind the target.</summary>
    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = true)]
    public static unsafe partial nint ReadLink(byte* path, byte* target, nint size);

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

/// <summary>struct pollfd.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollDescriptor
{
    public int Descriptor;
    public short Events;
    public short Returned;
}
