using System.Runtime.InteropServices;

namespace Probe.Linux.Interop;

/// <summary>struct statfs, as 64-bit Linux has it: 120 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StatFs
{
    public long Type;
    public long TransferSize;
    public ulong Blocks;
    public ulong FreeBlocks;
    public ulong AvailableBlocks;
    public ulong Files;
    public ulong FreeFiles;
    public long Id;
    public long LongestName;
    public long FragmentSize;
    public long Flags;
    private readonly long _spare0, _spare1, _spare2, _spare3;
}

/// <summary>What a mount point answers: how full its filesystem is, and which one it is. 128 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FilesystemState
{
    public StatFs Space;

    /// <summary>The device number of what the path led to.</summary>
    public uint Major;

    /// <inheritdoc cref="Major"/>
    public uint Minor;
}

/// <summary>struct statx, as far as it is read: 256 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct StatX
{
    [FieldOffset(0x28)]
    public ulong Size;

    [FieldOffset(0x88)]
    public uint DeviceMajor;

    [FieldOffset(0x8c)]
    public uint DeviceMinor;
}
