using Probe.Collection;
using Probe.Configuration;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Hosting;

/// <summary>Works out from all settings which collectors run, and how.</summary>
internal sealed class CollectorPlans(BoundOptions options)
{
    /// <summary>The plan of a collector; null where it does not run: switched off, or nobody wants any of its columns.</summary>
    public CollectorPlan? For(CollectorDescriptor descriptor)
    {
        var collector = options.Get<CollectorOptions>(descriptor.Name);
        SnapshotRingOptions ring = CollectorRings.OptionsOf(descriptor, options);
        if (!collector.IsEnabled(descriptor) || !descriptor.Tables.Any(t => ColumnMask.Where(t, ring.Wanted).Any))
            return null;
        return new CollectorPlan(collector.IntervalOf(descriptor) ?? Intervals.Default, ring);
    }
}
