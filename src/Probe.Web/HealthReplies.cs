using System.Text.Json;
using Probe.Collection;
using Probe.Exporters.Otlp;
using Probe.Snapshots;

namespace Probe.Web;

/// <summary><c>/healthz</c> and <c>/readyz</c>, for those who restart us and those who send us work. Made anew for each request.</summary>
internal sealed class HealthReplies(SnapshotStore store, Heartbeats heartbeats, OtlpStatistics push, Degradations degradations, ReplyPool pool, TimeProvider clock)
{
    /// <summary>Whether the loops turn. A peer that fails or is absent is no reason to restart us.</summary>
    public Reply Health() => Write(heartbeats.Turn, json =>
    {
        json.WriteString("status", heartbeats.Turn ? "ok" : "stalled");
        json.WriteStartObject("loops");
        WriteLoop(json, "collection", heartbeats.Collection);
        WriteLoop(json, "push", heartbeats.Push);
        json.WriteEndObject();
        json.WriteStartObject("degraded");
        foreach ((string part, string reason) in degradations.All)
            json.WriteString(part, reason);
        json.WriteEndObject();
    });

    /// <summary>Whether anything has been collected that still stands; how the push goes is told beside it and changes nothing.</summary>
    public Reply Readiness()
    {
        int reporting = 0, silent = 0;
        foreach (SnapshotRing ring in store.Rings)
        {
            if (ring.TryReadLatest(out SnapshotLease lease))
            {
                lease.Dispose();
                reporting++;
            }
            else
            {
                silent++;
            }
        }

        return Write(reporting > 0, json =>
        {
            json.WriteString("status", reporting > 0 ? "ready" : "not_collecting");
            json.WriteStartObject("collectors");
            json.WriteNumber("reporting", reporting);
            json.WriteNumber("silent", silent);
            json.WriteEndObject();
            WritePush(json);
        });
    }

    private static void WriteLoop(Utf8JsonWriter json, string name, Heartbeat loop)
    {
        json.WriteStartObject(name);
        json.WriteString("state", loop.Limit is null ? "off" : !loop.Turns ? "stalled" : loop.Age is null ? "starting" : "turning");
        if (loop.Age is { } age)
            json.WriteNumber("age_seconds", Math.Round(age.TotalSeconds, 3));
        if (loop.Limit is { } limit)
            json.WriteNumber("limit_seconds", limit.TotalSeconds);
        json.WriteEndObject();
    }

    private void WritePush(Utf8JsonWriter json)
    {
        json.WriteStartObject("push");
        json.WriteString("state", push switch
        {
            { Endpoint: "" } => "off",
            { FailingSince: not null } => "failing",
            { LastSuccess: not null } => "ok",
            _ => "starting",
        });
        if (push.Endpoint.Length > 0)
            json.WriteString("endpoint", push.Endpoint);
        if (push.LastSuccess is { } success)
            json.WriteString("last_success", success);
        if (push.FailingSince is { } since)
            json.WriteString("failing_since", since);
        if (push.LastError is { } error)
            json.WriteString("last_error", error);
        json.WriteNumber("waiting_points", push.QueueUsage);
        json.WriteEndObject();
    }

    private Reply Write(bool isGood, Action<Utf8JsonWriter> content)
    {
        Reply reply = pool.Take();
        using (var json = new Utf8JsonWriter(reply.Begin(), new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return reply.End(isGood ? 200 : 503, "Content-Type: application/json\r\n"u8, default, clock.GetUtcNow());
    }
}
