using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using Probe.Catalog;
using Probe.Collection;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Hosting.SelfMetrics;

/// <summary>How pushing goes, in OpenTelemetry's own words for exporters and in ours for what waits in the rings. No rows while it is off.</summary>
internal sealed class ExportCollector(CollectorContext context, OtlpStatistics statistics, IOptionsMonitor<OtlpOptions> options) : ICollector
{
    private const string Export = "otlp";

    private readonly Timestamp _start = Timestamp.From(context.Clock.GetUtcNow());
    private readonly Dictionary<OtlpOutcome, (Entity Points, Entity Duration)> _outcomes = [];
    private readonly Entity _queue = new(Self.Exports, Timestamp.From(context.Clock.GetUtcNow()), Export);
    private string _endpoint = "";
    private string[] _component = [];
    private Entity? _inflight;
    private Entity? _reader;

    public void Collect(Snapshot snapshot)
    {
        if (statistics.Endpoint.Length == 0)
            return;
        if (statistics.Endpoint != _endpoint)
            Name(statistics.Endpoint);
        WriteQueue(snapshot[Self.Exports].Add(_queue));
        snapshot[Self.SdkInflight].Add(_inflight!).Set(Self.PointsInflight, statistics.InFlight);
        statistics.Encodings.CopyTo(snapshot[Self.SdkReader].Add(_reader!).Cells(Self.ReaderDuration));
        ImmutableArray<OtlpOutcome> outcomes = statistics.Outcomes;
        for (int i = 0; i < outcomes.Length; i++)
        {
            (Entity points, Entity duration) = EntitiesOf(outcomes[i]);
            if (TrySum(outcomes.AsSpan(), i, out long exported))
                snapshot[Self.SdkExports].Add(points).Set(Self.PointsExported, exported);
            outcomes[i].CopyDuration(snapshot[Self.SdkDurations].Add(duration).Cells(Self.ExportDuration));
        }
    }

    /// <summary>Adds up the points of one error type, whatever the HTTP status, where its first outcome stands.</summary>
    private static bool TrySum(ReadOnlySpan<OtlpOutcome> outcomes, int at, out long points)
    {
        points = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].ErrorType != outcomes[at].ErrorType)
                continue;
            if (i < at)
                return false;
            points += outcomes[i].Points;
        }

        return true;
    }

    private void WriteQueue(Table.Row row)
    {
        row.Set(Self.QueueUsage, statistics.QueueUsage);
        row.Set(Self.QueueLimit, statistics.QueueLimit);
        row[Self.QueueAge] = statistics.OldestWaiting is { } oldest ? Math.Max(0, (context.Clock.GetUtcNow() - oldest).TotalSeconds) : 0;
        row.Set(Self.RejectedDropped, statistics.Dropped(OtlpDropReason.Rejected));
        row.Set(Self.ExpiredDropped, statistics.Dropped(OtlpDropReason.Expired));
        row.Set(Self.QueueFullDropped, 0);          // a full ring drops its oldest pass, which counts as expired
    }

    private void Name(string endpoint)
    {
        var uri = new Uri(endpoint);
        string type = options.CurrentValue.Protocol == OtlpProtocol.Grpc ? "otlp_grpc_metric_exporter" : "otlp_http_metric_exporter";
        _endpoint = endpoint;
        _component = [type, type + "/0", uri.Host, uri.Port.ToString(CultureInfo.InvariantCulture)];
        _inflight = new Entity(Self.SdkInflight, _start, [.. _component]);
        _reader = new Entity(Self.SdkReader, _start, "periodic_metric_reader", "periodic_metric_reader/0", "");
        _outcomes.Clear();
    }

    private (Entity Points, Entity Duration) EntitiesOf(OtlpOutcome outcome)
    {
        if (_outcomes.TryGetValue(outcome, out (Entity Points, Entity Duration) known))
            return known;
        string status = outcome.StatusCode > 0 ? outcome.StatusCode.ToString(CultureInfo.InvariantCulture) : "";
        var made = (new Entity(Self.SdkExports, _start, [.. _component, outcome.ErrorType]), new Entity(Self.SdkDurations, _start, [.. _component, outcome.ErrorType, status]));
        _outcomes.Add(outcome, made);
        return made;
    }
}
