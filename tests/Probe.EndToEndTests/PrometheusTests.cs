using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Probe.EndToEndTests.Peers;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>A daemon that is only pulled, and a real Prometheus that scrapes it in both formats.</summary>
public sealed class PrometheusFixture(PublishedProbe probe) : IAsyncLifetime
{
    internal KernelWatch Kernel { get; private set; } = null!;

    internal ProbeDaemon Daemon { get; private set; } = null!;

    internal PrometheusServer Prometheus { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Kernel = KernelWatch.Start("/proc/stat", "/proc/meminfo", "/proc/net/dev");
        Daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", ""));
        Prometheus = await PrometheusServer.StartAsync((await Daemon.AddressAsync()).Authority);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable? started in new IAsyncDisposable?[] { Prometheus, Daemon, Kernel })
            await (started?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}

/// <summary>Pulled by a real Prometheus, and asked back from it.</summary>
public sealed class PrometheusTests(PrometheusFixture fixture) : IClassFixture<PrometheusFixture>, IDisposable
{
    public static TheoryData<string> Jobs { get; } = ["openmetrics", "classic"];

    public void Dispose() => fixture.Daemon.Daemon.Tell();

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task What_Prometheus_stores_is_what_the_kernel_said(string job)
    {
        StoredSeries[] cpu = await StoredAsync($"system_cpu_time_seconds_total{{job=\"{job}\"}}");
        StoredSeries[] received = await StoredAsync($"system_network_io_bytes_total{{job=\"{job}\",network_io_direction=\"receive\"}}");
        StoredSeries limit = Assert.Single(await StoredAsync($"system_memory_limit_bytes{{job=\"{job}\"}}"));

        Assert.Equal(7 * Environment.ProcessorCount, cpu.Length);
        foreach (StoredSeries series in cpu.Where(s => s.Labels["cpu_mode"] != "iowait"))
            AssertNotAhead(series, "/proc/stat", text => KernelText.CpuSeconds(text, series.Labels["cpu_logical_number"], series.Labels["cpu_mode"]));
        foreach (StoredSeries series in received)
            AssertNotAhead(series, "/proc/net/dev", text => KernelText.InterfaceField(text, series.Labels["network_interface_name"], 0));
        Assert.All(limit.Samples, s => Assert.Equal(KernelText.MemoryBytes(File.ReadAllText("/proc/meminfo"), "MemTotal"), s.Value));
        Assert.Equal("", (await fixture.Prometheus.LastErrorsAsync())[job]);
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task Prometheus_learns_who_the_target_is(string job)
    {
        StoredSeries info = Assert.Single(await StoredAsync($"target_info{{job=\"{job}\"}}"));

        Assert.Equal("probe", info.Labels["service_name"]);
        Assert.Equal(File.ReadAllText("/proc/sys/kernel/hostname").Trim(), info.Labels["host_name"]);
    }

    [Fact]
    public async Task Prometheus_learns_types_and_units()
    {
        await StoredAsync("system_cpu_time_seconds_total{job=\"openmetrics\"}");

        ImmutableDictionary<string, (string Type, string Help, string Unit)> open = await fixture.Prometheus.MetadataAsync("openmetrics");
        ImmutableDictionary<string, (string Type, string Help, string Unit)> classic = await fixture.Prometheus.MetadataAsync("classic");

        Assert.Equal(("counter", "seconds"), (open["system_cpu_time_seconds"].Type, open["system_cpu_time_seconds"].Unit));
        Assert.Equal(("gauge", "bytes"), (open["system_memory_usage_bytes"].Type, open["system_memory_usage_bytes"].Unit));
        Assert.Equal("info", open["target"].Type);
        Assert.Equal("counter", classic["system_cpu_time_seconds_total"].Type);
        Assert.All(open.Values, m => Assert.NotEqual("", m.Help));
    }

    [Fact]
    public async Task Both_formats_name_the_same_series()
    {
        await StoredAsync("system_cpu_time_seconds_total{job=\"classic\"}");
        await StoredAsync("system_cpu_time_seconds_total{job=\"openmetrics\"}");

        HashSet<string> open = await NamesAsync("openmetrics"), classic = await NamesAsync("classic");

        Assert.Equal(classic.Order(), open.Order());
    }

    [Fact]
    public async Task Promtool_complains_of_nothing_but_what_the_list_explains()
    {
        using var folder = new ScratchFolder();
        string page = folder.Write("metrics", await fixture.Daemon.GetAsync("/metrics"));

        Command check = await Command.RunAsync("sh", ["-c", $"'{await Peer.PathAsync("promtool")}' check metrics < '{page}'"]);

        string[] complaints = [.. (check.Output + check.Errors).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        // The list is the whole catalog's: here only some of it is said.
        Regex[] explained = [.. File.ReadLines(Repository.At("tests", "Probe.Tests", "Exporters", "Prometheus", "accepted-complaints.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t'))
            .Select(l => new Regex($"^{Regex.Escape(l[0]).Replace(@"\*", "[a-z0-9_]+", StringComparison.Ordinal)} {Regex.Escape(l[1])}$"))];
        string[] unexplained = [.. complaints.Where(c => !explained.Any(e => e.IsMatch(c)))];
        Assert.True(unexplained.Length == 0, string.Join('\n', unexplained));
    }

    /// <summary>A page holds the latest pass: it may be some seconds old, and never says more than the kernel does now.</summary>
    private void AssertNotAhead(StoredSeries series, string file, Func<string, double> read)
    {
        const long Oldest = 4000;
        foreach ((long time, double value) in fixture.Kernel.Covered(series.Samples, reach: Oldest))
            Assert.InRange(value, read(fixture.Kernel.Around(file, time - Oldest).Before) - 1e-6, read(fixture.Kernel.Around(file, time).After) + 1e-6);
    }

    private Task<StoredSeries[]> StoredAsync(string selector) => Poll.UntilAsync($"six samples of {selector}", async () =>
    {
        StoredSeries[] series = await fixture.Prometheus.SeriesAsync(selector);
        return series.Length > 0 && series.All(s => s.Samples.Length >= 6) ? series : null;
    });

    /// <summary>Names with labels of what stands still: processes come and go between two scrapes.</summary>
    private async Task<HashSet<string>> NamesAsync(string job) =>
        [.. (await fixture.Prometheus.SeriesAsync($"{{job=\"{job}\",__name__=~\"(system_(cpu|memory|disk|network|paging)|target)_.*\"}}"))
            .Select(s => string.Join(',', s.Labels.Where(l => l.Key != "job").Select(l => $"{l.Key}={l.Value}")))];
}
