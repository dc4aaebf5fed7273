using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Hosting;

/// <summary>One collector's life: await the tick, begin a pass, collect, commit.</summary>
/// <remarks>
/// Passes run on the thread that gives the tick, the scheduler's for most. A collector that may wait has a lane of its own, and one that
/// twice in a row takes too long moves to one. This is the only place that catches broadly: whatever a pass throws costs that pass and no other.
/// </remarks>
internal sealed partial class CollectorService : BackgroundService
{
    /// <summary>A pass that takes longer than this holds up the others on the scheduler's thread.</summary>
    public static readonly TimeSpan LongestInline = TimeSpan.FromMilliseconds(5);

    private readonly CollectorSurroundings _around;
    private readonly Ticket _ticket;
    private readonly CollectorContext _context;
    private readonly TaskCompletionSource _firstPass = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILogger _logger;
    private ICollector? _collector;
    private ImmutableArray<PassTicket> _followers = [];
    private CollectorPlan _plan;
    private Lane<Tick>? _lane;
    private int _slowPasses;
    private int _emptyPasses;
    private long _emptySince;
    private bool _isEmpty;
    private bool _failing;

    public CollectorService(CollectorDescriptor descriptor, CollectorPlan plan, CollectorSurroundings around)
    {
        Descriptor = descriptor;
        _plan = plan;
        _around = around;
        _logger = around.Loggers.CreateLogger<CollectorService>();
        var kernel = new MeteredKernelSource(around.Platform.Kernel);
        Statistics = new CollectorStatistics(descriptor, kernel, Timestamp.From(around.Clock.GetUtcNow()));
        Ring = new SnapshotRing(descriptor.Name, descriptor.Tables, plan.Ring, around.Clock);
        _context = new CollectorContext(kernel, around.Platform.Host, around.Clock, around.Store);
        _ticket = descriptor.After is null ? around.Scheduler.Register(plan.Interval, order: 0, atOnce: true) : new PassTicket();
    }

    /// <summary>The roster line it runs.</summary>
    public CollectorDescriptor Descriptor { get; }

    /// <summary>What its passes cost and how they ended.</summary>
    public CollectorStatistics Statistics { get; }

    /// <summary>Where its passes go.</summary>
    public SnapshotRing Ring { get; }

    /// <summary>Ends when the first pass has, well or not; for one on a lane, when that pass has begun.</summary>
    public Task FirstPass => _firstPass.Task;

    /// <summary>True while passes run on a thread of their own.</summary>
    public bool HasLane => _lane is not null;

    /// <summary>How it runs. A new plan holds from the next tick; no pass is lost over it.</summary>
    public CollectorPlan Plan
    {
        get => Volatile.Read(ref _plan);
        set
        {
            Volatile.Write(ref _plan, value);
            Ring.Options = value.Ring;
            if (_ticket is ScheduleTicket ticket && ticket.Interval != value.Interval)
                ticket.Interval = value.Interval;
        }
    }

    /// <summary>Tickets of the derived collectors that run after each of its passes.</summary>
    public ImmutableArray<PassTicket> Followers
    {
        set => ImmutableInterlocked.InterlockedExchange(ref _followers, value);
    }

    /// <summary>The ticket by which it follows another's passes; null where it goes by the clock.</summary>
    public PassTicket? FollowerTicket => _ticket as PassTicket;

    public override void Dispose()
    {
        _ticket.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            if (Descriptor.Blocking)
                _lane = MakeLane();
            while (true)
            {
                Tick tick = await _ticket.NextAsync(stop).ConfigureAwait(false);
                _around.Heartbeats.Collection.Beat();
                if (IsWorthTrying())
                    Start(tick);
                _firstPass.TrySetResult();
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the loop: the host stops, or a reload has taken this collector out.
        }
        catch (Exception e)
        {
            Log.LoopBroken(_logger, Descriptor.Name, e);
            _around.Fail();
        }
        finally
        {
            End();
        }
    }

    private void Start(Tick tick)
    {
        if (_lane is null)
            PassInline(tick);
        else if (!_lane.TryKick(tick))
            SkipPass();
    }

    private void SkipPass()
    {
        Statistics.CountOverdue();
        PassTelemetry.Count(Descriptor.Name, PassOutcome.Timeout);
    }

    private void PassInline(Tick tick)
    {
        long started = _around.Clock.GetTimestamp();
        Pass(tick);
        _around.Rounds.Add(_around.Scheduler.Rounds, _around.Clock.GetElapsedTime(started));
    }

    private void Pass(Tick tick)
    {
        if (PassAlone(tick) is { } committed)
            Lead(committed);
    }

    /// <summary>Makes a pass; null where it committed nothing that others could follow.</summary>
    private PassTime? PassAlone(in Tick tick)
    {
        using Activity? span = PassTelemetry.Begin(Descriptor.Name);
        long started = _around.Clock.GetTimestamp();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            PassTime? pass = Collect(tick, out PassOutcome outcome);
            TimeSpan took = _around.Clock.GetElapsedTime(started);
            Statistics.Count(outcome, took, tick.Lag, GC.GetAllocatedBytesForCurrentThread() - allocated, Timestamp.From(_around.Clock.GetUtcNow()));
            PassTelemetry.End(span, Descriptor.Name, outcome, Statistics.Series);
            NoteHealed();
            NoteEmpty(outcome);
            NoteSlow(took);
            return pass;
        }
        catch (Exception e)
        {
            Statistics.CountFailure(e, _around.Clock.GetElapsedTime(started), tick.Lag, GC.GetAllocatedBytesForCurrentThread() - allocated);
            PassTelemetry.Fail(span, Descriptor.Name, e);
            NoteFailing(e);
            return null;
        }
    }

    private void Lead(PassTime pass)
    {
        foreach (PassTicket follower in _followers)
            follower.Give(pass);
    }

    private PassTime? Collect(in Tick tick, out PassOutcome outcome)
    {
        using SnapshotWriter writer = Ring.Begin();
        _collector ??= Descriptor.Create(_context);
        _collector.Collect(writer.Snapshot);
        outcome = Statistics.Judge(writer.Snapshot);
        bool isEmpty = writer.Snapshot.RowCount == 0;
        if (isEmpty && _isEmpty)            // that nothing is there has been said
            return null;
        _isEmpty = isEmpty;
        if (tick.Source is { } source)
            writer.Commit(source.Time, source.Ticks);
        else
            writer.Commit();
        return new PassTime(writer.Snapshot.Time, writer.Snapshot.Ticks);
    }

    private bool IsWorthTrying() => Descriptor.After is not null || _emptyPasses < 2 || _around.Clock.GetElapsedTime(_emptySince) >= Plan.Retry;

    private void NoteEmpty(PassOutcome outcome)
    {
        if (outcome is PassOutcome.Success or PassOutcome.Partial)
        {
            if (_emptyPasses > 1 && Descriptor.After is null)
                Log.Found(_logger, Descriptor.Name);
            _emptyPasses = 0;
            return;
        }

        _emptySince = _around.Clock.GetTimestamp();
        if (++_emptyPasses != 2 || Descriptor.After is not null)
            return;
        if (outcome == PassOutcome.Denied)
            Log.Denied(_logger, Descriptor.Name, Statistics.Kernel.DeniedName, Descriptor.Right ?? "read it");
        else
            Log.Absent(_logger, Descriptor.Name);
    }

    private void NoteSlow(TimeSpan took)
    {
        bool isFirst = !_firstPass.Task.IsCompleted;        // it opens files and makes entities
        if (_lane is not null || isFirst)
            return;
        _slowPasses = took > LongestInline ? _slowPasses + 1 : 0;
        if (_slowPasses < 2)
            return;
        _lane = MakeLane();
        Log.MovedToLane(_logger, Descriptor.Name, took.TotalMilliseconds);
    }

    private void NoteFailing(Exception e)
    {
        if (!_failing)
            Log.Failing(_logger, Descriptor.Name, e);
        _failing = true;
    }

    private void NoteHealed()
    {
        if (_failing)
            Log.Healed(_logger, Descriptor.Name);
        _failing = false;
    }

    private void End()
    {
        _firstPass.TrySetResult();
        bool isIdle = _lane is null || _lane.End();
        if (isIdle)                     // else a pass hangs in it, and what it holds goes with the process
            (_collector as IDisposable)?.Dispose();
    }

    private Lane<Tick> MakeLane() => new(Descriptor.Name, Pass);

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Warning, "Collector {Collector} fails: its rows are missing until it heals.")]
        internal static partial void Failing(ILogger logger, string collector, Exception exception);

        [LoggerMessage(1002, LogLevel.Information, "Collector {Collector} works again.")]
        internal static partial void Healed(ILogger logger, string collector);

        [LoggerMessage(1003, LogLevel.Debug, "Collector {Collector} finds nothing on this host; it looks again now and then.")]
        internal static partial void Absent(ILogger logger, string collector);

        [LoggerMessage(1004, LogLevel.Information, "Collector {Collector} was refused {Source}: it lacks the right {Right}.")]
        internal static partial void Denied(ILogger logger, string collector, string? source, string right);

        [LoggerMessage(1005, LogLevel.Information, "Collector {Collector} finds its subject now.")]
        internal static partial void Found(ILogger logger, string collector);

        [LoggerMessage(1006, LogLevel.Information, "Collector {Collector} takes {Milliseconds:F1} ms a pass and gets a thread of its own.")]
        internal static partial void MovedToLane(ILogger logger, string collector, double milliseconds);

        [LoggerMessage(1007, LogLevel.Critical, "The loop of collector {Collector} broke: Probe ends.")]
        internal static partial void LoopBroken(ILogger logger, string collector, Exception exception);
    }
}
