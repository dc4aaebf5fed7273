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
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void A_long_push_is_split_between_points_and_loses_none()
    {
        Prop.ForAll<int>(seed =>
        {
            Snapshot[] passes = new RandomPasses(seed).Make();
            const int limit = 4096, largestPoint = 2048;
            byte[] whole = Encode(passes, new OtlpEncoding()).SingleOrDefault() ?? [];

            byte[][] parts = Encode(passes, new OtlpEncoding { MaxRequestLength = limit });

            Assert.All(parts, part => Assert.InRange(part.Length, 1, limit + largestPoint));
            Assert.Equal(OtlpModel.Points(whole), parts.SelectMany(OtlpModel.Points));
            Assert.True(parts.Length <= 1 + whole.Length / (limit / 4));
            Assert.All(parts, part => Assert.Equal(part, ExportMetricsServiceRequest.Parser.ParseFrom(part).ToByteArray()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void Every_request_knows_its_points_and_has_a_frame_before_it()
    {
        Snapshot[] passes = new RandomPasses(7).Make();
        var encoder = new OtlpEncoder(new OtlpEncoding { MaxRequestLength = 2048 });

        foreach (OtlpRequest request in encoder.Encode(passes, RandomPasses.Host))
        {
            Assert.Equal(OtlpModel.Points(request.Body.ToArray()).Length, request.Points);
            Assert.Equal([0, .. BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(request.Body.Length)), .. request.Body.ToArray()], request.Framed.ToArray());
        }

        Assert.True(encoder.Requests.Length > 1);
        Assert.Equal(encoder.Requests.ToArray().Sum(r => r.Points), encoder.PointsOfPasses.ToArray().Sum());
    }

    [Theory]
    [InlineData(OtlpTemporality.Cumulative, OtlpEntityAttributes.Resource)]
    [InlineData(OtlpTemporality.Cumulative, OtlpEntityAttributes.Points)]
    [InlineData(OtlpTemporality.Delta, OtlpEntityAttributes.Resource)]
    public void A_push_like_the_one_before_allocates_nothing(OtlpTemporality temporality, OtlpEntityAttributes mode)
    {
        Snapshot[] passes = [.. Enumerable.Range(1, 20).SelectMany(seed => new RandomPasses(seed).Make())];
        var encoder = new OtlpEncoder(new OtlpEncoding { Temporality = temporality, EntityAttributes = mode, MaxRequestLength = 4096 });
        Push();
        Push();

        long before = GC.GetAllocatedBytesForCurrentThread();
        Push();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.True(encoder.Requests.Length > 3);

        void Push()
        {
            encoder.Encode(passes, RandomPasses.Host);
            encoder.Acknowledge();
        }
    }

    [Fact]
    public void Each_process_has_the_same_instance_id_in_every_push_and_on_another_host_another()
    {
        var schema = new Schema("p", [AttributeKey.Integer("process.pid")], [], [], [Instrument.Gauge("g", Unit.One, NumberType.Long, "")], Scope.Process);
        var table = new Table(schema);
        for (int pid = 0; pid < 1000; pid++)
            table.Add(new Entity(schema, default, $"{pid}")).Set(schema.Columns[0], pid);

        string[] first = InstanceIds(table, "host-a"), again = InstanceIds(table, "host-a"), elsewhere = InstanceIds(table, "host-b");

        Assert.Equal(first, again);
        Assert.Equal(2000, first.Concat(elsewhere).Distinct().Count());
    }

    [Fact]
    public void A_new_resource_is_in_the_next_push()
    {
        Snapshot[] passes = new RandomPasses(3).Make();
        var encoder = new OtlpEncoder(new OtlpEncoding());
        encoder.Encode(passes, RandomPasses.Host);

        byte[] body = encoder.Encode(passes, RandomPasses.Host.With(new KeyValuePair<string, string>("cloud.region", "eu-central-1")))[0].Body.ToArray();

        Assert.All(ExportMetricsServiceRequest.Parser.ParseFrom(body).ResourceMetrics,
            r => Assert.Contains(r.Resource.Attributes, a => a.Key == "cloud.region" && a.Value.StringValue == "eu-central-1"));
    }

    private static string[] InstanceIds(Table table, string host)
    {
        var resource = new Resource([new("service.instance.id", host)]);
        byte[] body = new OtlpEncoder(new OtlpEncoding()).Encode([new Snapshot(table) { Time = new Timestamp(1) }], resource)[0].Body.ToArray();
        return [.. ExportMetricsServiceRequest.Parser.ParseFrom(body).ResourceMetrics.Select(r => OtlpModel.InstanceId(r.Resource))];
    }

    private static byte[][] Encode(Snapshot[] passes, OtlpEncoding encoding) =>
        [.. new OtlpEncoder(encoding).Encode(passes, RandomPasses.Host).ToArray().Select(r => r.Body.ToArray())];

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
