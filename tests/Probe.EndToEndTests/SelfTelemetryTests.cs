using Probe.EndToEndTests.Peers;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>What the native program tells of itself by the OpenTelemetry SDK, as a real Collector takes it.</summary>
public sealed class SelfTelemetryTests(PublishedProbe probe, CollectorFixture fixture) : IClassFixture<CollectorFixture>
{
    [Theory]
    [InlineData("HttpProtobuf")]
    [InlineData("Grpc")]
    public async Task Traces_metrics_and_logs_arrive_with_the_resource_of_the_pushes(string protocol)
    {
        await using ProbeDaemon daemon = ProbeDaemon.Start(probe,
            [.. fixture.Collector.Way(protocol, tls: true), ("Otlp:Compression", "Gzip"), ("Resource:Attributes:test.way", protocol), ("SelfTelemetry:Enabled", "true")]);

        Received received = await ArrivedAsync(daemon, protocol,
            r => r["probe.passes"].Any() && r["system.cpu.time"].Any() && r["probe.push.duration"].Any()
                && r.Spans.Any(s => s.Name == "pass") && r.Spans.Any(s => s.Name == "push") && r.Logs.Any(l => l.Body.StartsWith("Serving the page", StringComparison.Ordinal)));

        var resource = received["system.cpu.time"].First().Source.Resource;
        Assert.Equal("probe", resource["service.name"]);
        Assert.All(received.Spans, s => Assert.Equal(resource, s.Source.Resource));
        Assert.All(received.Logs, l => Assert.Equal(resource, l.Source.Resource));
        Assert.All(received["probe.passes"], p => Assert.Equal(resource, p.Source.Resource));
        Assert.All(received["probe.passes"], p => Assert.Equal("Probe", p.Source.Scope));
    }

    private async Task<Received> ArrivedAsync(ProbeDaemon daemon, string way, Func<Received, bool> enough)
    {
        try
        {
            return Of(await fixture.Collector.ReceivedAsync($"all signals by {way}", r => enough(Of(r, way)), TimeSpan.FromMinutes(1)), way);
        }
        finally
        {
            daemon.Daemon.Tell();
        }
    }

    private static Received Of(Received received, string way)
    {
        return new Received([.. received.Points.Where(p => IsIts(p.Source))], [.. received.Spans.Where(s => IsIts(s.Source))], [.. received.Logs.Where(l => IsIts(l.Source))]);

        bool IsIts(ReceivedSource source) => source.Resource.GetValueOrDefault("test.way") == way;
    }
}
