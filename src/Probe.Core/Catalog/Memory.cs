using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What physical memory is used for.</summary>
public static class Memory
{
    /// <summary>Physical memory by use; used is what a new workload could not get without swapping.</summary>
    public static readonly Instrument UsageBytes = Instrument.UpDownCounter("system.memory.usage", Unit.Bytes, NumberType.Long,
        "Physical memory by use; used is what a new workload could not get without swapping.")
        .From("/proc/meminfo (kB): used=MemTotal-MemAvailable; free=MemFree; buffers=Buffers; cached=Cached+SReclaimable-Shmem");

    /// <summary><see cref="UsageBytes"/> of <c>used</c>.</summary>
    public static readonly Column UsedUsageBytes = UsageBytes.At((Attributes.SystemMemoryState, "used"));

    /// <summary><see cref="UsageBytes"/> of <c>free</c>.</summary>
    public static readonly Column FreeUsageBytes = UsageBytes.At((Attributes.SystemMemoryState, "free"));

    /// <summary><see cref="UsageBytes"/> of <c>buffers</c>.</summary>
    public static readonly Column BuffersUsageBytes = UsageBytes.At((Attributes.SystemMemoryState, "buffers"));

    /// <summary><see cref="UsageBytes"/> of <c>cached</c>.</summary>
    public static readonly Column CachedUsageBytes = UsageBytes.At((Attributes.SystemMemoryState, "cached"));

    /// <summary>Physical memory the kernel manages.</summary>
    public static readonly Column Limit = Instrument.UpDownCounter("system.memory.limit", Unit.Bytes, NumberType.Long,
        "Physical memory the kernel manages.")
        .From("/proc/meminfo MemTotal");

    /// <summary>Memory a new workload could get without swapping, as the kernel estimates it.</summary>
    public static readonly Column LinuxAvailable = Instrument.UpDownCounter("system.memory.linux.available", Unit.Bytes, NumberType.Long,
        "Memory a new workload could get without swapping, as the kernel estimates it.")
        .From("/proc/meminfo MemAvailable").On(Systems.Linux);

    /// <summary>Memory in tmpfs, in shared mappings without a file and in System V segments.</summary>
    public static readonly Column Shared = Instrument.UpDownCounter("system.memory.linux.shared", Unit.Bytes, NumberType.Long,
        "Memory in tmpfs, in shared mappings without a file and in System V segments.")
        .From("/proc/meminfo Shmem").On(Systems.Linux);

    /// <summary>Memory of the kernel's own object caches, by whether pressure can free it.</summary>
    public static readonly Instrument SlabUsage = Instrument.UpDownCounter("system.memory.linux.slab.usage", Unit.Bytes, NumberType.Long,
        "Memory of the kernel's own object caches, by whether pressure can free it.")
        .From("/proc/meminfo SReclaimable,SUnreclaim").On(Systems.Linux);

    /// <summary><see cref="SlabUsage"/> of <c>reclaimable</c>.</summary>
    public static readonly Column ReclaimableSlabUsage = SlabUsage.At((Attributes.SystemMemoryLinuxSlabState, "reclaimable"));

    /// <summary><see cref="SlabUsage"/> of <c>unreclaimable</c>.</summary>
    public static readonly Column UnreclaimableSlabUsage = SlabUsage.At((Attributes.SystemMemoryLinuxSlabState, "unreclaimable"));

    /// <summary>Pages in the pool of default-sized huge pages.</summary>
    public static readonly Column HugePageLimit = Instrument.UpDownCounter("system.memory.linux.hugepages.limit", Unit.Of("page"), NumberType.Long,
        "Pages in the pool of default-sized huge pages.")
        .From("/proc/meminfo HugePages_Total").On(Systems.Linux);

    /// <summary>Pages of the default huge page pool, by whether they are taken.</summary>
    public static readonly Instrument HugePageUsage = Instrument.UpDownCounter("system.memory.linux.hugepages.usage", Unit.Of("page"), NumberType.Long,
        "Pages of the default huge page pool, by whether they are taken.")
        .From("/proc/meminfo HugePages_Total,HugePages_Free").On(Systems.Linux);

    /// <summary><see cref="HugePageUsage"/> of <c>used</c>.</summary>
    public static readonly Column UsedHugePageUsage = HugePageUsage.At((Attributes.SystemMemoryLinuxHugepagesState, "used"));

    /// <summary><see cref="HugePageUsage"/> of <c>free</c>.</summary>
    public static readonly Column FreeHugePageUsage = HugePageUsage.At((Attributes.SystemMemoryLinuxHugepagesState, "free"));

    /// <summary>Huge pages promised to mappings that have not touched them yet.</summary>
    public static readonly Column HugePageReserved = Instrument.UpDownCounter("system.memory.linux.hugepages.reserved", Unit.Of("page"), NumberType.Long,
        "Huge pages promised to mappings that have not touched them yet.")
        .From("/proc/meminfo HugePages_Rsvd").On(Systems.Linux);

    /// <summary>Huge pages taken beyond the configured pool.</summary>
    public static readonly Column HugePageSurplus = Instrument.UpDownCounter("system.memory.linux.hugepages.surplus", Unit.Of("page"), NumberType.Long,
        "Huge pages taken beyond the configured pool.")
        .From("/proc/meminfo HugePages_Surp").On(Systems.Linux);

    /// <summary>Size of a page in the default huge page pool.</summary>
    public static readonly Column HugePageSize = Instrument.UpDownCounter("system.memory.linux.hugepages.page_size", Unit.Bytes, NumberType.Long,
        "Size of a page in the default huge page pool.")
        .From("/proc/meminfo Hugepagesize").On(Systems.Linux);

    /// <summary>Cached file data waiting to be written back.</summary>
    public static readonly Column Dirty = Instrument.UpDownCounter("system.memory.linux.dirty", Unit.Bytes, NumberType.Long,
        "Cached file data waiting to be written back.")
        .From("/proc/meminfo Dirty").On(Systems.Linux);

    /// <summary>Cached file data being written back at the moment.</summary>
    public static readonly Column Writeback = Instrument.UpDownCounter("system.memory.linux.writeback", Unit.Bytes, NumberType.Long,
        "Cached file data being written back at the moment.")
        .From("/proc/meminfo Writeback").On(Systems.Linux);

    /// <summary>Buffers that FUSE holds for data being written back.</summary>
    public static readonly Column WritebackTemporary = Instrument.UpDownCounter("system.memory.linux.writeback_tmp", Unit.Bytes, NumberType.Long,
        "Buffers that FUSE holds for data being written back.")
        .From("/proc/meminfo WritebackTmp").On(Systems.Linux).Optional();

    /// <summary>Page cache mapped into processes.</summary>
    public static readonly Column Mapped = Instrument.UpDownCounter("system.memory.linux.mapped", Unit.Bytes, NumberType.Long,
        "Page cache mapped into processes.")
        .From("/proc/meminfo Mapped").On(Systems.Linux);

    /// <summary>Memory mapped into processes that no file stands behind.</summary>
    public static readonly Column Anonymous = Instrument.UpDownCounter("system.memory.linux.anonymous", Unit.Bytes, NumberType.Long,
        "Memory mapped into processes that no file stands behind.")
        .From("/proc/meminfo AnonPages").On(Systems.Linux);

    /// <summary>Memory of page tables: the processes' own, and those of virtual machines.</summary>
    public static readonly Instrument PageTables = Instrument.UpDownCounter("system.memory.linux.page_tables", Unit.Bytes, NumberType.Long,
        "Memory of page tables: the processes' own, and those of virtual machines.")
        .From("/proc/meminfo PageTables,SecPageTables").On(Systems.Linux);

    /// <summary><see cref="PageTables"/> of <c>primary</c>.</summary>
    public static readonly Column PrimaryPageTables = PageTables.At((Attributes.SystemMemoryLinuxPageTableLevel, "primary"));

    /// <summary><see cref="PageTables"/> of <c>secondary</c>.</summary>
    public static readonly Column SecondaryPageTables = PageTables.At((Attributes.SystemMemoryLinuxPageTableLevel, "secondary"));

    /// <summary>Memory on each of the lists from which reclaim picks its victims.</summary>
    public static readonly Instrument LruUsage = Instrument.UpDownCounter("system.memory.linux.lru.usage", Unit.Bytes, NumberType.Long,
        "Memory on each of the lists from which reclaim picks its victims.")
        .From("/proc/meminfo Active(anon),Inactive(anon),Active(file),Inactive(file),Unevictable").On(Systems.Linux);

    /// <summary><see cref="LruUsage"/> of <c>active_anon</c>.</summary>
    public static readonly Column ActiveAnonLruUsage = LruUsage.At((Attributes.SystemMemoryLinuxLruList, "active_anon"));

    /// <summary><see cref="LruUsage"/> of <c>inactive_anon</c>.</summary>
    public static readonly Column InactiveAnonLruUsage = LruUsage.At((Attributes.SystemMemoryLinuxLruList, "inactive_anon"));

    /// <summary><see cref="LruUsage"/> of <c>active_file</c>.</summary>
    public static readonly Column ActiveFileLruUsage = LruUsage.At((Attributes.SystemMemoryLinuxLruList, "active_file"));

    /// <summary><see cref="LruUsage"/> of <c>inactive_file</c>.</summary>
    public static readonly Column InactiveFileLruUsage = LruUsage.At((Attributes.SystemMemoryLinuxLruList, "inactive_file"));

    /// <summary><see cref="LruUsage"/> of <c>unevictable</c>.</summary>
    public static readonly Column UnevictableLruUsage = LruUsage.At((Attributes.SystemMemoryLinuxLruList, "unevictable"));

    /// <summary>Memory locked by mlock(2), which reclaim leaves alone.</summary>
    public static readonly Column Mlocked = Instrument.UpDownCounter("system.memory.linux.mlocked", Unit.Bytes, NumberType.Long,
        "Memory locked by mlock(2), which reclaim leaves alone.")
        .From("/proc/meminfo Mlocked").On(Systems.Linux).Optional();

    /// <summary>Memory of kernel stacks, one for each task.</summary>
    public static readonly Column KernelStack = Instrument.UpDownCounter("system.memory.linux.kernel_stack", Unit.Bytes, NumberType.Long,
        "Memory of kernel stacks, one for each task.")
        .From("/proc/meminfo KernelStack").On(Systems.Linux);

    /// <summary>Kernel allocations that pressure can free, slab among them.</summary>
    public static readonly Column KernelReclaimable = Instrument.UpDownCounter("system.memory.linux.kernel_reclaimable", Unit.Bytes, NumberType.Long,
        "Kernel allocations that pressure can free, slab among them.")
        .From("/proc/meminfo KReclaimable").On(Systems.Linux).Optional();

    /// <summary>Memory whose copy in swap is still valid, so that it can go without a write.</summary>
    public static readonly Column SwapCached = Instrument.UpDownCounter("system.memory.linux.swap_cached", Unit.Bytes, NumberType.Long,
        "Memory whose copy in swap is still valid, so that it can go without a write.")
        .From("/proc/meminfo SwapCached").On(Systems.Linux);

    /// <summary>Memory that processes were promised, touched or not.</summary>
    public static readonly Column CommitUsage = Instrument.UpDownCounter("system.memory.linux.commit.usage", Unit.Bytes, NumberType.Long,
        "Memory that processes were promised, touched or not.")
        .From("/proc/meminfo Committed_AS").On(Systems.Linux);

    /// <summary>Most memory that may be promised under strict overcommit.</summary>
    public static readonly Column CommitLimit = Instrument.UpDownCounter("system.memory.linux.commit.limit", Unit.Bytes, NumberType.Long,
        "Most memory that may be promised under strict overcommit.")
        .From("/proc/meminfo CommitLimit").On(Systems.Linux);

    /// <summary>Virtual kernel address space in use by vmalloc.</summary>
    public static readonly Column VmallocUsage = Instrument.UpDownCounter("system.memory.linux.vmalloc.usage", Unit.Bytes, NumberType.Long,
        "Virtual kernel address space in use by vmalloc.")
        .From("/proc/meminfo VmallocUsed").On(Systems.Linux).Optional();

    /// <summary>Virtual kernel address space set aside for vmalloc.</summary>
    public static readonly Column VmallocLimit = Instrument.UpDownCounter("system.memory.linux.vmalloc.limit", Unit.Bytes, NumberType.Long,
        "Virtual kernel address space set aside for vmalloc.")
        .From("/proc/meminfo VmallocTotal").On(Systems.Linux).Optional();

    /// <summary>Memory of the kernel's per-CPU variables.</summary>
    public static readonly Column PerCpu = Instrument.UpDownCounter("system.memory.linux.percpu", Unit.Bytes, NumberType.Long,
        "Memory of the kernel's per-CPU variables.")
        .From("/proc/meminfo Percpu").On(Systems.Linux).Optional();

    /// <summary>Bounce buffers for devices that can't reach all memory.</summary>
    public static readonly Column Bounce = Instrument.UpDownCounter("system.memory.linux.bounce", Unit.Bytes, NumberType.Long,
        "Bounce buffers for devices that can't reach all memory.")
        .From("/proc/meminfo Bounce").On(Systems.Linux).Optional();

    /// <summary>Data sent to an NFS server that has not stored it yet.</summary>
    public static readonly Column NfsUnstable = Instrument.UpDownCounter("system.memory.linux.nfs_unstable", Unit.Bytes, NumberType.Long,
        "Data sent to an NFS server that has not stored it yet.")
        .From("/proc/meminfo NFS_Unstable").On(Systems.Linux).Optional();

    /// <summary>Memory the kernel set aside because the hardware reported it broken.</summary>
    public static readonly Column HardwareCorrupted = Instrument.UpDownCounter("system.memory.linux.hardware_corrupted", Unit.Bytes, NumberType.Long,
        "Memory the kernel set aside because the hardware reported it broken.")
        .From("/proc/meminfo HardwareCorrupted").On(Systems.Linux);

    /// <summary>Memory the kernel maps for itself, by the page size it managed to use.</summary>
    public static readonly Instrument DirectMap = Instrument.UpDownCounter("system.memory.linux.direct_map", Unit.Bytes, NumberType.Long,
        "Memory the kernel maps for itself, by the page size it managed to use.")
        .From("/proc/meminfo DirectMap4k,DirectMap2M,DirectMap4M,DirectMap1G").On(Systems.Linux).Optional();

    /// <summary><see cref="DirectMap"/> of <c>4k</c>.</summary>
    public static readonly Column DirectMap4k = DirectMap.At((Attributes.SystemMemoryLinuxDirectMapPageSize, "4k"));

    /// <summary><see cref="DirectMap"/> of <c>2M</c>.</summary>
    public static readonly Column DirectMap2M = DirectMap.At((Attributes.SystemMemoryLinuxDirectMapPageSize, "2M"));

    /// <summary><see cref="DirectMap"/> of <c>4M</c>.</summary>
    public static readonly Column DirectMap4M = DirectMap.At((Attributes.SystemMemoryLinuxDirectMapPageSize, "4M"));

    /// <summary><see cref="DirectMap"/> of <c>1G</c>.</summary>
    public static readonly Column DirectMap1G = DirectMap.At((Attributes.SystemMemoryLinuxDirectMapPageSize, "1G"));

    /// <summary>Memory in transparent huge pages, by what stands behind it.</summary>
    public static readonly Instrument TransparentHugePageUsage = Instrument.UpDownCounter("system.memory.linux.transparent_hugepages.usage", Unit.Bytes, NumberType.Long,
        "Memory in transparent huge pages, by what stands behind it.")
        .From("/proc/meminfo AnonHugePages,ShmemHugePages,FileHugePages").On(Systems.Linux);

    /// <summary><see cref="TransparentHugePageUsage"/> of <c>anonymous</c>.</summary>
    public static readonly Column AnonymousTransparentHugePageUsage = TransparentHugePageUsage.At((Attributes.SystemMemoryLinuxTransparentHugepagesType, "anonymous"));

    /// <summary><see cref="TransparentHugePageUsage"/> of <c>shmem</c>.</summary>
    public static readonly Column ShmemTransparentHugePageUsage = TransparentHugePageUsage.At((Attributes.SystemMemoryLinuxTransparentHugepagesType, "shmem"));

    /// <summary><see cref="TransparentHugePageUsage"/> of <c>file</c>.</summary>
    public static readonly Column FileTransparentHugePageUsage = TransparentHugePageUsage.At((Attributes.SystemMemoryLinuxTransparentHugepagesType, "file"));

    /// <summary>Memory of the contiguous allocator's area, by whether it is taken.</summary>
    public static readonly Instrument CmaUsage = Instrument.UpDownCounter("system.memory.linux.cma.usage", Unit.Bytes, NumberType.Long,
        "Memory of the contiguous allocator's area, by whether it is taken.")
        .From("/proc/meminfo CmaTotal,CmaFree").On(Systems.Linux).Optional();

    /// <summary><see cref="CmaUsage"/> of <c>used</c>.</summary>
    public static readonly Column UsedCmaUsage = CmaUsage.At((Attributes.SystemMemoryLinuxCmaState, "used"));

    /// <summary><see cref="CmaUsage"/> of <c>free</c>.</summary>
    public static readonly Column FreeCmaUsage = CmaUsage.At((Attributes.SystemMemoryLinuxCmaState, "free"));

    /// <summary>Swapped pages kept compressed in memory: what they take and what they were.</summary>
    public static readonly Instrument ZswapUsage = Instrument.UpDownCounter("system.memory.linux.zswap.usage", Unit.Bytes, NumberType.Long,
        "Swapped pages kept compressed in memory: what they take and what they were.")
        .From("/proc/meminfo Zswap,Zswapped").On(Systems.Linux);

    /// <summary><see cref="ZswapUsage"/> of <c>compressed</c>.</summary>
    public static readonly Column CompressedZswapUsage = ZswapUsage.At((Attributes.SystemMemoryLinuxZswapType, "compressed"));

    /// <summary><see cref="ZswapUsage"/> of <c>original</c>.</summary>
    public static readonly Column OriginalZswapUsage = ZswapUsage.At((Attributes.SystemMemoryLinuxZswapType, "original"));

    /// <summary>Share of physical memory in each use.</summary>
    public static readonly Instrument UsageUtilization = Instrument.Gauge("system.memory.utilization", Unit.One, NumberType.Double,
        "Share of physical memory in each use.")
        .From("system.memory.usage/system.memory.limit");

    /// <summary><see cref="UsageUtilization"/> of <c>used</c>.</summary>
    public static readonly Column UsedUsageUtilization = UsageUtilization.At((Attributes.SystemMemoryState, "used"));

    /// <summary><see cref="UsageUtilization"/> of <c>free</c>.</summary>
    public static readonly Column FreeUsageUtilization = UsageUtilization.At((Attributes.SystemMemoryState, "free"));

    /// <summary><see cref="UsageUtilization"/> of <c>buffers</c>.</summary>
    public static readonly Column BuffersUsageUtilization = UsageUtilization.At((Attributes.SystemMemoryState, "buffers"));

    /// <summary><see cref="UsageUtilization"/> of <c>cached</c>.</summary>
    public static readonly Column CachedUsageUtilization = UsageUtilization.At((Attributes.SystemMemoryState, "cached"));

    /// <summary>Share of the default huge page pool that is taken or free.</summary>
    public static readonly Instrument HugePageUtilization = Instrument.Gauge("system.memory.linux.hugepages.utilization", Unit.One, NumberType.Double,
        "Share of the default huge page pool that is taken or free.")
        .From("system.memory.linux.hugepages.usage/limit").On(Systems.Linux).Optional();

    /// <summary><see cref="HugePageUtilization"/> of <c>used</c>.</summary>
    public static readonly Column UsedHugePageUtilization = HugePageUtilization.At((Attributes.SystemMemoryLinuxHugepagesState, "used"));

    /// <summary><see cref="HugePageUtilization"/> of <c>free</c>.</summary>
    public static readonly Column FreeHugePageUtilization = HugePageUtilization.At((Attributes.SystemMemoryLinuxHugepagesState, "free"));

    /// <summary>Size of a page of memory.</summary>
    public static readonly Column PageSize = Instrument.UpDownCounter("system.memory.page_size", Unit.Bytes, NumberType.Long,
        "Size of a page of memory.")
        .From("sysconf(_SC_PAGESIZE)").Optional();

    /// <summary>Memory a new workload could get without swapping.</summary>
    public static readonly Column AvailableBytes = Instrument.UpDownCounter("system.memory.available", Unit.Bytes, NumberType.Long,
        "Memory a new workload could get without swapping.").On(Systems.MacOS | Systems.Bsd);

    /// <summary>Memory on each of the virtual memory system's page queues.</summary>
    public static readonly Instrument PageQueueUsage = Instrument.UpDownCounter("system.memory.page_queue.usage", Unit.Bytes, NumberType.Long,
        "Memory on each of the virtual memory system's page queues.").On(Systems.MacOS | Systems.Bsd);

    /// <summary><see cref="PageQueueUsage"/> of <c>active</c>.</summary>
    public static readonly Column ActivePageQueueUsage = PageQueueUsage.At((Attributes.SystemMemoryPageQueue, "active"));

    /// <summary><see cref="PageQueueUsage"/> of <c>inactive</c>.</summary>
    public static readonly Column InactivePageQueueUsage = PageQueueUsage.At((Attributes.SystemMemoryPageQueue, "inactive"));

    /// <summary><see cref="PageQueueUsage"/> of <c>wired</c>.</summary>
    public static readonly Column WiredPageQueueUsage = PageQueueUsage.At((Attributes.SystemMemoryPageQueue, "wired"));

    /// <summary><see cref="PageQueueUsage"/> of <c>laundry</c>.</summary>
    public static readonly Column LaundryPageQueueUsage = PageQueueUsage.At((Attributes.SystemMemoryPageQueue, "laundry"));

    /// <summary><see cref="PageQueueUsage"/> of <c>compressed</c>.</summary>
    public static readonly Column CompressedPageQueueUsage = PageQueueUsage.At((Attributes.SystemMemoryPageQueue, "compressed"));

    /// <summary><see cref="PageQueueUsage"/> of <c>purgeable</c>.</summary>
    public static readonly Column PurgeablePageQueueUsage = PageQueueUsage.At((Attributes.SystemMemoryPageQueue, "purgeable"));

    /// <summary><see cref="PageQueueUsage"/> of <c>speculative</c>.</summary>
    public static readonly Column SpeculativePageQueueUsage = PageQueueUsage.At((Attributes.SystemMemoryPageQueue, "speculative"));

    /// <summary><see cref="PageQueueUsage"/> of <c>user_wired</c>.</summary>
    public static readonly Column UserWiredPageQueueUsage = PageQueueUsage.At((Attributes.SystemMemoryPageQueue, "user_wired"));

    /// <summary>Table <c>memory</c>: one row.</summary>
    public static readonly Schema Usage = new("memory", resourceKeys: [], keys: [], details: [],
        columns: [UsedUsageBytes, FreeUsageBytes, BuffersUsageBytes, CachedUsageBytes, Limit, LinuxAvailable, Shared,
            ReclaimableSlabUsage, UnreclaimableSlabUsage, HugePageLimit, UsedHugePageUsage, FreeHugePageUsage, HugePageReserved,
            HugePageSurplus, HugePageSize, Dirty, Writeback, WritebackTemporary, Mapped, Anonymous, PrimaryPageTables,
            SecondaryPageTables, ActiveAnonLruUsage, InactiveAnonLruUsage, ActiveFileLruUsage, InactiveFileLruUsage,
            UnevictableLruUsage, Mlocked, KernelStack, KernelReclaimable, SwapCached, CommitUsage, CommitLimit, VmallocUsage,
            VmallocLimit, PerCpu, Bounce, NfsUnstable, HardwareCorrupted, DirectMap4k, DirectMap2M, DirectMap4M, DirectMap1G,
            AnonymousTransparentHugePageUsage, ShmemTransparentHugePageUsage, FileTransparentHugePageUsage, UsedCmaUsage,
            FreeCmaUsage, CompressedZswapUsage, OriginalZswapUsage], Scope.Host);

    /// <summary>Table <c>memory.utilization</c>: one row.</summary>
    public static readonly Schema Utilization = new("memory.utilization", resourceKeys: [], keys: [], details: [],
        columns: [UsedUsageUtilization, FreeUsageUtilization, BuffersUsageUtilization, CachedUsageUtilization,
            UsedHugePageUtilization, FreeHugePageUtilization], Scope.Host);

    /// <summary>Table <c>memory.host</c>: one row.</summary>
    public static readonly Schema Host = new("memory.host", resourceKeys: [], keys: [], details: [],
        columns: [PageSize], Scope.Host);

    /// <summary>Table <c>memory.available</c>: one row.</summary>
    public static readonly Schema Available = new("memory.available", resourceKeys: [], keys: [], details: [],
        columns: [AvailableBytes], Scope.Host);

    /// <summary>Table <c>memory.queues</c>: one row.</summary>
    public static readonly Schema Queues = new("memory.queues", resourceKeys: [], keys: [], details: [],
        columns: [ActivePageQueueUsage, InactivePageQueueUsage, WiredPageQueueUsage, LaundryPageQueueUsage,
            CompressedPageQueueUsage, PurgeablePageQueueUsage, SpeculativePageQueueUsage, UserWiredPageQueueUsage], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Usage, Utilization, Host, Available, Queues];
}
