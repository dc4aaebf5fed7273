using System.Runtime.InteropServices;
using Probe.Kernel;
using Probe.Linux.Interop;

namespace Probe.Linux;

/// <summary>What the kernel tells of a path without opening it.</summary>
/// <remarks>
/// <c>/readlink/proc/41/exe</c> is where that link leads, ended by a NUL so that nothing cut short passes for the whole;
/// <c>/size/proc/41/fd</c> is the size of what is there, 8 bytes: for a process's folder of descriptors, since Linux 6.2, how many there are.
/// </remarks>
internal sealed unsafe class PathCalls : IKernelSource
{
    /// <summary>What stands before a path whose link is asked for.</summary>
    public const string Links = "/readlink";

    /// <summary>What stands before a path whose size is asked for.</summary>
    public const string Sizes = "/size";

    private const int LongestPath = 4096;

    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer)
    {
        bool isLink = name.StartsWith("/readlink/"u8);
        ReadOnlySpan<byte> asked = name[(isLink ? Links : Sizes).Length..];
        Span<byte> path = stackalloc byte[asked.Length + 1];
        asked.CopyTo(path);
        path[^1] = 0;
        fixed (byte* start = path)
            return isLink ? TryReadLink(start, buffer) : TryReadSize(start, buffer);
    }

    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => names.Refuse(Refusal.Absent);

    private static bool TryReadLink(byte* path, KernelBuffer buffer)
    {
        while (buffer.Room.Length <= LongestPath)
            buffer.Grow();
        nint length;
        fixed (byte* target = buffer.Room)
            length = Libc.ReadLink(path, target, buffer.Room.Length - 1);
        if (length < 0)
            return Refuse(buffer);
        buffer.Room[(int)length] = 0;
        buffer.Accept((int)length + 1);
        return true;
    }

    private static bool TryReadSize(byte* path, KernelBuffer buffer)
    {
        if (Libc.StatFile(Libc.CurrentFolder, path, 0, Libc.WantSize, out StatX state) != 0)
            return Refuse(buffer);
        buffer.Accept(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in state.Size)));
        return true;
    }

    private static bool Refuse(KernelBuffer buffer)
    {
        int errno = Marshal.GetLastPInvokeError();
        return buffer.Refuse(errno is Libc.EACCES or Libc.EPERM ? Refusal.Denied : Refusal.Absent, errno);
    }
}
