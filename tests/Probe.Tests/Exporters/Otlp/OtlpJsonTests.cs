using System.Text;
using Google.Protobuf;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Exporters.Otlp;

public class OtlpJsonTests
{
    [Fact]
    public void The_text_is_the_same_request_to_the_official_parser()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            Snapshot[] passes = new RandomPasses(seed).Make();
            ReadOnlySpan<OtlpRequest> requests = new OtlpEncoder(new OtlpEncoding()).Encode(passes, RandomPasses.Host);
            byte[] expected = requests.IsEmpty ? [] : requests[0].Body.ToArray();

            string text = Write(output => OtlpJson.Write(passes, RandomPasses.Host, output));

            Assert.Equal(expected, JsonParser.Default.Parse<ExportMetricsServiceRequest>(text).ToByteArray());
        }
    }

    [Fact]
    public void Whole_numbers_are_text_and_enumerations_numbers_as_otlp_has_it()
    {
        var schema = new Schema("t", [], [AttributeKey.Integer("n")], [], [Instrument.Counter("count", Unit.One, NumberType.Long, "Count.")], Scope.Host);
        var table = new Table(schema);
        table.Add(new Entity(schema, new Timestamp(5), "7")).Set(schema.Columns[0], long.MaxValue);

        string text = Write(output => OtlpJson.Write([new Snapshot(table) { Time = new Timestamp(6) }], Resource.Empty, output));

        Assert.Contains("""
            {"name":"count","description":"Count.","unit":"1","sum":{"dataPoints":[{"startTimeUnixNano":"5","timeUnixNano":"6","asInt":"9223372036854775807","attributes":[{"key":"n","value":{"intValue":"7"}}]}],"aggregationTemporality":2,"isMonotonic":true}}
            """, text);
    }

    [Fact]
    public void A_store_without_passes_is_an_empty_request() =>
        Assert.Equal("{}", Write(output => OtlpJson.Write(new SnapshotStore(), output)));

    private static string Write(Action<Stream> write)
    {
        var output = new MemoryStream();
        write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
