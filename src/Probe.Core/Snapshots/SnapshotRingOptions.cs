using Probe.Metrics;

namespace Probe.Snapshots;

/// <summary>How much a ring keeps, and of what.</summary>
public sealed record SnapshotRingOptions
{
    /// <summary>Memory for its passes, in bytes.</summary>
    public long Budget { get; init; } = 256 * 1024;

    /// <summary>The window of which an export sends only the last pass.</summary>
    public TimeSpan ExportInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a pass stands as the latest: three of its collector's intervals.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most rows a table may hold in one pass.</summary>
    public int MaxRows { get; init; } = 10_000;

    /// <summary>Whether a column is asked for; by default, those of the default tier, but not <see cref="Catalog.Cpu.Total"/>.</summary>
    /// <remarks>The processors' times and their sum are the same instruments: whoever wants one of the two tables must not want the other.</remarks>
    public Func<Column, bool> Wanted { get; init; } =
        static column => column.Instrument.Tier == Tier.Default && column.Schema != Catalog.Cpu.Total;
}
