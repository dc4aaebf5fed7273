using System.Runtime.InteropServices;

namespace Probe.Hosting.Interop;

/// <summary>The C library of a Unix, as far as a daemon's own life goes.</summary>
internal static unsafe partial class Libc
{
    public const int StandardError = 2;
    public const int GetDescriptorFlags = 1;        // F_GETFD
    public const int CloseOnExec = 1;               // FD_CLOEXEC
    public const short Writable = 4;                // POLLOUT

    public const int DontNeed = 4;                  // MADV_DONTNEED of Linux

    /// <summary>What poll(2) is asked about one descriptor.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollRequest
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    /// <summary>poll(2).</summary>
    [LibraryImport("libc", EntryPoint = "poll")]
    public static partial int Poll(PollRequest* requests, nuint count, int timeoutMs);

    /// <summary>write(2).</summary>
    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* bytes, nint count);

    /// <summary>fcntl(2), for commands without an argument.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl")]
    public static partial int Control(int descriptor, int command);

    /// <summary>madvise(2).</summary>
    [LibraryImport("libc", EntryPoint = "madvise")]
    public static partial int Advise(void* start, nuint length, int advice);

    /// <summary>_exit(2): ends the process at once, without waiting for any thread.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void Exit(int code);
}
