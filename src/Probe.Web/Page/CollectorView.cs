using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Web.Page;

/// <summary>How a collector is, in one word.</summary>
internal enum CollectorState
{
    /// <summary>Its last pass stands and was whole.</summary>
    Working,

    /// <summary>Some of its rows are missing: a right, a source that does not answer, a limit.</summary>
    Partial,

    /// <summary>Its passes fail, or come no more.</summary>
    Failing,

    /// <summary>What it looks for is not on this machine.</summary>
    Absent,

    /// <summary>No pass yet.</summary>
    Starting,
}

/// <summary>A collector as the page shows it: what, from where, at what cost.</summary>
internal sealed record CollectorView(SnapshotRing Ring, CollectorDescriptor? Descriptor)
{
    public CollectorState State { get; private set; }

    /// <summary>Time since the last pass; null before the first.</summary>
    public TimeSpan? Age { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Time between passes.</summary>
    public TimeSpan Interval => Ring.MaxAge / 3;

    /// <summary>Memory that its kept passes take, in bytes.</summary>
    public long Kept { get; private set; }

    public long Passes { get; private set; }

    public long Failures { get; private set; }

    /// <summary>Mean time of a pass; null where nobody has measured it.</summary>
    public TimeSpan? Duration { get; private set; }

    /// <summary>Share of one processor it takes.</summary>
    public double? Share => Duration / Interval;

    public long? Series { get; private set; }

    /// <summary>Whence its numbers come.</summary>
    public IEnumerable<string> Sources => Descriptor is null ? []
        : Descriptor.After is { } source ? [$"derived from {source.Name}"]
        : Descriptor.Sources;

    /// <summary>All that run, in roster order.</summary>
    public static ImmutableArray<CollectorView> Of(SnapshotStore store, Platform platform, TimeProvider clock)
    {
        ImmutableArray<CollectorView> views =
            [.. store.Rings.Select(ring => new CollectorView(ring, platform.Collectors.FirstOrDefault(d => d.Name == ring.Name)))];
        foreach (CollectorView view in views)
            view.Look(clock);
        if (store.TryGet(Self.Collectors, out SnapshotRing self) && self.TryReadLatest(out SnapshotLease lease))
        {
            using (lease)
                Measure(views, lease.Snapshot[Self.Collectors], clock);
        }

        return views;
    }

    private static void Measure(ImmutableArray<CollectorView> views, Table costs, TimeProvider clock)
    {
        for (int row = 0; row < costs.Rows.Length; row++)
        {
            string name = costs.Rows[row].Values[0];
            if (views.FirstOrDefault(v => v.Ring.Name == name) is { } view)
                view.Measure(costs, row, clock.GetUtcNow());
        }
    }

    private void Look(TimeProvider clock)
    {
        State = CollectorState.Starting;
        if (!Ring.TryReadLatest(TimeSpan.MaxValue, out SnapshotLease lease))
            return;
        using (lease)
        {
            Age = clock.GetElapsedTime(lease.Snapshot.Ticks);
            Rows = lease.Snapshot.RowCount;
            Kept = lease.Snapshot.Size * Ring.Depth;
        }

        // What is absent is looked for seldom, so its age says nothing.
        State = Rows == 0 ? CollectorState.Absent : Age > Ring.MaxAge ? CollectorState.Failing : CollectorState.Working;
    }

    private void Measure(Table costs, int row, DateTimeOffset now)
    {
        long whole = Runs(Self.SuccessCollectorRuns), partial = Runs(Self.PartialCollectorRuns), denied = Runs(Self.DeniedCollectorRuns);
        Failures = Runs(Self.ErrorCollectorRuns) + Runs(Self.TimeoutCollectorRuns);
        Passes = whole + partial + denied + Failures + Runs(Self.UnsupportedCollectorRuns);
        Series = costs.Longs(Self.SeriesCount)[row] is var series && Cell.IsAbsent(series) ? null : series;
        ReadOnlySpan<long> durations = costs.Longs(Self.CollectorDuration).Slice(row * Self.CollectorDuration.Cells, Self.CollectorDuration.Cells);
        long count = 0;
        foreach (long bucket in durations[..^1])
            count += Cell.IsAbsent(bucket) ? 0 : bucket;
        if (count > 0)
            Duration = TimeSpan.FromSeconds(BitConverter.Int64BitsToDouble(durations[^1]) / count);

        double last = costs.Doubles(Self.CollectorLastSuccess)[row];
        bool isLate = Cell.IsAbsent(last) || now - DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(last) > Ring.MaxAge;
        bool isAbsent = State == CollectorState.Absent && Runs(Self.UnsupportedCollectorRuns) > 0;
        if (Failures > 0 && isLate && !isAbsent)
            State = CollectorState.Failing;
        else if (whole == 0 && partial + denied > 0 && !isAbsent && State != CollectorState.Failing)
            State = CollectorState.Partial;

        long Runs(Column column) => costs.Longs(column)[row] is var runs && Cell.IsAbsent(runs) ? 0 : runs;
    }
}
