using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Every process: those that use the most each by itself, all of them in groups by executable and owner, and how many there are in each state.</summary>
/// <remarks>
/// Sources: the listing of <c>/proc</c>, and of each process <c>stat</c>, whose file stays open between passes, and <c>io</c>; of those that have a row also the files that
/// <see cref="ProcessRows"/> names. A process that ends while it is read has no row, or one of what was read by then. Which processes have a row says <see cref="ProcessRanking"/>, within the
/// table's bound; the groups of <see cref="ProcessGroupSet"/> count them all.
/// </remarks>
internal sealed class ProcessCollector : ICollector
{
    private readonly CollectorContext _context;
    private readonly ProcessPopulation _population;
    private readonly ProcessRanking _ranking;
    private readonly ProcessDescriptors _descriptors;
    private readonly ProcessRows _rows;
    private readonly ProcessGroupSet _groups;
    private readonly ProcessStates _states;

    public ProcessCollector(CollectorContext context)
    {
        var names = new ProcessNames();
        _context = context;
        _population = new ProcessPopulation(context, names);
        _ranking = new ProcessRanking(context);
        _descriptors = new ProcessDescriptors(context, names);
        _rows = new ProcessRows(context, names, _descriptors);
        _groups = new ProcessGroupSet(context);
        _states = new ProcessStates(context.Host.Boot);
    }

    public void Collect(Snapshot snapshot)
    {
        _population.Meet(WantsIo(snapshot));
        List<KnownProcess> all = _population.Alive;
        if (all.Count == 0)
            return;
        bool countsDescriptors = snapshot[ProcessGroups.Groups].Wants(ProcessGroups.FileDescriptors);
        foreach (KnownProcess process in all)
            process.OpenDescriptors = countsDescriptors ? _descriptors.Count(process.Pid) : Cell.AbsentLong;
        AddRows(all, snapshot);
        if (snapshot[ProcessGroups.Groups].WantsAny)
            _groups.Count(all, snapshot[ProcessGroups.Groups]);
        if (snapshot[ProcessCounts.States].WantsAny)
            _states.Count(all, snapshot[ProcessCounts.States]);
    }

    private static bool WantsIo(Snapshot snapshot)
    {
        Table all = snapshot[Processes.All], groups = snapshot[ProcessGroups.Groups];
        return all.Wants(Processes.ReadDiskIo) || all.Wants(Processes.WriteDiskIo) || all.Wants(Processes.ReadDiskOperations)
            || all.Wants(Processes.WriteDiskOperations) || all.Wants(Processes.ReadFileIo) || all.Wants(Processes.WriteFileIo)
            || all.Wants(Processes.CancelledIo) || groups.Wants(ProcessGroups.ReadDiskIo) || groups.Wants(ProcessGroups.WriteDiskIo);
    }

    private void AddRows(List<KnownProcess> all, Snapshot snapshot)
    {
        Table table = snapshot[Processes.All];
        if (!table.WantsAny && !snapshot[Processes.Utilization].WantsAny && !snapshot[Processes.Delays].WantsAny && !snapshot[ProcessDetail.Limits].WantsAny)
            return;
        double ticksSinceBoot = (Timestamp.From(_context.Clock.GetUtcNow()).UnixNanoseconds - _context.Host.Boot.UnixNanoseconds) / 1e9 / _context.Host.ClockTick;
        _ranking.Choose(all, table.MaxRows, ticksSinceBoot);
        _rows.Begin(snapshot, ticksSinceBoot);
        foreach (KnownProcess process in all)
        {
            if (process.Ranks != ProcessRanks.None)
                _rows.Add(process, snapshot, _population.Elapsed);
            else
                table.Drop(1);
        }
    }
}
