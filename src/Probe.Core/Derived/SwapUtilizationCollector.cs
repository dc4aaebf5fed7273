using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Derived;

/// <summary>The share of each swap device that is taken or free.</summary>
/// <remarks>Source: the latest pass of <see cref="Paging.Swaps"/>.</remarks>
public sealed class SwapUtilizationCollector(CollectorContext context) : ICollector
{
    private readonly MirroredEntities _devices = new(Paging.SwapUtilization);

    /// <inheritdoc/>
    public void Collect(Snapshot snapshot)
    {
        if (!context.Store.TryGet(Paging.Swaps, out SnapshotRing ring) || !ring.TryReadLatest(out SnapshotLease lease))
            return;
        using SnapshotLease held = lease;
        Table swaps = lease.Snapshot[Paging.Swaps];
        ReadOnlySpan<long> used = swaps.Longs(Paging.UsedSwapUsage), free = swaps.Longs(Paging.FreeSwapUsage), limits = swaps.Longs(Paging.SwapLimit);
        for (int row = 0; row < swaps.Rows.Length; row++)
        {
            Table.Row shares = snapshot[Paging.SwapUtilization].Add(_devices.Of(swaps.Rows[row], row));
            shares[Paging.UsedSwapUtilizationRatio] = Ratio.Of(used[row], limits[row]);
            shares[Paging.FreeSwapUtilizationRatio] = Ratio.Of(free[row], limits[row]);
        }
    }
}
