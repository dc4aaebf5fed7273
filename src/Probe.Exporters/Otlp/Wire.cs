using System.Buffers.Binary;
using System.Numerics;

namespace Probe.Exporters.Otlp;

/// <summary>Lengths in protobuf's wire format. All our field numbers are below 16, so a tag is one byte.</summary>
internal static class Wire
{
    /// <summary>Bytes of a tag and a fixed 64-bit value.</summary>
    public const int Fixed64Field = 9;

    /// <summary>The tag of a length-delimited field: text, bytes, messages, packed lists.</summary>
    public static byte Delimited(int field) => (byte)(field << 3 | 2);

    /// <summary>The tag of a varint field.</summary>
    public static byte Varint(int field) => (byte)(field << 3);

    /// <summary>The tag of a fixed 64-bit field.</summary>
    public static byte Fixed64(int field) => (byte)(field << 3 | 1);

    /// <summary>Bytes a varint takes.</summary>
    public static int VarintLength(ulong value) => (BitOperations.Log2(value | 1) * 9 + 73) >> 6;

    /// <summary>Bytes of a length and what it announces.</summary>
    public static int WithLength(int length) => VarintLength((uint)length) + length;

    /// <summary>Bytes of a tag, a length and what it announces.</summary>
    public static int Field(int length) => 1 + WithLength(length);

    /// <summary>A signed number as protobuf's sint32 has it: small magnitudes are short.</summary>
    public static uint ZigZag(int value) => (uint)(value << 1 ^ value >> 31);
}

/// <summary>Writes protobuf's wire format into a span whose size is known to be right.</summary>
internal ref struct WireWriter(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    public int Position { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _buffer[..Position];

    public void Byte(byte value) => _buffer[Position++] = value;

    public void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    public void Fixed64(byte tag, long value)
    {
        Span<byte> at = _buffer.Slice(Position, Wire.Fixed64Field);
        at[0] = tag;
        BinaryPrimitives.WriteInt64LittleEndian(at[1..], value);
        Position += Wire.Fixed64Field;
    }

    public void Fixed64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer[Position..], value);
        Position += sizeof(long);
    }

    public void Length(byte tag, int length)
    {
        Byte(tag);
        Varint((uint)length);
    }

    public void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer[Position..]);
        Position += bytes.Length;
    }

    public void Delimited(byte tag, scoped ReadOnlySpan<byte> bytes)
    {
        Length(tag, bytes.Length);
        Raw(bytes);
    }
}
