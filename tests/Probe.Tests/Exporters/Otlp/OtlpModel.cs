using System.Globalization;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Metrics.V1;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;
using Metric = OpenTelemetry.Proto.Metrics.V1.Metric;
using ProtoResource = OpenTelemetry.Proto.Resource.V1.Resource;

namespace Probe.Tests.Exporters.Otlp;

/// <summary>The plainest way from passes to OTLP: objects of the generated classes, built cell by cell. What the encoder is compared with.</summary>
internal static class OtlpModel
{
    private const string SchemaUrl = "https://opentelemetry.io/schemas/1.38.0";

    public static ExportMetricsServiceRequest Build(ReadOnlySpan<Snapshot> snapshots, Resource host, OtlpEntityAttributes mode = OtlpEntityAttributes.Resource)
    {
        var resources = new List<(string Identity, ResourceMetrics Metrics)> { ("", NewResource(Attributes(host))) };
        foreach (Snapshot snapshot in snapshots)
        {
            foreach (Table table in snapshot.Tables)
            {
                bool isEntity = table.Schema.Scope is Scope.Process or Scope.Container or Scope.Pod;
                AddTable(resources, table, snapshot.Time, host, isEntity && mode == OtlpEntityAttributes.Resource);
            }
        }

        var request = new ExportMetricsServiceRequest();
        request.ResourceMetrics.AddRange(resources.Select(r => r.Metrics).Where(m => m.ScopeMetrics[0].Metrics.Count > 0));
        return request;
    }

    /// <summary>What a process's resource must have: the host's attributes but its instance id, an id of its own, its own attributes.</summary>
    public static string InstanceId(ProtoResource resource) => resource.Attributes.Single(a => a.Key == "service.instance.id").Value.StringValue;

    /// <summary>Every point with all that belongs to it, as text.</summary>
    public static string[] Points(byte[] body) =>
    [
        .. from resource in ExportMetricsServiceRequest.Parser.ParseFrom(body).ResourceMetrics
           from metric in resource.ScopeMetrics.Single().Metrics
           let points = metric.DataCase switch
           {
               Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.Select(p => p.ToString()),
               Metric.DataOneofCase.Sum => metric.Sum.DataPoints.Select(p => $"{metric.Sum.IsMonotonic}{metric.Sum.AggregationTemporality}{p}"),
               Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints.Select(p => $"{metric.Histogram.AggregationTemporality}{p}"),
               _ => metric.ExponentialHistogram.DataPoints.Select(p => $"{metric.ExponentialHistogram.AggregationTemporality}{p}"),
           }
           from point in points
           select $"{resource.Resource}{metric.Name}{metric.Description}{metric.Unit}{point}",
    ];

    private static void AddTable(List<(string Identity, ResourceMetrics Metrics)> resources, Table table, Timestamp time, Resource host, bool ownResources)
    {
        int own = table.Schema.ResourceKeys.Length;
        foreach (IGrouping<string, int> rows in Enumerable.Range(0, table.Rows.Length).GroupBy(i => ownResources ? Identity(table.Schema, table.Rows[i]) : "").ToArray())
        {
            ResourceMetrics? into = resources.FirstOrDefault(r => r.Identity == rows.Key).Metrics;
            if (into is null)
            {
                Entity entity = table.Rows[rows.First()];
                into = NewResource(Attributes(host).Where(a => a.Key != "service.instance.id" && table.Schema.ResourceKeys.All(k => k.Name != a.Key))
                    .Append(Text("service.instance.id", "?")).Concat(Attributes(entity, 0, own)));
                resources.Add((rows.Key, into));
            }

            foreach (ColumnGroup group in table.Schema.Groups)
            {
                var metric = new Metric { Name = group.Instrument.Name, Description = group.Instrument.Description, Unit = group.Instrument.Unit.Ucum };
                for (int i = group.First; i < group.First + group.Count; i++)
                {
                    foreach (int row in rows)
                        AddPoint(metric, table, table.Schema.Columns[i], row, time, ownResources ? own : 0);
                }

                if (metric.DataCase != Metric.DataOneofCase.None)
                    into.ScopeMetrics[0].Metrics.Add(metric);
            }
        }
    }

    private static void AddPoint(Metric metric, Table table, Column column, int row, Timestamp time, int firstKey)
    {
        if (!table.Wants(column))
            return;
        Entity entity = table.Rows[row];
        long[] cells = table.Longs(column).Slice(row * column.Cells, column.Cells).ToArray();
        int lastKey = table.Schema.ResourceKeys.Length + table.Schema.Keys.Length;
        KeyValue[] attributes = [.. column.FixedAttributes.Where(a => a.Value != "").Select(a => Attribute(a.Key, a.Value)), .. Attributes(entity, firstKey, lastKey)];
        ulong start = (ulong)entity.Since.UnixNanoseconds, at = (ulong)time.UnixNanoseconds;
        bool isLong = column.Instrument.Type == NumberType.Long;
        double last = isLong ? cells[^1] : BitConverter.Int64BitsToDouble(cells[^1]);
        bool lastAbsent = isLong ? cells[^1] == long.MinValue : double.IsNaN(last);
        if (column.Instrument.IsHistogram ? cells[..^1].Contains(long.MinValue) : lastAbsent)
            return;
        ulong count = (ulong)cells[..^1].Sum();
        switch (column.Instrument.Kind)
        {
            case InstrumentKind.Gauge:
                metric.Gauge ??= new Gauge();
                metric.Gauge.DataPoints.Add(Number(0));
                break;
            case InstrumentKind.Histogram:
                metric.Histogram ??= new Histogram { AggregationTemporality = AggregationTemporality.Cumulative };
                var histogram = new HistogramDataPoint { StartTimeUnixNano = start, TimeUnixNano = at, Count = count };
                histogram.BucketCounts.AddRange(cells[..^1].Select(c => (ulong)c));
                histogram.ExplicitBounds.AddRange(column.Instrument.Bounds);
                histogram.Attributes.AddRange(attributes);
                if (!lastAbsent)
                    histogram.Sum = last;
                metric.Histogram.DataPoints.Add(histogram);
                break;
            case InstrumentKind.ExponentialHistogram:
                metric.ExponentialHistogram ??= new ExponentialHistogram { AggregationTemporality = AggregationTemporality.Cumulative };
                metric.ExponentialHistogram.DataPoints.Add(Exponential());
                break;
            default:
                metric.Sum ??= new Sum { AggregationTemporality = AggregationTemporality.Cumulative, IsMonotonic = column.Instrument.Kind == InstrumentKind.Counter };
                metric.Sum.DataPoints.Add(Number(start));
                break;
        }

        NumberDataPoint Number(ulong began)
        {
            var point = new NumberDataPoint { StartTimeUnixNano = began, TimeUnixNano = at };
            point.Attributes.AddRange(attributes);
            if (isLong)
                point.AsInt = cells[0];
            else
                point.AsDouble = last;
            return point;
        }

        ExponentialHistogramDataPoint Exponential()
        {
            Instrument instrument = column.Instrument;
            var point = new ExponentialHistogramDataPoint
            {
                StartTimeUnixNano = start, TimeUnixNano = at, Count = count, Scale = instrument.Scale, ZeroCount = (ulong)cells[0], ZeroThreshold = instrument.ZeroThreshold,
            };
            point.Attributes.AddRange(attributes);
            if (!lastAbsent)
                point.Sum = last;
            long[] positive = cells[1..^1];
            int first = Array.FindIndex(positive, c => c != 0), end = Array.FindLastIndex(positive, c => c != 0) + 1;
            if (first >= 0)
            {
                point.Positive = new ExponentialHistogramDataPoint.Types.Buckets { Offset = instrument.Offset + first };
                point.Positive.BucketCounts.AddRange(positive[first..end].Select(c => (ulong)c));
            }

            return point;
        }
    }

    private static ResourceMetrics NewResource(IEnumerable<KeyValue> attributes)
    {
        var metrics = new ResourceMetrics { Resource = new ProtoResource(), SchemaUrl = SchemaUrl };
        metrics.Resource.Attributes.AddRange(attributes);
        metrics.ScopeMetrics.Add(new ScopeMetrics { Scope = new InstrumentationScope { Name = "probe", Version = "0.1.0" }, SchemaUrl = SchemaUrl });
        return metrics;
    }

    private static string Identity(Schema schema, Entity entity) =>
        string.Concat(schema.ResourceKeys.Zip(entity.Values).Where(p => p.Second != "").Select(p => $"{p.First.Name}\0{p.Second}\0"));

    private static IEnumerable<KeyValue> Attributes(Resource resource) => resource.Attributes.Select(a => Text(a.Key, a.Value));

    private static IEnumerable<KeyValue> Attributes(Entity entity, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (entity.Values[i] != "")
                yield return Attribute(entity.Schema.EntityKeys[i], entity.Values[i]);
        }
    }

    private static KeyValue Attribute(AttributeKey key, string value) => key.IsInteger
        ? new KeyValue { Key = key.Name, Value = new AnyValue { IntValue = long.Parse(value, CultureInfo.InvariantCulture) } }
        : Text(key.Name, value);

    private static KeyValue Text(string key, string value) => new() { Key = key, Value = new AnyValue { StringValue = value } };
}
