using Probe.Collection;

namespace Probe.Linux;

/// <summary>By what a process is among the foremost.</summary>
[Flags]
internal enum ProcessRanks
{
    /// <summary>By nothing.</summary>
    None = 0,

    /// <summary>Time it ran lately.</summary>
    Cpu = 1,

    /// <summary>Memory it holds.</summary>
    Memory = 2,

    /// <summary>Bytes it read and wrote lately.</summary>
    Io = 4,

    /// <summary>There is room for every process.</summary>
    Everyone = 8,
}

/// <summary>Chooses the processes that have rows of their own, where there is not room for all.</summary>
/// <remarks>
/// A third of the places each is for those that ran, hold and moved the most; a place that the three share stays free. Membership is steady: what was done counts half in the next pass, a
/// quarter in the one after, and who has a place keeps it until another has done a quarter more.
/// </remarks>
internal sealed class ProcessRanking(CollectorContext context)
{
    private const double Loyalty = 1.25;

    private readonly double _usualTicks = Intervals.Processes.TotalSeconds / context.Host.ClockTick;
    private double[] _scores = [];
    private int[] _order = [];

    /// <summary>Sets the ranks of all processes.</summary>
    public void Choose(List<KnownProcess> all, int places, double ticksSinceBoot)
    {
        foreach (KnownProcess process in all)
            TakeIn(process, ticksSinceBoot);
        if (all.Count <= places)
        {
            foreach (KnownProcess process in all)
                process.Ranks = ProcessRanks.Everyone;
            return;
        }

        while (_order.Length < all.Count)
            (_scores, _order) = (new double[Math.Max(all.Count, 256) * 2], new int[Math.Max(all.Count, 256) * 2]);
        int each = Math.Max(places / 3, 1);
        Rank(all, each, ProcessRanks.Cpu, static p => p.RecentTicks);
        Rank(all, each, ProcessRanks.Memory, static p => p.Now.ResidentPages);
        Rank(all, each, ProcessRanks.Io, static p => p.RecentBytes);
        foreach (KnownProcess process in all)
            process.Ranks &= ~ProcessRanks.Everyone;
    }

    /// <summary>What a process did since the last pass. Of one met first only so much as it does in an interval on average.</summary>
    private void TakeIn(KnownProcess process, double ticksSinceBoot)
    {
        double share = Math.Min(1, _usualTicks / Math.Max(ticksSinceBoot - process.Now.Start, 1));
        bool isNew = process.Passes == 1;
        double ticks = isNew ? process.Now.Ticks * share : process.Now.Ticks - process.Before.Ticks;
        double bytes = isNew ? process.IoNow.Bytes * share : process.IoNow.Bytes - process.IoBefore.Bytes;
        process.RecentTicks = process.RecentTicks / 2 + Math.Max(ticks, 0);
        process.RecentBytes = process.RecentBytes / 2 + Math.Max(bytes, 0);
    }

    private void Rank(List<KnownProcess> all, int places, ProcessRanks rank, Func<KnownProcess, double> score)
    {
        for (int i = 0; i < all.Count; i++)
        {
            bool isMember = (all[i].Ranks & (rank | ProcessRanks.Everyone)) != 0;
            _scores[i] = -score(all[i]) * (isMember ? Loyalty : 1);
            _order[i] = i;
            all[i].Ranks &= ~rank;
        }

        Array.Sort(_scores, _order, 0, all.Count);
        for (int i = 0; i < places && i < all.Count && _scores[i] < 0; i++)
            all[_order[i]].Ranks |= rank;
    }
}
