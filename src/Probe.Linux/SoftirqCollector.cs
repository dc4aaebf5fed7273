using System.Collections.Immutable;
using System.Globalization;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Software interrupts handled on each logical processor.</summary>
/// <remarks>
/// Source: <c>/proc/softirqs</c>, a heading of processors and a line for each vector. The heading names every processor that could ever be
/// plugged in; one that never handled anything has no row.
/// </remarks>
internal sealed class SoftirqCollector(CollectorContext context) : ICollector
{
    private static readonly ImmutableArray<(byte[] Name, Column Column)> s_vectors =
    [
        ("HI:"u8.ToArray(), Cpu.HiSoftirqCount),
        ("TIMER:"u8.ToArray(), Cpu.TimerSoftirqCount),
        ("NET_TX:"u8.ToArray(), Cpu.NetTxSoftirqCount),
        ("NET_RX:"u8.ToArray(), Cpu.NetRxSoftirqCount),
        ("BLOCK:"u8.ToArray(), Cpu.BlockSoftirqCount),
        ("IRQ_POLL:"u8.ToArray(), Cpu.IrqPollSoftirqCount),
        ("TASKLET:"u8.ToArray(), Cpu.TaskletSoftirqCount),
        ("SCHED:"u8.ToArray(), Cpu.SchedSoftirqCount),
        ("HRTIMER:"u8.ToArray(), Cpu.HrtimerSoftirqCount),
        ("RCU:"u8.ToArray(), Cpu.RcuSoftirqCount),
    ];

    private readonly KernelBuffer _text = new();
    private readonly ProcessorHeading _heading = new();
    private readonly PerProcessor<Entity> _processors = new(number =>
        new Entity(Cpu.Softirqs, context.Host.Boot, number.ToString(CultureInfo.InvariantCulture)));
    private long[] _counts = [];

    public void Collect(Snapshot snapshot)
    {
        if (!context.Kernel.TryRead("/proc/softirqs"u8, _text))
            return;
        var text = new FieldReader(_text.Span, "/proc/softirqs");
        if (!text.TryReadLine(out FieldReader heading))
            return;
        _heading.Read(ref heading);
        ReadCounts(ref text);
        AddRows(snapshot[Cpu.Softirqs]);
    }

    private void ReadCounts(ref FieldReader text)
    {
        int processors = _heading.Numbers.Count;
        if (_counts.Length < processors * s_vectors.Length)
            _counts = new long[processors * s_vectors.Length];
        Array.Fill(_counts, Cell.AbsentLong);
        while (text.TryReadLine(out FieldReader line))
        {
            int vector = FindVector(line.ReadWord());
            for (int i = 0; vector >= 0 && i < processors; i++)
                line.TryReadCount(out _counts[i * s_vectors.Length + vector]);
        }
    }

    private void AddRows(Table table)
    {
        for (int i = 0; i < _heading.Numbers.Count; i++)
        {
            ReadOnlySpan<long> counts = _counts.AsSpan(i * s_vectors.Length, s_vectors.Length);
            if (!counts.ContainsAnyExcept(0, Cell.AbsentLong))
                continue;
            Table.Row row = table.Add(_processors[_heading.Numbers[i]]);
            for (int vector = 0; vector < counts.Length; vector++)
                row.Set(s_vectors[vector].Column, counts[vector]);
        }
    }

    private static int FindVector(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < s_vectors.Length; i++)
        {
            if (name.SequenceEqual(s_vectors[i].Name))
                return i;
        }

        return -1;
    }
}
