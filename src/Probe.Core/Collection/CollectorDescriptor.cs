using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Collection;

/// <summary>A line in a platform's roster: what a collector fills, how often, and how to make it.</summary>
/// <param name="Name">Its name in the settings, in <c>probe inspect</c> and in Probe's own metrics.</param>
/// <param name="Tables">The tables it fills; no other collector fills them.</param>
/// <param name="Interval">Time between passes unless the settings say otherwise; null: only when inspected.</param>
/// <param name="Create">Makes it. Called once for each start of its loop.</param>
/// <param name="Blocking">May wait on hardware or a peer: runs on a single-flight lane of its own, the rest run on the scheduler's thread.</param>
/// <param name="After">A derived collector: runs when this table's ring commits, with its time.</param>
public sealed record CollectorDescriptor(string Name, ImmutableArray<Schema> Tables, TimeSpan? Interval,
    Func<CollectorContext, ICollector> Create, bool Blocking = false, Schema? After = null)
{
    /// <summary>What it reads, as names of kernel sources, for <c>probe metrics</c> and <c>probe doctor</c>.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The right without which some of its rows are missing, such as <c>CAP_SYSLOG</c>; null when an ordinary user sees them all.</summary>
    public string? Right { get; init; }

    /// <summary>Most rows each of its tables may hold unless the settings say otherwise.</summary>
    public int MaxRows { get; init; } = 10_000;

    /// <summary>Whether it runs without being enabled in the settings.</summary>
    public bool EnabledByDefault { get; init; } = true;
}
