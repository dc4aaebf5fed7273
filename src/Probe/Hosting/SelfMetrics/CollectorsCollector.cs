using System.Runtime.CompilerServices;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Hosting.SelfMetrics;

/// <summary>What each collector costs and how its passes end, which rights it lacks, and how long a round of all takes.</summary>
internal sealed class CollectorsCollector(CollectorContext context, CollectorSet set, CollectorSurroundings around) : ICollector
{
    // The right that most files which a user may not read ask for.
    private const string ReadAnything = "CAP_DAC_READ_SEARCH";

    private static readonly (KernelPaths Path, string Name)[] s_paths =
        [(KernelPaths.Bpf, "bpf"), (KernelPaths.Netlink, "netlink"), (KernelPaths.Text, "text")];

    private static readonly (PassOutcome Outcome, Column Column)[] s_runs =
    [
        (PassOutcome.Success, Self.SuccessCollectorRuns), (PassOutcome.Partial, Self.PartialCollectorRuns), (PassOutcome.Timeout, Self.TimeoutCollectorRuns),
        (PassOutcome.Unsupported, Self.UnsupportedCollectorRuns), (PassOutcome.Denied, Self.DeniedCollectorRuns), (PassOutcome.Error, Self.ErrorCollectorRuns),
    ];

    private readonly ConditionalWeakTable<CollectorStatistics, Names> _names = [];
    private readonly Entity _round = new(Self.Collection, Timestamp.From(context.Clock.GetUtcNow()));

    public void Collect(Snapshot snapshot)
    {
        foreach (CollectorService service in set.Running)
        {
            if (!_names.TryGetValue(service.Statistics, out Names? names))
                _names.Add(service.Statistics, names = new Names(service.Statistics));
            NoteStale(service);
            Write(service.Statistics, snapshot[Self.Collectors].Add(names.Collector));
            WritePaths(service.Statistics, names, snapshot[Self.CollectorPaths]);
            if (service.Statistics.IsDenied)
                snapshot[Self.Capabilities].Add(names.Capability).Set(Self.CapabilityMissing, 1);
        }

        Table.Row round = snapshot[Self.Collection].Add(_round);
        around.Rounds.Durations.CopyTo(round.Cells(Self.CollectionDuration));
        round.Set(Self.ClockJumps, around.Scheduler.ClockJumps);
    }

    private static void NoteStale(CollectorService service)
    {
        if (service.Ring.TryReadLatest(out SnapshotLease lease))
            lease.Dispose();
        else
            service.Statistics.NoteStale();
    }

    private static void Write(CollectorStatistics statistics, Table.Row row)
    {
        statistics.Durations.CopyTo(row.Cells(Self.CollectorDuration));
        foreach ((PassOutcome outcome, Column column) in s_runs)
            row.Set(column, statistics.Runs(outcome));
        if (statistics.LastSuccess.UnixNanoseconds > 0)
            row[Self.CollectorLastSuccess] = statistics.LastSuccess.UnixSeconds;
        row[Self.CollectorLag] = statistics.Lag.TotalSeconds;
        row.Set(Self.CollectorAllocated, statistics.Allocated);
        row.Set(Self.CollectorSyscalls, statistics.Kernel.Calls);
        row.Set(Self.CollectorReadIo, statistics.Kernel.Bytes);
        row.Set(Self.SeriesCount, statistics.Series);
        row.Set(Self.CardinalitySeriesDropped, statistics.CutSeries);
        row.Set(Self.FilterSeriesDropped, statistics.FilteredSeries);
        row.Set(Self.StaleSeriesDropped, statistics.StaleSeries);
        row.Set(Self.SourceStalled, statistics.Stalled);
    }

    private static void WritePaths(CollectorStatistics statistics, Names names, Table paths)
    {
        for (int i = 0; i < s_paths.Length; i++)
        {
            if ((statistics.Paths & s_paths[i].Path) != 0)
                paths.Add(names.Path(i)).Set(Self.SourceFallback, 1);
        }
    }

    /// <summary>The entities of one collector.</summary>
    private sealed class Names(CollectorStatistics statistics)
    {
        private readonly Entity?[] _paths = new Entity[s_paths.Length];
        private Entity? _capability;

        public Entity Collector { get; } = new(Self.Collectors, statistics.Start, statistics.Descriptor.Name);

        public Entity Capability => _capability ??= new Entity(Self.Capabilities, statistics.Start, statistics.Descriptor.Name, statistics.Descriptor.Right ?? ReadAnything);

        public Entity Path(int path) => _paths[path] ??= new Entity(Self.CollectorPaths, statistics.Start, statistics.Descriptor.Name, s_paths[path].Name);
    }
}
