using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Time lost to waiting for CPU, memory, I/O and interrupts, on the whole host.</summary>
/// <remarks>
/// Sources: <c>/proc/pressure/cpu</c>, <c>memory</c>, <c>io</c> and <c>irq</c>; see the kernel's <c>accounting/psi</c>. A kernel booted without
/// <c>psi=1</c> refuses them. Averages are told in percent, totals in microseconds. Interrupts have only <c>full</c>; of the CPU the kernel
/// tells <c>full</c> as 0, since on a whole host something always runs.
/// </remarks>
internal sealed class PressureCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly Entity _host = new(Pressure.Host, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        Table table = snapshot[Pressure.Host];
        Table.Row row = default;
        bool hasRow = false;
        foreach (Stalls stalls in Stalls.All)
        {
            if (!context.Kernel.TryRead(stalls.Name, _text) || _text.Span.IsEmpty)
                continue;
            if (!hasRow)
                row = table.Add(_host);
            hasRow = true;
            ReadStalls(stalls, row);
        }
    }

    private void ReadStalls(Stalls stalls, Table.Row row)
    {
        var text = new FieldReader(_text.Span, stalls.Source);
        while (text.TryReadLine(out FieldReader line))
        {
            if (line.TrySkip("some"u8))
                ReadLine(ref line, row, stalls.Some);
            else if (line.TrySkip("full"u8))
                ReadLine(ref line, row, stalls.Full);
        }
    }

    private static void ReadLine(ref FieldReader line, Table.Row row, StallColumns columns)
    {
        if (line.TrySkip(" avg10="u8))
            row[columns.Over10] = ReadPercent(ref line);
        if (line.TrySkip(" avg60="u8))
            row[columns.Over60] = ReadPercent(ref line);
        if (line.TrySkip(" avg300="u8))
            row[columns.Over300] = ReadPercent(ref line);
        if (line.TrySkip(" total="u8))
            row[columns.Total] = Numbers.Divide(line.ReadCount(), 1e6);
    }

    /// <summary>A percentage of two decimals as a ratio of four, exact as the decimals are.</summary>
    private static double ReadPercent(ref FieldReader line) => Math.Round(line.ReadDecimal() * 100) / 10_000;
}

/// <summary>The columns of one line of a pressure file.</summary>
internal sealed record StallColumns(Column Total, Column Over10, Column Over60, Column Over300);

/// <summary>A pressure file and where its lines go.</summary>
internal sealed class Stalls(string source, StallColumns some, StallColumns full)
{
    public static readonly ImmutableArray<Stalls> All =
    [
        new("/proc/pressure/cpu",
            new(Pressure.CpuSomeStallTime, Pressure.CpuSome10sStallUtilization, Pressure.CpuSome60sStallUtilization, Pressure.CpuSome300sStallUtilization),
            new(Pressure.CpuFullStallTime, Pressure.CpuFull10sStallUtilization, Pressure.CpuFull60sStallUtilization, Pressure.CpuFull300sStallUtilization)),
        new("/proc/pressure/memory",
            new(Pressure.MemorySomeStallTime, Pressure.MemorySome10sStallUtilization, Pressure.MemorySome60sStallUtilization, Pressure.MemorySome300sStallUtilization),
            new(Pressure.MemoryFullStallTime, Pressure.MemoryFull10sStallUtilization, Pressure.MemoryFull60sStallUtilization, Pressure.MemoryFull300sStallUtilization)),
        new("/proc/pressure/io",
            new(Pressure.IoSomeStallTime, Pressure.IoSome10sStallUtilization, Pressure.IoSome60sStallUtilization, Pressure.IoSome300sStallUtilization),
            new(Pressure.IoFullStallTime, Pressure.IoFull10sStallUtilization, Pressure.IoFull60sStallUtilization, Pressure.IoFull300sStallUtilization)),
        new("/proc/pressure/irq",
            new(Pressure.IrqSomeStallTime, Pressure.IrqSome10sStallUtilization, Pressure.IrqSome60sStallUtilization, Pressure.IrqSome300sStallUtilization),
            new(Pressure.IrqFullStallTime, Pressure.IrqFull10sStallUtilization, Pressure.IrqFull60sStallUtilization, Pressure.IrqFull300sStallUtilization)),
    ];

    private readonly byte[] _name = System.Text.Encoding.UTF8.GetBytes(source);

    public string Source { get; } = source;

    public ReadOnlySpan<byte> Name => _name;

    public StallColumns Some { get; } = some;

    public StallColumns Full { get; } = full;
}
