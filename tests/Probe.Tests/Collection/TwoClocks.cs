namespace Probe.Tests.Collection;

/// <summary>A wall clock and a monotonic one that a test moves together or apart, as a real host's do when its time is set or slewed.</summary>
internal sealed class TwoClocks(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _wall = start;
    private long _ticks = 1_000_000_000;

    public override long TimestampFrequency => 1_000_000_000;

    /// <summary>Nanoseconds that pass whenever a clock is looked at, as they do on a real host.</summary>
    public long CostOfLooking { get; init; }

    public override DateTimeOffset GetUtcNow()
    {
        Pass();
        return _wall;
    }

    public override long GetTimestamp()
    {
        Pass();
        return _ticks;
    }

    /// <summary>Time passes.</summary>
    public void Advance(TimeSpan span, double slew = 0)
    {
        _ticks += span.Ticks * 100;
        _wall += span + span * slew;
    }

    /// <summary>Someone sets the wall clock.</summary>
    public void Step(TimeSpan span) => _wall += span;

    private void Pass()
    {
        _ticks += CostOfLooking;
        _wall += TimeSpan.FromTicks(CostOfLooking / 100);
    }
}
