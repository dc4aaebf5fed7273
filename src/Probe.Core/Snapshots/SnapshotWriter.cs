using Probe.Metrics;

namespace Probe.Snapshots;

/// <summary>A pass being written. Disposed without a commit, it never was.</summary>
public readonly ref struct SnapshotWriter : IDisposable
{
    private readonly SnapshotRing _ring;

    internal SnapshotWriter(SnapshotRing ring, Snapshot snapshot) => (_ring, Snapshot) = (ring, snapshot);

    /// <summary>Empty tables to fill.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>Publishes the pass with the clocks' time, and returns its number.</summary>
    public long Commit() => _ring.Commit(Timestamp.From(_ring.Clock.GetUtcNow()), _ring.Clock.GetTimestamp());

    /// <summary>Publishes the pass with the time of the pass it was derived from, and returns its number.</summary>
    public long Commit(Timestamp time, long ticks) => _ring.Commit(time, ticks);

    /// <summary>Gives up what was not committed.</summary>
    public void Dispose() => _ring.End();
}
