using System.Collections.Immutable;
using Probe.Collection;
using Probe.Configuration;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Commands;

/// <summary>Runs collectors a few times without a host, for the commands that show what they see.</summary>
internal sealed class OneShot : IDisposable
{
    private static readonly TimeSpan s_apart = TimeSpan.FromMilliseconds(250);

    /// <param name="platform">The system.</param>
    /// <param name="options">How its collectors run.</param>
    /// <param name="chosen">Which of them are asked for; what they are derived from runs as well.</param>
    /// <param name="clock">What stamps a pass.</param>
    /// <param name="everything">True fills columns that the settings do not ask for as well.</param>
    public OneShot(Platform platform, BoundOptions options, IEnumerable<CollectorDescriptor> chosen, TimeProvider clock, bool everything = false)
    {
        Chosen = [.. chosen];
        ImmutableArray<CollectorDescriptor> running = WithSources(platform.Collectors, Chosen);
        Collectors =
        [
            .. running.Where(c => c.After is null).Concat(running.Where(c => c.After is not null)).Select(c => new OneShotCollector(c, platform,
                new SnapshotRing(c.Name, c.Tables, RingOptions(c, options, everything), clock), Store, clock)),
        ];
        Shown = [.. Collectors.Where(c => Chosen.Contains(c.Descriptor))];
        Store.Replace([.. Collectors.Select(c => c.Ring)]);
    }

    /// <summary>What was seen.</summary>
    public SnapshotStore Store { get; } = new();

    /// <summary>The collectors asked for.</summary>
    public ImmutableArray<CollectorDescriptor> Chosen { get; }

    /// <summary>All that run, the derived ones last.</summary>
    public ImmutableArray<OneShotCollector> Collectors { get; }

    /// <summary>Those that were asked for.</summary>
    public ImmutableArray<OneShotCollector> Shown { get; }

    /// <summary>A store of nothing but what was asked for, for readers that write all they find.</summary>
    public SnapshotStore ShownStore()
    {
        var shown = new SnapshotStore { Resource = Store.Resource };
        shown.Replace([.. Shown.Select(c => c.Ring)]);
        return shown;
    }

    /// <summary>Has every collector take a pass.</summary>
    public void Pass()
    {
        foreach (OneShotCollector collector in Collectors)
            collector.Pass();
    }

    /// <summary>Takes two passes a quarter of a second apart: what is worked out from two of them is there then.</summary>
    public async Task PassTwiceAsync(TimeProvider clock, CancellationToken stop)
    {
        Pass();
        await Task.Delay(s_apart, clock, stop).ConfigureAwait(false);
        Pass();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (OneShotCollector collector in Collectors)
            collector.Dispose();
    }

    private static SnapshotRingOptions RingOptions(CollectorDescriptor collector, BoundOptions options, bool everything)
    {
        SnapshotRingOptions ring = CollectorRings.OptionsOf(collector, options) with { MaxAge = TimeSpan.FromDays(1) };
        return everything ? ring with { Wanted = static _ => true } : ring;
    }

    private static ImmutableArray<CollectorDescriptor> WithSources(ImmutableArray<CollectorDescriptor> roster, ImmutableArray<CollectorDescriptor> chosen)
    {
        var running = chosen.ToHashSet();
        foreach (CollectorDescriptor collector in chosen)
        {
            for (Schema? after = collector.After; after is not null;)
            {
                CollectorDescriptor? source = roster.FirstOrDefault(c => c.Tables.Contains(after));
                if (source is not null)
                    running.Add(source);
                after = source?.After;
            }
        }

        return [.. roster.Where(running.Contains)];
    }
}

/// <summary>One collector, its ring, and how its passes went.</summary>
internal sealed class OneShotCollector : IDisposable
{
    private readonly CollectorContext _context;
    private ICollector? _collector;

    public OneShotCollector(CollectorDescriptor descriptor, Platform platform, SnapshotRing ring, SnapshotStore store, TimeProvider clock)
    {
        Descriptor = descriptor;
        Ring = ring;
        Kernel = new MeteredKernelSource(platform.Kernel);
        Clock = clock;
        _context = new CollectorContext(Kernel, platform.Host, clock, store);
    }

    /// <summary>The roster line.</summary>
    public CollectorDescriptor Descriptor { get; }

    /// <summary>Where its passes are.</summary>
    public SnapshotRing Ring { get; }

    /// <summary>What it asked of the kernel.</summary>
    public MeteredKernelSource Kernel { get; }

    /// <summary>What stamps its passes.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Why its last pass failed; null where it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Time the last pass took.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>Takes a pass. What it throws is kept, not thrown: one broken collector must not hide the others.</summary>
    public void Pass()
    {
        long started = Clock.GetTimestamp();
        try
        {
            _collector ??= Descriptor.Create(_context);
            using SnapshotWriter writer = Ring.Begin();
            _collector.Collect(writer.Snapshot);
            Commit(writer);
            Failure = null;
        }
        catch (Exception e)
        {
            Failure = e;
        }

        Duration = Clock.GetElapsedTime(started);
    }

    /// <inheritdoc/>
    public void Dispose() => (_collector as IDisposable)?.Dispose();

    private void Commit(in SnapshotWriter writer)
    {
        if (Descriptor.After is { } source && _context.Store.TryGet(source, out SnapshotRing ring) && ring.TryReadLatest(out SnapshotLease lease))
        {
            using (lease)
                writer.Commit(lease.Snapshot.Time, lease.Snapshot.Ticks);
        }
        else
        {
            writer.Commit();
        }
    }
}
