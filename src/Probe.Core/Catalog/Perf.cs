using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What the processors' own counters tell of the work done.</summary>
/// <remarks>A counter the processor or hypervisor does not offer is absent; one that shared its register is scaled up, and its share is in &lt;see cref="Multiplexing"/&gt;.</remarks>
public static class Perf
{
    /// <summary>Cycles each logical CPU was at work.</summary>
    public static readonly Column Cycles = Instrument.Counter("system.perf.cycles", Unit.Of("cycle"), NumberType.Long,
        "Cycles each logical CPU was at work.")
        .From("perf_event_open HW_CPU_CYCLES per CPU (perf_event_paranoid<=0 or CAP_PERFMON)").On(Systems.Linux).Optional();

    /// <summary>Instructions each logical CPU completed.</summary>
    public static readonly Column Instructions = Instrument.Counter("system.perf.instructions", Unit.Of("instruction"), NumberType.Long,
        "Instructions each logical CPU completed.")
        .From("perf_event_open HW_INSTRUCTIONS").On(Systems.Linux).Optional();

    /// <summary>Cycles each logical CPU was at work, counted at a constant frequency.</summary>
    public static readonly Column ReferenceCycles = Instrument.Counter("system.perf.reference_cycles", Unit.Of("cycle"), NumberType.Long,
        "Cycles each logical CPU was at work, counted at a constant frequency.")
        .From("perf_event_open HW_REF_CPU_CYCLES").On(Systems.Linux).Optional();

    /// <summary>Branches each logical CPU completed.</summary>
    public static readonly Column BranchInstructions = Instrument.Counter("system.perf.branch.instructions", Unit.Of("instruction"), NumberType.Long,
        "Branches each logical CPU completed.")
        .From("perf_event_open HW_BRANCH_INSTRUCTIONS").On(Systems.Linux).Optional();

    /// <summary>Branches each logical CPU predicted wrongly.</summary>
    public static readonly Column BranchMisses = Instrument.Counter("system.perf.branch.misses", Unit.Of("miss"), NumberType.Long,
        "Branches each logical CPU predicted wrongly.")
        .From("perf_event_open HW_BRANCH_MISSES").On(Systems.Linux).Optional();

    /// <summary>Accesses of each logical CPU to its last cache.</summary>
    public static readonly Column CacheReferences = Instrument.Counter("system.perf.cache.references", Unit.Of("reference"), NumberType.Long,
        "Accesses of each logical CPU to its last cache.")
        .From("perf_event_open HW_CACHE_REFERENCES").On(Systems.Linux).Optional();

    /// <summary>Accesses of each logical CPU that its last cache could not serve.</summary>
    public static readonly Column CacheMisses = Instrument.Counter("system.perf.cache.misses", Unit.Of("miss"), NumberType.Long,
        "Accesses of each logical CPU that its last cache could not serve.")
        .From("perf_event_open HW_CACHE_MISSES").On(Systems.Linux).Optional();

    /// <summary>Cycles each logical CPU stood still, for want of instructions and of what they need.</summary>
    public static readonly Instrument StalledCycles = Instrument.Counter("system.perf.stalled_cycles", Unit.Of("cycle"), NumberType.Long,
        "Cycles each logical CPU stood still, for want of instructions and of what they need.")
        .From("perf_event_open HW_STALLED_CYCLES_FRONTEND,BACKEND").On(Systems.Linux).Optional();

    /// <summary><see cref="StalledCycles"/> of <c>frontend</c>.</summary>
    public static readonly Column FrontendStalledCycles = StalledCycles.At((Attributes.SystemPerfStallStage, "frontend"));

    /// <summary><see cref="StalledCycles"/> of <c>backend</c>.</summary>
    public static readonly Column BackendStalledCycles = StalledCycles.At((Attributes.SystemPerfStallStage, "backend"));

    /// <summary>Page faults on each logical CPU that had to wait for storage, and that did not.</summary>
    public static readonly Instrument PageFaults = Instrument.Counter("system.perf.page_faults", Unit.Of("fault"), NumberType.Long,
        "Page faults on each logical CPU that had to wait for storage, and that did not.")
        .From("perf_event_open SW_PAGE_FAULTS_MAJ,SW_PAGE_FAULTS_MIN").On(Systems.Linux).Optional();

    /// <summary><see cref="PageFaults"/> of <c>major</c>.</summary>
    public static readonly Column MajorPageFaults = PageFaults.At((Attributes.SystemPagingFaultType, "major"));

    /// <summary><see cref="PageFaults"/> of <c>minor</c>.</summary>
    public static readonly Column MinorPageFaults = PageFaults.At((Attributes.SystemPagingFaultType, "minor"));

    /// <summary>Switches from one task to another on each logical CPU.</summary>
    public static readonly Column ContextSwitches = Instrument.Counter("system.perf.context_switches", Unit.Of("context_switch"), NumberType.Long,
        "Switches from one task to another on each logical CPU.")
        .From("perf_event_open SW_CONTEXT_SWITCHES").On(Systems.Linux).Optional();

    /// <summary>Tasks that came to each logical CPU from another.</summary>
    public static readonly Column Migrations = Instrument.Counter("system.perf.migrations", Unit.Of("migration"), NumberType.Long,
        "Tasks that came to each logical CPU from another.")
        .From("perf_event_open SW_CPU_MIGRATIONS").On(Systems.Linux).Optional();

    /// <summary>Instructions each logical CPU completed a cycle, between two passes.</summary>
    public static readonly Column InstructionsPerCycle = Instrument.Gauge("system.perf.instructions_per_cycle", Unit.One, NumberType.Double,
        "Instructions each logical CPU completed a cycle, between two passes.")
        .From("delta(instructions)/delta(cycles)").On(Systems.Linux).Optional();

    /// <summary>Accesses of each logical CPU to each of its caches, and those that missed.</summary>
    public static readonly Instrument CacheOperations = Instrument.Counter("system.perf.cache.operations", Unit.Of("operation"), NumberType.Long,
        "Accesses of each logical CPU to each of its caches, and those that missed.")
        .From("perf_event_open HW_CACHE").On(Systems.Linux).Optional();

    /// <summary><see cref="CacheOperations"/> of <c>read</c>, <c>access</c>.</summary>
    public static readonly Column ReadAccessCacheOperations = CacheOperations.At(
        (Attributes.SystemPerfCacheOperation, "read"), (Attributes.SystemPerfCacheResult, "access"));

    /// <summary><see cref="CacheOperations"/> of <c>read</c>, <c>miss</c>.</summary>
    public static readonly Column ReadMissCacheOperations = CacheOperations.At(
        (Attributes.SystemPerfCacheOperation, "read"), (Attributes.SystemPerfCacheResult, "miss"));

    /// <summary><see cref="CacheOperations"/> of <c>write</c>, <c>access</c>.</summary>
    public static readonly Column WriteAccessCacheOperations = CacheOperations.At(
        (Attributes.SystemPerfCacheOperation, "write"), (Attributes.SystemPerfCacheResult, "access"));

    /// <summary><see cref="CacheOperations"/> of <c>write</c>, <c>miss</c>.</summary>
    public static readonly Column WriteMissCacheOperations = CacheOperations.At(
        (Attributes.SystemPerfCacheOperation, "write"), (Attributes.SystemPerfCacheResult, "miss"));

    /// <summary><see cref="CacheOperations"/> of <c>prefetch</c>, <c>access</c>.</summary>
    public static readonly Column PrefetchAccessCacheOperations = CacheOperations.At(
        (Attributes.SystemPerfCacheOperation, "prefetch"), (Attributes.SystemPerfCacheResult, "access"));

    /// <summary><see cref="CacheOperations"/> of <c>prefetch</c>, <c>miss</c>.</summary>
    public static readonly Column PrefetchMissCacheOperations = CacheOperations.At(
        (Attributes.SystemPerfCacheOperation, "prefetch"), (Attributes.SystemPerfCacheResult, "miss"));

    /// <summary>Share of the time an event had a register to be counted in.</summary>
    public static readonly Column MultiplexRatio = Instrument.Gauge("system.perf.multiplex_ratio", Unit.One, NumberType.Double,
        "Share of the time an event had a register to be counted in.")
        .From("time_running/time_enabled of the event group").On(Systems.Linux).Optional();

    /// <summary>Last-level cache that a monitoring group fills.</summary>
    public static readonly Column CacheOccupancy = Instrument.UpDownCounter("system.perf.cache.occupancy", Unit.Bytes, NumberType.Long,
        "Last-level cache that a monitoring group fills.")
        .From("/sys/fs/resctrl/mon_data/mon_L3_*/llc_occupancy").On(Systems.Linux).Optional();

    /// <summary>Bytes a monitoring group moved between cache and memory.</summary>
    public static readonly Instrument MemoryBandwidth = Instrument.Counter("system.perf.memory_bandwidth.io", Unit.Bytes, NumberType.Long,
        "Bytes a monitoring group moved between cache and memory.")
        .From("/sys/fs/resctrl/mon_data/mon_L3_*/mbm_{local,total}_bytes").On(Systems.Linux).Optional();

    /// <summary><see cref="MemoryBandwidth"/> of <c>local</c>.</summary>
    public static readonly Column LocalMemoryBandwidth = MemoryBandwidth.At((Attributes.SystemPerfMemoryBandwidthScope, "local"));

    /// <summary><see cref="MemoryBandwidth"/> of <c>total</c>.</summary>
    public static readonly Column TotalMemoryBandwidth = MemoryBandwidth.At((Attributes.SystemPerfMemoryBandwidthScope, "total"));

    /// <summary>Events of the processors' counters while a container ran, by event.</summary>
    public static readonly Column ContainerEvents = Instrument.Counter("container.perf.events", Unit.Of("event"), NumberType.Long,
        "Events of the processors' counters while a container ran, by event.")
        .From("perf_event_open PERF_FLAG_PID_CGROUP").On(Systems.Linux).Optional();

    /// <summary>Table <c>perf.cpu</c>: a row for each <c>cpu.logical_number</c>.</summary>
    public static readonly Schema Cpus = new("perf.cpu", resourceKeys: [], keys: [Attributes.CpuLogicalNumber], details: [],
        columns: [Cycles, Instructions, ReferenceCycles, BranchInstructions, BranchMisses, CacheReferences, CacheMisses,
            FrontendStalledCycles, BackendStalledCycles, MajorPageFaults, MinorPageFaults, ContextSwitches, Migrations],
            Scope.Host);

    /// <summary>Table <c>perf.cpu.rate</c>: a row for each <c>cpu.logical_number</c>.</summary>
    public static readonly Schema Rates = new("perf.cpu.rate", resourceKeys: [], keys: [Attributes.CpuLogicalNumber], details: [],
        columns: [InstructionsPerCycle], Scope.Host);

    /// <summary>Table <c>perf.cache</c>: a row for each <c>cpu.logical_number</c> and <c>system.perf.cache.level</c>.</summary>
    public static readonly Schema Caches = new("perf.cache", resourceKeys: [],
        keys: [Attributes.CpuLogicalNumber, Attributes.SystemPerfCacheLevel.OneOf("l1_data", "l1_instruction", "last_level", "tlb_data",
            "tlb_instruction", "branch", "node")], details: [],
        columns: [ReadAccessCacheOperations, ReadMissCacheOperations, WriteAccessCacheOperations, WriteMissCacheOperations,
            PrefetchAccessCacheOperations, PrefetchMissCacheOperations], Scope.Host);

    /// <summary>Table <c>perf.multiplex</c>: a row for each <c>system.perf.event</c>.</summary>
    public static readonly Schema Multiplexing = new("perf.multiplex", resourceKeys: [], keys: [Attributes.SystemPerfEvent], details: [],
        columns: [MultiplexRatio], Scope.Host);

    /// <summary>Table <c>perf.monitoring</c>: a row for each <c>system.perf.cache.domain</c> and <c>system.perf.monitoring.group</c>.</summary>
    public static readonly Schema MonitoringGroups = new("perf.monitoring", resourceKeys: [],
        keys: [Attributes.SystemPerfCacheDomain, Attributes.SystemPerfMonitoringGroup], details: [],
        columns: [CacheOccupancy, LocalMemoryBandwidth, TotalMemoryBandwidth], Scope.Host);

    /// <summary>Table <c>perf.container</c>: a row for each container and <c>system.perf.event</c>.</summary>
    public static readonly Schema Containers = new("perf.container", resourceKeys: ResourceKeys.Container, keys: [Attributes.SystemPerfEvent], details: [],
        columns: [ContainerEvents], Scope.Container);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Cpus, Rates, Caches, Multiplexing, MonitoringGroups, Containers];
}
