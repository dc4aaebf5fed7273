using System.Threading.Tasks.Sources;

namespace Probe.Collection;

/// <summary>A tick: how late it came.</summary>
/// <param name="Lag">From when it was due to when it was given.</param>
public readonly record struct Tick(TimeSpan Lag);

/// <summary>A place in the schedule. One loop awaits its ticks, one after another; awaiting allocates nothing.</summary>
/// <remarks>The loop resumes on the scheduler's thread: what it does before its next await must be quick, or go elsewhere.</remarks>
public sealed class ScheduleTicket : IValueTaskSource<Tick>, IDisposable
{
    private const int Idle = 0, Waiting = 1;

    private readonly Scheduler _scheduler;
    private ManualResetValueTaskSourceCore<Tick> _source;
    private CancellationToken _stop;
    private CancellationTokenRegistration _registration;
    private int _state;

    internal ScheduleTicket(Scheduler scheduler, TimeSpan interval, int order)
    {
        _scheduler = scheduler;
        Interval = interval;
        Order = order;
        Anchor();
    }

    /// <summary>Time between ticks.</summary>
    public TimeSpan Interval { get; }

    internal int Order { get; }

    internal long Due { get; private set; }

    /// <summary>Waits for the next edge. Edges that went by while the loop was busy are gone.</summary>
    /// <exception cref="OperationCanceledException">The scheduler ended, or the token was cancelled.</exception>
    public ValueTask<Tick> NextAsync(CancellationToken stop)
    {
        if (stop != _stop)
        {
            _registration.Dispose();
            _registration = stop.UnsafeRegister(static ticket => ((ScheduleTicket)ticket!).Cancel(), this);
            _stop = stop;
        }

        _source.Reset();
        Anchor();
        Volatile.Write(ref _state, Waiting);
        _scheduler.Enqueue(this);
        if (stop.IsCancellationRequested)
            Cancel();
        return new ValueTask<Tick>(this, _source.Version);
    }

    /// <summary>Leaves the schedule.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        Cancel();
    }

    internal void Anchor() => Due = _scheduler.NextEdge(Interval).Ticks;

    internal void Give()
    {
        if (Interlocked.Exchange(ref _state, Idle) == Waiting)
            _source.SetResult(new Tick(_scheduler.Since(Due)));
    }

    internal void Cancel()
    {
        _scheduler.Remove(this);
        if (Interlocked.Exchange(ref _state, Idle) == Waiting)
            _source.SetException(new OperationCanceledException());
    }

    Tick IValueTaskSource<Tick>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Tick>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<Tick>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
