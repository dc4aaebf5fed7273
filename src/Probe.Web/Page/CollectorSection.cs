using System.Collections.Immutable;
using Probe.Collection;
using Probe.Metrics;

namespace Probe.Web.Page;

/// <summary>The collectors, a row each: state, source, cost, and folded away what they answer.</summary>
internal sealed class CollectorSection(ImmutableArray<CollectorView> collectors, Platform platform)
{
    public void Write(HtmlWriter page)
    {
        page.Markup("<h2>Collected here</h2>\n<div class=\"card\"><table class=\"list\"><thead><tr><th scope=\"col\">Collector</th><th scope=\"col\">State</th><th scope=\"col\">From</th>"u8)
            .Markup("<th scope=\"col\" class=\"n\">Every</th><th scope=\"col\" class=\"n\">Last pass</th><th scope=\"col\" class=\"n\">Rows</th><th scope=\"col\" class=\"n\">Cost of a pass</th></tr></thead>\n<tbody>"u8);
        double dearest = collectors.Max(c => (double?)c.Share.GetValueOrDefault()) ?? 0;
        foreach (CollectorView collector in collectors)
            WriteRow(page, collector, dearest);
        page.Markup("</tbody></table></div>\n"u8);
        WriteOff(page);
    }

    private static void WriteRow(HtmlWriter page, CollectorView collector, double dearest)
    {
        page.Markup("<tr><td class=\"half\"><details id=\"c-"u8).Text(collector.Ring.Name).Markup("\"><summary>"u8).Text(collector.Ring.Name).Markup("</summary>"u8);
        WriteQuestions(page, collector);
        page.Markup("</details></td>"u8);
        WriteState(page, collector);
        page.Markup("<td class=\"from wide\" data-of=\"From\">"u8);
        foreach (string source in collector.Sources)
            page.Markup("<code>"u8).Text(source).Markup("</code>"u8);
        page.Markup("</td><td class=\"n\" data-of=\"Every\">"u8).Text(Quantity.Of(collector.Interval));
        page.Markup("</td><td class=\"n\" data-of=\"Last pass\">"u8).Text(collector.Age is not { } age ? "none yet" : age.TotalSeconds < 1 ? "just now" : Quantity.Of(age) + " ago");
        page.Markup("</td><td class=\"n\" data-of=\"Rows\">"u8).Count(collector.Rows);
        if (collector.Series is > 0 and { } series)
            page.Markup("<small>"u8).Count(series).Markup(" series</small>"u8);
        WriteCost(page, collector, dearest);
        page.Markup("</tr>\n"u8);
    }

    private static void WriteState(HtmlWriter page, CollectorView collector)
    {
        (string tone, string word) = collector.State switch
        {
            CollectorState.Working => ("good", "working"),
            CollectorState.Partial => ("warn", "partial"),
            CollectorState.Failing => ("bad", "failing"),
            CollectorState.Absent => ("idle", "not here"),
            _ => ("idle", "starting"),
        };
        page.Markup("<td class=\"half\"><span class=\"state "u8).Text(tone).Markup("\">"u8).Text(word).Markup("</span>"u8);
        if (collector.State == CollectorState.Partial && collector.Descriptor?.Right is { } right)
            page.Markup("<small>needs "u8).Text(right).Markup("</small>"u8);
        if (collector.Failures > 0)
            page.Markup("<small>"u8).Count(collector.Failures).Markup(" of "u8).Count(collector.Passes).Markup(" passes failed</small>"u8);
        page.Markup("</td>"u8);
    }

    private static void WriteCost(HtmlWriter page, CollectorView collector, double dearest)
    {
        page.Markup("<td class=\"n\" data-of=\"Cost\">"u8);
        if (collector is { Duration: { } duration, Share: { } share })
        {
            int width = dearest > 0 ? (int)Math.Ceiling(share / dearest * 100) : 0;
            page.Text(Quantity.Of(duration)).Markup("<small>"u8).Text(Quantity.OfShare(share)).Markup(" CPU</small>"u8)
                .Markup("<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\""u8).Text(width.ToString())
                .Markup("\" height=\"4\"/></svg>"u8);
        }
        else
        {
            page.Text("–");
        }

        page.Markup("</td>"u8);
    }

    private static void WriteQuestions(HtmlWriter page, CollectorView collector)
    {
        page.Markup("<ul>"u8);
        foreach (Schema table in collector.Ring.Schemas)
        {
            foreach (ColumnGroup group in table.Groups)
            {
                if (!IsWanted(collector, table, group))
                    continue;
                page.Markup("<li><code>"u8).Text(group.Instrument.Name).Markup("</code> "u8).Text(group.Instrument.Unit.Ucum)
                    .Markup(" – "u8).Text(group.Instrument.Description).Markup("</li>"u8);
            }
        }

        page.Markup("</ul>"u8);
    }

    private static bool IsWanted(CollectorView collector, Schema table, ColumnGroup group)
    {
        for (int i = group.First; i < group.First + group.Count; i++)
        {
            if (collector.Ring.Options.Wanted(table.Columns[i]))
                return true;
        }

        return false;
    }

    private void WriteOff(HtmlWriter page)
    {
        string off = string.Join(", ", platform.Collectors.Where(d => d.Interval is not null && collectors.All(c => c.Ring.Name != d.Name)).Select(d => d.Name));
        if (off.Length > 0)
            page.Markup("<p>Off by the settings: "u8).Text(off).Markup(".</p>\n"u8);
    }
}
