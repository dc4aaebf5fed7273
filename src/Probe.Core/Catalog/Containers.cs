using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What each container uses of processor, memory and process ids, and what it may use.</summary>
/// <remarks>All from the container's own control group, whatever runtime made it. A limit that is not set is absent, and so is everything measured against it.</remarks>
public static class Containers
{
    /// <summary>Time a container's processes ran, for themselves and in the kernel.</summary>
    public static readonly Instrument CpuTime = Instrument.Counter("container.cpu.time", Unit.Seconds, NumberType.Double,
        "Time a container's processes ran, for themselves and in the kernel.")
        .From("cgroup v2 cpu.stat user_usec,system_usec; v1 cpuacct.usage_user,usage_sys (ns)").On(Systems.Linux);

    /// <summary><see cref="CpuTime"/> of <c>user</c>.</summary>
    public static readonly Column UserCpuTime = CpuTime.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="CpuTime"/> of <c>system</c>.</summary>
    public static readonly Column SystemCpuTime = CpuTime.At((Attributes.CpuMode, "system"));

    /// <summary>CPUs a container may keep busy at a time.</summary>
    public static readonly Column CpuLimit = Instrument.UpDownCounter("container.cpu.limit", Unit.Of("cpu"), NumberType.Double,
        "CPUs a container may keep busy at a time.")
        .From("v2 cpu.max quota/period; v1 cpu.cfs_quota_us/cpu.cfs_period_us (absent when unlimited)").On(Systems.Linux);

    /// <summary>Weight of a container where CPUs are contended, 100 being ordinary.</summary>
    public static readonly Column CpuWeight = Instrument.Gauge("container.cpu.weight", Unit.One, NumberType.Long,
        "Weight of a container where CPUs are contended, 100 being ordinary.")
        .From("v2 cpu.weight; v1 cpu.shares converted to weight").On(Systems.Linux).Optional();

    /// <summary>Periods of a container's CPU quota that passed, and those in which it ran out.</summary>
    public static readonly Instrument ThrottlingPeriods = Instrument.Counter("container.cpu.throttling.periods", Unit.Of("period"), NumberType.Long,
        "Periods of a container's CPU quota that passed, and those in which it ran out.")
        .From("cpu.stat nr_periods,nr_throttled").On(Systems.Linux);

    /// <summary><see cref="ThrottlingPeriods"/> of <c>elapsed</c>.</summary>
    public static readonly Column ElapsedThrottlingPeriods = ThrottlingPeriods.At((Attributes.ContainerCpuThrottlingPeriodState, "elapsed"));

    /// <summary><see cref="ThrottlingPeriods"/> of <c>throttled</c>.</summary>
    public static readonly Column ThrottledThrottlingPeriods = ThrottlingPeriods.At((Attributes.ContainerCpuThrottlingPeriodState, "throttled"));

    /// <summary>Time a container's processes had to wait because its CPU quota was spent.</summary>
    public static readonly Column ThrottlingTime = Instrument.Counter("container.cpu.throttling.time", Unit.Seconds, NumberType.Double,
        "Time a container's processes had to wait because its CPU quota was spent.")
        .From("v2 cpu.stat throttled_usec; v1 throttled_time (ns)").On(Systems.Linux);

    /// <summary>Time a container ran beyond its quota on what it had saved before.</summary>
    public static readonly Column BurstTime = Instrument.Counter("container.cpu.burst.time", Unit.Seconds, NumberType.Double,
        "Time a container ran beyond its quota on what it had saved before.")
        .From("cpu.stat burst_usec").On(Systems.Linux).Optional();

    /// <summary>CPUs a container's processes may run on.</summary>
    public static readonly Column CpuSetCount = Instrument.UpDownCounter("container.cpu.set.count", Unit.Of("cpu"), NumberType.Long,
        "CPUs a container's processes may run on.")
        .From("cpuset.cpus.effective").On(Systems.Linux).Optional();

    /// <summary>Memory charged to a container, its page cache included.</summary>
    public static readonly Column MemoryUsage = Instrument.UpDownCounter("container.memory.usage", Unit.Bytes, NumberType.Long,
        "Memory charged to a container, its page cache included.")
        .From("v2 memory.current; v1 memory.usage_in_bytes").On(Systems.Linux);

    /// <summary>Memory of a container that is not easily taken back: what is charged to it, less file pages out of use.</summary>
    public static readonly Column WorkingSet = Instrument.UpDownCounter("container.memory.working_set", Unit.Bytes, NumberType.Long,
        "Memory of a container that is not easily taken back: what is charged to it, less file pages out of use.")
        .From("memory.current - memory.stat inactive_file (floor 0)").On(Systems.Linux);

    /// <summary>Anonymous memory of a container.</summary>
    public static readonly Column Rss = Instrument.UpDownCounter("container.memory.rss", Unit.Bytes, NumberType.Long,
        "Anonymous memory of a container.")
        .From("v2 memory.stat anon; v1 memory.stat total_rss").On(Systems.Linux);

    /// <summary>Page cache charged to a container.</summary>
    public static readonly Column CacheMemory = Instrument.UpDownCounter("container.memory.cache", Unit.Bytes, NumberType.Long,
        "Page cache charged to a container.")
        .From("v2 memory.stat file; v1 total_cache").On(Systems.Linux);

    /// <summary>Most memory a container may have.</summary>
    public static readonly Column MemoryLimit = Instrument.UpDownCounter("container.memory.limit", Unit.Bytes, NumberType.Long,
        "Most memory a container may have.")
        .From("v2 memory.max; v1 memory.limit_in_bytes (absent when unlimited)").On(Systems.Linux);

    /// <summary>Memory a container could still take before it meets its limit.</summary>
    public static readonly Column MemoryAvailable = Instrument.UpDownCounter("container.memory.available", Unit.Bytes, NumberType.Long,
        "Memory a container could still take before it meets its limit.")
        .From("container.memory.limit - working_set (only when a limit is set)").On(Systems.Linux);

    /// <summary>Swap a container uses.</summary>
    public static readonly Column SwapUsage = Instrument.UpDownCounter("container.memory.swap.usage", Unit.Bytes, NumberType.Long,
        "Swap a container uses.")
        .From("v2 memory.swap.current; v1 memsw-mem").On(Systems.Linux);

    /// <summary>Most swap a container may use.</summary>
    public static readonly Column SwapLimit = Instrument.UpDownCounter("container.memory.swap.limit", Unit.Bytes, NumberType.Long,
        "Most swap a container may use.")
        .From("v2 memory.swap.max").On(Systems.Linux).Optional();

    /// <summary>Most memory that has been charged to a container at a time.</summary>
    public static readonly Column PeakMemory = Instrument.UpDownCounter("container.memory.peak", Unit.Bytes, NumberType.Long,
        "Most memory that has been charged to a container at a time.")
        .From("v2 memory.peak; v1 memory.max_usage_in_bytes").On(Systems.Linux).Optional();

    /// <summary>Times a container met a bound of its memory, or was killed for it.</summary>
    public static readonly Instrument MemoryEvents = Instrument.Counter("container.memory.events", Unit.Of("event"), NumberType.Long,
        "Times a container met a bound of its memory, or was killed for it.")
        .From("v2 memory.events (v1: memory.failcnt as max, oom_control oom_kill)").On(Systems.Linux);

    /// <summary><see cref="MemoryEvents"/> of <c>low</c>.</summary>
    public static readonly Column LowMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "low"));

    /// <summary><see cref="MemoryEvents"/> of <c>high</c>.</summary>
    public static readonly Column HighMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "high"));

    /// <summary><see cref="MemoryEvents"/> of <c>max</c>.</summary>
    public static readonly Column MaxMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "max"));

    /// <summary><see cref="MemoryEvents"/> of <c>oom</c>.</summary>
    public static readonly Column OomMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "oom"));

    /// <summary><see cref="MemoryEvents"/> of <c>oom_kill</c>.</summary>
    public static readonly Column OomKillMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "oom_kill"));

    /// <summary><see cref="MemoryEvents"/> of <c>oom_group_kill</c>.</summary>
    public static readonly Column OomGroupKillMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "oom_group_kill"));

    /// <summary>Page faults of a container that had to wait for storage, and that did not.</summary>
    public static readonly Instrument PageFaults = Instrument.Counter("container.paging.faults", Unit.Of("fault"), NumberType.Long,
        "Page faults of a container that had to wait for storage, and that did not.")
        .From("memory.stat pgmajfault; minor=pgfault-pgmajfault").On(Systems.Linux);

    /// <summary><see cref="PageFaults"/> of <c>major</c>.</summary>
    public static readonly Column MajorPageFaults = PageFaults.At((Attributes.SystemPagingFaultType, "major"));

    /// <summary><see cref="PageFaults"/> of <c>minor</c>.</summary>
    public static readonly Column MinorPageFaults = PageFaults.At((Attributes.SystemPagingFaultType, "minor"));

    /// <summary>Processes in a container.</summary>
    public static readonly Column ProcessCount = Instrument.UpDownCounter("container.process.count", Unit.Of("process"), NumberType.Long,
        "Processes in a container.")
        .From("cgroup.procs line count").On(Systems.Linux);

    /// <summary>Threads in a container.</summary>
    public static readonly Column ThreadCount = Instrument.UpDownCounter("container.thread.count", Unit.Of("thread"), NumberType.Long,
        "Threads in a container.")
        .From("pids.current").On(Systems.Linux);

    /// <summary>Most threads a container may have.</summary>
    public static readonly Column ThreadLimit = Instrument.UpDownCounter("container.thread.limit", Unit.Of("thread"), NumberType.Long,
        "Most threads a container may have.")
        .From("pids.max (absent when max)").On(Systems.Linux);

    /// <summary>Times a container could not start a thread because it had as many as it may.</summary>
    public static readonly Column ThreadFailures = Instrument.Counter("container.thread.failures", Unit.Of("failure"), NumberType.Long,
        "Times a container could not start a thread because it had as many as it may.")
        .From("pids.events max").On(Systems.Linux);

    /// <summary>Time since a container's first process started.</summary>
    public static readonly Column Uptime = Instrument.Gauge("container.uptime", Unit.Seconds, NumberType.Double,
        "Time since a container's first process started.")
        .From("start time of the oldest pid in cgroup.procs").On(Systems.Linux);

    /// <summary>1 where a container is frozen, else 0.</summary>
    public static readonly Column Frozen = Instrument.UpDownCounter("container.freezer.frozen", Unit.One, NumberType.Long,
        "1 where a container is frozen, else 0.")
        .From("v2 cgroup.events frozen").On(Systems.Linux).Optional();

    /// <summary>CPUs a container kept busy between two passes, for its processes and in the kernel.</summary>
    public static readonly Instrument CpuUsage = Instrument.Gauge("container.cpu.usage", Unit.Of("cpu"), NumberType.Double,
        "CPUs a container kept busy between two passes, for its processes and in the kernel.")
        .From("delta(container.cpu.time)/elapsed").On(Systems.Linux);

    /// <summary><see cref="CpuUsage"/> of <c>user</c>.</summary>
    public static readonly Column UserCpuUsage = CpuUsage.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="CpuUsage"/> of <c>system</c>.</summary>
    public static readonly Column SystemCpuUsage = CpuUsage.At((Attributes.CpuMode, "system"));

    /// <summary>Share of a container's CPU limit that it used between two passes.</summary>
    public static readonly Column CpuLimitUtilization = Instrument.Gauge("container.cpu.limit_utilization", Unit.One, NumberType.Double,
        "Share of a container's CPU limit that it used between two passes.")
        .From("container.cpu.usage/container.cpu.limit").On(Systems.Linux);

    /// <summary>Share of a container's memory limit that its working set takes.</summary>
    public static readonly Column MemoryLimitUtilization = Instrument.Gauge("container.memory.limit_utilization", Unit.One, NumberType.Double,
        "Share of a container's memory limit that its working set takes.")
        .From("working_set/limit").On(Systems.Linux);

    /// <summary>Table <c>container</c>: a row for each container.</summary>
    public static readonly Schema All = new("container", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [UserCpuTime, SystemCpuTime, CpuLimit, CpuWeight, ElapsedThrottlingPeriods, ThrottledThrottlingPeriods,
            ThrottlingTime, BurstTime, CpuSetCount, MemoryUsage, WorkingSet, Rss, CacheMemory, MemoryLimit, MemoryAvailable,
            SwapUsage, SwapLimit, PeakMemory, LowMemoryEvents, HighMemoryEvents, MaxMemoryEvents, OomMemoryEvents,
            OomKillMemoryEvents, OomGroupKillMemoryEvents, MajorPageFaults, MinorPageFaults, ProcessCount, ThreadCount,
            ThreadLimit, ThreadFailures, Uptime, Frozen], Scope.Container);

    /// <summary>Table <c>container.utilization</c>: a row for each container.</summary>
    public static readonly Schema Utilization = new("container.utilization", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [UserCpuUsage, SystemCpuUsage, CpuLimitUtilization, MemoryLimitUtilization], Scope.Container);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [All, Utilization];
}
