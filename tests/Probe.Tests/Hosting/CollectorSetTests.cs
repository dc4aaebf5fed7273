using Microsoft.Extensions.Logging;
using Probe.Collection;
using Probe.Configuration;
using Probe.Hosting;
using Probe.Snapshots;
using Probe.Tests.Configuration;
using static Probe.Tests.Hosting.ScriptedCollector;

namespace Probe.Tests.Hosting;

public sealed class CollectorSetTests : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    private readonly SettingsFixture _file = new() { Json = "{}" };
    private readonly CollectionFixture _fixture;
    private readonly LiveSettings _live;
    private readonly CollectorSet _set;

    public CollectorSetTests()
    {
        CollectorDescriptor memory = Describe("memory", s => Write(s, 2));
        _fixture = new CollectionFixture(
            Describe("cpu", s => Write(s, 1)), memory, Describe("network-interfaces", s => Write(s, 3), after: memory.Tables[0]));
        _live = new LiveSettings(_file.LoadGood());
        _set = new CollectorSet(_fixture.Around, _live, new Logger<CollectorSet>(_fixture.Log));
    }

    private SnapshotStore Store => _fixture.Store;

    public void Dispose()
    {
        _set.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
        _set.Dispose();
        _fixture.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task It_has_started_when_the_quick_ones_have_had_their_first_pass()
    {
        await StartAsync(2);

        Assert.Equal([1, 1], Store.Rings.Take(2).Select(r => r.Latest));
        Assert.Equal(["cpu", "memory", "network-interfaces"], Store.Rings.Select(r => r.Name));
    }

    [Fact]
    public async Task A_reload_that_switches_one_off_leaves_the_others_and_their_passes_alone()
    {
        await StartAsync(2);
        _fixture.Pass(s_interval);
        SnapshotRing cpu = Store.Rings[0];

        Reload("""{ "Probe": { "Collectors": { "memory": { "Enabled": false } } } }""");
        _fixture.Pass(s_interval);

        Assert.Equal([cpu], Store.Rings);           // the one derived from memory went with it
        Assert.Equal(3, cpu.Latest);
        Assert.Equal(3, cpu.Depth);
    }

    [Fact]
    public async Task One_that_is_switched_on_again_starts_at_once()
    {
        await StartAsync(2);
        Reload("""{ "Probe": { "Collectors": { "memory": { "Enabled": false } } } }""");
        Assert.Single(Store.Rings);

        Reload("{}");
        Assert.True(SpinWait.SpinUntil(() => _fixture.Scheduler.RunDue() > TimeSpan.Zero && Store.Rings[1].Latest == 1, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Another_interval_comes_without_a_pass_being_lost()
    {
        await StartAsync(2);
        SnapshotRing cpu = Store.Rings[0], memory = Store.Rings[1];

        Reload("""{ "Probe": { "Collectors": { "cpu": { "Interval": "2s" } } } }""");
        _fixture.Pass(s_interval);

        Assert.Equal(1 + 5, cpu.Latest);
        Assert.Equal(1 + 1, memory.Latest);
        Assert.Equal(TimeSpan.FromSeconds(6), cpu.MaxAge);
        Assert.Same(cpu, Store.Rings[0]);
        Assert.Equal(TimeSpan.FromSeconds(2), _set.ShortestInterval);
    }

    private async Task StartAsync(int byClock)
    {
        Task start = Task.Run(() => _set.StartAsync(CancellationToken.None));
        while (!start.IsCompleted)
        {
            _fixture.Scheduler.RunDue();
            await Task.Yield();
        }

        await start;
        Assert.True(SpinWait.SpinUntil(() => _fixture.Scheduler.Waiting == byClock, TimeSpan.FromSeconds(30)));
    }

    private void Reload(string json)
    {
        File.WriteAllText(_file.File, json);
        _live.Replace(_live.Current.Reload().Settings!);
    }
}
