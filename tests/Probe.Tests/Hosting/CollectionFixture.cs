using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Probe.Collection;
using Probe.Hosting;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;
using Probe.Tests.Kernel;

namespace Probe.Tests.Hosting;

/// <summary>Collectors' loops under a clock that the test turns, on a scheduler that the test runs.</summary>
internal sealed class CollectionFixture : IHostApplicationLifetime, IDisposable
{
    private readonly List<CollectorService> _services = [];

    public CollectionFixture(params ImmutableArray<CollectorDescriptor> roster)
    {
        Scheduler = new Scheduler(Clock, TimeSpan.Zero, start: false);
        Around = new CollectorSurroundings(new Platform(Kernel, Collecting.Host, roster), Store, Scheduler, new Heartbeats(Clock), Clock, Log, this);
    }

    public FakeTimeProvider Clock { get; } = Collecting.MakeClock();

    public FakeKernel Kernel { get; } = new();

    public SnapshotStore Store { get; } = new();

    public LogRecorder Log { get; } = new();

    public Scheduler Scheduler { get; }

    public CollectorSurroundings Around { get; }

    public bool IsStopping { get; private set; }

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => IsStopping = true;

    /// <summary>Starts a loop and takes it to the end of its first pass.</summary>
    public CollectorService Start(CollectorDescriptor descriptor)
    {
        CollectorService service = Make(descriptor);
        Start(service);
        return service;
    }

    public CollectorService Make(CollectorDescriptor descriptor)
    {
        TimeSpan interval = descriptor.Interval ?? Intervals.Default;
        var service = new CollectorService(descriptor, new CollectorPlan(interval, new SnapshotRingOptions { MaxAge = 3 * interval }), Around);
        _services.Add(service);
        return service;
    }

    /// <summary>Starts loops; followers first, then those that go by the clock, each of which takes its first pass.</summary>
    public void Start(params ReadOnlySpan<CollectorService> services)
    {
        int byClock = Scheduler.Waiting;
        foreach (CollectorService service in services)
        {
            service.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
            byClock += service.Descriptor.After is null ? 1 : 0;
        }

        foreach (CollectorService service in services)
        {
            while (service.Descriptor.After is null && !service.FirstPass.IsCompleted)
            {
                Scheduler.RunDue();
                Thread.Yield();
            }
        }

        SpinWait.SpinUntil(() => Scheduler.Waiting == byClock);
    }

    /// <summary>Lets time go by, tick by tick.</summary>
    public void Pass(TimeSpan time)
    {
        DateTimeOffset end = Clock.GetUtcNow() + time;
        int loops = Scheduler.Waiting;
        while (Clock.GetUtcNow() < end)
        {
            TimeSpan left = end - Clock.GetUtcNow();
            TimeSpan next = GiveTicks(loops);
            Clock.Advance(next < left ? next : left);
            GiveTicks(loops);
        }
    }

    /// <summary>Gives what is due and lets every loop come back for its next tick: one that was on its way to waiting takes its tick on a thread of its own.</summary>
    private TimeSpan GiveTicks(int loops)
    {
        Scheduler.RunDue();
        SpinWait.SpinUntil(() => Scheduler.Waiting >= loops, TimeSpan.FromSeconds(1));      // unless a loop has ended
        return Scheduler.RunDue();
    }

    public void Dispose()
    {
        foreach (CollectorService service in _services)
        {
            service.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
            service.Dispose();
        }

        Scheduler.Dispose();
    }
}

/// <summary>A collector that does as the test says, and fills a table of its own.</summary>
internal sealed class ScriptedCollector(Action<Snapshot> collect) : ICollector
{
    private static int s_tables;

    public void Collect(Snapshot snapshot) => collect(snapshot);

    /// <summary>A roster line with a table of one gauge.</summary>
    public static CollectorDescriptor Describe(string name, Action<Snapshot> collect, TimeSpan? interval = null, bool blocking = false, Schema? after = null) =>
        new(name, [MakeTable()], interval ?? Intervals.Default, _ => new ScriptedCollector(collect), blocking, after);

    /// <summary>A table of one column, the same shape every time and never the same table.</summary>
    public static Schema MakeTable() => new($"scripted{Interlocked.Increment(ref s_tables)}", [], [], [],
        [Instrument.Gauge("test.value", Unit.One, NumberType.Double, "A value.")], Scope.Host);

    /// <summary>Writes one row.</summary>
    public static void Write(Snapshot snapshot, double value)
    {
        Table table = snapshot.Tables[0];
        table.Add(new Entity(table.Schema, default))[table.Schema.Columns[0]] = value;
    }
}
