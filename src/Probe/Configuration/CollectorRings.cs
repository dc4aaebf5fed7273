using Probe.Catalog;
using Probe.Collection;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Configuration;

/// <summary>What the settings ask of a collector's ring.</summary>
internal static class CollectorRings
{
    /// <summary>How much that collector's ring keeps, and of what.</summary>
    public static SnapshotRingOptions OptionsOf(CollectorDescriptor descriptor, BoundOptions options)
    {
        var collector = options.Get<CollectorOptions>(descriptor.Name);
        TimeSpan interval = collector.IntervalOf(descriptor) ?? Intervals.Default;
        return new SnapshotRingOptions
        {
            Budget = collector.Budget,
            ExportInterval = options.Get<OtlpOptions>().Interval,
            MaxAge = interval * 3,
            MaxRows = collector.MaxRowsOf(descriptor),
            Wanted = Wanted(options),
        };
    }

    /// <summary>Which columns the settings ask for.</summary>
    public static Func<Column, bool> Wanted(BoundOptions options)
    {
        var metrics = options.Get<MetricsOptions>();
        bool perCpu = options.Get<CollectorOptions>("cpu").PerCpu;

        // Each logical CPU's time or their sum, never both: whoever adds them up would count twice.
        return column => metrics.Wants(column.Instrument)
            && (column.Schema != Cpu.PerCpu || perCpu)
            && (column.Schema != Cpu.Total || !perCpu);
    }
}
