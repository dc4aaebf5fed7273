using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;

namespace Probe.Derived;

/// <summary>Collectors whose source is the store: every system's roster ends with them.</summary>
public static class DerivedRoster
{
    /// <summary>The collectors, each after the table it is derived from.</summary>
    public static ImmutableArray<CollectorDescriptor> Collectors { get; } =
    [
        new("cpu-utilization", [Cpu.Utilizations], Intervals.Default, static c => new CpuUtilizationCollector(c), After: Cpu.PerCpu),
        new("memory-utilization", [Memory.Utilization], Intervals.Default, static c => new MemoryUtilizationCollector(c), After: Memory.Usage),
        new("swap-utilization", [Paging.SwapUtilization], Intervals.Default, static c => new SwapUtilizationCollector(c), After: Paging.Swaps),
        new("disk-utilization", [Disk.Utilization], Intervals.Default, static c => new DiskUtilizationCollector(c), After: Disk.Devices),
        new("filesystem-utilization", [Filesystems.Utilization], Intervals.Default, static c => new FilesystemUtilizationCollector(c), After: Filesystems.Mounts),
    ];
}
