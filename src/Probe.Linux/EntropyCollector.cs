using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Entropy in the kernel's pool.</summary>
/// <remarks>Sources: <c>/proc/sys/kernel/random/entropy_avail</c> and <c>poolsize</c>; see random(4). Since Linux 5.18 both are 256 once the pool is ready.</remarks>
internal sealed class EntropyCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly Entity _entropy = new(Machine.Entropy, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        if (!context.Kernel.TryReadValue("/proc/sys/kernel/random/entropy_avail"u8, _text, out long available))
            return;
        Table table = snapshot[Machine.Entropy];
        Table.Row row = table.Add(_entropy);
        row.Set(Machine.EntropyAvailable, available);
        if (table.Wants(Machine.EntropyLimit) && context.Kernel.TryReadValue("/proc/sys/kernel/random/poolsize"u8, _text, out long limit))
            row.Set(Machine.EntropyLimit, limit);
    }
}
