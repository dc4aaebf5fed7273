using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Traffic between memory, page cache and swap.</summary>
public static class Paging
{
    /// <summary>Processes the kernel killed for want of memory.</summary>
    public static readonly Column OomKills = Instrument.Counter("system.memory.oom_kills", Unit.Of("kill"), NumberType.Long,
        "Processes the kernel killed for want of memory.")
        .From("/proc/vmstat oom_kill").On(Systems.Linux);

    /// <summary>Times an allocation stalled to compact memory, and how it ended.</summary>
    public static readonly Instrument CompactionEvents = Instrument.Counter("system.memory.linux.compaction.events", Unit.Of("event"), NumberType.Long,
        "Times an allocation stalled to compact memory, and how it ended.")
        .From("/proc/vmstat compact_stall,compact_success,compact_fail").On(Systems.Linux);

    /// <summary><see cref="CompactionEvents"/> of <c>stall</c>.</summary>
    public static readonly Column StallCompactionEvents = CompactionEvents.At((Attributes.SystemMemoryLinuxCompactionResult, "stall"));

    /// <summary><see cref="CompactionEvents"/> of <c>success</c>.</summary>
    public static readonly Column SuccessCompactionEvents = CompactionEvents.At((Attributes.SystemMemoryLinuxCompactionResult, "success"));

    /// <summary><see cref="CompactionEvents"/> of <c>fail</c>.</summary>
    public static readonly Column FailCompactionEvents = CompactionEvents.At((Attributes.SystemMemoryLinuxCompactionResult, "fail"));

    /// <summary>Pages that automatic NUMA balancing probed and moved.</summary>
    public static readonly Instrument NumaBalancingPages = Instrument.Counter("system.memory.numa.balancing.pages", Unit.Of("page"), NumberType.Long,
        "Pages that automatic NUMA balancing probed and moved.")
        .From("/proc/vmstat numa_hint_faults,numa_hint_faults_local,numa_pages_migrated").On(Systems.Linux).Optional();

    /// <summary><see cref="NumaBalancingPages"/> of <c>hint_fault</c>.</summary>
    public static readonly Column HintFaultNumaBalancingPages = NumaBalancingPages.At((Attributes.SystemMemoryNumaBalancingType, "hint_fault"));

    /// <summary><see cref="NumaBalancingPages"/> of <c>hint_fault_local</c>.</summary>
    public static readonly Column HintFaultLocalNumaBalancingPages = NumaBalancingPages.At((Attributes.SystemMemoryNumaBalancingType, "hint_fault_local"));

    /// <summary><see cref="NumaBalancingPages"/> of <c>migrated</c>.</summary>
    public static readonly Column MigratedNumaBalancingPages = NumaBalancingPages.At((Attributes.SystemMemoryNumaBalancingType, "migrated"));

    /// <summary>Page faults, by whether the disk had to be read.</summary>
    public static readonly Instrument Faults = Instrument.Counter("system.paging.faults", Unit.Of("fault"), NumberType.Long,
        "Page faults, by whether the disk had to be read.")
        .From("/proc/vmstat major=pgmajfault; minor=pgfault-pgmajfault");

    /// <summary><see cref="Faults"/> of <c>major</c>.</summary>
    public static readonly Column MajorFaults = Faults.At((Attributes.SystemPagingFaultType, "major"));

    /// <summary><see cref="Faults"/> of <c>minor</c>.</summary>
    public static readonly Column MinorFaults = Faults.At((Attributes.SystemPagingFaultType, "minor"));

    /// <summary>Pages moved between memory and swap.</summary>
    public static readonly Instrument Operations = Instrument.Counter("system.paging.operations", Unit.Of("operation"), NumberType.Long,
        "Pages moved between memory and swap.")
        .From("/proc/vmstat major: pswpin,pswpout (pages); minor: not emitted on Linux");

    /// <summary><see cref="Operations"/> of <c>major</c>, <c>in</c>.</summary>
    public static readonly Column MajorInOperations = Operations.At((Attributes.SystemPagingFaultType, "major"), (Attributes.SystemPagingDirection, "in"));

    /// <summary><see cref="Operations"/> of <c>major</c>, <c>out</c>.</summary>
    public static readonly Column MajorOutOperations = Operations.At((Attributes.SystemPagingFaultType, "major"), (Attributes.SystemPagingDirection, "out"));

    /// <summary><see cref="Operations"/> of <c>minor</c>, <c>in</c>.</summary>
    public static readonly Column MinorInOperations = Operations.At((Attributes.SystemPagingFaultType, "minor"), (Attributes.SystemPagingDirection, "in"));

    /// <summary><see cref="Operations"/> of <c>minor</c>, <c>out</c>.</summary>
    public static readonly Column MinorOutOperations = Operations.At((Attributes.SystemPagingFaultType, "minor"), (Attributes.SystemPagingDirection, "out"));

    /// <summary>Bytes moved between memory and block devices, file data included.</summary>
    public static readonly Instrument Io = Instrument.Counter("system.paging.io", Unit.Bytes, NumberType.Long,
        "Bytes moved between memory and block devices, file data included.")
        .From("/proc/vmstat pgpgin,pgpgout (KiB)").On(Systems.Linux);

    /// <summary><see cref="Io"/> of <c>in</c>.</summary>
    public static readonly Column InIo = Io.At((Attributes.SystemPagingDirection, "in"));

    /// <summary><see cref="Io"/> of <c>out</c>.</summary>
    public static readonly Column OutIo = Io.At((Attributes.SystemPagingDirection, "out"));

    /// <summary>Pages that reclaim looked at, by who reclaimed.</summary>
    public static readonly Instrument ReclaimScanned = Instrument.Counter("system.paging.reclaim.scanned", Unit.Of("page"), NumberType.Long,
        "Pages that reclaim looked at, by who reclaimed.")
        .From("/proc/vmstat pgscan_*").On(Systems.Linux);

    /// <summary><see cref="ReclaimScanned"/> of <c>kswapd</c>.</summary>
    public static readonly Column KswapdReclaimScanned = ReclaimScanned.At((Attributes.SystemPagingReclaimSource, "kswapd"));

    /// <summary><see cref="ReclaimScanned"/> of <c>direct</c>.</summary>
    public static readonly Column DirectReclaimScanned = ReclaimScanned.At((Attributes.SystemPagingReclaimSource, "direct"));

    /// <summary><see cref="ReclaimScanned"/> of <c>khugepaged</c>.</summary>
    public static readonly Column KhugepagedReclaimScanned = ReclaimScanned.At((Attributes.SystemPagingReclaimSource, "khugepaged"));

    /// <summary><see cref="ReclaimScanned"/> of <c>proactive</c>.</summary>
    public static readonly Column ProactiveReclaimScanned = ReclaimScanned.At((Attributes.SystemPagingReclaimSource, "proactive"));

    /// <summary>Pages that reclaim freed, by who reclaimed.</summary>
    public static readonly Instrument ReclaimReclaimed = Instrument.Counter("system.paging.reclaim.reclaimed", Unit.Of("page"), NumberType.Long,
        "Pages that reclaim freed, by who reclaimed.")
        .From("/proc/vmstat pgsteal_*").On(Systems.Linux);

    /// <summary><see cref="ReclaimReclaimed"/> of <c>kswapd</c>.</summary>
    public static readonly Column KswapdReclaimReclaimed = ReclaimReclaimed.At((Attributes.SystemPagingReclaimSource, "kswapd"));

    /// <summary><see cref="ReclaimReclaimed"/> of <c>direct</c>.</summary>
    public static readonly Column DirectReclaimReclaimed = ReclaimReclaimed.At((Attributes.SystemPagingReclaimSource, "direct"));

    /// <summary><see cref="ReclaimReclaimed"/> of <c>khugepaged</c>.</summary>
    public static readonly Column KhugepagedReclaimReclaimed = ReclaimReclaimed.At((Attributes.SystemPagingReclaimSource, "khugepaged"));

    /// <summary><see cref="ReclaimReclaimed"/> of <c>proactive</c>.</summary>
    public static readonly Column ProactiveReclaimReclaimed = ReclaimReclaimed.At((Attributes.SystemPagingReclaimSource, "proactive"));

    /// <summary>Pages read again soon after reclaim had evicted them, and what was done about it.</summary>
    public static readonly Instrument WorkingsetEvents = Instrument.Counter("system.paging.workingset.events", Unit.Of("page"), NumberType.Long,
        "Pages read again soon after reclaim had evicted them, and what was done about it.")
        .From("/proc/vmstat workingset_{refault,activate,restore}_{anon,file}").On(Systems.Linux);

    /// <summary><see cref="WorkingsetEvents"/> of <c>refault</c>, <c>anon</c>.</summary>
    public static readonly Column RefaultAnonWorkingsetEvents = WorkingsetEvents.At((Attributes.SystemPagingWorkingsetEvent, "refault"), (Attributes.SystemPagingWorkingsetType, "anon"));

    /// <summary><see cref="WorkingsetEvents"/> of <c>refault</c>, <c>file</c>.</summary>
    public static readonly Column RefaultFileWorkingsetEvents = WorkingsetEvents.At((Attributes.SystemPagingWorkingsetEvent, "refault"), (Attributes.SystemPagingWorkingsetType, "file"));

    /// <summary><see cref="WorkingsetEvents"/> of <c>activate</c>, <c>anon</c>.</summary>
    public static readonly Column ActivateAnonWorkingsetEvents = WorkingsetEvents.At((Attributes.SystemPagingWorkingsetEvent, "activate"), (Attributes.SystemPagingWorkingsetType, "anon"));

    /// <summary><see cref="WorkingsetEvents"/> of <c>activate</c>, <c>file</c>.</summary>
    public static readonly Column ActivateFileWorkingsetEvents = WorkingsetEvents.At((Attributes.SystemPagingWorkingsetEvent, "activate"), (Attributes.SystemPagingWorkingsetType, "file"));

    /// <summary><see cref="WorkingsetEvents"/> of <c>restore</c>, <c>anon</c>.</summary>
    public static readonly Column RestoreAnonWorkingsetEvents = WorkingsetEvents.At((Attributes.SystemPagingWorkingsetEvent, "restore"), (Attributes.SystemPagingWorkingsetType, "anon"));

    /// <summary><see cref="WorkingsetEvents"/> of <c>restore</c>, <c>file</c>.</summary>
    public static readonly Column RestoreFileWorkingsetEvents = WorkingsetEvents.At((Attributes.SystemPagingWorkingsetEvent, "restore"), (Attributes.SystemPagingWorkingsetType, "file"));

    /// <summary>What became of attempts to use transparent huge pages.</summary>
    public static readonly Instrument TransparentHugePageEvents = Instrument.Counter("system.paging.transparent_hugepages.events", Unit.Of("event"), NumberType.Long,
        "What became of attempts to use transparent huge pages.")
        .From("/proc/vmstat thp_*").On(Systems.Linux);

    /// <summary><see cref="TransparentHugePageEvents"/> of <c>fault_alloc</c>.</summary>
    public static readonly Column FaultAllocTransparentHugePageEvents = TransparentHugePageEvents.At((Attributes.SystemPagingTransparentHugepagesEvent, "fault_alloc"));

    /// <summary><see cref="TransparentHugePageEvents"/> of <c>fault_fallback</c>.</summary>
    public static readonly Column FaultFallbackTransparentHugePageEvents = TransparentHugePageEvents.At((Attributes.SystemPagingTransparentHugepagesEvent, "fault_fallback"));

    /// <summary><see cref="TransparentHugePageEvents"/> of <c>collapse_alloc</c>.</summary>
    public static readonly Column CollapseAllocTransparentHugePageEvents = TransparentHugePageEvents.At((Attributes.SystemPagingTransparentHugepagesEvent, "collapse_alloc"));

    /// <summary><see cref="TransparentHugePageEvents"/> of <c>collapse_alloc_failed</c>.</summary>
    public static readonly Column CollapseAllocFailedTransparentHugePageEvents = TransparentHugePageEvents.At((Attributes.SystemPagingTransparentHugepagesEvent, "collapse_alloc_failed"));

    /// <summary><see cref="TransparentHugePageEvents"/> of <c>split_page</c>.</summary>
    public static readonly Column SplitPageTransparentHugePageEvents = TransparentHugePageEvents.At((Attributes.SystemPagingTransparentHugepagesEvent, "split_page"));

    /// <summary><see cref="TransparentHugePageEvents"/> of <c>swpout</c>.</summary>
    public static readonly Column SwpoutTransparentHugePageEvents = TransparentHugePageEvents.At((Attributes.SystemPagingTransparentHugepagesEvent, "swpout"));

    /// <summary>Pages moved into and out of the compressed swap cache.</summary>
    public static readonly Instrument ZswapOperations = Instrument.Counter("system.paging.zswap.operations", Unit.Of("page"), NumberType.Long,
        "Pages moved into and out of the compressed swap cache.")
        .From("/proc/vmstat zswpin,zswpout").On(Systems.Linux).Optional();

    /// <summary><see cref="ZswapOperations"/> of <c>in</c>.</summary>
    public static readonly Column InZswapOperations = ZswapOperations.At((Attributes.SystemPagingDirection, "in"));

    /// <summary><see cref="ZswapOperations"/> of <c>out</c>.</summary>
    public static readonly Column OutZswapOperations = ZswapOperations.At((Attributes.SystemPagingDirection, "out"));

    /// <summary>Allocations that had to reclaim memory themselves, by the zone they wanted.</summary>
    public static readonly Column ReclaimStalls = Instrument.Counter("system.paging.reclaim.stalls", Unit.Of("stall"), NumberType.Long,
        "Allocations that had to reclaim memory themselves, by the zone they wanted.")
        .From("/proc/vmstat allocstall_*").On(Systems.Linux);

    /// <summary>Swap space of each device, by whether it is taken.</summary>
    public static readonly Instrument SwapUsage = Instrument.UpDownCounter("system.paging.usage", Unit.Bytes, NumberType.Long,
        "Swap space of each device, by whether it is taken.")
        .From("/proc/swaps");

    /// <summary><see cref="SwapUsage"/> of <c>used</c>.</summary>
    public static readonly Column UsedSwapUsage = SwapUsage.At((Attributes.SystemPagingState, "used"));

    /// <summary><see cref="SwapUsage"/> of <c>free</c>.</summary>
    public static readonly Column FreeSwapUsage = SwapUsage.At((Attributes.SystemPagingState, "free"));

    /// <summary>Swap space of each device.</summary>
    public static readonly Column SwapLimit = Instrument.UpDownCounter("system.paging.limit", Unit.Bytes, NumberType.Long,
        "Swap space of each device.")
        .From("/proc/swaps size; /proc/meminfo SwapTotal");

    /// <summary>Share of each swap device that is taken or free.</summary>
    public static readonly Instrument SwapUtilizationRatio = Instrument.Gauge("system.paging.utilization", Unit.One, NumberType.Double,
        "Share of each swap device that is taken or free.")
        .From("/proc/swaps used/size");

    /// <summary><see cref="SwapUtilizationRatio"/> of <c>used</c>.</summary>
    public static readonly Column UsedSwapUtilizationRatio = SwapUtilizationRatio.At((Attributes.SystemPagingState, "used"));

    /// <summary><see cref="SwapUtilizationRatio"/> of <c>free</c>.</summary>
    public static readonly Column FreeSwapUtilizationRatio = SwapUtilizationRatio.At((Attributes.SystemPagingState, "free"));

    /// <summary>Table <c>vmstat</c>: one row.</summary>
    public static readonly Schema Vmstat = new("vmstat", resourceKeys: [], keys: [], details: [],
        columns: [OomKills, StallCompactionEvents, SuccessCompactionEvents, FailCompactionEvents, HintFaultNumaBalancingPages,
            HintFaultLocalNumaBalancingPages, MigratedNumaBalancingPages, MajorFaults, MinorFaults, MajorInOperations,
            MajorOutOperations, MinorInOperations, MinorOutOperations, InIo, OutIo, KswapdReclaimScanned, DirectReclaimScanned,
            KhugepagedReclaimScanned, ProactiveReclaimScanned, KswapdReclaimReclaimed, DirectReclaimReclaimed,
            KhugepagedReclaimReclaimed, ProactiveReclaimReclaimed, RefaultAnonWorkingsetEvents, RefaultFileWorkingsetEvents,
            ActivateAnonWorkingsetEvents, ActivateFileWorkingsetEvents, RestoreAnonWorkingsetEvents, RestoreFileWorkingsetEvents,
            FaultAllocTransparentHugePageEvents, FaultFallbackTransparentHugePageEvents, CollapseAllocTransparentHugePageEvents,
            CollapseAllocFailedTransparentHugePageEvents, SplitPageTransparentHugePageEvents, SwpoutTransparentHugePageEvents,
            InZswapOperations, OutZswapOperations], Scope.Host);

    /// <summary>Table <c>vmstat.stalls</c>: a row for each <c>system.memory.zone</c>.</summary>
    public static readonly Schema Stalls = new("vmstat.stalls", resourceKeys: [], keys: [Attributes.SystemMemoryZone], details: [],
        columns: [ReclaimStalls], Scope.Host);

    /// <summary>Table <c>swap</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Swaps = new("swap", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [UsedSwapUsage, FreeSwapUsage, SwapLimit], Scope.Host);

    /// <summary>Table <c>swap.utilization</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema SwapUtilization = new("swap.utilization", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [UsedSwapUtilizationRatio, FreeSwapUtilizationRatio], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Vmstat, Stalls, Swaps, SwapUtilization];
}
