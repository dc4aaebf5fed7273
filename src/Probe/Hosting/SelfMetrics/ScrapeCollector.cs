using System.Collections.Immutable;
using System.Globalization;
using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Web;

namespace Probe.Hosting.SelfMetrics;

/// <summary>Requests that the web has answered, by status code; a code that never was has no row.</summary>
internal sealed class ScrapeCollector(CollectorContext context, ScrapeStatistics statistics) : ICollector
{
    private const int Good = 200;

    private readonly ImmutableArray<(int Status, Entity Entity)> _statuses =
    [
        .. ScrapeStatistics.Statuses.Select(s => (s, new Entity(Self.Scrapes, Timestamp.From(context.Clock.GetUtcNow()), s.ToString(CultureInfo.InvariantCulture)))),
    ];

    public void Collect(Snapshot snapshot)
    {
        foreach ((int status, Entity entity) in _statuses)
        {
            long count = statistics[status];
            if (count > 0 || status == Good)        // a series of good ones from nought on, not out of nowhere
                snapshot[Self.Scrapes].Add(entity).Set(Self.ScrapeRequests, count);
        }
    }
}
