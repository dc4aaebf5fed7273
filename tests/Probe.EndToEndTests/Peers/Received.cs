using System.Collections.Immutable;
using System.Text.Json;

namespace Probe.EndToEndTests.Peers;

/// <summary>Everything a Collector wrote down, flattened: one record for each point, span and log record.</summary>
internal sealed record Received(ImmutableArray<ReceivedPoint> Points, ImmutableArray<ReceivedSpan> Spans, ImmutableArray<ReceivedLog> Logs)
{
    /// <summary>What a Collector has that nobody has reached yet.</summary>
    public static Received Nothing { get; } = new([], [], []);

    /// <summary>The points of one metric.</summary>
    public IEnumerable<ReceivedPoint> this[string metric] => Points.Where(p => p.Metric == metric);

    /// <summary>Counts, for a failed test's message.</summary>
    public override string ToString() =>
        $"{Points.Length} points of {Points.Select(p => p.Metric).Distinct().Count()} metrics, {Spans.Length} spans, {Logs.Length} log records";

    /// <summary>These and what more lines hold: OTLP/JSON, a request a line.</summary>
    public Received And(IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0)
            return this;
        ImmutableArray<ReceivedPoint>.Builder points = Points.ToBuilder();
        ImmutableArray<ReceivedSpan>.Builder spans = Spans.ToBuilder();
        ImmutableArray<ReceivedLog>.Builder logs = Logs.ToBuilder();
        foreach (string line in lines)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            foreach ((ReceivedSource source, JsonElement metric) in Items(document.RootElement, "resourceMetrics", "scopeMetrics", "metrics"))
                points.AddRange(PointsOf(source, metric));
            foreach ((ReceivedSource source, JsonElement span) in Items(document.RootElement, "resourceSpans", "scopeSpans", "spans"))
                spans.Add(new ReceivedSpan(source, Text(span, "name")));
            foreach ((ReceivedSource source, JsonElement log) in Items(document.RootElement, "resourceLogs", "scopeLogs", "logRecords"))
                logs.Add(new ReceivedLog(source, log.TryGetProperty("body", out JsonElement body) ? Value(body) : ""));
        }

        return new Received(points.ToImmutable(), spans.ToImmutable(), logs.ToImmutable());
    }

    private static IEnumerable<(ReceivedSource Source, JsonElement Item)> Items(JsonElement root, string resources, string scopes, string items) =>
        from resource in Each(root, resources)
        let resourceAttributes = Attributes(resource.TryGetProperty("resource", out JsonElement named) ? named : default)
        from scope in Each(resource, scopes)
        let scopeHead = scope.TryGetProperty("scope", out JsonElement head) ? head : default
        let source = new ReceivedSource(resourceAttributes, Text(resource, "schemaUrl"), Text(scopeHead, "name"), Text(scopeHead, "version"), Text(scope, "schemaUrl"))
        from item in Each(scope, items)
        select (source, item);

    private static IEnumerable<ReceivedPoint> PointsOf(ReceivedSource source, JsonElement metric)
    {
        JsonProperty data = metric.EnumerateObject().Single(p => p.Name is "sum" or "gauge" or "histogram" or "exponentialHistogram" or "summary");
        string temporality = data.Value.TryGetProperty("aggregationTemporality", out JsonElement number)
            ? number.GetInt32() switch { 1 => "delta", 2 => "cumulative", _ => "unspecified" } : "";
        bool monotonic = data.Value.TryGetProperty("isMonotonic", out JsonElement rises) && rises.GetBoolean();
        foreach (JsonElement point in Each(data.Value, "dataPoints"))
        {
            yield return new ReceivedPoint(source, Text(metric, "name"), Text(metric, "unit"), Text(metric, "description"),
                data.Name, monotonic, temporality, Attributes(point), Time(point, "startTimeUnixNano"), Time(point, "timeUnixNano"),
                point.TryGetProperty("asInt", out _), Number(point), point.Clone());
        }
    }

    private static IEnumerable<JsonElement> Each(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement array) ? array.EnumerateArray() : [];

    private static ImmutableSortedDictionary<string, string> Attributes(JsonElement parent) =>
        Each(parent, "attributes").ToImmutableSortedDictionary(a => Text(a, "key"), a => Value(a.GetProperty("value")));

    private static string Value(JsonElement any) => any.EnumerateObject().FirstOrDefault().Value.ToString();

    private static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement text) ? text.GetString()! : "";

    private static long Time(JsonElement point, string name) =>
        point.TryGetProperty(name, out JsonElement text) ? long.Parse(text.GetString()!) : 0;

    private static double Number(JsonElement point) =>
        point.TryGetProperty("asInt", out JsonElement integer) ? long.Parse(integer.GetString()!)
        : point.TryGetProperty("asDouble", out JsonElement number) ? number.GetDouble()
        : double.NaN;
}

/// <summary>Whose data it is and who made it.</summary>
internal sealed record ReceivedSource(ImmutableSortedDictionary<string, string> Resource, string ResourceSchemaUrl,
    string Scope, string ScopeVersion, string ScopeSchemaUrl);

/// <summary>One point of one metric, times in nanoseconds since 1970.</summary>
/// <param name="Value">Not a number for a histogram, whose buckets are in <paramref name="Json"/>.</param>
internal sealed record ReceivedPoint(ReceivedSource Source, string Metric, string Unit, string Description, string Kind, bool IsMonotonic,
    string Temporality, ImmutableSortedDictionary<string, string> Attributes, long Start, long Time, bool IsInteger, double Value, JsonElement Json);

/// <summary>One span.</summary>
internal sealed record ReceivedSpan(ReceivedSource Source, string Name);

/// <summary>One log record.</summary>
internal sealed record ReceivedLog(ReceivedSource Source, string Body);
