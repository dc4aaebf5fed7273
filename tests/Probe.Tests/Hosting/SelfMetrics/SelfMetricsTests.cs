using Microsoft.Extensions.Logging;
using Probe.Catalog;
using Probe.Collection;
using Probe.Configuration;
using Probe.Exporters.Otlp;
using Probe.Hosting;
using Probe.Hosting.SelfMetrics;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;
using Probe.Tests.Configuration;
using Probe.Web;

namespace Probe.Tests.Hosting.SelfMetrics;

public sealed class SelfMetricsTests : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    private readonly SettingsFixture _file = new();
    private readonly CollectionFixture _fixture;
    private readonly CollectorSet _set;
    private readonly Snapshot _snapshot = Collecting.MakeSnapshot();

    public SelfMetricsTests()
    {
        var text = new KernelBuffer();
        CollectorDescriptor cpu = new("cpu", [ScriptedCollector.MakeTable()], s_interval, c => new ScriptedCollector(s =>
        {
            c.Kernel.TryRead("/proc/stat"u8, text);
            ScriptedCollector.Write(s, 1);
        })) { Right = "CAP_PERFMON" };
        CollectorDescriptor memory = ScriptedCollector.Describe("memory", _ => throw new IOException("gone"));
        _fixture = new CollectionFixture(cpu, memory);
        _set = new CollectorSet(_fixture.Around, new LiveSettings(_file.LoadGood()), new Logger<CollectorSet>(_fixture.Log));
    }

    public void Dispose()
    {
        _set.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
        _set.Dispose();
        _fixture.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task Each_collector_has_a_row_that_tells_what_it_costs_and_how_it_ends()
    {
        _fixture.Kernel["/proc/stat"] = "12345";
        await StartAsync();
        _fixture.Pass(s_interval);

        CollectOwn();

        Assert.Equal(2, _snapshot.Value(Self.SuccessCollectorRuns, "cpu"));
        Assert.Equal(0, _snapshot.Value(Self.ErrorCollectorRuns, "cpu"));
        Assert.Equal(2, _snapshot.Value(Self.ErrorCollectorRuns, "memory"));
        Assert.Equal(Timestamp.From(_fixture.Clock.GetUtcNow()).UnixSeconds, _snapshot.Value(Self.CollectorLastSuccess, "cpu"));
        Assert.True(double.IsNaN(_snapshot.Value(Self.CollectorLastSuccess, "memory")));
        Assert.Equal(2, _snapshot.Value(Self.CollectorSyscalls, "cpu"));
        Assert.Equal(10, _snapshot.Value(Self.CollectorReadIo, "cpu"));
        Assert.Equal(1, _snapshot.Value(Self.SeriesCount, "cpu"));
        Assert.Equal(2, Histogram(Self.CollectorDuration, 0));
        Assert.Equal(1, _snapshot.Value(Self.SourceFallback, "cpu", "text"));
        Assert.Empty(_snapshot[Self.Capabilities].Rows.ToArray());
    }

    [Fact]
    public async Task A_right_that_is_missing_is_named_and_a_pass_that_gave_rows_all_the_same_is_partial()
    {
        _fixture.Kernel.Deny("/proc/stat");
        await StartAsync();

        CollectOwn();

        Assert.Equal(1, _snapshot.Value(Self.CapabilityMissing, "cpu", "CAP_PERFMON"));
        Assert.Equal(1, _snapshot.Value(Self.PartialCollectorRuns, "cpu"));
        Assert.Empty(_snapshot[Self.CollectorPaths].Rows.ToArray());
    }

    [Fact]
    public async Task Series_whose_pass_has_gone_out_of_date_are_counted_once()
    {
        await StartAsync();
        _fixture.Clock.Advance(TimeSpan.FromSeconds(31));

        CollectOwn();
        CollectOwn();

        Assert.Equal(1, _snapshot.Value(Self.StaleSeriesDropped, "cpu"));
    }

    [Fact]
    public async Task A_round_is_all_passes_of_one_tick()
    {
        await StartAsync();
        for (int i = 0; i < 3; i++)
            _fixture.Pass(s_interval);

        CollectOwn();

        Assert.InRange(Histogram(Self.CollectionDuration, 0), 2, 5);
        Assert.Equal(0, _snapshot.Value(Self.ClockJumps));
    }

    [Fact]
    public void Scrapes_are_counted_by_status_from_nought_on()
    {
        new ScrapeCollector(Collecting.ContextOf(_fixture.Kernel), new ScrapeStatistics()).Collect(_snapshot);

        Assert.Equal(0, _snapshot.Value(Self.ScrapeRequests, "200"));
        Assert.Single(_snapshot[Self.Scrapes].Rows.ToArray());
    }

    [Fact]
    public void The_push_has_no_rows_while_it_is_off()
    {
        new ExportCollector(Collecting.ContextOf(_fixture.Kernel), new OtlpStatistics(), OptionsOf()).Collect(_snapshot);

        Assert.Equal(0, _snapshot.RowCount);
    }

    [Fact]
    public void The_push_is_told_in_OpenTelemetrys_words()
    {
        var statistics = new OtlpStatistics();
        statistics.Target("http://127.0.0.1:4318/v1/metrics");
        statistics.Begin(7);
        statistics.Outcome("", 200).AddPoints(41);
        statistics.Outcome("503", 503).AddPoints(2);
        statistics.Outcome("503", 503).AddRequest(TimeSpan.FromMilliseconds(3));
        statistics.Queue(100, 1000, Timestamp.From(_fixture.Clock.GetUtcNow().AddSeconds(-30)));
        statistics.Drop(OtlpDropReason.Rejected, 5);

        new ExportCollector(Collecting.ContextOf(_fixture.Kernel, _fixture.Clock), statistics, OptionsOf()).Collect(_snapshot);

        string[] component = ["otlp_http_metric_exporter", "otlp_http_metric_exporter/0", "127.0.0.1", "4318"];
        Assert.Equal(41, _snapshot.Value(Self.PointsExported, [.. component, ""]));
        Assert.Equal(2, _snapshot.Value(Self.PointsExported, [.. component, "503"]));
        Assert.Equal(7, _snapshot.Value(Self.PointsInflight, component));
        Assert.Equal([.. component, "503", "503"], _snapshot[Self.SdkDurations].Rows[1].Values);
        Assert.Equal(1, Histogram(Self.ExportDuration, 1));
        Assert.Equal(100, _snapshot.Value(Self.QueueUsage, "otlp"));
        Assert.Equal(30, _snapshot.Value(Self.QueueAge, "otlp"));
        Assert.Equal(5, _snapshot.Value(Self.RejectedDropped, "otlp"));
    }

    [Fact]
    public void The_runtime_tells_of_this_very_process()
    {
        using var collector = new RuntimeCollector(Collecting.ContextOf(_fixture.Kernel));
        collector.Collect(_snapshot);       // listens to exceptions from now on
        Assert.Throws<KernelFormatException>(static () => new FieldReader("x"u8, "x").ReadCount());
        _snapshot.Clear();

        collector.Collect(_snapshot);

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Assert.InRange(_snapshot.Value(Self.WorkingSet), process.WorkingSet64 * 0.5, process.WorkingSet64 * 1.5);
        Assert.InRange(_snapshot.Value(Self.UserProcessCpuTime), 0.01, process.UserProcessorTime.TotalSeconds + 1);
        Assert.InRange(_snapshot.Value(Self.TotalAllocated), 1, GC.GetTotalAllocatedBytes());
        Assert.InRange(_snapshot.Value(Self.ExceptionCount, "Probe.Kernel.KernelFormatException"), 1, long.MaxValue);
    }

    private static LiveOptions<OtlpOptions> OptionsOf()
    {
        using var file = new SettingsFixture();
        return new LiveOptions<OtlpOptions>(new LiveSettings(file.LoadGood()));
    }

    private long Histogram(Column column, int row)
    {
        long count = 0;
        foreach (long bucket in _snapshot[column.Schema].Longs(column).Slice(row * column.Cells, column.Cells - 1))
            count += bucket;
        return count;
    }

    private void CollectOwn()
    {
        _snapshot.Clear();
        new CollectorsCollector(Collecting.ContextOf(_fixture.Kernel, _fixture.Clock), _set, _fixture.Around).Collect(_snapshot);
    }

    private async Task StartAsync()
    {
        Task start = Task.Run(() => _set.StartAsync(CancellationToken.None));
        while (!start.IsCompleted)
        {
            _fixture.Scheduler.RunDue();
            await Task.Yield();
        }

        await start;
        Assert.True(SpinWait.SpinUntil(() => _fixture.Scheduler.Waiting == 2, TimeSpan.FromSeconds(30)));
    }
}
