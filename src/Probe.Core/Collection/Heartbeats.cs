namespace Probe.Collection;

/// <summary>Proof that a loop turns: it beats on every round, whether the round went well or not.</summary>
public sealed class Heartbeat(TimeProvider clock)
{
    // A starved host is late; that is no reason to call a loop dead.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(10);

    private long _ticks;
    private long _promised = clock.GetTimestamp();
    private long _limit;

    /// <summary>Longest time that may pass without a beat; null where the loop is off and owes none.</summary>
    public TimeSpan? Limit => Volatile.Read(ref _limit) is not 0 and long ticks ? TimeSpan.FromTicks(ticks) : null;

    /// <summary>Time since the last beat; null before the first.</summary>
    public TimeSpan? Age => Volatile.Read(ref _ticks) is not 0 and long ticks ? clock.GetElapsedTime(ticks) : null;

    /// <summary>True while the loop comes round in time, or is off.</summary>
    public bool Turns => Limit is not { } limit || clock.GetElapsedTime(Math.Max(Volatile.Read(ref _ticks), Volatile.Read(ref _promised))) <= limit;

    /// <summary>Says that the loop has come round. Callable from any thread.</summary>
    public void Beat() => Volatile.Write(ref _ticks, clock.GetTimestamp());

    /// <summary>Says how often the loop means to come round from now on; null: it is off. Three rounds and a grace may pass before it is missed.</summary>
    public void Promise(TimeSpan? interval)
    {
        Volatile.Write(ref _promised, clock.GetTimestamp());
        Volatile.Write(ref _limit, interval is { } time ? (3 * time + s_grace).Ticks : 0);
    }
}

/// <summary>The loops that must turn for Probe to be alive. A failing or absent peer stops neither.</summary>
public sealed class Heartbeats(TimeProvider clock)
{
    /// <summary>Beats whenever the scheduler has given a collection tick.</summary>
    public Heartbeat Collection { get; } = new(clock);

    /// <summary>Beats on every push tick, and never where pushing is off.</summary>
    public Heartbeat Push { get; } = new(clock);

    /// <summary>True while all of them turn.</summary>
    public bool Turn => Collection.Turns && Push.Turns;
}
