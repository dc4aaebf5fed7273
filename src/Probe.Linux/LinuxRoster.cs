using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;

namespace Probe.Linux;

/// <summary>What is collected on Linux, how often and from where: the table of contents.</summary>
public static class LinuxRoster
{
    /// <summary>The collectors, subject by subject.</summary>
    public static ImmutableArray<CollectorDescriptor> Collectors { get; } =
    [
        new("cpu", [Cpu.PerCpu, Cpu.Total, Cpu.Activity, ProcessCounts.Activity, Machine.BootTime], Intervals.Default,
            static c => new CpuCollector(c)) { Sources = ["/proc/stat"] },
        new("load", [Cpu.Load, ProcessCounts.Threads], Intervals.Default,
            static c => new LoadCollector(c)) { Sources = ["/proc/loadavg"] },
    ];
}
