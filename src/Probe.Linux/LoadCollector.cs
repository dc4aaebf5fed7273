using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Load averages and the number of threads.</summary>
/// <remarks>Source: <c>/proc/loadavg</c>, <c>0.20 0.18 0.12 1/80 11206</c>; the number behind the slash counts all threads. See proc_loadavg(5).</remarks>
internal sealed class LoadCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly Entity _load = new(Cpu.Load, context.Host.Boot);
    private readonly Entity _threads = new(ProcessCounts.Threads, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        if (!context.Kernel.TryRead("/proc/loadavg"u8, _text))
            return;
        var text = new FieldReader(_text.Span, "/proc/loadavg");
        if (!text.TryReadLine(out FieldReader line))
            return;

        Table.Row load = snapshot[Cpu.Load].Add(_load);
        load[Cpu.Load1] = line.ReadDecimal();
        load[Cpu.Load5] = line.ReadDecimal();
        load[Cpu.Load15] = line.ReadDecimal();
        if (line.TrySkipPast((byte)'/') && line.TryReadCount(out long threads))
            snapshot[ProcessCounts.Threads].Add(_threads).Set(ProcessCounts.ThreadCount, threads);
    }
}
