namespace Probe.Snapshots;

/// <summary>A place for one pass, and the count of who holds it.</summary>
/// <remarks>
/// The count is one word for both sides: a reader adds one, the writer adds a number so large and negative that any
/// reader coming later sees a negative sum, steps back and looks again. So neither ever waits for the other.
/// </remarks>
internal sealed class SnapshotSlot(Snapshot snapshot, SnapshotRingOptions shape)
{
    private const int Claimed = int.MinValue / 2;

    private int _holders;
    private long _sequence;

    public Snapshot Snapshot { get; } = snapshot;

    /// <summary>The options its tables were made for.</summary>
    public SnapshotRingOptions Shape { get; } = shape;

    /// <summary>The number of the pass it holds; 0 while there is none.</summary>
    public long Sequence
    {
        get => Volatile.Read(ref _sequence);
        set => Volatile.Write(ref _sequence, value);
    }

    public bool TryHold(long sequence)
    {
        // The increment is a full fence: what the writer stored before it let go is seen after it.
        if (Interlocked.Increment(ref _holders) > 0 && Sequence == sequence)
            return true;
        Interlocked.Decrement(ref _holders);
        return false;
    }

    public void Release() => Interlocked.Decrement(ref _holders);

    public bool TryClaim() => Interlocked.CompareExchange(ref _holders, Claimed, 0) == 0;

    public void Publish(long sequence)
    {
        Sequence = sequence;
        Interlocked.Add(ref _holders, -Claimed);
    }
}
