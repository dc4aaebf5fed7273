using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Probe.Exporters;

/// <summary>Bytes being written, mostly UTF-8 text. Cleared and written again it allocates nothing, once it has grown to what it has to hold.</summary>
public sealed class TextBuffer(int capacity = 4096) : IBufferWriter<byte>
{
    private const int LongestNumber = 32;

    private byte[] _bytes = new byte[capacity];

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes it has room for.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>What was written, until the next write.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    /// <summary>What was written, until the next write.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>What was written, to change in place.</summary>
    public Span<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets what was written and keeps the room.</summary>
    public void Clear() => Length = 0;

    /// <summary>Takes back what was written past a length.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Room for at least so many more bytes; say with <see cref="Advance"/> how many were used.</summary>
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - Length < size)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + size));
        return _bytes.AsSpan(Length);
    }

    /// <summary>Takes in what was written to the room that <see cref="Reserve"/> gave.</summary>
    public void Advance(int size) => Length += size;

    /// <summary>Writes bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Writes a whole number in decimal digits.</summary>
    public void Append(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(LongestNumber), out int written);
        Length += written;
    }

    /// <summary>Writes the shortest digits that read back as the same number, or <c>+Inf</c>, <c>-Inf</c>, <c>NaN</c>.</summary>
    public void Append(double value)
    {
        if (double.IsInfinity(value))
        {
            Append(value > 0 ? "+Inf"u8 : "-Inf"u8);
            return;
        }

        value.TryFormat(Reserve(LongestNumber), out int written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <inheritdoc/>
    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(Math.Max(sizeHint, 256));
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Reserve(Math.Max(sizeHint, 256));

    /// <inheritdoc/>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(Span);
}
