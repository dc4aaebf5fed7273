namespace Probe.Web;

/// <summary>How much of a request's head has come.</summary>
internal enum HeadState
{
    /// <summary>Not all of it.</summary>
    Partial,

    /// <summary>All of it.</summary>
    Whole,

    /// <summary>What came never becomes one.</summary>
    Never,
}

/// <summary>Bytes received of the requests of one connection, in the order they came.</summary>
internal sealed class HeadBuffer(int size)
{
    private readonly byte[] _received = new byte[size];
    private int _length;
    private int _seen;
    private int _end;

    /// <summary>True before the first byte of a request.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Where the next bytes go.</summary>
    public Memory<byte> Room => _received.AsMemory(_length);

    /// <summary>The head at the front, once it is whole.</summary>
    public ReadOnlySpan<byte> Head => _received.AsSpan(0, _end);

    /// <summary>The status for what never becomes a head: a line without CR, or more than there is room for.</summary>
    public int Fault
    {
        get
        {
            ReadOnlySpan<byte> received = _received.AsSpan(0, _length);
            return RequestHead.FindEnd(received, 0) < 0 ? 400 : received.Contains((byte)'\n') ? 431 : 414;
        }
    }

    /// <summary>Takes in bytes that were put where <see cref="Room"/> is.</summary>
    public void Add(int count) => _length += count;

    /// <summary>Looks at what came since the last look.</summary>
    public HeadState Look()
    {
        DropEmptyLines();
        int end = RequestHead.FindEnd(_received.AsSpan(0, _length), _seen);
        _seen = _length;
        _end = Math.Max(end, 0);
        return end > 0 ? HeadState.Whole : end < 0 || _length == _received.Length ? HeadState.Never : HeadState.Partial;
    }

    /// <summary>Drops the head; what follows it is the next one's.</summary>
    public void DropHead() => Drop(_end);

    // Some clients end a request with one line too many; it is not the next one's first.
    private void DropEmptyLines()
    {
        int empty = 0;
        while (_received.AsSpan(empty, _length - empty).StartsWith("\r\n"u8))
            empty += 2;
        if (empty > 0)
            Drop(empty);
    }

    private void Drop(int count)
    {
        _length -= count;
        _received.AsSpan(count, _length).CopyTo(_received);
        (_seen, _end) = (0, 0);
    }
}
