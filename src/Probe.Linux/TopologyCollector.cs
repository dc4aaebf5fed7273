using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>How many processors, cores, packages and nodes there are.</summary>
/// <remarks>
/// Sources: below <c>/sys/devices/system</c>, <c>cpu/online</c>, <c>cpu/offline</c>, <c>cpu/isolated</c>, each processor's <c>topology</c>,
/// <c>node/online</c>, and <c>cpu/intel_pstate/no_turbo</c> or else <c>cpu/cpufreq/boost</c>; see the kernel's <c>admin-guide/cputopology</c>.
/// Cores and packages are counted over the processors online, anew when those change; where one of them tells nothing there is no count.
/// </remarks>
internal sealed class TopologyCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly ProcessorTopology _topology = new(context.Kernel);
    private readonly Entity _machine = new(CpuHardware.Topology, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        if (!_topology.Refresh())
            return;
        Table table = snapshot[CpuHardware.Topology];
        Table.Row row = table.Add(_machine);
        row.Set(CpuHardware.LogicalCount, _topology.Online.Length);
        row.Set(CpuHardware.PhysicalCount, _topology.Cores);
        row.Set(CpuHardware.SocketCount, _topology.Packages);
        row.Set(CpuHardware.NumaNodeCount, CountSet("/sys/devices/system/node/online"u8));
        row.Set(CpuHardware.OfflineCount, CountSet("/sys/devices/system/cpu/offline"u8));
        if (table.Wants(CpuHardware.IsolatedCount))
            row.Set(CpuHardware.IsolatedCount, CountSet("/sys/devices/system/cpu/isolated"u8));
        row.Set(CpuHardware.TurboEnabled, ReadTurbo());
    }

    private long CountSet(ReadOnlySpan<byte> name) =>
        context.Kernel.TryRead(name, _text) && CpuList.Count(_text.Span) is { } count ? count : Cell.AbsentLong;

    private long ReadTurbo()
    {
        if (context.Kernel.TryReadValue("/sys/devices/system/cpu/intel_pstate/no_turbo"u8, _text, out long off) && off is 0 or 1)
            return 1 - off;
        return context.Kernel.TryReadValue("/sys/devices/system/cpu/cpufreq/boost"u8, _text, out long on) && on is 0 or 1
            ? on
            : Cell.AbsentLong;
    }
}
