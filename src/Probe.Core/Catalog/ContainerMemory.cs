using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What a container's memory is made of.</summary>
public static class ContainerMemory
{
    /// <summary>Memory charged to a container, by what it is used for; parts overlap and are not to be added up.</summary>
    public static readonly Instrument Usage = Instrument.UpDownCounter("container.memory.detail.usage", Unit.Bytes, NumberType.Long,
        "Memory charged to a container, by what it is used for; parts overlap and are not to be added up.")
        .From("v2 memory.stat (By)").On(Systems.Linux).Optional();

    /// <summary><see cref="Usage"/> of <c>anon</c>.</summary>
    public static readonly Column AnonUsage = Usage.At((Attributes.ContainerMemoryComponent, "anon"));

    /// <summary><see cref="Usage"/> of <c>file</c>.</summary>
    public static readonly Column FileUsage = Usage.At((Attributes.ContainerMemoryComponent, "file"));

    /// <summary><see cref="Usage"/> of <c>shmem</c>.</summary>
    public static readonly Column ShmemUsage = Usage.At((Attributes.ContainerMemoryComponent, "shmem"));

    /// <summary><see cref="Usage"/> of <c>kernel</c>.</summary>
    public static readonly Column KernelUsage = Usage.At((Attributes.ContainerMemoryComponent, "kernel"));

    /// <summary><see cref="Usage"/> of <c>kernel_stack</c>.</summary>
    public static readonly Column KernelStackUsage = Usage.At((Attributes.ContainerMemoryComponent, "kernel_stack"));

    /// <summary><see cref="Usage"/> of <c>pagetables</c>.</summary>
    public static readonly Column PagetablesUsage = Usage.At((Attributes.ContainerMemoryComponent, "pagetables"));

    /// <summary><see cref="Usage"/> of <c>percpu</c>.</summary>
    public static readonly Column PercpuUsage = Usage.At((Attributes.ContainerMemoryComponent, "percpu"));

    /// <summary><see cref="Usage"/> of <c>sock</c>.</summary>
    public static readonly Column SockUsage = Usage.At((Attributes.ContainerMemoryComponent, "sock"));

    /// <summary><see cref="Usage"/> of <c>vmalloc</c>.</summary>
    public static readonly Column VmallocUsage = Usage.At((Attributes.ContainerMemoryComponent, "vmalloc"));

    /// <summary><see cref="Usage"/> of <c>file_mapped</c>.</summary>
    public static readonly Column FileMappedUsage = Usage.At((Attributes.ContainerMemoryComponent, "file_mapped"));

    /// <summary><see cref="Usage"/> of <c>file_dirty</c>.</summary>
    public static readonly Column FileDirtyUsage = Usage.At((Attributes.ContainerMemoryComponent, "file_dirty"));

    /// <summary><see cref="Usage"/> of <c>file_writeback</c>.</summary>
    public static readonly Column FileWritebackUsage = Usage.At((Attributes.ContainerMemoryComponent, "file_writeback"));

    /// <summary><see cref="Usage"/> of <c>swapcached</c>.</summary>
    public static readonly Column SwapcachedUsage = Usage.At((Attributes.ContainerMemoryComponent, "swapcached"));

    /// <summary><see cref="Usage"/> of <c>anon_thp</c>.</summary>
    public static readonly Column AnonThpUsage = Usage.At((Attributes.ContainerMemoryComponent, "anon_thp"));

    /// <summary><see cref="Usage"/> of <c>file_thp</c>.</summary>
    public static readonly Column FileThpUsage = Usage.At((Attributes.ContainerMemoryComponent, "file_thp"));

    /// <summary><see cref="Usage"/> of <c>shmem_thp</c>.</summary>
    public static readonly Column ShmemThpUsage = Usage.At((Attributes.ContainerMemoryComponent, "shmem_thp"));

    /// <summary><see cref="Usage"/> of <c>inactive_anon</c>.</summary>
    public static readonly Column InactiveAnonUsage = Usage.At((Attributes.ContainerMemoryComponent, "inactive_anon"));

    /// <summary><see cref="Usage"/> of <c>active_anon</c>.</summary>
    public static readonly Column ActiveAnonUsage = Usage.At((Attributes.ContainerMemoryComponent, "active_anon"));

    /// <summary><see cref="Usage"/> of <c>inactive_file</c>.</summary>
    public static readonly Column InactiveFileUsage = Usage.At((Attributes.ContainerMemoryComponent, "inactive_file"));

    /// <summary><see cref="Usage"/> of <c>active_file</c>.</summary>
    public static readonly Column ActiveFileUsage = Usage.At((Attributes.ContainerMemoryComponent, "active_file"));

    /// <summary><see cref="Usage"/> of <c>unevictable</c>.</summary>
    public static readonly Column UnevictableUsage = Usage.At((Attributes.ContainerMemoryComponent, "unevictable"));

    /// <summary><see cref="Usage"/> of <c>slab_reclaimable</c>.</summary>
    public static readonly Column SlabReclaimableUsage = Usage.At((Attributes.ContainerMemoryComponent, "slab_reclaimable"));

    /// <summary><see cref="Usage"/> of <c>slab_unreclaimable</c>.</summary>
    public static readonly Column SlabUnreclaimableUsage = Usage.At((Attributes.ContainerMemoryComponent, "slab_unreclaimable"));

    /// <summary>Memory of a container that is kept from reclaim, kept if possible, and beyond which it is slowed down.</summary>
    public static readonly Instrument Protection = Instrument.UpDownCounter("container.memory.protection", Unit.Bytes, NumberType.Long,
        "Memory of a container that is kept from reclaim, kept if possible, and beyond which it is slowed down.")
        .From("v2 memory.min,memory.low,memory.high; v1 memory.soft_limit_in_bytes as low").On(Systems.Linux).Optional();

    /// <summary><see cref="Protection"/> of <c>min</c>.</summary>
    public static readonly Column MinProtection = Protection.At((Attributes.ContainerMemoryProtectionType, "min"));

    /// <summary><see cref="Protection"/> of <c>low</c>.</summary>
    public static readonly Column LowProtection = Protection.At((Attributes.ContainerMemoryProtectionType, "low"));

    /// <summary><see cref="Protection"/> of <c>high</c>.</summary>
    public static readonly Column HighProtection = Protection.At((Attributes.ContainerMemoryProtectionType, "high"));

    /// <summary>Memory of a container's compressed swap: what it takes, and what it would take uncompressed.</summary>
    public static readonly Instrument Zswap = Instrument.UpDownCounter("container.memory.zswap.usage", Unit.Bytes, NumberType.Long,
        "Memory of a container's compressed swap: what it takes, and what it would take uncompressed.")
        .From("v2 memory.stat zswap,zswapped").On(Systems.Linux).Optional();

    /// <summary><see cref="Zswap"/> of <c>compressed</c>.</summary>
    public static readonly Column CompressedZswap = Zswap.At((Attributes.ContainerMemoryZswapType, "compressed"));

    /// <summary><see cref="Zswap"/> of <c>original</c>.</summary>
    public static readonly Column OriginalZswap = Zswap.At((Attributes.ContainerMemoryZswapType, "original"));

    /// <summary>Pages of a container that reclaim looked at, took, and had to bring back.</summary>
    public static readonly Instrument ReclaimPages = Instrument.Counter("container.memory.reclaim.pages", Unit.Of("page"), NumberType.Long,
        "Pages of a container that reclaim looked at, took, and had to bring back.")
        .From("v2 memory.stat pgscan,pgsteal,workingset_refault_anon,workingset_refault_file,pgactivate").On(Systems.Linux).Optional();

    /// <summary><see cref="ReclaimPages"/> of <c>scanned</c>.</summary>
    public static readonly Column ScannedReclaimPages = ReclaimPages.At((Attributes.ContainerMemoryReclaimStage, "scanned"));

    /// <summary><see cref="ReclaimPages"/> of <c>reclaimed</c>.</summary>
    public static readonly Column ReclaimedReclaimPages = ReclaimPages.At((Attributes.ContainerMemoryReclaimStage, "reclaimed"));

    /// <summary><see cref="ReclaimPages"/> of <c>refaulted_anon</c>.</summary>
    public static readonly Column RefaultedAnonReclaimPages = ReclaimPages.At((Attributes.ContainerMemoryReclaimStage, "refaulted_anon"));

    /// <summary><see cref="ReclaimPages"/> of <c>refaulted_file</c>.</summary>
    public static readonly Column RefaultedFileReclaimPages = ReclaimPages.At((Attributes.ContainerMemoryReclaimStage, "refaulted_file"));

    /// <summary><see cref="ReclaimPages"/> of <c>activated</c>.</summary>
    public static readonly Column ActivatedReclaimPages = ReclaimPages.At((Attributes.ContainerMemoryReclaimStage, "activated"));

    /// <summary>Memory of a container on each NUMA node, by what it is used for.</summary>
    public static readonly Instrument NumaUsage = Instrument.UpDownCounter("container.memory.numa.usage", Unit.Bytes, NumberType.Long,
        "Memory of a container on each NUMA node, by what it is used for.")
        .From("v2 memory.numa_stat").On(Systems.Linux).Optional();

    /// <summary><see cref="NumaUsage"/> of <c>anon</c>.</summary>
    public static readonly Column AnonNumaUsage = NumaUsage.At((Attributes.ContainerMemoryComponent, "anon"));

    /// <summary><see cref="NumaUsage"/> of <c>file</c>.</summary>
    public static readonly Column FileNumaUsage = NumaUsage.At((Attributes.ContainerMemoryComponent, "file"));

    /// <summary><see cref="NumaUsage"/> of <c>kernel_stack</c>.</summary>
    public static readonly Column KernelStackNumaUsage = NumaUsage.At((Attributes.ContainerMemoryComponent, "kernel_stack"));

    /// <summary><see cref="NumaUsage"/> of <c>shmem</c>.</summary>
    public static readonly Column ShmemNumaUsage = NumaUsage.At((Attributes.ContainerMemoryComponent, "shmem"));

    /// <summary><see cref="NumaUsage"/> of <c>unevictable</c>.</summary>
    public static readonly Column UnevictableNumaUsage = NumaUsage.At((Attributes.ContainerMemoryComponent, "unevictable"));

    /// <summary>Huge pages a container uses, by size.</summary>
    public static readonly Column HugePageUsage = Instrument.UpDownCounter("container.memory.hugepages.usage", Unit.Bytes, NumberType.Long,
        "Huge pages a container uses, by size.")
        .From("hugetlb.*.current").On(Systems.Linux).Optional();

    /// <summary>Times a container was refused a huge page because of its limit, by size.</summary>
    public static readonly Column HugePageFailures = Instrument.Counter("container.memory.hugepages.failures", Unit.Of("failure"), NumberType.Long,
        "Times a container was refused a huge page because of its limit, by size.")
        .From("hugetlb.*.events max; v1 failcnt").On(Systems.Linux).Optional();

    /// <summary>Table <c>container.memory</c>: a row for each container.</summary>
    public static readonly Schema Detail = new("container.memory", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [AnonUsage, FileUsage, ShmemUsage, KernelUsage, KernelStackUsage, PagetablesUsage, PercpuUsage, SockUsage,
            VmallocUsage, FileMappedUsage, FileDirtyUsage, FileWritebackUsage, SwapcachedUsage, AnonThpUsage, FileThpUsage,
            ShmemThpUsage, InactiveAnonUsage, ActiveAnonUsage, InactiveFileUsage, ActiveFileUsage, UnevictableUsage,
            SlabReclaimableUsage, SlabUnreclaimableUsage, MinProtection, LowProtection, HighProtection, CompressedZswap,
            OriginalZswap, ScannedReclaimPages, ReclaimedReclaimPages, RefaultedAnonReclaimPages, RefaultedFileReclaimPages,
            ActivatedReclaimPages], Scope.Container);

    /// <summary>Table <c>container.memory.numa</c>: a row for each container and <c>system.numa.node</c>.</summary>
    public static readonly Schema NumaNodes = new("container.memory.numa", resourceKeys: ResourceKeys.Container, keys: [Attributes.SystemNumaNode], details: [],
        columns: [AnonNumaUsage, FileNumaUsage, KernelStackNumaUsage, ShmemNumaUsage, UnevictableNumaUsage], Scope.Container);

    /// <summary>Table <c>container.memory.hugepages</c>: a row for each container and <c>container.memory.hugepages.page_size</c>.</summary>
    public static readonly Schema HugePages = new("container.memory.hugepages", resourceKeys: ResourceKeys.Container,
        keys: [Attributes.ContainerMemoryHugepagesPageSize], details: [],
        columns: [HugePageUsage, HugePageFailures], Scope.Container);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Detail, NumaNodes, HugePages];
}
