namespace Probe.Snapshots;

/// <summary>A hold on one pass: while it lasts, the pass does not change. Encode under it and send after it.</summary>
public readonly ref struct SnapshotLease : IDisposable
{
    private readonly SnapshotSlot? _slot;

    internal SnapshotLease(SnapshotSlot slot, long sequence) => (_slot, Sequence) = (slot, sequence);

    /// <summary>The pass.</summary>
    /// <exception cref="InvalidOperationException">Nothing is held.</exception>
    public Snapshot Snapshot => _slot?.Snapshot ?? throw new InvalidOperationException("Nothing is leased.");

    /// <summary>The pass's number in its ring, from 1.</summary>
    public long Sequence { get; }

    /// <summary>Lets go. Call it once.</summary>
    public void Dispose() => _slot?.Release();
}
