using System.Buffers.Binary;

namespace Probe.Exporters.Otlp;

/// <summary>Reads protobuf's wire format from bytes that a peer sent: whatever is wrong ends the message.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The field read last.</summary>
    public int Field { get; private set; }

    /// <summary>Its value where it is a number.</summary>
    public ulong Number { get; private set; }

    /// <summary>Its bytes where it is text, bytes or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Bytes of the message that are not read yet.</summary>
    public readonly int Left => _rest.Length;

    /// <summary>Goes to the next field.</summary>
    /// <returns>False at the end, and where the bytes are no message.</returns>
    public bool Read()
    {
        Number = 0;
        Bytes = default;
        if (!TryVarint(out ulong tag))
            return false;
        Field = (int)(tag >> 3);
        switch (tag & 7)
        {
            case 0:
                return ReadVarint();
            case 1:
                return ReadFixed64();
            case 2 when TryVarint(out ulong length) && length <= int.MaxValue && TryTake((int)length, out ReadOnlySpan<byte> bytes):
                Bytes = bytes;
                return true;
            case 5 when TryTake(sizeof(uint), out ReadOnlySpan<byte> fixed32):
                Number = BinaryPrimitives.ReadUInt32LittleEndian(fixed32);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads the next number of a packed list of varints.</summary>
    public bool ReadVarint()
    {
        bool read = TryVarint(out ulong number);
        Number = number;
        return read;
    }

    /// <summary>Reads the next number of a packed list of fixed 64-bit values.</summary>
    public bool ReadFixed64()
    {
        if (!TryTake(sizeof(ulong), out ReadOnlySpan<byte> fixed64))
            return false;
        Number = BinaryPrimitives.ReadUInt64LittleEndian(fixed64);
        return true;
    }

    private bool TryTake(int length, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (length > _rest.Length)
            return false;
        taken = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    private bool TryVarint(out ulong value)
    {
        value = 0;
        for (int i = 0; i < 10 && i < _rest.Length; i++)
        {
            value |= (ulong)(_rest[i] & 0x7f) << 7 * i;
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
