using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Time since boot, time spent suspended included.</summary>
/// <remarks>Source: <c>/proc/uptime</c>, the first number; see proc_uptime(5).</remarks>
internal sealed class UptimeCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly Entity _uptime = new(Machine.Uptime, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        if (!context.Kernel.TryRead("/proc/uptime"u8, _text))
            return;
        var text = new FieldReader(_text.Span, "/proc/uptime");
        if (text.TryReadLine(out FieldReader line))
        {
            Table.Row row = snapshot[Machine.Uptime].Add(_uptime);
            row[Machine.UptimeSeconds] = line.ReadDecimal();
        }
    }
}
