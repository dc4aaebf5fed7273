using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>Groups of processes by executable and owner, which add up to all processes, ended ones included.</summary>
/// <remarks>
/// A group has a row as long as there is room; the rest are one row, <c>other</c>, of no owner. A group without a process for some passes gives its
/// place away: what its processes did is the others' from then on, so that nothing that was counted is lost and no counter falls.
/// </remarks>
internal sealed class ProcessGroupSet
{
    private const int LongestEmpty = 10;

    private readonly CollectorContext _context;
    private readonly Dictionary<(string Name, string Owner), ProcessGroup> _groups = [];
    private readonly List<ProcessGroup> _gone = [];
    private readonly ProcessGroup _other = new("other", "");
    private readonly double _ticksPerSecond;
    private Timestamp _since;
    private int _rows;

    public ProcessGroupSet(CollectorContext context)
    {
        _context = context;
        _ticksPerSecond = Math.Round(1 / context.Host.ClockTick);
        _since = context.Host.Boot;
        _other.Entity = MakeEntity(_other, context.Host.Boot);
    }

    /// <summary>Counts all processes in their groups and writes the rows.</summary>
    public void Count(List<KnownProcess> all, Table table)
    {
        int places = table.MaxRows - 1;         // one is the others'
        _other.Begin();
        foreach (ProcessGroup group in _groups.Values)
        {
            group.Begin();
            if (_rows > places && group.Entity is not null)
                Fold(group);
        }

        foreach (KnownProcess process in all)
            Count(process, places, table);
        Forget();
        Fill(table);
        _since = Timestamp.From(_context.Clock.GetUtcNow());
    }

    private void Count(KnownProcess process, int places, Table table)
    {
        ProcessGroup group = process.Group ??= Find(process.Identity!);
        if (group.Entity is null && _rows < places)
        {
            group.Entity = MakeEntity(group, _since);
            _rows++;
        }

        if (group.Entity is null && !group.IsMet)
            table.Drop(1);
        group.IsMet = true;
        group.EmptyPasses = 0;
        (group.Entity is null ? _other : group).Count(process);
    }

    private ProcessGroup Find(ProcessIdentity identity)
    {
        if (!_groups.TryGetValue((identity.Name, identity.Owner), out ProcessGroup? group))
            _groups.Add((identity.Name, identity.Owner), group = new ProcessGroup(identity.Name, identity.Owner));
        return group;
    }

    private void Forget()
    {
        foreach (ProcessGroup group in _groups.Values)
        {
            if (!group.IsMet && ++group.EmptyPasses > (group.Entity is null ? 0 : LongestEmpty))
                _gone.Add(group);
        }

        foreach (ProcessGroup group in _gone)
        {
            if (group.Entity is not null)
                Fold(group);
            _groups.Remove((group.Name, group.Owner));
        }

        _gone.Clear();
    }

    private void Fold(ProcessGroup group)
    {
        _other.Absorb(group);
        (group.UserTicks, group.SystemTicks, group.ReadBytes, group.WriteBytes) = (0, 0, 0, 0);
        group.Entity = null;
        _rows--;
    }

    private void Fill(Table table)
    {
        foreach (ProcessGroup group in _groups.Values)
        {
            if (group.Entity is not null)
                group.Fill(table.Add(group.Entity), _ticksPerSecond, _context.Host.PageSize);
        }

        if (_other.Processes > 0 || _other.UserTicks > 0 || _other.SystemTicks > 0 || _other.ReadBytes > 0 || _other.WriteBytes > 0)
            _other.Fill(table.Add(_other.Entity!), _ticksPerSecond, _context.Host.PageSize);
    }

    private static Entity MakeEntity(ProcessGroup group, Timestamp since) => new(ProcessGroups.Groups, since, group.Name, group.Owner);
}
