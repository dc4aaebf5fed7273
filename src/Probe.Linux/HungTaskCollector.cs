using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Tasks the kernel found stuck.</summary>
/// <remarks>Source: <c>/proc/sys/kernel/hung_task_detect_count</c>, since Linux 6.13; an administrator may set it back to zero.</remarks>
internal sealed class HungTaskCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly CounterMemory _memory = new(1);
    private Entity _kernel = new(Machine.Kernel, context.Host.Boot);
    private readonly LastPass _lastPass = new(context);

    public void Collect(Snapshot snapshot)
    {
        _lastPass.Begin();
        if (!context.Kernel.TryReadValue("/proc/sys/kernel/hung_task_detect_count"u8, _text, out long count) || count < 0)
            return;
        if (_memory.Fell([count]))
            _kernel = new Entity(Machine.Kernel, _lastPass.Time);
        snapshot[Machine.Kernel].Add(_kernel).Set(Machine.HungTasks, count);
        _lastPass.End();
    }
}
