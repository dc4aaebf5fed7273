using Google.Protobuf;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using Probe.Exporters.Otlp;
using Probe.Snapshots;

namespace Probe.Tests.Exporters.Otlp;

public class RequestSplitterTests
{
    [Fact]
    public void Two_halves_hold_every_point_once_in_order()
    {
        int split = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            Snapshot[] passes = new RandomPasses(seed).Make();
            ReadOnlySpan<OtlpRequest> requests = new OtlpEncoder(new OtlpEncoding()).Encode(passes, RandomPasses.Host);
            if (requests.IsEmpty || requests[0].Points < 2)
                continue;

            OtlpRequest[] halves = RequestSplitter.Halve(requests[0]);

            Assert.Equal([requests[0].Points / 2, requests[0].Points - requests[0].Points / 2], halves.Select(h => h.Points));
            Assert.Equal(OtlpModel.Points(requests[0].Body.ToArray()), halves.SelectMany(h => OtlpModel.Points(h.Body.ToArray())));
            Assert.All(halves, half =>
            {
                Assert.Equal(half.Points, OtlpModel.Points(half.Body.ToArray()).Length);
                Assert.Equal(ExportMetricsServiceRequest.Parser.ParseFrom(half.Body.Span).ToByteArray(), half.Body.ToArray());
                Assert.Equal(half.Body.ToArray(), half.Framed[5..].ToArray());
                Assert.Equal(half.Body.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(half.Framed.Span[1..]));
            });
            split++;
        }

        Assert.InRange(split, 30, 60);
    }
}
