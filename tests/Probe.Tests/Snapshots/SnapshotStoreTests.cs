using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Snapshots;

public class SnapshotStoreTests
{
    [Fact]
    public void A_ring_is_found_by_the_table_it_holds()
    {
        var store = new SnapshotStore();
        SnapshotRing ring = Sample.Ring(TimeProvider.System);

        store.Replace([ring]);

        Assert.True(store.TryGet(Sample.Schema, out SnapshotRing found));
        Assert.Same(ring, found);
        Assert.Equal([ring], store.Rings);
        Assert.False(store.TryGet(OtherSchema(), out _));
    }

    [Fact]
    public void Two_rings_with_the_same_table_are_refused_and_the_old_set_stays()
    {
        var store = new SnapshotStore();
        SnapshotRing first = Sample.Ring(TimeProvider.System);
        store.Replace([first]);

        var refusal = Assert.Throws<ArgumentException>(() => store.Replace([first, Sample.Ring(TimeProvider.System)]));

        Assert.Contains("test.sample", refusal.Message);
        Assert.Equal([first], store.Rings);
    }

    [Fact]
    public void Walking_the_rings_allocates_nothing()
    {
        var store = new SnapshotStore();
        store.Replace([Sample.Ring(TimeProvider.System)]);
        Sample.Write(store.Rings[0], 3);

        Assert.Equal(0, Allocated.By(() =>
        {
            foreach (SnapshotRing ring in store.Rings)
            {
                if (ring.TryReadLatest(out SnapshotLease lease))
                    lease.Dispose();
            }

            store.TryGet(Sample.Schema, out _);
        }));
    }

    private static Schema OtherSchema() => new("test.other", [], [], [], [], Scope.Host);
}
