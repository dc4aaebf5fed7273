using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Derived;

/// <summary>The share of the time between two passes that each disk had a request in flight.</summary>
/// <remarks>Source: the last two passes of <see cref="Disk.Devices"/>. A disk that serves many requests at once may be at 1 and take more.</remarks>
public sealed class DiskUtilizationCollector(CollectorContext context) : ICollector
{
    private readonly MirroredEntities _devices = new(Disk.Utilization);

    /// <inheritdoc/>
    public void Collect(Snapshot snapshot)
    {
        if (!PassPair.TryRead(context.Store, Disk.Devices, out PassPair pair))
            return;
        using PassPair held = pair;
        Table now = pair.Now(Disk.Devices), before = pair.Before(Disk.Devices);
        for (int row = 0; row < now.Rows.Length; row++)
        {
            int earlier = PassPair.FindRow(before, now.Rows[row], row);
            if (earlier < 0)
                continue;
            Table.Row share = snapshot[Disk.Utilization].Add(_devices.Of(now.Rows[row], row));
            share[Disk.UtilizationRatio] = pair.Share(before.Doubles(Disk.IoTime)[earlier], now.Doubles(Disk.IoTime)[row]);
        }
    }
}
