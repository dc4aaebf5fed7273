using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Probe.Kernel;

/// <summary>Compares names by their bytes, and finds an array by a span.</summary>
internal sealed class ByteNames : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static readonly ByteNames Comparer = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    // Eight bytes at a time: names are looked up on every read, and the base library's hash takes longer than the rest of the look-up.
    // They come from the kernel, so nobody chooses them to collide.
    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        ulong hash = (ulong)alternate.Length;
        for (; alternate.Length >= sizeof(ulong); alternate = alternate[sizeof(ulong)..])
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(alternate));
        ulong rest = 0;
        foreach (byte value in alternate)
            rest = rest << 8 | value;
        return (int)(Mix(hash, rest) >> 32);
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

    private static ulong Mix(ulong hash, ulong value) => (ulong.RotateLeft(hash, 29) ^ value) * 0x9e3779b97f4a7c15;
}
