using Probe.EndToEndTests.Peers;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>A real VictoriaMetrics, the daemon that pushes to it, and a watch on the kernel meanwhile.</summary>
public sealed class VictoriaMetricsFixture(PublishedProbe probe) : IAsyncLifetime
{
    internal VictoriaMetrics? Store { get; private set; }

    internal KernelWatch? Kernel { get; private set; }

    internal ProbeDaemon? Daemon { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Store = await VictoriaMetrics.StartAsync();
        Kernel = KernelWatch.Start("/proc/stat", "/proc/meminfo", "/proc/diskstats", "/proc/net/dev", "/proc/loadavg");
        Daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", Store.Endpoint));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable? started in new IAsyncDisposable?[] { Daemon, Kernel, Store })
            await (started?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}

/// <summary>Pushed to a real VictoriaMetrics, asked back from it, and held against the kernel's text of the same moment.</summary>
public sealed class VictoriaMetricsTests(VictoriaMetricsFixture fixture) : IClassFixture<VictoriaMetricsFixture>, IDisposable
{
    private VictoriaMetrics Store => fixture.Store!;

    private KernelWatch Kernel => fixture.Kernel!;

    public void Dispose() => fixture.Daemon!.Daemon.Tell();

    [Fact]
    public async Task Cpu_times_lie_between_the_kernels_of_just_before_and_just_after()
    {
        StoredSeries[] series = await Store.SeriesAsync("system.cpu.time", samples: 3);

        Assert.Equal(7 * Environment.ProcessorCount, series.Length);
        AssertBetween(series, "/proc/stat", (labels, stat) => KernelText.CpuSeconds(stat, labels["cpu.logical_number"], labels["cpu.mode"]), falls: "iowait");
    }

    [Fact]
    public async Task Memory_is_what_the_kernel_says()
    {
        StoredSeries[] limit = await Store.SeriesAsync("system.memory.limit", samples: 3);
        StoredSeries[] usage = await Store.SeriesAsync("system.memory.usage", samples: 3);

        Assert.Equal(KernelText.MemoryBytes(File.ReadAllText("/proc/meminfo"), "MemTotal"), Assert.Single(Assert.Single(limit).Samples.Select(s => s.Value).Distinct()));
        Assert.Equal(["buffers", "cached", "free", "used"], usage.Select(s => s.Labels["system.memory.state"]).Order());
        const double Slack = 64 << 20;          // it moves both ways between two looks
        foreach (StoredSeries state in usage)
            AssertNear(state, "/proc/meminfo", text => MemoryState(text, state.Labels["system.memory.state"]), Slack);
    }

    [Fact]
    public async Task Disk_bytes_lie_between_the_kernels_of_just_before_and_just_after()
    {
        StoredSeries[] series = await Store.SeriesAsync("system.disk.io", samples: 3);

        AssertBetween(series, "/proc/diskstats", (labels, text) =>
            512 * KernelText.DiskField(text, labels["system.device"], labels["disk.io.direction"] == "read" ? 6 : 10));
    }

    [Fact]
    public async Task Interface_bytes_lie_between_the_kernels_of_just_before_and_just_after()
    {
        StoredSeries[] series = await Store.SeriesAsync("system.network.io", samples: 3);

        Assert.Contains(series, s => s.Labels["network.interface.name"] == "lo");
        AssertBetween(series, "/proc/net/dev", (labels, text) =>
            KernelText.InterfaceField(text, labels["network.interface.name"], labels["network.io.direction"] == "receive" ? 0 : 8));
    }

    [Theory]
    [InlineData("1m", 0)]
    [InlineData("5m", 1)]
    [InlineData("15m", 2)]
    public async Task Load_averages_are_the_kernels(string span, int field)
    {
        StoredSeries series = Assert.Single(await Store.SeriesAsync($"system.cpu.load_average.{span}", samples: 3));

        AssertNear(series, "/proc/loadavg", text => KernelText.Load(text, field), slack: 0.001);
    }

    private static double MemoryState(string text, string state)
    {
        double Of(string name) => KernelText.MemoryBytes(text, name);
        return state switch
        {
            "used" => Of("MemTotal") - Of("MemAvailable"),
            "free" => Of("MemFree"),
            "buffers" => Of("Buffers"),
            "cached" => Of("Cached") + Of("SReclaimable") - Of("Shmem"),
            _ => throw new ArgumentException(state),
        };
    }

    /// <summary>A counter: no less than before, no more than after. The kernel's own iowait may step back a little.</summary>
    private void AssertBetween(StoredSeries[] series, string file, Func<IReadOnlyDictionary<string, string>, string, double> read, string? falls = null)
    {
        foreach (StoredSeries one in series.Where(s => falls is null || !s.Labels.Values.Contains(falls)))
        {
            foreach ((long time, double value) in Kernel.Covered(one.Samples))
            {
                (string before, string after) = Kernel.Around(file, time);
                const double Rounding = 1e-6;
                Assert.InRange(value, read(one.Labels, before) - Rounding, read(one.Labels, after) + Rounding);
            }
        }
    }

    /// <summary>A gauge: near what it was before or after.</summary>
    private void AssertNear(StoredSeries series, string file, Func<string, double> read, double slack)
    {
        foreach ((long time, double value) in Kernel.Covered(series.Samples))
        {
            (string before, string after) = Kernel.Around(file, time);
            double[] seen = [read(before), read(after)];
            Assert.InRange(value, seen.Min() - slack, seen.Max() + slack);
        }
    }
}
