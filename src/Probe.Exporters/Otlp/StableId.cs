using System.Buffers.Binary;

namespace Probe.Exporters.Otlp;

/// <summary>128 bits that name some bytes: the same on every run and every machine. Not for secrets.</summary>
internal readonly record struct StableId(ulong High, ulong Low)
{
    public const int Size = 16;

    /// <summary>The length of <see cref="WriteUuid"/>'s text.</summary>
    public const int UuidLength = 36;

    public static StableId Of(ReadOnlySpan<byte> bytes)
    {
        // Two FNV-1a sums from different starts, each finished so that every bit depends on every other.
        ulong high = 0xcbf29ce484222325, low = 0x9ae16a3b2f90404f;
        foreach (byte value in bytes)
        {
            high = (high ^ value) * 0x100000001b3;
            low = (low ^ value) * 0x9e3779b97f4a7c15;
            low ^= low >> 32;
        }

        return new StableId(Finish(high), Finish(low));
    }

    public static StableId Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]));

    /// <summary>The name of this within another.</summary>
    public StableId Within(StableId outer) => new(Finish(High ^ Finish(outer.High)), Finish(Low ^ Finish(outer.Low)));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, High);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[sizeof(ulong)..], Low);
    }

    /// <summary>Writes it as a UUID of version 8, the one for values made by a method of one's own.</summary>
    public void WriteUuid(Span<byte> text)
    {
        ulong high = High & ~0xf000UL | 0x8000;
        ulong low = Low & ~(3UL << 62) | 2UL << 62;
        int at = 0;
        for (int nibble = 0; nibble < 32; nibble++)
        {
            if (nibble is 8 or 12 or 16 or 20)
                text[at++] = (byte)'-';
            ulong half = nibble < 16 ? high : low;
            text[at++] = "0123456789abcdef"u8[(int)(half >> 60 - nibble % 16 * 4 & 15)];
        }
    }

    private static ulong Finish(ulong value)
    {
        value = (value ^ value >> 33) * 0xff51afd7ed558ccd;
        value = (value ^ value >> 33) * 0xc4ceb9fe1a85ec53;
        return value ^ value >> 33;
    }
}
