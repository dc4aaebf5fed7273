using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Derived;

/// <summary>The share of the time between two passes that each logical processor spent in each mode.</summary>
/// <remarks>
/// Source: the last two passes of <see cref="Cpu.PerCpu"/>. Where the settings want only the sum of the processors, there is one row without a
/// processor's number: the shares of <see cref="Cpu.Total"/> in the time that all modes grew by, since the sum does not tell how many processors it is of.
/// </remarks>
public sealed class CpuUtilizationCollector(CollectorContext context) : ICollector
{
    private static readonly ImmutableArray<(Column Share, Column Time, Column TotalTime)> s_modes =
    [
        (Cpu.UserUtilization, Cpu.UserTime, Cpu.TotalUserTime),
        (Cpu.SystemUtilization, Cpu.SystemTime, Cpu.TotalSystemTime),
        (Cpu.NiceUtilization, Cpu.NiceTime, Cpu.TotalNiceTime),
        (Cpu.IdleUtilization, Cpu.IdleTime, Cpu.TotalIdleTime),
        (Cpu.IowaitUtilization, Cpu.IowaitTime, Cpu.TotalIowaitTime),
        (Cpu.InterruptUtilization, Cpu.InterruptTime, Cpu.TotalInterruptTime),
        (Cpu.StealUtilization, Cpu.StealTime, Cpu.TotalStealTime),
    ];

    private readonly MirroredEntities _processors = new(Cpu.Utilizations);
    private readonly Entity _all = new(Cpu.Utilizations, context.Host.Boot, "");

    /// <inheritdoc/>
    public void Collect(Snapshot snapshot)
    {
        if (!PassPair.TryRead(context.Store, Cpu.PerCpu, out PassPair pair))
            return;
        using PassPair held = pair;
        Table table = snapshot[Cpu.Utilizations];
        if (pair.Now(Cpu.PerCpu).Rows.IsEmpty)
            AddTotal(pair.Before(Cpu.Total), pair.Now(Cpu.Total), table);
        else
            AddProcessors(pair, table);
    }

    private void AddProcessors(in PassPair pair, Table table)
    {
        Table now = pair.Now(Cpu.PerCpu), before = pair.Before(Cpu.PerCpu);
        for (int row = 0; row < now.Rows.Length; row++)
        {
            int earlier = PassPair.FindRow(before, now.Rows[row], row);
            if (earlier < 0)
                continue;
            Table.Row shares = table.Add(_processors.Of(now.Rows[row], row));
            foreach ((Column share, Column time, _) in s_modes)
                shares[share] = pair.Share(before.Doubles(time)[earlier], now.Doubles(time)[row]);
        }
    }

    private void AddTotal(Table before, Table now, Table table)
    {
        if (before.Rows.IsEmpty || now.Rows.IsEmpty)
            return;
        Span<double> grown = stackalloc double[s_modes.Length];
        double all = 0;
        for (int mode = 0; mode < grown.Length; mode++)
        {
            Column time = s_modes[mode].TotalTime;
            grown[mode] = now.Doubles(time)[0] - before.Doubles(time)[0];
            if (grown[mode] < 0)
                return;
            all += double.IsNaN(grown[mode]) ? 0 : grown[mode];
        }

        if (all <= 0)
            return;
        Table.Row shares = table.Add(_all);
        for (int mode = 0; mode < grown.Length; mode++)
            shares[s_modes[mode].Share] = grown[mode] / all;
    }
}
