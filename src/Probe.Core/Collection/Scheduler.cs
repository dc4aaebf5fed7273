namespace Probe.Collection;

/// <summary>One thread that knows when everything is due.</summary>
/// <remarks>
/// Due times stand on edges of the wall clock (whole multiples of an interval since the epoch) plus a phase of the host's own, so that the passes of
/// one host share a wake-up and a fleet does not act as one. Waiting is monotonic: after a step of the wall clock or a suspend the next edge is
/// worked out anew, and edges that went by are skipped, never made up for.
/// </remarks>
public sealed class Scheduler : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);    // a clock step is noticed within this time
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(1);     // a pass that hangs must not keep the process alive
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Drift = TimeSpan.FromMilliseconds(50);     // beyond it the edges are worked out anew

    private readonly TimeProvider _clock;
    private readonly TimeSpan _phase;
    private readonly Lock _lock = new();
    private readonly PriorityQueue<ScheduleTicket, (long Edge, int Order)> _queue = new();     // by the edge: those of one edge go by their order
    private readonly AutoResetEvent _changed = new(false);
    private readonly long _slack;
    private readonly Thread? _thread;
    private long _anchorTicks;
    private DateTimeOffset _anchorTime;
    private volatile bool _stopped;
    private long _jumps;
    private long _rounds;

    /// <param name="clock">Both clocks.</param>
    /// <param name="phase">This host's own shift of all edges.</param>
    /// <param name="start">False in tests, which call <see cref="RunDue"/> themselves.</param>
    public Scheduler(TimeProvider clock, TimeSpan phase, bool start = true)
    {
        _clock = clock;
        _phase = phase;
        _slack = clock.TimestampFrequency / 2000;       // two readings of two clocks differ: half a millisecond is the same edge
        Anchor();
        if (!start)
            return;
        _thread = new Thread(Run) { IsBackground = true, Name = "scheduler" };
        _thread.Start();
    }

    /// <summary>Steps of the wall clock against the monotonic one of more than two seconds, since start.</summary>
    public long ClockJumps => Volatile.Read(ref _jumps);

    /// <summary>Times it has looked for what is due: all ticks of one round were due together.</summary>
    public long Rounds => Volatile.Read(ref _rounds);

    /// <summary>Tickets whose loops wait at the moment.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _queue.Count;
        }
    }

    /// <summary>Asks for a tick every so often.</summary>
    /// <param name="interval">Time between ticks, above zero.</param>
    /// <param name="order">Among ticks due at the same moment the lowest goes first: collectors at 0, what reads them after.</param>
    /// <param name="atOnce">True: the first tick comes now, the second on the next edge.</param>
    public ScheduleTicket Register(TimeSpan interval, int order = 0, bool atOnce = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        return new ScheduleTicket(this, interval, order, atOnce);
    }

    /// <summary>Ends the thread; tickets waiting are cancelled.</summary>
    public void Dispose()
    {
        _stopped = true;
        _changed.Set();
        if (Thread.CurrentThread != _thread)
            _thread?.Join(LongestStop);
        while (TryTakeDue(long.MaxValue, out ScheduleTicket? ticket))
            ticket.Cancel();
    }

    /// <summary>Gives every tick that is due, in order, and returns the time to the next, at most 30 s.</summary>
    public TimeSpan RunDue()
    {
        NoticeJump();
        _rounds++;
        while (TryTakeDue(_clock.GetTimestamp(), out ScheduleTicket? ticket))
            ticket.Give();
        lock (_lock)
        {
            if (!_queue.TryPeek(out ScheduleTicket? next, out _))
                return LongestWait;
            TimeSpan wait = _clock.GetElapsedTime(_clock.GetTimestamp(), next.Due);
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait;
        }
    }

    internal void Enqueue(ScheduleTicket ticket)
    {
        lock (_lock)
            Add(ticket);
        if (_stopped)
            ticket.Cancel();        // nobody would ever give it a tick
    }

    internal void Requeue(ScheduleTicket ticket)
    {
        lock (_lock)
        {
            if (_queue.Remove(ticket, out _, out _))
                Add(ticket);
        }
    }

    internal void Remove(ScheduleTicket ticket)
    {
        lock (_lock)
            _queue.Remove(ticket, out _, out _);
    }

    /// <summary>The next edge that lies after now, by the monotonic clock and, exactly, by the wall clock.</summary>
    internal (long Due, long Edge) NextEdge(TimeSpan interval)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        long ticks = _clock.GetTimestamp();
        long phase = _phase.Ticks % interval.Ticks;
        long sinceEdge = (now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks - phase) % interval.Ticks;
        if (sinceEdge < 0)
            sinceEdge += interval.Ticks;
        TimeSpan wait = TimeSpan.FromTicks(interval.Ticks - sinceEdge);
        return (ticks + ToTicks(wait), now.UtcTicks + wait.Ticks);
    }

    internal long ToTicks(TimeSpan span) => (long)(span.TotalSeconds * _clock.TimestampFrequency);

    internal (long Due, long Edge) Now => (_clock.GetTimestamp(), _clock.GetUtcNow().UtcTicks);

    internal TimeSpan Since(long due) => _clock.GetElapsedTime(due) is var lag && lag > TimeSpan.Zero ? lag : TimeSpan.Zero;

    private void Add(ScheduleTicket ticket)
    {
        ticket.Anchor();
        bool first = !_queue.TryPeek(out ScheduleTicket? next, out _) || ticket.Due < next.Due;
        _queue.Enqueue(ticket, (ticket.Edge, ticket.Order));

        // On the scheduler's own thread the queue is looked at again before it sleeps.
        if (first && Thread.CurrentThread != _thread)
            _changed.Set();
    }

    private void Run()
    {
        while (!_stopped)
        {
            TimeSpan wait = RunDue();
            if (wait > TimeSpan.Zero)
                _changed.WaitOne(wait + TimeSpan.FromMilliseconds(1));      // rounded up: waking early would wake twice
        }
    }

    private bool TryTakeDue(long now, out ScheduleTicket ticket)
    {
        lock (_lock)
        {
            ticket = null!;
            return _queue.TryPeek(out ScheduleTicket? next, out _) && next.Due - _slack <= now && _queue.TryDequeue(out ticket!, out _);
        }
    }

    private void Anchor() => (_anchorTime, _anchorTicks) = (_clock.GetUtcNow(), _clock.GetTimestamp());

    private void NoticeJump()
    {
        TimeSpan drift = _clock.GetUtcNow() - _anchorTime - _clock.GetElapsedTime(_anchorTicks);
        Anchor();
        if (drift.Duration() < Drift)
            return;
        if (drift.Duration() >= Jump)
            Volatile.Write(ref _jumps, _jumps + 1);
        lock (_lock)
        {
            ScheduleTicket[] waiting = [.. _queue.UnorderedItems.Select(i => i.Element)];
            _queue.Clear();
            foreach (ScheduleTicket ticket in waiting)
            {
                ticket.Anchor();
                _queue.Enqueue(ticket, (ticket.Edge, ticket.Order));
            }
        }
    }
}
