using Probe.Collection;
using Probe.Configuration;
using Probe.Hosting;
using Probe.Tests.Configuration;
using Microsoft.Extensions.Logging;

namespace Probe.Tests.Hosting;

public sealed class LivenessTests : IDisposable
{
    private readonly SettingsFixture _file = new();
    private readonly CollectionFixture _fixture = new(ScriptedCollector.Describe("cpu", _ => throw new IOException("gone")));

    public void Dispose()
    {
        _fixture.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task A_failing_collector_and_an_absent_peer_for_an_hour_are_no_reason_to_restart()
    {
        Liveness liveness = await StartAsync("http://127.0.0.1:9");

        for (int i = 0; i < 360; i++)
        {
            _fixture.Pass(TimeSpan.FromSeconds(10));
            _fixture.Around.Heartbeats.Push.Beat();
            Assert.True(liveness.IsAlive);
        }
    }

    [Fact]
    public async Task A_collection_that_stops_turning_is_dead_after_three_intervals_and_some_grace()
    {
        Liveness liveness = await StartAsync("");

        _fixture.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.True(liveness.IsAlive);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(liveness.IsAlive);
    }

    [Fact]
    public async Task A_push_that_stops_turning_or_never_began_is_dead_as_well_and_one_that_is_off_is_not()
    {
        Liveness liveness = await StartAsync("http://127.0.0.1:9"), off = await StartAsync("");
        _fixture.Pass(TimeSpan.FromSeconds(50));

        Assert.False(liveness.IsAlive);
        Assert.True(off.IsAlive);
    }

    private async Task<Liveness> StartAsync(string endpoint)
    {
        Settings settings = Settings.Load(new SettingsInput(["--Probe:Otlp:Endpoint=" + endpoint], [], [], _fixture.Around.Platform.Collectors)).Settings!;
        var live = new LiveSettings(settings);
        var set = new CollectorSet(_fixture.Around, live, new Logger<CollectorSet>(_fixture.Log));
        Task start = Task.Run(() => set.StartAsync(CancellationToken.None));
        int byClock = _fixture.Scheduler.Waiting + 1;
        while (!start.IsCompleted)
        {
            _fixture.Scheduler.RunDue();
            await Task.Yield();
        }

        Assert.True(SpinWait.SpinUntil(() => _fixture.Scheduler.Waiting == byClock, TimeSpan.FromSeconds(30)));
        return new Liveness(_fixture.Around.Heartbeats, set, live, _fixture.Clock);
    }
}
