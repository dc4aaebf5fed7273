using Probe.Snapshots;

namespace Probe.Hosting;

/// <summary>How a collector runs, worked out from all the settings that touch it. A reload makes a new one.</summary>
/// <param name="Interval">Time between passes; of no meaning to one that follows another's passes.</param>
/// <param name="Ring">What its ring keeps, and which columns are wanted.</param>
internal sealed record CollectorPlan(TimeSpan Interval, SnapshotRingOptions Ring)
{
    /// <summary>Where nothing was found: the time to the next try.</summary>
    public TimeSpan Retry => Interval * 5 > s_leastRetry ? Interval * 5 : s_leastRetry;

    private static readonly TimeSpan s_leastRetry = TimeSpan.FromMinutes(1);
}
