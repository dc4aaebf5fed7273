namespace Probe.Kernel;

/// <summary>Why a source gave no bytes.</summary>
public enum Refusal
{
    /// <summary>It gave them.</summary>
    None,

    /// <summary>No such name, or its thing is gone.</summary>
    Absent,

    /// <summary>The right to read it is missing.</summary>
    Denied,

    /// <summary>It did not answer in time.</summary>
    Stalled,
}

/// <summary>Bytes a source gave, and why it gave none. Made once by its reader, filled on every pass.</summary>
public sealed class KernelBuffer
{
    private const int InitialCapacity = 4096;

    // Pinned, so that system calls write to it in place.
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(InitialCapacity, pinned: true);
    private int _length;

    /// <summary>The bytes of the last answer; empty after a refusal.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    /// <summary>Why the last read gave nothing.</summary>
    public Refusal Refusal { get; private set; }

    /// <summary>The system's error number of the last refusal; 0 where no call was made.</summary>
    public int Errno { get; private set; }

    /// <summary>All the room there is, for a source to write into.</summary>
    public Span<byte> Room => _bytes;

    /// <summary>Doubles the room, keeping what is in it.</summary>
    public void Grow() => GrowTo(_bytes.Length * 2);

    /// <summary>Says that so many bytes of the room are the answer.</summary>
    public void Accept(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _bytes.Length);
        (_length, Refusal, Errno) = (length, Refusal.None, 0);
    }

    /// <summary>Takes a copy of bytes as the answer.</summary>
    public void Accept(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length)
            GrowTo(bytes.Length);
        bytes.CopyTo(_bytes);
        Accept(bytes.Length);
    }

    /// <summary>Says that there is no answer, and returns false for the caller to return.</summary>
    public bool Refuse(Refusal refusal, int errno = 0)
    {
        (_length, Refusal, Errno) = (0, refusal, errno);
        return false;
    }

    private void GrowTo(int capacity)
    {
        byte[] larger = GC.AllocateUninitializedArray<byte>(capacity, pinned: true);
        _bytes.CopyTo(larger, 0);
        _bytes = larger;
    }
}
