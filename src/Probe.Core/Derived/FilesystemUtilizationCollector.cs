using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Derived;

/// <summary>The share of each mounted filesystem that is used, free or kept back, and of its inodes that is taken.</summary>
/// <remarks>Source: the latest pass of <see cref="Filesystems.Mounts"/>.</remarks>
public sealed class FilesystemUtilizationCollector(CollectorContext context) : ICollector
{
    private readonly MirroredEntities _filesystems = new(Filesystems.Utilization);

    /// <inheritdoc/>
    public void Collect(Snapshot snapshot)
    {
        if (!context.Store.TryGet(Filesystems.Mounts, out SnapshotRing ring) || !ring.TryReadLatest(out SnapshotLease lease))
            return;
        using SnapshotLease held = lease;
        Table mounts = lease.Snapshot[Filesystems.Mounts];
        ReadOnlySpan<long> limits = mounts.Longs(Filesystems.Limit);
        for (int i = 0; i < mounts.Rows.Length; i++)
        {
            Table.Row row = snapshot[Filesystems.Utilization].Add(_filesystems.Of(mounts.Rows[i], i));
            row[Filesystems.UsedUtilizationRatio] = Ratio.Of(mounts.Longs(Filesystems.UsedUsage)[i], limits[i]);
            row[Filesystems.FreeUtilizationRatio] = Ratio.Of(mounts.Longs(Filesystems.FreeUsage)[i], limits[i]);
            row[Filesystems.ReservedUtilizationRatio] = Ratio.Of(mounts.Longs(Filesystems.ReservedUsage)[i], limits[i]);
            row[Filesystems.InodeUtilization] = Ratio.Of(mounts.Longs(Filesystems.UsedInodeUsage)[i], mounts.Longs(Filesystems.InodeLimit)[i]);
        }
    }
}
