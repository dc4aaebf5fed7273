using Probe.Collection;
using Probe.Exporters;
using Probe.Exporters.Otlp;
using Probe.Exporters.Prometheus;
using Probe.Snapshots;
using Probe.Web.Page;

namespace Probe.Web;

/// <summary>What there is to serve, each piece made from what the others of the house know.</summary>
internal sealed class WebContent
{
    private readonly CachedReply[] _page;
    private readonly StatusPage _status;
    private readonly Reply _icon;

    public WebContent(SnapshotStore store, Platform platform, Heartbeats heartbeats, OtlpStatistics push, Degradations degradations,
        ScrapeStatistics statistics, TimeProvider clock, WebLimits limits)
    {
        Statistics = statistics;
        Clock = clock;
        Metrics = new MetricsReplies(store, Pool, clock, limits.ReplyTime);
        Health = new HealthReplies(store, heartbeats, push, degradations, Pool, clock);
        _status = new StatusPage(store, platform, heartbeats, push, statistics, degradations, clock);
        _page = [.. new[] { false, true }.Select(packed => new CachedReply(store, clock, limits.ReplyTime, () => MakePage(packed)))];
        _icon = Pool.Take();
        _icon.Begin().Append(PageAssets.Icon);
        _icon.End(200, "Content-Type: image/svg+xml\r\n"u8, default, clock.GetUtcNow());
    }

    public ScrapeStatistics Statistics { get; }

    public TimeProvider Clock { get; }

    public ReplyPool Pool { get; } = new();

    public MetricsReplies Metrics { get; }

    public HealthReplies Health { get; }

    /// <summary>The page's icon, held for the caller.</summary>
    public Reply Icon => _icon.Hold();

    /// <summary>The page, held for the caller.</summary>
    public Reply Page(bool isPacked) => _page[isPacked ? 1 : 0].Get();

    private Reply MakePage(bool isPacked)
    {
        Reply reply = Pool.Take();
        var page = new TextBuffer();
        _status.Write(new HtmlWriter(page));
        if (isPacked)
            reply.BeginPacked(page.Span);
        else
            reply.Begin().Append(page.Span);
        return reply.End(200, "Content-Type: text/html; charset=utf-8\r\n"u8, isPacked ? PageAssets.PackedHeaders : PageAssets.Headers, Clock.GetUtcNow());
    }
}
