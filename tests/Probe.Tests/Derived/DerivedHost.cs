using System.Collections.Immutable;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;

namespace Probe.Tests.Derived;

/// <summary>A store with one ring that a test fills by hand, and a derived collector after it.</summary>
internal sealed class DerivedHost
{
    private readonly TwoClocks _clock = new(Collecting.Host.Boot.ToDateTimeOffset().AddHours(1));
    private readonly SnapshotRing _ring;
    private readonly ICollector _derived;

    public DerivedHost(ImmutableArray<Schema> tables, Func<CollectorContext, ICollector> create)
    {
        var store = new SnapshotStore();
        _ring = new SnapshotRing("source", tables, new SnapshotRingOptions { Wanted = static _ => true }, _clock);
        store.Replace([_ring]);
        _derived = create(new CollectorContext(new Kernel.FakeKernel(), Collecting.Host, _clock, store));
    }

    /// <summary>Time passes by the monotonic clock.</summary>
    public void Wait(double seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Someone sets the wall clock.</summary>
    public void StepWallClock(TimeSpan span) => _clock.Step(span);

    /// <summary>One pass of the source, then what is derived from it.</summary>
    public Snapshot Pass(Action<Snapshot> fill)
    {
        using (SnapshotWriter writer = _ring.Begin())
        {
            fill(writer.Snapshot);
            writer.Commit();
        }

        return Derive();
    }

    /// <summary>What is derived from the passes as they are.</summary>
    public Snapshot Derive()
    {
        Snapshot snapshot = Collecting.MakeSnapshot();
        _derived.Collect(snapshot);
        return snapshot;
    }

    /// <summary>Bytes that deriving allocates once it is warm.</summary>
    public long MeasureAllocation()
    {
        Snapshot snapshot = Collecting.MakeSnapshot();
        return Allocated.By(() =>
        {
            snapshot.Clear();
            _derived.Collect(snapshot);
        });
    }
}
