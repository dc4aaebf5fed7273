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

    private Heartbeats Beats => _fixture.Around.Heartbeats;

    public void Dispose()
    {
        _fixture.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task A_failing_collector_and_an_absent_peer_for_an_hour_are_no_reason_to_restart()
    {
        await StartAsync();
        Beats.Push.Promise(TimeSpan.FromSeconds(10));

        for (int i = 0; i < 360; i++)
        {
            _fixture.Pass(TimeSpan.FromSeconds(10));
            Beats.Push.Beat();
            Assert.True(Beats.Turn);
        }
    }

    [Fact]
    public async Task A_collection_that_stops_turning_is_dead_after_three_intervals_and_some_grace()
    {
        await StartAsync();

        _fixture.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.True(Beats.Turn);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Beats.Turn);
    }

    [Fact]
    public async Task A_push_that_stops_turning_or_never_began_is_dead_as_well_and_one_that_is_off_is_not()
    {
        await StartAsync();
        Beats.Push.Promise(TimeSpan.FromSeconds(10));
        _fixture.Pass(TimeSpan.FromSeconds(50));
        Assert.False(Beats.Turn);

        Beats.Push.Promise(null);

        Assert.True(Beats.Turn);
    }

    private async Task StartAsync()
    {
        Settings settings = Settings.Load(new SettingsInput([], [], [], _fixture.Around.Platform.Collectors)).Settings!;
        var set = new CollectorSet(_fixture.Around, new LiveSettings(settings), new Logger<CollectorSet>(_fixture.Log));
        Task start = Task.Run(() => set.StartAsync(CancellationToken.None));
        int byClock = _fixture.Scheduler.Waiting + 1;
        while (!start.IsCompleted)
        {
            _fixture.Scheduler.RunDue();
            await Task.Yield();
        }

        Assert.True(SpinWait.SpinUntil(() => _fixture.Scheduler.Waiting == byClock, TimeSpan.FromSeconds(30)));
    }
}
