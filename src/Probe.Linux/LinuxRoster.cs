using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Derived;

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
        new("memory", [Memory.Usage, Memory.Host], Intervals.Default,
            static c => new MemoryCollector(c)) { Sources = ["/proc/meminfo"] },
        new("paging", [Paging.Vmstat, Paging.Stalls], Intervals.Default,
            static c => new PagingCollector(c)) { Sources = ["/proc/vmstat"] },
        new("swap", [Paging.Swaps], Intervals.Default,
            static c => new SwapCollector(c)) { Sources = ["/proc/swaps"] },
        new("pressure", [Pressure.Host], Intervals.Default,
            static c => new PressureCollector(c)) { Sources = ["/proc/pressure/cpu", "/proc/pressure/memory", "/proc/pressure/io", "/proc/pressure/irq"] },
        new("disk", [Disk.Devices], Intervals.Default,
            static c => new DiskCollector(c)) { Sources = ["/proc/diskstats"] },
        new("network", [NetworkInterfaces.Traffic, NetworkInterfaces.Packets], Intervals.Default,
            static c => new NetworkCollector(c)) { Sources = ["/proc/net/dev"] },
        new("uptime", [Machine.Uptime], Intervals.Default,
            static c => new UptimeCollector(c)) { Sources = ["/proc/uptime"] },
        new("clock", [Machine.Clock], Intervals.Default,
            static c => new ClockCollector(c)) { Sources = ["/call/adjtimex"] },
        new("softirqs", [Cpu.Softirqs], Intervals.Default,
            static c => new SoftirqCollector(c)) { Sources = ["/proc/softirqs"] },
        new("runqueue", [Cpu.Runqueue], Intervals.Default,
            static c => new RunqueueCollector(c)) { Sources = ["/proc/schedstat"] },
        new("numa", [MemoryDetail.NumaNodes], Intervals.Slow,
            static c => new NumaCollector(c)) { Sources = ["/sys/devices/system/node"] },
        new("topology", [CpuHardware.Topology], Intervals.Slow,
            static c => new TopologyCollector(c)) { Sources = ["/sys/devices/system/cpu", "/sys/devices/system/node/online"] },
        new("frequency", [CpuHardware.Frequency, CpuHardware.Scaling, CpuHardware.Governors], Intervals.Slow,
            static c => new FrequencyCollector(c)) { Sources = ["/sys/devices/system/cpu", "/proc/cpuinfo"] },
        new("idle-states", [CpuHardware.IdleStates], Intervals.Slow,
            static c => new IdleStateCollector(c)) { Sources = ["/sys/devices/system/cpu"] },
        new("throttling", [CpuHardware.Throttling], Intervals.Slow,
            static c => new ThrottleCollector(c)) { Sources = ["/sys/devices/system/cpu"] },
        new("disk-limits", [Disk.Limits], Intervals.Slow,
            static c => new DiskLimitCollector(c)) { Sources = ["/sys/block"] },
        new("entropy", [Machine.Entropy], Intervals.Slow,
            static c => new EntropyCollector(c)) { Sources = ["/proc/sys/kernel/random"] },
        new("hung-tasks", [Machine.Kernel], Intervals.Slow,
            static c => new HungTaskCollector(c)) { Sources = ["/proc/sys/kernel/hung_task_detect_count"] },
        new("sessions", [Machine.Sessions], Intervals.Slow,
            static c => new SessionCollector(c)) { Sources = ["/run/systemd/sessions", "/run/utmp"] },
        new("dmi", [Dmi.Schema], Intervals.Facts,
            static c => new DmiCollector(c)) { Sources = ["/sys/class/dmi/id", "/sys/hypervisor"] },
        .. DerivedRoster.Collectors,
    ];
}
