using System.Threading.Tasks.Sources;
using Probe.Metrics;

namespace Probe.Collection;

/// <summary>The time of a pass, by both clocks.</summary>
/// <param name="Time">By the wall clock.</param>
/// <param name="Ticks">By the monotonic one.</param>
public readonly record struct PassTime(Timestamp Time, long Ticks);

/// <summary>A tick: how late it came, and what it follows.</summary>
/// <param name="Lag">From when it was due to when it was given.</param>
/// <param name="Source">The pass it follows; null where the clock gave it.</param>
public readonly record struct Tick(TimeSpan Lag, PassTime? Source = null);

/// <summary>Gives ticks to one loop, which awaits them one after another; awaiting allocates nothing.</summary>
/// <remarks>The loop resumes on the thread that gives the tick: what it does before its next await must be quick, or go elsewhere.</remarks>
public abstract class Ticket : IValueTaskSource<Tick>, IDisposable
{
    private const int Idle = 0, Waiting = 1;

    private ManualResetValueTaskSourceCore<Tick> _source;
    private CancellationToken _stop;
    private CancellationTokenRegistration _registration;
    private int _state;

    /// <summary>Waits for the next tick.</summary>
    /// <exception cref="OperationCanceledException">The ticket was disposed, or the token was cancelled.</exception>
    public ValueTask<Tick> NextAsync(CancellationToken stop)
    {
        if (stop != _stop)
        {
            _registration.Dispose();
            _registration = stop.UnsafeRegister(static ticket => ((Ticket)ticket!).Cancel(), this);
            _stop = stop;
        }

        _source.Reset();
        Volatile.Write(ref _state, Waiting);
        Wait();
        if (stop.IsCancellationRequested)
            Cancel();
        return new ValueTask<Tick>(this, _source.Version);
    }

    /// <summary>Ends the wait; whoever waits gets an <see cref="OperationCanceledException"/>.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        Cancel();
    }

    /// <summary>Called when a loop has begun to wait.</summary>
    private protected abstract void Wait();

    /// <summary>Called when nobody waits any more.</summary>
    private protected abstract void Leave();

    private protected bool Give(in Tick tick)
    {
        if (Interlocked.Exchange(ref _state, Idle) != Waiting)
            return false;
        _source.SetResult(tick);
        return true;
    }

    internal void Cancel()
    {
        Leave();
        if (Interlocked.Exchange(ref _state, Idle) == Waiting)
            _source.SetException(new OperationCanceledException());
    }

    Tick IValueTaskSource<Tick>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Tick>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<Tick>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
