using Google.Protobuf.Collections;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Metrics.V1;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;
using Metric = OpenTelemetry.Proto.Metrics.V1.Metric;

namespace Probe.Tests.Exporters.Otlp;

/// <summary>The same passes through our encoder and through the OpenTelemetry SDK, decoded by the official definitions.</summary>
/// <remarks>
/// They differ in this and nothing else:
/// the start time (ours is when the thing began, the SDK's when its meter did; a gauge of ours has none),
/// the time (ours is the pass's, the SDK's the export's),
/// the scope's name and version and the schema URLs (the SDK sends no schema),
/// histograms (the SDK has none that observes),
/// the resources (ours has one for each process, the SDK one for all: compared with the attributes on the points),
/// and the order of points and attributes.
/// </remarks>
public sealed class SdkEncoderTests
{
    private static readonly Resource s_host = new([new("service.name", "probe"), new("host.name", "tin")]);

    public static TheoryData<string> Hosts { get; } = [.. RosterCase.All.Select(c => c.Host).Distinct()];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_points_of_a_recorded_host_are_those_the_SDK_sends(string host)
    {
        Snapshot[] passes = [.. RosterCase.All.Where(c => c.Host == host).Select(c => c.Collect(c.Kernel)), MakeSample()];

        ExportMetricsServiceRequest ours = Encode(passes), theirs = await SdkEncoder.EncodeAsync(passes, s_host);

        string[] points = [.. Points(ours).Order(StringComparer.Ordinal)], histograms = [.. points.Where(p => p.StartsWith("Histogram", StringComparison.Ordinal))];
        Assert.Equal(3, histograms.Length);
        Assert.True(points.Length > 100);
        Assert.Equal(points.Except(histograms), Points(theirs).Order(StringComparer.Ordinal));
        Assert.Equal(Text(ours.ResourceMetrics.Single().Resource.Attributes), Text(theirs.ResourceMetrics.Single().Resource.Attributes));
    }

    private static ExportMetricsServiceRequest Encode(Snapshot[] passes)
    {
        var encoder = new OtlpEncoder(new OtlpEncoding { EntityAttributes = OtlpEntityAttributes.Points, MaxRequestLength = int.MaxValue });
        encoder.Encode(passes, s_host);
        return ExportMetricsServiceRequest.Parser.ParseFrom(encoder.Requests[0].Body.Span);
    }

    // A recording has no histogram, and no number near the limits of its kind.
    private static Snapshot MakeSample()
    {
        var table = new Table(Snapshots.Sample.Schema);
        Snapshots.Sample.Fill(table, (1L << 62) + 1, rows: 3);
        return new Snapshot(table) { Time = new Timestamp(2) };
    }

    /// <summary>Every point with all that must be the same, as text.</summary>
    private static IEnumerable<string> Points(ExportMetricsServiceRequest request) =>
        from metric in request.ResourceMetrics.SelectMany(r => r.ScopeMetrics).SelectMany(s => s.Metrics)
        from point in metric.DataCase switch
        {
            Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.Select(Text),
            Metric.DataOneofCase.Sum => metric.Sum.DataPoints.Select(p => $"{metric.Sum.IsMonotonic} {metric.Sum.AggregationTemporality} {Text(p)}"),
            _ => metric.Histogram.DataPoints.Select(p => Text(p.Attributes)),
        }
        select $"{metric.DataCase} {metric.Name} {metric.Unit} {metric.Description} {point}";

    private static string Text(NumberDataPoint point) => $"{point.ValueCase} {(point.HasAsInt ? point.AsInt : BitConverter.DoubleToInt64Bits(point.AsDouble))} {Text(point.Attributes)}";

    private static string Text(RepeatedField<KeyValue> attributes) => string.Join(' ', attributes.Select(a => a.ToString()).Order(StringComparer.Ordinal));
}
