using System.Runtime.InteropServices;
using Probe.Kernel;
using Probe.Linux.Interop;

namespace Probe.Linux;

/// <summary>How full a mounted filesystem is, by the path of its mount: <c>/statfs/var</c> is a <see cref="FilesystemState"/>.</summary>
/// <remarks>
/// The path is looked up as the first process sees it, where we may (<c>/proc/1/root</c> wants CAP_SYS_PTRACE): a service's own view has
/// private folders in it. May wait for ever: put a guard before it.
/// </remarks>
/// <param name="prefix">What comes before the path in a name.</param>
internal sealed unsafe class FilesystemCalls(string prefix) : IKernelSource
{
    private static ReadOnlySpan<byte> FirstProcessRoot => "/proc/1/root"u8;

    private readonly int _prefixLength = prefix.Length;
    private readonly bool _seesFirstProcess = CanOpen("/proc/1/root/\0"u8);

    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer)
    {
        ReadOnlySpan<byte> path = name.Length == _prefixLength ? "/"u8 : name[_prefixLength..];
        Span<byte> full = stackalloc byte[FirstProcessRoot.Length + path.Length + 1];
        int start = 0;
        if (_seesFirstProcess)
        {
            FirstProcessRoot.CopyTo(full);
            start = FirstProcessRoot.Length;
        }

        path.CopyTo(full[start..]);
        full[start + path.Length] = 0;
        int errno = Ask(full, out FilesystemState state);
        if (errno != 0)
            return buffer.Refuse(errno is Libc.EACCES or Libc.EPERM ? Refusal.Denied : Refusal.Absent, errno);
        buffer.Accept(MemoryMarshal.AsBytes(new ReadOnlySpan<FilesystemState>(in state)));
        return true;
    }

    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => names.Refuse(Refusal.Absent);

    private static int Ask(ReadOnlySpan<byte> path, out FilesystemState state)
    {
        state = default;
        int descriptor = Open(path);
        if (descriptor < 0)
            return Marshal.GetLastPInvokeError();
        byte empty = 0;
        StatX file = default;
        bool answered = Libc.StatFilesystem(descriptor, out state.Space) == 0 && Libc.StatFile(descriptor, &empty, Libc.EmptyPath, 0, out file) == 0;
        int errno = answered ? 0 : Marshal.GetLastPInvokeError();
        Libc.Close(descriptor);
        (state.Major, state.Minor) = (file.DeviceMajor, file.DeviceMinor);
        return errno;
    }

    private static bool CanOpen(ReadOnlySpan<byte> path)
    {
        int descriptor = Open(path);
        if (descriptor >= 0)
            Libc.Close(descriptor);
        return descriptor >= 0;
    }

    private static int Open(ReadOnlySpan<byte> path)
    {
        fixed (byte* start = path)
            return Libc.Open(start, Libc.PathOnly | Libc.CloseOnExec);
    }
}
