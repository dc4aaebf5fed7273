using System.Text.Json;
using Probe.Exporters.Otlp;

namespace Probe.Tests.Web;

public class HealthTests
{
    [Fact]
    public async Task Healthz_says_whether_the_loops_turn_and_a_failing_peer_is_no_matter()
    {
        await using WebServer server = await WebServer.StartAsync();
        server.Heartbeats.Collection.Promise(TimeSpan.FromSeconds(10));
        server.Heartbeats.Collection.Beat();
        server.Push.Target("http://127.0.0.1:4318/v1/metrics");
        server.Push.Failed(server.Clock.GetUtcNow(), "refused");
        server.Degradations.Set("config", "appsettings.json:3: \"x\"");

        RawReply good = await server.GetAsync("/healthz");
        server.Advance(TimeSpan.FromSeconds(41));
        RawReply bad = await server.GetAsync("/healthz");

        Assert.Equal((200, "application/json"), (good.Status, good.Headers["Content-Type"]));
        JsonElement json = JsonDocument.Parse(good.Body).RootElement;
        Assert.Equal("ok", json.GetProperty("status").GetString());
        Assert.Equal("turning", json.GetProperty("loops").GetProperty("collection").GetProperty("state").GetString());
        Assert.Equal("off", json.GetProperty("loops").GetProperty("push").GetProperty("state").GetString());
        Assert.Equal("appsettings.json:3: \"x\"", json.GetProperty("degraded").GetProperty("config").GetString());
        Assert.Equal(503, bad.Status);
        json = JsonDocument.Parse(bad.Body).RootElement;
        Assert.Equal("stalled", json.GetProperty("status").GetString());
        Assert.Equal(41, json.GetProperty("loops").GetProperty("collection").GetProperty("age_seconds").GetDouble());
    }

    [Fact]
    public async Task Readyz_is_green_while_something_collected_stands()
    {
        await using WebServer server = await WebServer.StartAsync();

        Assert.Equal(200, (await server.GetAsync("/readyz")).Status);
        server.Advance(TimeSpan.FromSeconds(31));
        RawReply stale = await server.GetAsync("/readyz");

        Assert.Equal(503, stale.Status);
        Assert.Equal(1, JsonDocument.Parse(stale.Body).RootElement.GetProperty("collectors").GetProperty("silent").GetInt32());
    }

    [Fact]
    public async Task Readyz_tells_of_the_push_beside_it()
    {
        await using WebServer server = await WebServer.StartAsync();
        Assert.Equal("off", await StateAsync());

        server.Push.Target("http://127.0.0.1:4318/v1/metrics");
        Assert.Equal("starting", await StateAsync());
        server.Push.Succeeded(server.Clock.GetUtcNow());
        Assert.Equal("ok", await StateAsync());
        server.Push.Failed(server.Clock.GetUtcNow(), "503 Service Unavailable");
        Assert.Equal("failing", await StateAsync());

        async Task<string?> StateAsync()
        {
            RawReply reply = await server.GetAsync("/readyz");
            Assert.Equal(200, reply.Status);
            return JsonDocument.Parse(reply.Body).RootElement.GetProperty("push").GetProperty("state").GetString();
        }
    }
}
