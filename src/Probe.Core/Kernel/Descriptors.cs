using System.Runtime.InteropServices;
using System.Text;
using Probe.Kernel.Interop;

namespace Probe.Kernel;

/// <summary>Bare calls on file descriptors, and what their errors mean.</summary>
internal static unsafe class Descriptors
{
    // The kernel hands out whole lines up to a page. Where no line is longer than this, a part below this size is the
    // last one: the next line would have had room in the page.
    private const int ShortRead = 2048;

    private const int LargestText = 16 << 20;

    /// <summary>Opens a file for reading, without ever waiting for a writer.</summary>
    /// <param name="path">A path ending in NUL.</param>
    /// <param name="descriptor">The descriptor, or -1.</param>
    /// <returns>0, or the error number.</returns>
    public static int Open(ReadOnlySpan<byte> path, out int descriptor) => Open(path, Libc.NonBlocking, out descriptor);

    /// <summary>Opens a folder for listing; otherwise as <see cref="Open(ReadOnlySpan{byte}, out int)"/>.</summary>
    public static int OpenDirectory(ReadOnlySpan<byte> path, out int descriptor) => Open(path, Libc.Directory, out descriptor);

    /// <summary>Reads a file from its start to its end.</summary>
    /// <param name="descriptor">The file.</param>
    /// <param name="buffer">Takes its bytes.</param>
    /// <param name="shortLines">True where no line of it can be longer than 2 KiB: spares the read that would only say that the end has come.</param>
    /// <returns>0, or the error number.</returns>
    public static int ReadWhole(int descriptor, KernelBuffer buffer, bool shortLines)
    {
        int length = 0;
        while (length <= LargestText)
        {
            if (length == buffer.Room.Length)
                buffer.Grow();
            Span<byte> room = buffer.Room[length..];
            nint count;
            fixed (byte* start = room)
                count = Libc.ReadAt(descriptor, start, room.Length, length);
            if (count < 0)
            {
                int errno = Marshal.GetLastSystemError();
                if (errno == Libc.EINTR)
                    continue;
                return errno;
            }

            length += (int)count;
            if (count == 0 || (shortLines && count < ShortRead && count < room.Length))
                break;
        }

        buffer.Accept(length);
        return 0;
    }

    /// <summary>Closes a descriptor; -1 is none.</summary>
    public static void Close(int descriptor)
    {
        if (descriptor >= 0)
            Libc.Close(descriptor);
    }

    /// <summary>Turns an error number into a refusal, and returns false for the caller to return.</summary>
    /// <exception cref="IOException">The error means neither absence nor a missing right.</exception>
    public static bool Refuse(KernelBuffer buffer, int errno, ReadOnlySpan<byte> path) => errno switch
    {
        Libc.ENOENT or Libc.ENOTDIR or Libc.EISDIR or Libc.ESRCH or Libc.ENODEV or Libc.ENXIO or Libc.EINVAL or Libc.EAGAIN
            or Libc.ESPIPE or Libc.ENODATA or Libc.EOPNOTSUPP or Libc.ENOTCONN or Libc.ESTALE => buffer.Refuse(Refusal.Absent, errno),
        Libc.EACCES or Libc.EPERM => buffer.Refuse(Refusal.Denied, errno),
        _ => throw new IOException($"{Encoding.UTF8.GetString(path)}: expected to read it, got error {errno} ({Marshal.GetPInvokeErrorMessage(errno)})."),
    };

    private static int Open(ReadOnlySpan<byte> path, int flags, out int descriptor)
    {
        fixed (byte* start = path)
            descriptor = Libc.Open(start, Libc.ReadOnly | Libc.CloseOnExec | flags, 0);
        return descriptor < 0 ? Marshal.GetLastSystemError() : 0;
    }
}
