using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Probe.Tests.Exporters.Prometheus;
using Probe.Web;

namespace Probe.Tests.Web;

public class WebListenerTests
{
    [Fact]
    public async Task Metrics_come_as_classic_text_or_as_OpenMetrics()
    {
        await using WebServer server = await WebServer.StartAsync();

        RawReply classic = await server.GetAsync("/metrics");
        RawReply open = await server.GetAsync("/metrics", "Accept: application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5\r\n");

        Assert.Equal((200, "text/plain; version=0.0.4; charset=utf-8"), (classic.Status, classic.Headers["Content-Type"]));
        Assert.Equal((200, "application/openmetrics-text; version=1.0.0; charset=utf-8"), (open.Status, open.Headers["Content-Type"]));
        Assert.Equal(0.5, PrometheusText.Series(classic.Text)["load_average{system_device=a}"]);
        Assert.Equal(0.5, PrometheusText.Series(open.Text, openMetrics: true)["load_average{system_device=a}"]);
    }

    [Fact]
    public async Task A_reply_is_never_older_than_the_last_pass()
    {
        await using WebServer server = await WebServer.StartAsync();
        Assert.Contains(" 0.5\n", (await server.GetAsync("/metrics")).Text);

        WebServer.Load.Commit(server.Store.Rings[0], 7);

        Assert.Contains(" 7\n", (await server.GetAsync("/metrics")).Text);
    }

    [Fact]
    public async Task A_pass_that_no_longer_stands_leaves_the_text_within_a_second()
    {
        await using WebServer server = await WebServer.StartAsync();
        server.Advance(TimeSpan.FromSeconds(29.5));
        Assert.NotEmpty((await server.GetAsync("/metrics")).Body);

        server.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty((await server.GetAsync("/metrics")).Body);
    }

    [Fact]
    public async Task A_body_is_packed_when_asked_for()
    {
        await using WebServer server = await WebServer.StartAsync();

        RawReply plain = await server.GetAsync("/metrics");
        RawReply packed = await server.GetAsync("/metrics", "Accept-Encoding: gzip\r\n");

        Assert.Equal("gzip", packed.Headers["Content-Encoding"]);
        using var unpacked = new GZipStream(new MemoryStream(packed.Body), CompressionMode.Decompress);
        Assert.Equal(plain.Text, await new StreamReader(unpacked).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/nothing")]
    public async Task HEAD_has_the_same_head_and_no_body(string path)
    {
        await using WebServer server = await WebServer.StartAsync();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        RawReply get = await client.ReadReplyAsync();
        await client.SendAsync($"HEAD {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        RawReply head = await client.ReadReplyAsync(isHead: true);
        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        RawReply again = await client.ReadReplyAsync();

        Assert.Equal(get.Status, head.Status);
        Assert.Equal(get.Headers, head.Headers);
        Assert.Equal(get.Text, again.Text);
    }

    [Theory]
    [InlineData("GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n", 404, false)]
    [InlineData("GET /metrics/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 404, false)]
    [InlineData("POST /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", 405, false)]
    [InlineData("GET /metrics HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421, false)]
    [InlineData("GET http://evil.example/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", 421, false)]
    [InlineData("GET /metrics HTTP/1.1\r\n\r\n", 400, true)]
    [InlineData("GET /metrics HTTP/1.1\nHost: localhost\n\n", 400, true)]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello", 400, true)]
    [InlineData("GET / HTTP/3.0\r\nHost: localhost\r\n\r\n", 505, true)]
    [InlineData("\u0016\u0003\u0001\u0002\n", 400, true)]
    public async Task What_is_not_served_gets_a_plain_refusal(string request, int status, bool closes)
    {
        await using WebServer server = await WebServer.StartAsync();

        RawReply reply = await server.ExchangeAsync(request);

        Assert.Equal(status, reply.Status);
        Assert.Equal(closes, reply.Headers.ContainsKey("Connection"));
        Assert.StartsWith("text/plain", reply.Headers["Content-Type"]);
        Assert.Equal(1, server.Statistics[status]);
    }

    [Theory]
    [InlineData("GET /", "a", "", 414)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX: ", "a", "", 431)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n", "X: y\r\n", "", 431)]
    public async Task A_head_of_more_than_eight_kibibytes_is_refused(string begin, string repeated, string end, int status)
    {
        await using WebServer server = await WebServer.StartAsync();
        string filling = string.Concat(Enumerable.Repeat(repeated, 200_000 / repeated.Length));

        Assert.Equal(status, (await server.ExchangeAsync(begin + filling + end)).Status);
    }

    [Fact]
    public async Task The_largest_head_that_fits_is_answered()
    {
        await using WebServer server = await WebServer.StartAsync();
        string begin = "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX: ";
        string request = begin + new string('a', 8192 - begin.Length - 4) + "\r\n\r\n";

        Assert.Equal(200, (await server.ExchangeAsync(request)).Status);
    }

    [Fact]
    public async Task Requests_sent_at_once_are_answered_one_after_another()
    {
        await using WebServer server = await WebServer.StartAsync();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync(
            "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n\r\nHEAD /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"
            + "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\nGET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n");

        Assert.Equal(200, (await client.ReadReplyAsync()).Status);
        Assert.Equal(200, (await client.ReadReplyAsync(isHead: true)).Status);
        Assert.Equal(404, (await client.ReadReplyAsync()).Status);
        Assert.Equal(200, (await client.ReadReplyAsync()).Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task A_request_may_come_byte_by_byte()
    {
        await using WebServer server = await WebServer.StartAsync();
        using RawClient client = await server.ConnectAsync();

        // Many times, since the network may still deliver some bytes together.
        for (int i = 0; i < 100; i++)
        {
            foreach (char c in "\r\nGET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
                await client.SendAsync(c.ToString());

            Assert.Equal(200, (await client.ReadReplyAsync()).Status);
        }
    }

    [Fact]
    public async Task An_old_client_gets_its_reply_and_the_end()
    {
        await using WebServer server = await WebServer.StartAsync();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync("GET /metrics HTTP/1.0\r\n\r\n");

        Assert.Equal(200, (await client.ReadReplyAsync()).Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task A_request_that_does_not_end_is_told_so_when_its_time_is_up()
    {
        await using WebServer server = await WebServer.StartAsync();
        using RawClient client = await server.ConnectAsync();
        await client.SendAsync("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\nGET /metrics HTTP/1.1\r\nHost: local");
        Assert.Equal(200, (await client.ReadReplyAsync()).Status);      // so the rest has been read as well

        await server.AdvanceUntil(TimeSpan.FromSeconds(10), () => server.Statistics[408] == 1);

        Assert.Equal(408, (await client.ReadReplyAsync()).Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task A_connection_that_says_nothing_is_closed_without_a_word()
    {
        await using WebServer server = await WebServer.StartAsync();
        using RawClient client = await server.ConnectAsync();
        await WebServer.Eventually(() => server.Connected == 1);

        await server.AdvanceUntil(TimeSpan.FromSeconds(10), () => server.Connected == 0);

        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task A_kept_connection_waits_longer_than_a_scrape_interval()
    {
        await using WebServer server = await WebServer.StartAsync();
        using RawClient client = await server.ConnectAsync();
        await client.SendAsync("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await client.ReadReplyAsync();

        server.Advance(TimeSpan.FromSeconds(60));
        await client.SendAsync("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Equal(200, (await client.ReadReplyAsync()).Status);
        await server.AdvanceUntil(TimeSpan.FromMinutes(2), () => server.Connected == 0);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task A_client_that_takes_no_reply_is_given_up()
    {
        await using WebServer server = await WebServer.StartAsync(limits: new WebLimits { SendTime = TimeSpan.FromSeconds(30) });
        WebServer.Load.Commit(server.Store.Rings[0], 1, rows: 5000, new string('x', 400));      // two megabytes a reply
        using RawClient client = await server.ConnectAsync();
        Task flood = FloodAsync(client);

        await server.AdvanceUntil(TimeSpan.FromSeconds(30), () => server.Connected == 0);

        await flood;
    }

    [Fact]
    public async Task One_connection_too_many_takes_the_place_of_the_one_that_waited_longest()
    {
        await using WebServer server = await WebServer.StartAsync(limits: new WebLimits { Connections = 2 });
        using RawClient first = await server.ConnectAsync();
        await WebServer.Eventually(() => server.Connected == 1);
        server.Advance(TimeSpan.FromSeconds(1));
        using RawClient second = await server.ConnectAsync();
        await WebServer.Eventually(() => server.Connected == 2);
        server.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(200, (await server.GetAsync("/metrics")).Status);

        Assert.True(await first.IsClosedAsync());
        await second.SendAsync("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(200, (await second.ReadReplyAsync()).Status);
    }

    [Fact]
    public async Task A_client_that_comes_while_all_are_being_served_is_told_so()
    {
        await using WebServer server = await WebServer.StartAsync(limits: new WebLimits { Connections = 1 });
        WebServer.Load.Commit(server.Store.Rings[0], 1, rows: 5000, new string('x', 400));      // two megabytes a reply
        RawClient greedy = await server.ConnectAsync();
        Task flood = FloodAsync(greedy);

        // Until its first reply fills the network, the greedy one may lose its place as any other.
        RawReply? reply = null;
        for (int i = 0; i < 1000 && reply?.Status != 503; i++)
        {
            if (flood.IsCompleted)
                flood = FloodAsync(greedy = await server.ConnectAsync());
            try
            {
                reply = await server.GetAsync("/readyz");
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // turned away before the request was out: the reply is lost with the connection
            }
        }

        Assert.Equal(503, reply!.Status);
        Assert.True(server.Statistics[503] > 0);
        greedy.Dispose();
        await flood;
    }

    [Fact]
    public async Task A_thousand_idle_clients_do_not_keep_a_scraper_out()
    {
        await using WebServer server = await WebServer.StartAsync(TimeProvider.System);
        RawClient[] idle = [.. Enumerable.Range(0, 1000).Select(_ => new RawClient())];
        foreach (RawClient client in idle)
            await client.ConnectAsync(server.EndPoint);

        for (int i = 0; i < 10; i++)
            Assert.Equal(200, (await server.GetAsync("/metrics")).Status);

        Assert.InRange(server.Connected, 1, WebLimits.Default.Connections);
        foreach (RawClient client in idle)
            client.Dispose();
    }

    [Fact]
    public async Task A_taken_port_is_said_once_and_taken_when_it_becomes_free()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using WebServer server = await WebServer.StartAsync(clock, new WebOptions { Listen = other.LocalEndPoint!.ToString()! }, listens: false);
        await WebServer.Eventually(() => server.Log.Lines.Length == 1);
        await server.AdvanceUntil(TimeSpan.FromSeconds(60), () => true);
        Assert.Null(server.Listener.EndPoint);

        other.Dispose();
        await server.AdvanceUntil(TimeSpan.FromSeconds(10), () => server.Listener.EndPoint is not null);

        Assert.Equal(200, (await server.GetAsync("/metrics")).Status);
        Assert.Equal([3002, 3001], server.Log.Lines.Select(l => l.Id));
    }

    [Fact]
    public async Task Two_listeners_never_share_a_port()
    {
        await using WebServer first = await WebServer.StartAsync();
        await using WebServer second = await WebServer.StartAsync(
            new FakeTimeProvider(DateTimeOffset.UnixEpoch), new WebOptions { Listen = first.EndPoint.ToString() }, listens: false);

        await WebServer.Eventually(() => second.Log.Lines.Length == 1);

        Assert.Equal(3002, second.Log.Lines[0].Id);
        Assert.Null(second.Listener.EndPoint);
    }

    [Fact]
    public async Task A_new_address_in_the_settings_moves_the_listener_and_an_empty_one_ends_it()
    {
        await using WebServer server = await WebServer.StartAsync();
        IPEndPoint before = server.EndPoint;
        using RawClient client = await server.ConnectAsync();
        await client.SendAsync("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await client.ReadReplyAsync();

        server.Options.Change(new WebOptions { Listen = "127.0.0.2:0" });
        await WebServer.Eventually(() => server.Listener.EndPoint is { } now && !now.Address.Equals(before.Address));

        Assert.True(await client.IsClosedAsync());
        Assert.Equal(200, (await server.GetAsync("/metrics")).Status);
        using var late = new RawClient();
        await Assert.ThrowsAsync<SocketException>(() => late.ConnectAsync(before));

        server.Options.Change(new WebOptions { Listen = "" });
        await WebServer.Eventually(() => server.Listener.EndPoint is null && server.Log.Lines[^1].Id == 3004);

        server.Options.Change(new WebOptions { Listen = "127.0.0.1:0" });
        await WebServer.Eventually(() => server.Listener.EndPoint is not null);
        Assert.Equal(200, (await server.GetAsync("/metrics")).Status);
    }

    [Fact]
    public async Task A_reload_that_changes_nothing_here_keeps_connections()
    {
        await using WebServer server = await WebServer.StartAsync();
        using RawClient client = await server.ConnectAsync();
        await client.SendAsync("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await client.ReadReplyAsync();

        server.Options.Change(new WebOptions { Listen = "127.0.0.1:0" });
        await client.SendAsync("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Equal(200, (await client.ReadReplyAsync()).Status);
        Assert.Single(server.Log.Lines);
    }

    [Fact]
    public async Task A_password_is_asked_for_and_its_file_read_again()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "first\n", TestContext.Current.CancellationToken);
        await using WebServer server = await WebServer.StartAsync(new WebOptions { Listen = "127.0.0.1:0", User = "ann", Password = "file:" + file });

        RawReply without = await server.GetAsync("/metrics");
        Assert.Equal((401, "Basic realm=\"probe\", charset=\"UTF-8\""), (without.Status, without.Headers["WWW-Authenticate"]));
        Assert.Equal(401, (await server.GetAsync("/metrics", Basic("ann:second"))).Status);
        Assert.Equal(401, (await server.GetAsync("/nothing", Basic("bob:first"))).Status);
        Assert.Equal(200, (await server.GetAsync("/metrics", Basic("ann:first"))).Status);

        await File.WriteAllTextAsync(file, "second\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        Assert.Equal(200, (await server.GetAsync("/metrics", Basic("ann:second"))).Status);
        Assert.Equal(401, (await server.GetAsync("/metrics", Basic("ann:first"))).Status);
        File.Delete(file);
    }

    // Asks and asks, and never reads.
    private static async Task FloodAsync(RawClient client)
    {
        string many = string.Concat(Enumerable.Repeat("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", 100));
        try
        {
            while (true)
                await client.SendAsync(many);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // given up on, or given up
        }
    }

    private static string Basic(string credentials) => $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}\r\n";
}
