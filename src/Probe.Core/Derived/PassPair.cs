using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Derived;

/// <summary>The latest pass of a ring and the one before it, held while what happened between them is derived.</summary>
internal readonly ref struct PassPair : IDisposable
{
    private readonly SnapshotLease _latest;
    private readonly SnapshotLease _previous;

    private PassPair(SnapshotLease latest, SnapshotLease previous, TimeSpan elapsed)
    {
        _latest = latest;
        _previous = previous;
        Seconds = elapsed.TotalSeconds;
    }

    /// <summary>Time between the two by the monotonic clock; more than 0.</summary>
    public double Seconds { get; }

    /// <summary>A table as it is.</summary>
    public Table Now(Schema schema) => _latest.Snapshot[schema];

    /// <summary>The same table as it was.</summary>
    public Table Before(Schema schema) => _previous.Snapshot[schema];

    /// <summary>Holds the last two passes of the ring that has a table.</summary>
    /// <returns>False on its first pass, where there is no ring, and where no time has passed.</returns>
    public static bool TryRead(SnapshotStore store, Schema schema, out PassPair pair)
    {
        pair = default;
        if (!store.TryGet(schema, out SnapshotRing ring) || !ring.TryReadLatest(out SnapshotLease latest))
            return false;
        if (!ring.TryRead(latest.Sequence - 1, out SnapshotLease previous))
        {
            latest.Dispose();
            return false;
        }

        pair = new PassPair(latest, previous, ring.Clock.GetElapsedTime(previous.Snapshot.Ticks, latest.Snapshot.Ticks));
        if (pair.Seconds > 0)
            return true;
        pair.Dispose();
        return false;
    }

    /// <summary>The row in which an entity stood before; -1 where it is new, or its counters began anew.</summary>
    /// <param name="before">The table as it was.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="row">Where it stands now: most often it stood there.</param>
    public static int FindRow(Table before, Entity entity, int row) =>
        row < before.Rows.Length && before.Rows[row] == entity ? row : before.Rows.IndexOf(entity);

    /// <summary>How much of the time between the two passes a counter of seconds grew by: from 0 to 1.</summary>
    /// <returns>NaN where the counter is unknown or fell. The kernel counts in ticks, so that a share may come out above 1 by one of them: then it is 1.</returns>
    public double Share(double before, double now)
    {
        double grown = now - before;
        return grown >= 0 ? Math.Min(grown / Seconds, 1) : double.NaN;
    }

    /// <summary>Lets go.</summary>
    public void Dispose()
    {
        _latest.Dispose();
        _previous.Dispose();
    }
}
