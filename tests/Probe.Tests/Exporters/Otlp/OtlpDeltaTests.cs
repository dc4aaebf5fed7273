using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Metrics.V1;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;
using Metric = OpenTelemetry.Proto.Metrics.V1.Metric;

namespace Probe.Tests.Exporters.Otlp;

public class OtlpDeltaTests
{
    private static readonly Column s_count = Instrument.Counter("count", Unit.One, NumberType.Long, "");
    private static readonly Column s_time = Instrument.Counter("time", Unit.Seconds, NumberType.Double, "");
    private static readonly Column s_used = Instrument.UpDownCounter("used", Unit.One, NumberType.Long, "");
    private static readonly Column s_load = Instrument.Gauge("load", Unit.One, NumberType.Double, "");
    private static readonly Column s_spread = Instrument.Histogram("spread", Unit.One, NumberType.Double, [1, 2], "");
    private static readonly Schema s_schema = new("t", [], [new AttributeKey("k")], [], [s_count, s_time, s_used, s_load, s_spread], Scope.Host);

    private readonly OtlpEncoder _encoder = new(new OtlpEncoding { Temporality = OtlpTemporality.Delta });
    private readonly Entity _old = new(s_schema, new Timestamp(10), "old");

    [Fact]
    public void The_first_pass_says_nothing_of_totals_from_before_our_time()
    {
        Dictionary<string, Metric> metrics = Push(100, (_old, 5, 0.5, [1, 2, 3], 7.5));

        Assert.Equal(["load", "used"], metrics.Keys.Order());
        Assert.Equal(AggregationTemporality.Cumulative, metrics["used"].Sum.AggregationTemporality);
        Assert.Equal(10u, metrics["used"].Sum.DataPoints.Single().StartTimeUnixNano);
    }

    [Fact]
    public void Later_passes_say_what_came_since_the_one_sent_before()
    {
        Push(100, (_old, 5, 0.5, [1, 2, 3], 7.5));
        _encoder.Acknowledge();

        Dictionary<string, Metric> metrics = Push(110, (_old, 9, 0.75, [1, 4, 3], 9.5));

        Sum count = metrics["count"].Sum;
        Assert.Equal((AggregationTemporality.Delta, true), (count.AggregationTemporality, count.IsMonotonic));
        Assert.Equal((100u, 110u, 4), (count.DataPoints[0].StartTimeUnixNano, count.DataPoints[0].TimeUnixNano, count.DataPoints[0].AsInt));
        Assert.Equal(0.25, metrics["time"].Sum.DataPoints[0].AsDouble);
        HistogramDataPoint spread = metrics["spread"].Histogram.DataPoints[0];
        Assert.Equal(AggregationTemporality.Delta, metrics["spread"].Histogram.AggregationTemporality);
        Assert.Equal((100u, 2u, 2.0), (spread.StartTimeUnixNano, spread.Count, spread.Sum));
        Assert.Equal([0u, 2u, 0u], spread.BucketCounts);
        Assert.Equal(1, metrics["load"].Gauge.DataPoints[0].AsDouble);
    }

    [Fact]
    public void What_was_not_acknowledged_is_said_again()
    {
        Push(100, (_old, 5, 0.5, [1, 2, 3], 7.5));
        _encoder.Acknowledge();
        Push(110, (_old, 9, 0.75, [1, 4, 3], 9.5));

        NumberDataPoint count = Push(120, (_old, 10, 1, [1, 4, 3], 9.5))["count"].Sum.DataPoints[0];

        Assert.Equal((100u, 120u, 5), (count.StartTimeUnixNano, count.TimeUnixNano, count.AsInt));
    }

    [Fact]
    public void A_row_born_since_then_says_all_it_has_and_an_older_one_waits()
    {
        Push(100, (_old, 5, 0.5, [1, 2, 3], 7.5));
        _encoder.Acknowledge();

        Sum count = Push(110, (new Entity(s_schema, new Timestamp(20), "came late"), 7, 1, [0, 0, 0], 0), (_old, 6, 1, [1, 2, 3], 7.5),
            (new Entity(s_schema, new Timestamp(105), "born"), 3, 1, [0, 0, 0], 0))["count"].Sum;

        Assert.Equal(["old", "born"], count.DataPoints.Select(p => p.Attributes.Single().Value.StringValue));
        Assert.Equal([(100u, 1), (105u, 3)], count.DataPoints.Select(p => (p.StartTimeUnixNano, p.AsInt)));
    }

    [Fact]
    public void A_total_that_fell_began_anew()
    {
        Push(100, (_old, 5, 0.5, [1, 2, 3], 7.5));
        _encoder.Acknowledge();

        Dictionary<string, Metric> metrics = Push(110, (_old, 2, 0.125, [1, 1, 9], 1));

        Assert.Equal((100u, 2), (metrics["count"].Sum.DataPoints[0].StartTimeUnixNano, metrics["count"].Sum.DataPoints[0].AsInt));
        Assert.Equal(0.125, metrics["time"].Sum.DataPoints[0].AsDouble);
        Assert.Equal([1u, 1u, 9u], metrics["spread"].Histogram.DataPoints[0].BucketCounts);
    }

    private Dictionary<string, Metric> Push(long time, params (Entity Entity, long Count, double Time, long[] Buckets, double Sum)[] rows)
    {
        var table = new Table(s_schema);
        foreach ((Entity entity, long count, double seconds, long[] buckets, double sum) in rows)
        {
            Table.Row row = table.Add(entity);
            row.Set(s_count, count);
            row[s_time] = seconds;
            row.Set(s_used, 1);
            row[s_load] = 1;
            buckets.CopyTo(row.Cells(s_spread));
            row.Cells(s_spread)[^1] = BitConverter.DoubleToInt64Bits(sum);
        }

        byte[] body = _encoder.Encode([new Snapshot(table) { Time = new Timestamp(time) }], Resource.Empty)[0].Body.ToArray();
        return ExportMetricsServiceRequest.Parser.ParseFrom(body).ResourceMetrics.Single().ScopeMetrics.Single().Metrics.ToDictionary(m => m.Name);
    }
}
