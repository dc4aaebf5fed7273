using System.Collections.Immutable;
using System.Globalization;
using Probe.Collection;
using Probe.Exporters.Otlp;
using Probe.Snapshots;

namespace Probe.Web.Page;

/// <summary>The page at <c>/</c>: what is collected, from where and at what cost, and how pushing and pulling go. One file that asks for nothing else.</summary>
internal sealed class StatusPage(SnapshotStore store, Platform platform, Heartbeats heartbeats, OtlpStatistics push, ScrapeStatistics scrapes,
    Degradations degradations, TimeProvider clock)
{
    private readonly long _began = clock.GetTimestamp();

    /// <summary>Writes all of it.</summary>
    public void Write(HtmlWriter page)
    {
        Resource resource = store.Resource;
        string host = resource["host.name"] ?? "this machine";
        page.Markup("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Probe on "u8).Text(host)
            .Markup("</title><link rel=\"icon\" href=\"/icon.svg\"><style>"u8).Markup(PageAssets.Style)
            .Markup("</style></head>\n<body><header><h1>Probe <small>on "u8).Text(host)
            .Markup("</small></h1><nav><a href=\"/metrics\">/metrics</a><a href=\"/healthz\">/healthz</a><a href=\"/readyz\">/readyz</a><button type=\"button\" hidden>Pause (p)</button></nav></header>\n"u8)
            .Markup("<p class=\"notice\" id=\"lost\" role=\"status\" hidden>Probe does not answer. What is shown is old.</p>\n<main>"u8);
        ImmutableArray<CollectorView> collectors = CollectorView.Of(store, platform, clock);
        new Tiles(collectors, store, heartbeats, clock.GetElapsedTime(_began)).Write(page);
        WriteDegradations(page);
        new CollectorSection(collectors, platform).Write(page);
        new PushSection(push, clock).Write(page);
        WriteScrapes(page);
        WriteResource(page, resource);
        page.Markup("<footer>Made at "u8).Text(clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture))
            .Markup(" from the last passes. A collector's cost is the mean of all its passes.</footer></main>\n<script>"u8).Markup(PageAssets.Script)
            .Markup("</script></body></html>\n"u8);
    }

    private void WriteDegradations(HtmlWriter page)
    {
        foreach ((string part, string reason) in degradations.All)
            page.Markup("<p class=\"notice\"><strong>"u8).Text(part).Markup("</strong>: "u8).Text(reason).Markup("</p>\n"u8);
    }

    private void WriteScrapes(HtmlWriter page)
    {
        page.Markup("<h2>Pull</h2>\n<div class=\"card\"><table class=\"pairs\"><tbody>"u8);
        page.Markup("<tr><td>Prometheus reads</td><td><a href=\"/metrics\"><code>/metrics</code></a>, as OpenMetrics or as classic text</td></tr>"u8);
        page.Markup("<tr><td>Requests answered</td><td>"u8);
        bool any = false;
        foreach (int status in ScrapeStatistics.Statuses)
        {
            if (scrapes[status] == 0)
                continue;
            page.Text(any ? ", " : "").Count(scrapes[status]).Text(" × ").Text(status.ToString(CultureInfo.InvariantCulture));
            any = true;
        }

        page.Text(any ? "" : "none yet").Markup("</td></tr></tbody></table></div>\n"u8);
    }

    private static void WriteResource(HtmlWriter page, Resource resource)
    {
        if (resource.Attributes.IsEmpty)
            return;
        page.Markup("<h2>Who this is <small>sent beside every number</small></h2>\n<div class=\"card\"><table class=\"pairs\"><tbody>"u8);
        foreach ((string name, string value) in resource.Attributes)
            page.Markup("<tr><td><code>"u8).Text(name).Markup("</code></td><td>"u8).Text(value).Markup("</td></tr>"u8);
        page.Markup("</tbody></table></div>\n"u8);
    }
}
