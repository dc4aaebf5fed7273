using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Metrics.V1;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Exporters.Otlp;

public class OtlpEncoderTests
{
    [Fact]
    public void Any_passes_become_the_bytes_that_the_official_classes_write()
    {
        Prop.ForAll<int>(seed => Check(seed, OtlpEntityAttributes.Resource) && Check(seed, OtlpEntityAttributes.Points))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool Check(int seed, OtlpEntityAttributes mode)
    {
        Snapshot[] passes = new RandomPasses(seed).Make();
        ExportMetricsServiceRequest expected = OtlpModel.Build(passes, RandomPasses.Host, mode);

        OtlpRequest[] requests = new OtlpEncoder(new OtlpEncoding { EntityAttributes = mode }).Encode(passes, RandomPasses.Host).ToArray();

        if (expected.ResourceMetrics.Count == 0)
            return requests.Length == 0;
        byte[] actual = requests.Single().Body.ToArray();
        ExportMetricsServiceRequest decoded = ExportMetricsServiceRequest.Parser.ParseFrom(actual);
        TakeInstanceIds(expected, decoded);
        if (!expected.ToByteArray().AsSpan().SequenceEqual(actual))
            Assert.Equal(Lines(expected), Lines(decoded));
        Assert.Equal(decoded.ToByteArray(), actual);
        return true;
    }

    private static string[] Lines(ExportMetricsServiceRequest request) => request.ToString().Split("}, {");

    /// <summary>The id of an entity's instance is the encoder's choice: all the model knows is that it is a UUID and nobody else's.</summary>
    private static void TakeInstanceIds(ExportMetricsServiceRequest expected, ExportMetricsServiceRequest actual)
    {
        string[] ids = [.. actual.ResourceMetrics.Select(r => OtlpModel.InstanceId(r.Resource))];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "D", out _), id));
        foreach ((ResourceMetrics model, string id) in expected.ResourceMetrics.Zip(ids))
            model.Resource.Attributes.Single(a => a.Key == "service.instance.id").Value.StringValue = id;
    }
}
