using System.Runtime.InteropServices;
using Probe.EndToEndTests.Peers;
using Probe.EndToEndTests.Running;
using Probe.Tests.Catalog;

namespace Probe.EndToEndTests;

/// <summary>One real Collector for all ways to it. Each daemon says by a resource attribute whose points they are.</summary>
public sealed class CollectorFixture : IAsyncLifetime
{
    internal Collector Collector { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Collector = await Collector.StartAsync();

    public ValueTask DisposeAsync() => Collector.DisposeAsync();
}

/// <summary>Pushed to a real Collector by every way there is, and decoded by it.</summary>
public sealed class CollectorTests(PublishedProbe probe, CollectorFixture fixture) : IClassFixture<CollectorFixture>
{
    /// <summary>Each protocol, with and without TLS, packed and not.</summary>
    public static MatrixTheoryData<string, bool, string> Ways { get; } = new(["HttpProtobuf", "Grpc"], [false, true], ["None", "Gzip"]);

    private Collector Collector => fixture.Collector;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Points_arrive(string protocol, bool tls, string compression)
    {
        string way = $"{protocol} {(tls ? "TLS" : "plain")} {compression}";
        await using ProbeDaemon daemon = Start(way, protocol, tls, ("Otlp:Compression", compression));

        Received received = await ArrivedAsync(daemon, way, r => Enumerable.Range(0, Environment.ProcessorCount)
            .All(cpu => Of(r, way)["system.cpu.time"].Any(p => p.Attributes["cpu.logical_number"] == $"{cpu}")));

        Assert.Equal(7, Of(received, way)["system.cpu.time"].Select(p => p.Attributes["cpu.mode"]).Distinct().Count());
    }

    [Fact]
    public async Task A_collector_whose_authority_is_not_trusted_gets_nothing()
    {
        const string Way = "untrusted";
        await using ProbeDaemon daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", Collector.HttpTls), ("Resource:Attributes:test.way", Way));

        await daemon.Daemon.LineAsync("fails: ");

        Assert.Empty(Of(Collector.Received(), Way).Points);
        Faults.Report("14", "a certificate of an authority nobody trusts", "no request sent, one warning with the reason");
    }

    [Fact]
    public async Task The_resource_says_who_sends_and_from_where()
    {
        const string Way = "resource";
        await using ProbeDaemon daemon = Start(Way, "HttpProtobuf", tls: false);

        Received received = await ArrivedAsync(daemon, Way, r => Of(r, Way)["system.cpu.time"].Any());

        ReceivedSource source = Of(received, Way)["system.cpu.time"].First().Source;
        string machineId = File.Exists("/etc/machine-id") ? File.ReadAllText("/etc/machine-id").Trim() : "";
        Assert.Equal("probe", source.Resource["service.name"]);
        Assert.Equal(await VersionAsync(), source.Resource["service.version"]);
        Assert.True(Guid.TryParse(source.Resource["service.instance.id"], out _));
        Assert.Equal(File.ReadAllText("/proc/sys/kernel/hostname").Trim(), source.Resource["host.name"]);
        Assert.Equal(machineId, source.Resource.GetValueOrDefault("host.id", "").Replace("-", "", StringComparison.Ordinal));
        Assert.Equal(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64", source.Resource["host.arch"]);
        Assert.Equal("linux", source.Resource["os.type"]);
        Assert.NotEqual("", source.Resource["os.version"]);
        Assert.Equal("probe", source.Scope);
        Assert.Equal(await VersionAsync(), source.ScopeVersion);
        Assert.StartsWith("https://opentelemetry.io/schemas/", source.ResourceSchemaUrl, StringComparison.Ordinal);
        Assert.Equal(source.ResourceSchemaUrl, source.ScopeSchemaUrl);
    }

    [Fact]
    public async Task Host_counters_began_at_boot_and_gauges_have_no_beginning()
    {
        const string Way = "start";
        await using ProbeDaemon daemon = Start(Way, "Grpc", tls: false);

        Received received = await ArrivedAsync(daemon, Way, r => Of(r, Way)["system.network.io"].Any() && Of(r, Way)["system.uptime"].Any());

        long boot = KernelText.BootSeconds(File.ReadAllText("/proc/stat")) * 1_000_000_000;
        Assert.All(Of(received, Way).Points.Where(p => p.Metric is "system.cpu.time" or "system.disk.io" or "system.network.io"),
            p => Assert.InRange(p.Start, boot - 1_500_000_000, boot + 1_500_000_000));
        Assert.All(Of(received, Way)["system.uptime"], p => Assert.Equal(0, p.Start));
        long now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1_000_000;
        Assert.All(Of(received, Way).Points, p => Assert.InRange(p.Time, now - 120_000_000_000, now));
    }

    [Fact]
    public async Task Every_metric_is_of_the_contract_kind_unit_and_attributes()
    {
        const string Way = "contract";
        await using ProbeDaemon daemon = Start(Way, "HttpProtobuf", tls: false, ("Metrics:Include:0", "*"));

        Received received = await ArrivedAsync(daemon, Way,
            r => Of(r, Way)["system.cpu.time"].Any() && Of(r, Way)["system.cpu.utilization"].Any());

        string[] faults = [.. Of(received, Way).Points.SelectMany(Faulty).Distinct()];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Deltas_add_up_to_what_totals_say()
    {
        const string Way = "delta";
        await using ProbeDaemon daemon = Start(Way, "HttpProtobuf", tls: false, ("Otlp:Temporality", "Delta"));

        Received received = await ArrivedAsync(daemon, Way, r => Of(r, Way)["system.cpu.time"].Count(IsIdleOfFirst) >= 3);

        ReceivedPoint[] idle = [.. Of(received, Way)["system.cpu.time"].Where(IsIdleOfFirst).OrderBy(p => p.Time)];
        Assert.All(idle, p => Assert.Equal("delta", p.Temporality));
        Assert.All(idle.Skip(1).Zip(idle), pair => Assert.Equal(pair.Second.Time, pair.First.Start));
        Assert.All(idle.Skip(1), p => Assert.InRange(p.Value, 0, 1e-9 * (p.Time - p.Start) + 0.1));

        static bool IsIdleOfFirst(ReceivedPoint p) => p.Attributes["cpu.mode"] == "idle" && p.Attributes["cpu.logical_number"] == "0";
    }

    private static Received Of(Received received, string way) =>
        received with { Points = [.. received.Points.Where(p => p.Source.Resource.GetValueOrDefault("test.way") == way)] };

    private static IEnumerable<string> Faulty(ReceivedPoint point)
    {
        ContractRow? row = Contract.Rows.FirstOrDefault(r => r.Name == point.Metric);
        if (row is null)
        {
            yield return $"{point.Metric} is no metric of the contract";
            yield break;
        }

        (string Kind, bool Monotonic) = row.Instrument switch
        {
            "counter" => ("sum", true),
            "updowncounter" => ("sum", false),
            "gauge" => ("gauge", false),
            _ => (point.Kind is "histogram" or "exponentialHistogram" ? point.Kind : "a histogram", false),
        };
        if ((point.Kind, point.IsMonotonic) != (Kind, Monotonic))
            yield return $"{point.Metric} came as {point.Kind}, monotonic {point.IsMonotonic}: the contract has {row.Instrument}";
        if (point.Kind != "gauge" && point.Temporality != "cumulative")
            yield return $"{point.Metric} is {point.Temporality}";
        if (point.Unit != row.Unit)
            yield return $"{point.Metric} came in {point.Unit}: the contract has {row.Unit}";
        if (!double.IsNaN(point.Value) && point.IsInteger != (row.ValueType == "int"))
            yield return $"{point.Metric} came as {(point.IsInteger ? "an integer" : "a double")}: the contract has {row.ValueType}";
        foreach ((string key, string value) in point.Attributes)
        {
            if (!row.Attributes.TryGetValue(key, out var values))
                yield return $"{point.Metric} has an attribute {key} that the contract does not have";
            else if (values.Count > 0 && !values.Contains(value))
                yield return $"{point.Metric} has {key}={value}, which the contract does not have";
        }
    }

    private ProbeDaemon Start(string way, string protocol, bool tls, params IEnumerable<(string Key, string Value)> settings)
    {
        return ProbeDaemon.Start(probe, [.. Collector.Way(protocol, tls), ("Resource:Attributes:test.way", way), .. settings]);
    }

    private async Task<Received> ArrivedAsync(ProbeDaemon daemon, string way, Func<Received, bool> enough)
    {
        try
        {
            return await Collector.ReceivedAsync($"points by way of {way}", enough);
        }
        finally
        {
            daemon.Daemon.Tell();
        }
    }

    private async Task<string> VersionAsync()
    {
        string text = await Command.MustAsync(probe.Program, ["version"]);
        return text.Split(' ', '\n').First(word => Version.TryParse(word, out _));
    }
}
