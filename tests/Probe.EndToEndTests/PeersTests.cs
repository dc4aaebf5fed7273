using System.Net.Http.Headers;
using System.Text;
using Probe.EndToEndTests.Peers;

namespace Probe.EndToEndTests;

/// <summary>The peers themselves: what they say is only worth something if they say what they were told.</summary>
public sealed class PeersTests
{
    private const string OnePoint =
        """
        {"resourceMetrics":[{"resource":{"attributes":[{"key":"host.name","value":{"stringValue":"here"}}]},"schemaUrl":"urn:r","scopeMetrics":[{"scope":{"name":"s","version":"1"},
        "metrics":[{"name":"a.b","unit":"By","sum":{"aggregationTemporality":2,"isMonotonic":true,"dataPoints":[{"startTimeUnixNano":"1000000000","timeUnixNano":"1700000000000000000","asInt":"9007199254740993","attributes":[{"key":"k","value":{"stringValue":"v"}}]}]}}]}]}]}
        """;

    [Fact]
    public async Task The_collector_writes_down_what_it_was_sent_and_goes_on_after_a_kill()
    {
        await using Collector collector = await Collector.StartAsync();
        string http = collector.Http;
        await PostAsync(http + "/v1/metrics");

        Received received = await collector.ReceivedAsync("one point", r => r.Points.Length == 1);

        ReceivedPoint point = Assert.Single(received["a.b"]);
        Assert.Equal("here", point.Source.Resource["host.name"]);
        Assert.Equal(("s", "1", "urn:r"), (point.Source.Scope, point.Source.ScopeVersion, point.Source.ResourceSchemaUrl));
        Assert.Equal(("By", "sum", true, "cumulative"), (point.Unit, point.Kind, point.IsMonotonic, point.Temporality));
        Assert.Equal((1_000_000_000, 1_700_000_000_000_000_000), (point.Start, point.Time));
        Assert.Equal("9007199254740993", point.Json.GetProperty("asInt").GetString());

        await collector.KillAsync();
        await collector.RestartAsync();
        Assert.Equal(http, collector.Http);
        await PostAsync(http + "/v1/metrics");
        await collector.ReceivedAsync("a second point", r => r.Points.Length == 2);
    }

    [Fact]
    public async Task VictoriaMetrics_gives_back_an_empty_store_at_first()
    {
        await using VictoriaMetrics store = await VictoriaMetrics.StartAsync();

        Assert.Empty(await store.SeriesAsync("system.cpu.time"));
    }

    [Fact]
    public async Task Prometheus_tells_why_it_cannot_scrape()
    {
        await using PrometheusServer prometheus = await PrometheusServer.StartAsync("127.0.0.1:1");

        await Running.Poll.UntilAsync("errors of both jobs", async () =>
            (await prometheus.LastErrorsAsync()).Values.All(e => e.Contains("refused", StringComparison.Ordinal)) ? "yes" : null);
    }

    private static async Task PostAsync(string address)
    {
        using var http = new HttpClient();
        using var content = new StringContent(OnePoint, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage answer = await http.PostAsync(address, content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
