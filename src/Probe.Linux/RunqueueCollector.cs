using System.Globalization;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>How long tasks ran on each logical processor, and how long they had to wait for it.</summary>
/// <remarks>
/// Source: <c>/proc/schedstat</c>, the last three of the nine fields of each <c>cpuN</c> line, in nanoseconds; see the kernel's
/// <c>scheduler/sched-stats</c>. A kernel built without scheduler statistics has no such file.
/// </remarks>
internal sealed class RunqueueCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly PerProcessor<Entity> _processors = new(number =>
        new Entity(Cpu.Runqueue, context.Host.Boot, number.ToString(CultureInfo.InvariantCulture)));

    public void Collect(Snapshot snapshot)
    {
        if (!context.Kernel.TryRead("/proc/schedstat"u8, _text))
            return;
        Table table = snapshot[Cpu.Runqueue];
        var text = new FieldReader(_text.Span, "/proc/schedstat");
        while (text.TryReadLine(out FieldReader line))
        {
            if (line.TrySkip("cpu"u8))
                AddProcessor(ref line, table);
        }
    }

    private void AddProcessor(ref FieldReader line, Table table)
    {
        long number = line.ReadCount();
        if (number is < 0 or >= PerProcessor.Most)
            throw line.Expected("a processor's number");
        line.SkipWords(6);
        Table.Row row = table.Add(_processors[(int)number]);
        row[Cpu.RunTime] = Numbers.Divide(line.ReadCount(), 1e9);
        row[Cpu.WaitTime] = Numbers.Divide(line.ReadCount(), 1e9);
        row.Set(Cpu.Timeslices, line.ReadCount());
    }
}
