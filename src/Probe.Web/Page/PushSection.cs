using Probe.Exporters.Otlp;

namespace Probe.Web.Page;

/// <summary>How pushing goes.</summary>
internal sealed class PushSection(OtlpStatistics push, TimeProvider clock)
{
    public void Write(HtmlWriter page)
    {
        page.Markup("<h2>Push</h2>\n<div class=\"card\"><table class=\"pairs\"><tbody>"u8);
        if (push.Endpoint.Length == 0)
            page.Markup("<tr><td>State</td><td><span class=\"state idle\">off</span></td></tr>"u8);
        else
            WriteState(page);
        page.Markup("</tbody></table></div>\n"u8);
    }

    private void WriteState(HtmlWriter page)
    {
        page.Markup("<tr><td>State</td><td>"u8);
        if (push.FailingSince is { } since)
            page.Markup(push.LastSuccess is null ? "<span class=\"state warn\">not reached yet</span> for "u8 : "<span class=\"state bad\">failing</span> for "u8).Text(Since(since)).Markup(": "u8).Text(push.LastError ?? "");
        else if (push.LastSuccess is not null)
            page.Markup("<span class=\"state good\">working</span>"u8);
        else
            page.Markup("<span class=\"state idle\">starting</span>"u8);
        page.Markup("</td></tr><tr><td>Receiver</td><td><code>"u8).Text(push.Endpoint).Markup("</code></td></tr><tr><td>Last taken</td><td>"u8)
            .Text(push.LastSuccess is { } success ? Since(success) + " ago" : "never").Markup("</td></tr><tr><td>Points</td><td>"u8);
        foreach (OtlpOutcome outcome in push.Outcomes)
        {
            page.Count(outcome.Points).Text(outcome.ErrorType.Length == 0 ? " taken" : $" not taken ({outcome.ErrorType})").Text(", ");
        }

        page.Count(push.QueueUsage).Text(" of ").Count(push.QueueLimit).Text(" waiting");
        if (push.OldestWaiting is { } oldest)
            page.Text($", the oldest for {Since(oldest)}");
        page.Markup("</td></tr><tr><td>Given up</td><td>"u8).Count(push.Dropped(OtlpDropReason.Rejected)).Text(" refused, ")
            .Count(push.Dropped(OtlpDropReason.Expired)).Text(" too old").Markup("</td></tr>"u8);
    }

    private string Since(DateTimeOffset time) => Quantity.Of(clock.GetUtcNow() - time);
}
