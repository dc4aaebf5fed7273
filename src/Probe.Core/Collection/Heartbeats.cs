namespace Probe.Collection;

/// <summary>Proof that a loop turns: it beats on every round, whether the round went well or not.</summary>
public sealed class Heartbeat(TimeProvider clock)
{
    private long _ticks;

    /// <summary>Says that the loop has come round. Callable from any thread.</summary>
    public void Beat() => Volatile.Write(ref _ticks, clock.GetTimestamp());

    /// <summary>Time since the last beat; null before the first.</summary>
    public TimeSpan? Age => Volatile.Read(ref _ticks) is not 0 and long ticks ? clock.GetElapsedTime(ticks) : null;
}

/// <summary>The loops that must turn for Probe to be alive. A failing or absent peer stops neither.</summary>
public sealed class Heartbeats(TimeProvider clock)
{
    /// <summary>Beats whenever the scheduler has given a collection tick.</summary>
    public Heartbeat Collection { get; } = new(clock);

    /// <summary>Beats on every push tick, and never where pushing is off.</summary>
    public Heartbeat Push { get; } = new(clock);
}
