using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Configuration;

/// <summary>Makes a collector's ring as the settings ask for it.</summary>
internal static class CollectorRings
{
    /// <summary>An empty ring for that collector.</summary>
    /// <param name="descriptor">The collector.</param>
    /// <param name="options">All options.</param>
    /// <param name="export">Time between pushes: of the passes within it an export sends the last.</param>
    /// <param name="clock">What stamps a pass.</param>
    public static SnapshotRing Make(CollectorDescriptor descriptor, BoundOptions options, TimeSpan export, TimeProvider clock) =>
        new(descriptor.Name, descriptor.Tables, OptionsOf(descriptor, options, export), clock);

    /// <summary>How much that collector's ring keeps, and of what.</summary>
    public static SnapshotRingOptions OptionsOf(CollectorDescriptor descriptor, BoundOptions options, TimeSpan export)
    {
        var collector = options.Get<CollectorOptions>(descriptor.Name);
        TimeSpan interval = collector.IntervalOf(descriptor) ?? Intervals.Default;
        return new SnapshotRingOptions
        {
            Budget = collector.Budget,
            ExportInterval = export,
            MaxAge = interval * 3,
            MaxRows = collector.MaxRows,
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
