using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Probe.Catalog;
using Probe.Exporters;
using Probe.Exporters.Otlp;
using Probe.Exporters.Prometheus;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Web.Page;

namespace Probe.Tests.Web.Page;

public partial class StatusPageTests
{
    [Fact]
    public async Task The_page_says_what_is_collected_from_where_and_at_what_cost()
    {
        await using WebServer server = await WebServer.StartAsync();
        AddCosts(server, row =>
        {
            Span<long> durations = row.Cells(Self.CollectorDuration);
            durations.Clear();
            durations[3] = 4;
            durations[^1] = BitConverter.DoubleToInt64Bits(0.001);
            row.Set(Self.SuccessCollectorRuns, 4);
            row.Set(Self.SeriesCount, 12_345);
        });

        string page = TextOf((await server.GetAsync("/")).Text);

        Assert.Contains("load.average {thread} – Load.", page);
        Assert.Contains("/proc/loadavg", page);
        Assert.Contains("250 µs < 0.01 % CPU", page);
        Assert.Contains("12\u202f345 series", page);
        Assert.Contains("Off by the settings: dear.", page);
    }

    [Fact]
    public async Task A_failing_a_partial_and_an_absent_collector_are_told_apart()
    {
        await using WebServer server = await WebServer.StartAsync();
        Assert.Contains("load.average {thread} – Load. working", TextOf((await server.GetAsync("/")).Text));

        AddCosts(server, row => row.Set(Self.ErrorCollectorRuns, 3));
        Assert.Contains("failing 3 of 3 passes failed", TextOf((await server.GetAsync("/")).Text));

        AddCosts(server, row => row.Set(Self.PartialCollectorRuns, 3));
        Assert.Contains("Load. partial", TextOf((await server.GetAsync("/")).Text));

        using (SnapshotWriter writer = server.Store.Rings[0].Begin())
            writer.Commit();
        AddCosts(server, row => row.Set(Self.UnsupportedCollectorRuns, 3));
        Assert.Contains("Load. not here", TextOf((await server.GetAsync("/")).Text));
    }

    [Fact]
    public async Task How_the_push_goes_stands_on_the_page()
    {
        await using WebServer server = await WebServer.StartAsync();
        server.Push.Target("http://collector:4318/v1/metrics");
        server.Push.Outcome("", 200).AddPoints(1234);
        server.Push.Failed(server.Clock.GetUtcNow().AddSeconds(-90), "connection refused");

        string page = TextOf((await server.GetAsync("/")).Text);

        Assert.Contains("not reached yet for 90 s: connection refused Receiver http://collector:4318/v1/metrics Last taken never Points 1\u202f234 taken", page);

        server.Push.Succeeded(server.Clock.GetUtcNow());
        server.Push.Failed(server.Clock.GetUtcNow(), "again");
        server.Advance(TimeSpan.FromSeconds(3));

        Assert.Contains("failing for 3 s: again Receiver http://collector:4318/v1/metrics Last taken 3 s ago", TextOf((await server.GetAsync("/")).Text));
    }

    [Fact]
    public async Task Nothing_that_others_wrote_becomes_markup()
    {
        const string evil = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"' \u202e\u001b[31m&lt;";
        await using WebServer server = await WebServer.StartAsync();
        server.Store.Resource = new Resource([new("host.name", evil), new(evil, "v")]);
        server.Push.Target(evil);
        server.Push.Failed(server.Clock.GetUtcNow(), evil);
        server.Degradations.Set(evil, evil);

        string page = (await server.GetAsync("/")).Text;

        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("\u202e", page);
        Assert.DoesNotContain("\u001b", page);
        Assert.Equal(1, page.Split("<script").Length - 1);
        Assert.Equal(8, page.Split("&lt;/style&gt;&lt;script&gt;").Length - 1);
    }

    [Fact]
    public async Task The_browser_may_take_nothing_but_the_page_itself()
    {
        await using WebServer server = await WebServer.StartAsync();

        RawReply reply = await server.GetAsync("/");

        string policy = reply.Headers["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none'; ", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        foreach (string element in new[] { "style", "script" })
        {
            string content = Regex.Match(reply.Text, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            Assert.Contains($"{element}-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'", policy);
        }

        Assert.DoesNotContain("://", Regex.Replace(reply.Text, "<style>.*?</style>", "", RegexOptions.Singleline));
        Assert.DoesNotContain(" style=", reply.Text);
        Assert.DoesNotMatch(" on[a-z]+=", reply.Text);
        Assert.Equal(200, (await server.GetAsync("/icon.svg")).Status);
    }

    [Fact]
    public void Text_keeps_what_is_harmless_and_changes_what_is_not()
    {
        var into = new TextBuffer(16);

        new HtmlWriter(into).Text("a<b>&\"'\n\u0007\u0085\u2066🐧é").Count(1_234_567);

        Assert.Equal("a&lt;b&gt;&amp;&quot;&#39; \ufffd\ufffd\ufffd🐧é1\u202f234\u202f567", into.ToString());
    }

    [Theory]
    [InlineData(0.0000123, "12.3 µs")]
    [InlineData(0.5, "500 ms")]
    [InlineData(119, "119 s")]
    [InlineData(3599, "59 min")]
    [InlineData(90_000, "25 h")]
    [InlineData(1_000_000, "11 days")]
    public void Spans_are_shown_in_their_own_unit(double seconds, string text) => Assert.Equal(text, Quantity.Of(TimeSpan.FromSeconds(seconds)));

    private delegate void SetCosts(Table.Row row);

    private static void AddCosts(WebServer server, SetCosts set)
    {
        var ring = new SnapshotRing("self", [Self.Collectors], new SnapshotRingOptions(), server.Clock);
        server.Store.Replace([server.Store.Rings[0], ring]);
        using SnapshotWriter writer = ring.Begin();
        set(writer.Snapshot[Self.Collectors].Add(new Entity(Self.Collectors, default, "load")));
        writer.Commit();
    }

    private static string TextOf(string page) =>
        Spaces().Replace(System.Net.WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(page, "<(style|script)>.*?</\\1>", "", RegexOptions.Singleline), "<[^>]*>", " ")), " ");

    [GeneratedRegex("[ \\n]+")]
    private static partial Regex Spaces();
}
