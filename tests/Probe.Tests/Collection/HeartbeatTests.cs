using Microsoft.Extensions.Time.Testing;
using Probe.Collection;

namespace Probe.Tests.Collection;

public class HeartbeatTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_loop_is_missed_after_three_rounds_and_a_grace()
    {
        var heartbeat = new Heartbeat(_clock);
        heartbeat.Promise(TimeSpan.FromSeconds(10));

        _clock.Advance(TimeSpan.FromSeconds(40));
        Assert.True(heartbeat.Turns);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(heartbeat.Turns);

        heartbeat.Beat();
        Assert.True(heartbeat.Turns);
        Assert.Equal(TimeSpan.Zero, heartbeat.Age);
    }

    [Fact]
    public void A_loop_that_is_off_is_not_missed_and_one_that_comes_back_has_its_time()
    {
        var heartbeat = new Heartbeat(_clock);
        heartbeat.Promise(TimeSpan.FromSeconds(1));
        heartbeat.Beat();
        heartbeat.Promise(null);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(heartbeat.Turns);

        heartbeat.Promise(TimeSpan.FromSeconds(1));

        Assert.True(heartbeat.Turns);
        _clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(heartbeat.Turns);
    }
}
