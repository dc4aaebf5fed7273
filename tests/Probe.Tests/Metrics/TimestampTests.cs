using Probe.Metrics;

namespace Probe.Tests.Metrics;

public class TimestampTests
{
    private static readonly DateTimeOffset s_time = new(2026, 3, 1, 12, 34, 56, TimeSpan.Zero);

    [Fact]
    public void It_counts_nanoseconds_since_1970()
    {
        Timestamp time = Timestamp.From(s_time.AddTicks(7));

        Assert.Equal(s_time.ToUnixTimeSeconds() * 1_000_000_000 + 700, time.UnixNanoseconds);
        Assert.Equal(s_time.AddTicks(7), time.ToDateTimeOffset());
        Assert.Equal(TimeSpan.FromTicks(7), time - Timestamp.From(s_time));
        Assert.Equal(Timestamp.From(s_time.AddHours(-1)), Timestamp.From(s_time) + TimeSpan.FromHours(-1));
        Assert.True(Timestamp.From(s_time) < time && time > Timestamp.From(s_time));
    }
}
