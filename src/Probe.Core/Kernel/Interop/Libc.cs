using System.Runtime.InteropServices;

namespace Probe.Kernel.Interop;

/// <summary>The C library of a Unix, as far as files go.</summary>
/// <remarks>
/// Plain calls of plain types. Who is answered less than 0 asks <see cref="Marshal.GetLastSystemError"/> for the reason, before any other call.
/// </remarks>
internal static unsafe partial class Libc
{
    public const int ReadOnly = 0;
    public const int NonBlocking = 0x800;       // Linux: opening a FIFO must not wait for its writer
    public const int CloseOnExec = 0x80000;
    public const int Directory = 0x10000;

    public const int EPERM = 1, ENOENT = 2, ESRCH = 3, EINTR = 4, ENXIO = 6, EBADF = 9, EAGAIN = 11, EACCES = 13,
        ENODEV = 19, ENOTDIR = 20, EISDIR = 21, EINVAL = 22, ESPIPE = 29, ENODATA = 61, EOPNOTSUPP = 95, ENOTCONN = 107, ETIMEDOUT = 110, ESTALE = 116;

    /// <summary><c>RLIMIT_NOFILE</c> of Linux.</summary>
    public const int OpenFiles = 7;

    /// <summary>open(2). Pass a name ending in NUL.</summary>
    [LibraryImport("libc", EntryPoint = "open")]
    public static partial int Open(byte* path, int flags, int mode);

    /// <summary>pread(2).</summary>
    [LibraryImport("libc", EntryPoint = "pread")]
    public static partial nint ReadAt(int descriptor, byte* buffer, nint count, long offset);

    /// <summary>close(2).</summary>
    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    /// <summary>getdents64(2), in glibc since 2.30 and in musl as an alias.</summary>
    [LibraryImport("libc", EntryPoint = "getdents64")]
    public static partial nint ReadDirectory(int descriptor, byte* buffer, nint count);

    /// <summary>getrlimit(2).</summary>
    [LibraryImport("libc", EntryPoint = "getrlimit")]
    public static partial int GetLimit(int resource, out ResourceLimit limit);
}

/// <summary>struct rlimit.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ResourceLimit
{
    public ulong Soft;
    public ulong Hard;
}
