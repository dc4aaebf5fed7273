using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Probe.Kernel.Interop;

namespace Probe.Kernel;

/// <summary>Turns the records of getdents64(2) into names that each end in a NUL.</summary>
internal static unsafe class DirectoryListing
{
    private const int RecordLengthOffset = 16, NameOffset = 19;     // struct linux_dirent64
    private const int ChunkSize = 8192;

    /// <summary>Reads an open folder to its end.</summary>
    /// <returns>0, or the system's error number.</returns>
    public static int Read(int descriptor, KernelBuffer names)
    {
        byte* chunk = stackalloc byte[ChunkSize];
        int length = 0;
        while (true)
        {
            nint count = Libc.ReadDirectory(descriptor, chunk, ChunkSize);
            if (count <= 0)
            {
                int errno = count < 0 ? Marshal.GetLastSystemError() : 0;
                if (errno == Libc.EINTR)
                    continue;
                names.Accept(length);
                return errno;
            }

            var records = new ReadOnlySpan<byte>(chunk, (int)count);
            while (records.Length > NameOffset)
            {
                int size = BinaryPrimitives.ReadUInt16LittleEndian(records[RecordLengthOffset..]);
                ReadOnlySpan<byte> name = records[NameOffset..size];
                Append(names, name[..name.IndexOf((byte)0)], ref length);
                records = records[size..];
            }
        }
    }

    private static void Append(KernelBuffer names, ReadOnlySpan<byte> name, ref int length)
    {
        if (name.SequenceEqual("."u8) || name.SequenceEqual(".."u8))
            return;
        while (length + name.Length + 1 > names.Room.Length)
            names.Grow();
        name.CopyTo(names.Room[length..]);
        length += name.Length;
        names.Room[length++] = 0;
    }
}
