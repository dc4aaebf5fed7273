using Microsoft.Extensions.Time.Testing;
using Probe.Collection;

namespace Probe.Tests.Collection;

public class HeartbeatsTests
{
    [Fact]
    public void A_beats_age_is_counted_from_the_last_one()
    {
        var clock = new FakeTimeProvider();
        clock.Advance(TimeSpan.FromSeconds(1));
        var hearts = new Heartbeats(clock);
        Assert.Null(hearts.Collection.Age);

        hearts.Collection.Beat();
        clock.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal(TimeSpan.FromSeconds(40), hearts.Collection.Age);
        Assert.Null(hearts.Push.Age);
    }
}
