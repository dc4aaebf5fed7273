using System.Runtime.InteropServices;
using Probe.Kernel;
using Probe.Linux.Interop;

namespace Probe.Linux;

/// <summary>Reads the records that the kernel's log holds, oldest first, one read for each: see the kernel's <c>ABI/testing/dev-kmsg</c>.</summary>
internal static unsafe class KernelLogReader
{
    private const int LongestRecord = 8192;
    private const int LongestLog = 16 << 20;

    public static bool TryRead(KernelBuffer buffer)
    {
        int descriptor;
        fixed (byte* path = "/dev/kmsg\0"u8)
            descriptor = Libc.Open(path, Libc.ReadWithoutWaiting);
        if (descriptor < 0)
            return Refuse(buffer, Marshal.GetLastPInvokeError());
        int errno = ReadRecords(descriptor, buffer, out int length);
        Libc.Close(descriptor);
        if (errno != Libc.WouldBlock)
            return Refuse(buffer, errno);
        buffer.Accept(length);
        return true;
    }

    /// <returns>The error that ended it: at the end of the log a read would block.</returns>
    private static int ReadRecords(int descriptor, KernelBuffer buffer, out int length)
    {
        length = 0;
        while (length < LongestLog)
        {
            while (buffer.Room.Length - length < LongestRecord)
                buffer.Grow();
            nint count;
            fixed (byte* start = buffer.Room[length..])
                count = Libc.Read(descriptor, start, buffer.Room.Length - length);
            length += (int)Math.Max(count, 0);

            // Overtaken: records were overwritten before we came to them; the next read goes on behind them.
            int errno = count < 0 ? Marshal.GetLastPInvokeError() : 0;
            if (errno is not (0 or Libc.Interrupted or Libc.Overtaken))
                return errno;
        }

        return Libc.WouldBlock;
    }

    private static bool Refuse(KernelBuffer buffer, int errno) =>
        buffer.Refuse(errno is Libc.NotPermitted or Libc.NoAccess ? Refusal.Denied : Refusal.Absent, errno);
}
