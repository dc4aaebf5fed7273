using Probe.Snapshots;

namespace Probe.Web;

/// <summary>What the pages are made from and in.</summary>
internal sealed class WebContent
{
    public WebContent(SnapshotStore store, ScrapeStatistics statistics, TimeProvider clock, WebLimits limits)
    {
        Statistics = statistics;
        Clock = clock;
        Metrics = new MetricsReplies(store, Pool, clock, limits.ReplyTime);
    }

    public ScrapeStatistics Statistics { get; }

    public TimeProvider Clock { get; }

    public ReplyPool Pool { get; } = new();

    public MetricsReplies Metrics { get; }
}
