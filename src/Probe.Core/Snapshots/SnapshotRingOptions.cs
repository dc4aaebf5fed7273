using Probe.Metrics;

namespace Probe.Snapshots;

/// <summary>How much a ring keeps, and of what.</summary>
public sealed record SnapshotRingOptions
{
    /// <summary>Memory for its passes, in bytes.</summary>
    public long Budget { get; init; } = 256 * 1024;

    /// <summary>The window of which an export sends only the last pass.</summary>
    public TimeSpan ExportInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most rows a table may hold in one pass.</summary>
    public int MaxRows { get; init; } = 10_000;

    /// <summary>Whether an instrument is asked for; by default, those of the default tier.</summary>
    public Func<Instrument, bool> Wanted { get; init; } = static instrument => instrument.Tier == Tier.Default;
}
