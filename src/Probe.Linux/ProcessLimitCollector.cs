using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Most processes and threads there may be at a time.</summary>
/// <remarks>Sources: <c>/proc/sys/kernel/pid_max</c> and <c>threads-max</c>, the lesser of both: the kernel makes no task beyond either.</remarks>
internal sealed class ProcessLimitCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly Entity _host = new(ProcessCounts.Limits, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        if (TryRead("/proc/sys/kernel/pid_max"u8, out long pids) && TryRead("/proc/sys/kernel/threads-max"u8, out long threads))
            snapshot[ProcessCounts.Limits].Add(_host).Set(ProcessCounts.Limit, Math.Min(pids, threads));
    }

    private bool TryRead(ReadOnlySpan<byte> name, out long value)
    {
        value = Cell.AbsentLong;
        return context.Kernel.TryRead(name, _text) && FieldReader.TryReadValue(_text.Span, out value);
    }
}
