using System.Collections.Immutable;
using System.Globalization;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Time each logical processor spends in each mode, and what else <c>/proc/stat</c> counts.</summary>
/// <remarks>
/// Source: <c>/proc/stat</c>; see proc_stat(5). Ticks become seconds.
/// The kernel counts guest time inside user and nice as well. It stays there, so that the modes add up to the elapsed time.
/// The processors and their sum are two tables of the same instruments; the settings want one of them, never both.
/// </remarks>
internal sealed class CpuCollector(CollectorContext context) : ICollector
{
    // In the order of the fields.
    private static readonly ImmutableArray<Column> s_columns =
    [
        Cpu.UserTime, Cpu.NiceTime, Cpu.SystemTime, Cpu.IdleTime, Cpu.IowaitTime, Cpu.HardwareInterruptTime, Cpu.SoftwareInterruptTime,
        Cpu.StealTime, Cpu.UserGuestTime, Cpu.NiceGuestTime,
    ];

    private static readonly ImmutableArray<Column> s_totalColumns =
    [
        Cpu.TotalUserTime, Cpu.TotalNiceTime, Cpu.TotalSystemTime, Cpu.TotalIdleTime, Cpu.TotalIowaitTime, Cpu.TotalHardwareInterruptTime,
        Cpu.TotalSoftwareInterruptTime, Cpu.TotalStealTime, Cpu.TotalUserGuestTime, Cpu.TotalNiceGuestTime,
    ];

    private readonly KernelBuffer _text = new();
    private readonly double _ticksPerSecond = Math.Round(1 / context.Host.ClockTick);
    private readonly PerProcessor<ProcessorTimes> _processors = new(number => new ProcessorTimes(
        new Entity(Cpu.PerCpu, context.Host.Boot, number.ToString(CultureInfo.InvariantCulture))));
    private readonly ProcessorTimes _all = new(new Entity(Cpu.Total, context.Host.Boot));
    private readonly Entity _activity = new(Cpu.Activity, context.Host.Boot);
    private readonly Entity _processes = new(ProcessCounts.Activity, context.Host.Boot);
    private readonly Entity _boot = new(Machine.BootTime, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        if (!context.Kernel.TryRead("/proc/stat"u8, _text))
            return;

        var counts = new Counts();
        var stat = new FieldReader(_text.Span, "/proc/stat");
        while (stat.TryReadLine(out FieldReader line))
        {
            if (line.TrySkip("cpu"u8))
                ReadTimes(ref line, snapshot);
            else
                counts.Read(ref line);
        }

        AddCounts(snapshot, counts);
    }

    private void ReadTimes(ref FieldReader line, Snapshot snapshot)
    {
        if (line.StartsWith(" "u8))
        {
            Table total = snapshot[Cpu.Total];
            if (total.WantsAny)
                Add(ref line, _all, total.Add(_all.Entity), s_totalColumns, Cpu.TotalInterruptTime);
            return;
        }

        Table cpu = snapshot[Cpu.PerCpu];
        if (!cpu.WantsAny)
            return;
        long number = line.ReadCount();
        if (number is < 0 or >= PerProcessor.Most)
            throw line.Expected("a processor's number");
        ProcessorTimes times = _processors[(int)number];
        Add(ref line, times, cpu.Add(times.Entity), s_columns, Cpu.InterruptTime);
    }

    private void Add(ref FieldReader line, ProcessorTimes times, Table.Row row, ImmutableArray<Column> columns, Column interrupt)
    {
        long interrupts = 0;
        Span<long> counts = stackalloc long[ProcessorTimes.Fields];
        counts.Fill(Cell.AbsentLong);
        line.ReadCounts(counts);        // before Linux 2.6.33 the last fields did not exist
        for (int field = 0; field < columns.Length; field++)
        {
            long ticks = times.Steady(field, counts[field]);
            row[columns[field]] = Numbers.Divide(ticks, _ticksPerSecond);
            if (field is ProcessorTimes.Irq or ProcessorTimes.Softirq)
                interrupts = Numbers.Add(interrupts, ticks);
        }

        row[interrupt] = Numbers.Divide(interrupts, _ticksPerSecond);
    }

    private void AddCounts(Snapshot snapshot, in Counts counts)
    {
        if (counts.HasActivity)
        {
            Table.Row row = snapshot[Cpu.Activity].Add(_activity);
            row.Set(Cpu.ContextSwitches, counts.ContextSwitches);
            row.Set(Cpu.Interrupts, counts.Interrupts);
        }

        if (counts.HasProcesses)
        {
            Table.Row row = snapshot[ProcessCounts.Activity].Add(_processes);
            row.Set(ProcessCounts.Created, counts.Created);
            row.Set(ProcessCounts.Runnable, counts.Runnable);
            row.Set(ProcessCounts.Blocked, counts.Blocked);
        }

        if (!Cell.IsAbsent(counts.BootTime))
        {
            Table.Row row = snapshot[Machine.BootTime].Add(_boot);
            row[Machine.BootTimeSeconds] = counts.BootTime;
        }
    }

    /// <summary>The lines below those of the processors.</summary>
    private struct Counts()
    {
        public long ContextSwitches = Cell.AbsentLong;
        public long Interrupts = Cell.AbsentLong;
        public long Created = Cell.AbsentLong;
        public long Runnable = Cell.AbsentLong;
        public long Blocked = Cell.AbsentLong;
        public long BootTime = Cell.AbsentLong;

        public readonly bool HasActivity => !Cell.IsAbsent(ContextSwitches) || !Cell.IsAbsent(Interrupts);

        public readonly bool HasProcesses => !Cell.IsAbsent(Created) || !Cell.IsAbsent(Runnable) || !Cell.IsAbsent(Blocked);

        public void Read(ref FieldReader line)
        {
            if (line.TrySkip("intr "u8))
                Interrupts = line.ReadCount();          // the first number is the sum of the rest
            else if (line.TrySkip("ctxt "u8))
                ContextSwitches = line.ReadCount();
            else if (line.TrySkip("btime "u8))
                BootTime = line.ReadCount();
            else if (line.TrySkip("processes "u8))
                Created = line.ReadCount();
            else if (line.TrySkip("procs_running "u8))
                Runnable = line.ReadCount();
            else if (line.TrySkip("procs_blocked "u8))
                Blocked = line.ReadCount();
        }
    }
}
