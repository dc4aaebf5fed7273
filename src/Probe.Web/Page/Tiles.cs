using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Web.Page;

/// <summary>The row of figures at the top: is all well, how much is there, and what does it cost.</summary>
internal sealed class Tiles(ImmutableArray<CollectorView> collectors, SnapshotStore store, Heartbeats heartbeats, TimeSpan running)
{
    private const string Unknown = "–";

    public void Write(HtmlWriter page)
    {
        page.Markup("<dl class=\"tiles\">"u8);
        Write(page, "Loops", heartbeats.Turn ? "turning" : "stalled", $"for {Quantity.Of(running)}", heartbeats.Turn ? "good" : "bad");
        int failing = CountOf(CollectorState.Failing), partial = CountOf(CollectorState.Partial);
        Write(page, "Collectors", Quantity.OfCount(collectors.Length - CountOf(CollectorState.Absent)),
            failing + partial == 0 ? "all working" : $"{failing} failing, {partial} partial", failing > 0 ? "bad" : partial > 0 ? "warn" : "");
        Write(page, "Time series", collectors.Any(c => c.Series is not null) ? Quantity.OfCount(collectors.Sum(c => c.Series ?? 0)) : Unknown, "in the last passes");
        Write(page, "Passes kept", Quantity.OfBytes(collectors.Sum(c => c.Kept)), "for a receiver that comes back");
        Write(page, "Collecting costs", collectors.Any(c => c.Share is not null) ? Quantity.OfShare(collectors.Sum(c => c.Share ?? 0)) : Unknown, "of one processor");
        Write(page, "Memory", WorkingSet() is { } bytes ? Quantity.OfBytes(bytes) : Unknown, "Probe as a whole");
        page.Markup("</dl>\n"u8);
    }

    private static void Write(HtmlWriter page, string name, string value, string note, string tone = "") =>
        page.Markup("<div class=\"tile\"><dt>"u8).Text(name).Markup("</dt><dd class=\""u8).Text(tone).Markup("\">"u8).Text(value)
            .Markup("<small>"u8).Text(note).Markup("</small></dd></div>"u8);

    private int CountOf(CollectorState state) => collectors.Count(c => c.State == state);

    private long? WorkingSet()
    {
        if (!store.TryGet(Self.Runtime, out SnapshotRing ring) || !ring.TryReadLatest(out SnapshotLease lease))
            return null;
        using (lease)
        {
            Table runtime = lease.Snapshot[Self.Runtime];
            return runtime.Rows.Length == 1 && runtime.Longs(Self.WorkingSet)[0] is var bytes && !Cell.IsAbsent(bytes) ? bytes : null;
        }
    }
}
