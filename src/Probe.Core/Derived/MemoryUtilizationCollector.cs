using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Derived;

/// <summary>The share of physical memory, and of the huge page pool, in each use.</summary>
/// <remarks>Source: the latest pass of <see cref="Memory.Usage"/>. An empty huge page pool has no shares.</remarks>
public sealed class MemoryUtilizationCollector(CollectorContext context) : ICollector
{
    private static readonly ImmutableArray<(Column Share, Column Usage, Column Limit)> s_shares =
    [
        (Memory.UsedUsageUtilization, Memory.UsedUsageBytes, Memory.Limit),
        (Memory.FreeUsageUtilization, Memory.FreeUsageBytes, Memory.Limit),
        (Memory.BuffersUsageUtilization, Memory.BuffersUsageBytes, Memory.Limit),
        (Memory.CachedUsageUtilization, Memory.CachedUsageBytes, Memory.Limit),
        (Memory.UsedHugePageUtilization, Memory.UsedHugePageUsage, Memory.HugePageLimit),
        (Memory.FreeHugePageUtilization, Memory.FreeHugePageUsage, Memory.HugePageLimit),
    ];

    private readonly Entity _memory = new(Memory.Utilization, context.Host.Boot);

    /// <inheritdoc/>
    public void Collect(Snapshot snapshot)
    {
        if (!context.Store.TryGet(Memory.Usage, out SnapshotRing ring) || !ring.TryReadLatest(out SnapshotLease lease))
            return;
        using SnapshotLease held = lease;
        Table usage = lease.Snapshot[Memory.Usage];
        if (usage.Rows.IsEmpty)
            return;
        Table.Row row = snapshot[Memory.Utilization].Add(_memory);
        foreach ((Column share, Column part, Column limit) in s_shares)
            row[share] = Ratio.Of(usage.Longs(part)[0], usage.Longs(limit)[0]);
    }
}
