namespace Probe.Collection;

/// <summary>A place in the schedule.</summary>
public sealed class ScheduleTicket : Ticket
{
    private readonly Scheduler _scheduler;
    private long _interval;
    private bool _atOnce;
    private bool _given;

    internal ScheduleTicket(Scheduler scheduler, TimeSpan interval, int order, bool atOnce)
    {
        _scheduler = scheduler;
        _interval = interval.Ticks;
        _atOnce = atOnce;
        Order = order;
    }

    /// <summary>Time between ticks. Edges that went by while the loop was busy are gone.</summary>
    /// <remarks>May be set from any thread; a wait that has begun is for the next edge of the new interval.</remarks>
    public TimeSpan Interval
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _interval));
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            Volatile.Write(ref _interval, value.Ticks);
            _scheduler.Requeue(this);
        }
    }

    internal int Order { get; }

    internal long Due { get; private set; }

    internal long Edge { get; private set; }

    internal void Anchor()
    {
        (long due, long edge) = _atOnce ? _scheduler.Now : _scheduler.NextEdge(Interval);
        if (_given && edge == Edge)     // its tick came a hair before the edge
            (due, edge) = (due + _scheduler.ToTicks(Interval), edge + Interval.Ticks);
        (Due, Edge) = (due, edge);
        _atOnce = _given = false;
    }

    internal void Give()
    {
        _given = true;
        Give(new Tick(_scheduler.Since(Due)));
    }

    private protected override void Wait() => _scheduler.Enqueue(this);

    private protected override void Leave() => _scheduler.Remove(this);
}
