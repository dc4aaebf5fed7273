using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Where physical memory lies: nodes, zones, blocks and kernel caches.</summary>
public static class MemoryDetail
{
    /// <summary>Memory of each NUMA node, by whether it is taken.</summary>
    public static readonly Instrument NumaUsage = Instrument.UpDownCounter("system.memory.numa.usage", Unit.Bytes, NumberType.Long,
        "Memory of each NUMA node, by whether it is taken.")
        .From("/sys/devices/system/node/node*/meminfo MemTotal,MemFree").On(Systems.Linux | Systems.FreeBsd);

    /// <summary><see cref="NumaUsage"/> of <c>used</c>.</summary>
    public static readonly Column UsedNumaUsage = NumaUsage.At((Attributes.SystemMemoryState, "used"));

    /// <summary><see cref="NumaUsage"/> of <c>free</c>.</summary>
    public static readonly Column FreeNumaUsage = NumaUsage.At((Attributes.SystemMemoryState, "free"));

    /// <summary>Memory of each NUMA node.</summary>
    public static readonly Column NumaLimit = Instrument.UpDownCounter("system.memory.numa.limit", Unit.Bytes, NumberType.Long,
        "Memory of each NUMA node.")
        .From("/sys/devices/system/node/node*/meminfo MemTotal").On(Systems.Linux | Systems.FreeBsd);

    /// <summary>Pages each NUMA node gave out, by whether they were wanted from there.</summary>
    public static readonly Instrument NumaAllocations = Instrument.Counter("system.memory.numa.allocations", Unit.Of("page"), NumberType.Long,
        "Pages each NUMA node gave out, by whether they were wanted from there.")
        .From("/sys/devices/system/node/node*/numastat").On(Systems.Linux);

    /// <summary><see cref="NumaAllocations"/> of <c>hit</c>.</summary>
    public static readonly Column HitNumaAllocations = NumaAllocations.At((Attributes.SystemMemoryNumaAllocationType, "hit"));

    /// <summary><see cref="NumaAllocations"/> of <c>miss</c>.</summary>
    public static readonly Column MissNumaAllocations = NumaAllocations.At((Attributes.SystemMemoryNumaAllocationType, "miss"));

    /// <summary><see cref="NumaAllocations"/> of <c>foreign</c>.</summary>
    public static readonly Column ForeignNumaAllocations = NumaAllocations.At((Attributes.SystemMemoryNumaAllocationType, "foreign"));

    /// <summary><see cref="NumaAllocations"/> of <c>interleave_hit</c>.</summary>
    public static readonly Column InterleaveHitNumaAllocations = NumaAllocations.At((Attributes.SystemMemoryNumaAllocationType, "interleave_hit"));

    /// <summary><see cref="NumaAllocations"/> of <c>local_node</c>.</summary>
    public static readonly Column LocalNodeNumaAllocations = NumaAllocations.At((Attributes.SystemMemoryNumaAllocationType, "local_node"));

    /// <summary><see cref="NumaAllocations"/> of <c>other_node</c>.</summary>
    public static readonly Column OtherNodeNumaAllocations = NumaAllocations.At((Attributes.SystemMemoryNumaAllocationType, "other_node"));

    /// <summary>Memory of each NUMA node by the kernel's remaining fields.</summary>
    public static readonly Column NumaDetail = Instrument.UpDownCounter("system.memory.numa.detail.usage", Unit.Bytes, NumberType.Long,
        "Memory of each NUMA node by the kernel's remaining fields.")
        .From("/sys/devices/system/node/node*/meminfo (remaining kB fields)").On(Systems.Linux).Optional();

    /// <summary>Free blocks of each order (2^order pages) in each zone.</summary>
    public static readonly Column BuddyFree = Instrument.UpDownCounter("system.memory.linux.buddy.free", Unit.Of("block"), NumberType.Long,
        "Free blocks of each order (2^order pages) in each zone.")
        .From("/proc/buddyinfo").On(Systems.Linux).Optional();

    /// <summary>Pages of each zone: free, watermarks, managed, present and spanned.</summary>
    public static readonly Instrument ZoneUsage = Instrument.UpDownCounter("system.memory.linux.zone.usage", Unit.Of("page"), NumberType.Long,
        "Pages of each zone: free, watermarks, managed, present and spanned.")
        .From("/proc/zoneinfo").On(Systems.Linux).Optional();

    /// <summary><see cref="ZoneUsage"/> of <c>free</c>.</summary>
    public static readonly Column FreeZoneUsage = ZoneUsage.At((Attributes.SystemMemoryZoneField, "free"));

    /// <summary><see cref="ZoneUsage"/> of <c>min</c>.</summary>
    public static readonly Column MinZoneUsage = ZoneUsage.At((Attributes.SystemMemoryZoneField, "min"));

    /// <summary><see cref="ZoneUsage"/> of <c>low</c>.</summary>
    public static readonly Column LowZoneUsage = ZoneUsage.At((Attributes.SystemMemoryZoneField, "low"));

    /// <summary><see cref="ZoneUsage"/> of <c>high</c>.</summary>
    public static readonly Column HighZoneUsage = ZoneUsage.At((Attributes.SystemMemoryZoneField, "high"));

    /// <summary><see cref="ZoneUsage"/> of <c>managed</c>.</summary>
    public static readonly Column ManagedZoneUsage = ZoneUsage.At((Attributes.SystemMemoryZoneField, "managed"));

    /// <summary><see cref="ZoneUsage"/> of <c>present</c>.</summary>
    public static readonly Column PresentZoneUsage = ZoneUsage.At((Attributes.SystemMemoryZoneField, "present"));

    /// <summary><see cref="ZoneUsage"/> of <c>spanned</c>.</summary>
    public static readonly Column SpannedZoneUsage = ZoneUsage.At((Attributes.SystemMemoryZoneField, "spanned"));

    /// <summary>How far a failed allocation would be due to fragmentation: towards 0 lack of memory, towards 1 fragmentation.</summary>
    public static readonly Column FragmentationIndex = Instrument.Gauge("system.memory.linux.fragmentation", Unit.One, NumberType.Double,
        "How far a failed allocation would be due to fragmentation: towards 0 lack of memory, towards 1 fragmentation.")
        .From("/sys/kernel/debug/extfrag/extfrag_index").On(Systems.Linux).Optional();

    /// <summary>Pages that same-page merging handles, by what became of them.</summary>
    public static readonly Instrument KsmPages = Instrument.UpDownCounter("system.memory.linux.ksm.page.count", Unit.Of("page"), NumberType.Long,
        "Pages that same-page merging handles, by what became of them.")
        .From("/sys/kernel/mm/ksm/pages_*").On(Systems.Linux).Optional();

    /// <summary><see cref="KsmPages"/> of <c>shared</c>.</summary>
    public static readonly Column SharedKsmPages = KsmPages.At((Attributes.SystemMemoryLinuxKsmState, "shared"));

    /// <summary><see cref="KsmPages"/> of <c>sharing</c>.</summary>
    public static readonly Column SharingKsmPages = KsmPages.At((Attributes.SystemMemoryLinuxKsmState, "sharing"));

    /// <summary><see cref="KsmPages"/> of <c>unshared</c>.</summary>
    public static readonly Column UnsharedKsmPages = KsmPages.At((Attributes.SystemMemoryLinuxKsmState, "unshared"));

    /// <summary><see cref="KsmPages"/> of <c>volatile</c>.</summary>
    public static readonly Column VolatileKsmPages = KsmPages.At((Attributes.SystemMemoryLinuxKsmState, "volatile"));

    /// <summary>Times same-page merging has scanned all mergeable memory.</summary>
    public static readonly Column KsmScans = Instrument.Counter("system.memory.linux.ksm.scans", Unit.Of("scan"), NumberType.Long,
        "Times same-page merging has scanned all mergeable memory.")
        .From("/sys/kernel/mm/ksm/full_scans").On(Systems.Linux).Optional();

    /// <summary>Memory that same-page merging saves, less what it costs; may be negative.</summary>
    public static readonly Column KsmProfit = Instrument.UpDownCounter("system.memory.linux.ksm.profit", Unit.Bytes, NumberType.Long,
        "Memory that same-page merging saves, less what it costs; may be negative.")
        .From("/sys/kernel/mm/ksm/general_profit").On(Systems.Linux).Optional();

    /// <summary>Memory of the objects of each kernel cache.</summary>
    public static readonly Instrument SlabCacheUsage = Instrument.UpDownCounter("system.memory.linux.slab.cache.usage", Unit.Bytes, NumberType.Long,
        "Memory of the objects of each kernel cache.")
        .From("/proc/slabinfo active_objs,num_objs x objsize (root)").On(Systems.Linux).Optional();

    /// <summary><see cref="SlabCacheUsage"/> of <c>active</c>.</summary>
    public static readonly Column ActiveSlabCacheUsage = SlabCacheUsage.At((Attributes.SystemMemoryLinuxSlabCacheState, "active"));

    /// <summary><see cref="SlabCacheUsage"/> of <c>inactive</c>.</summary>
    public static readonly Column InactiveSlabCacheUsage = SlabCacheUsage.At((Attributes.SystemMemoryLinuxSlabCacheState, "inactive"));

    /// <summary>Objects of each kernel cache.</summary>
    public static readonly Instrument SlabCacheObjects = Instrument.UpDownCounter("system.memory.linux.slab.cache.object.count", Unit.Of("object"), NumberType.Long,
        "Objects of each kernel cache.")
        .From("/proc/slabinfo active_objs,num_objs (root)").On(Systems.Linux).Optional();

    /// <summary><see cref="SlabCacheObjects"/> of <c>active</c>.</summary>
    public static readonly Column ActiveSlabCacheObjects = SlabCacheObjects.At((Attributes.SystemMemoryLinuxSlabCacheState, "active"));

    /// <summary><see cref="SlabCacheObjects"/> of <c>inactive</c>.</summary>
    public static readonly Column InactiveSlabCacheObjects = SlabCacheObjects.At((Attributes.SystemMemoryLinuxSlabCacheState, "inactive"));

    /// <summary>Table <c>memory.numa</c>: a row for each <c>system.numa.node</c>.</summary>
    public static readonly Schema NumaNodes = new("memory.numa", resourceKeys: [], keys: [Attributes.SystemNumaNode], details: [],
        columns: [UsedNumaUsage, FreeNumaUsage, NumaLimit, HitNumaAllocations, MissNumaAllocations, ForeignNumaAllocations,
            InterleaveHitNumaAllocations, LocalNodeNumaAllocations, OtherNodeNumaAllocations], Scope.Host);

    /// <summary>Table <c>memory.numa.detail</c>: a row for each <c>system.numa.node</c> and <c>system.memory.numa.field</c>.</summary>
    public static readonly Schema NumaFields = new("memory.numa.detail", resourceKeys: [], keys: [Attributes.SystemNumaNode, Attributes.SystemMemoryNumaField], details: [],
        columns: [NumaDetail], Scope.Host);

    /// <summary>Table <c>memory.buddy</c>: a row for each <c>system.numa.node</c> and <c>system.memory.zone</c> and <c>system.memory.order</c>.</summary>
    public static readonly Schema Buddy = new("memory.buddy", resourceKeys: [], keys: [Attributes.SystemNumaNode, Attributes.SystemMemoryZone, Attributes.SystemMemoryOrder], details: [],
        columns: [BuddyFree], Scope.Host);

    /// <summary>Table <c>memory.zones</c>: a row for each <c>system.numa.node</c> and <c>system.memory.zone</c>.</summary>
    public static readonly Schema Zones = new("memory.zones", resourceKeys: [], keys: [Attributes.SystemNumaNode, Attributes.SystemMemoryZone], details: [],
        columns: [FreeZoneUsage, MinZoneUsage, LowZoneUsage, HighZoneUsage, ManagedZoneUsage, PresentZoneUsage, SpannedZoneUsage], Scope.Host);

    /// <summary>Table <c>memory.fragmentation</c>: a row for each <c>system.numa.node</c> and <c>system.memory.zone</c> and <c>system.memory.order</c>.</summary>
    public static readonly Schema Fragmentation = new("memory.fragmentation", resourceKeys: [], keys: [Attributes.SystemNumaNode, Attributes.SystemMemoryZone, Attributes.SystemMemoryOrder], details: [],
        columns: [FragmentationIndex], Scope.Host);

    /// <summary>Table <c>memory.ksm</c>: one row.</summary>
    public static readonly Schema Ksm = new("memory.ksm", resourceKeys: [], keys: [], details: [],
        columns: [SharedKsmPages, SharingKsmPages, UnsharedKsmPages, VolatileKsmPages, KsmScans, KsmProfit], Scope.Host);

    /// <summary>Table <c>memory.slab</c>: a row for each <c>system.memory.linux.slab.cache.name</c>.</summary>
    public static readonly Schema SlabCaches = new("memory.slab", resourceKeys: [], keys: [Attributes.SystemMemoryLinuxSlabCacheName], details: [],
        columns: [ActiveSlabCacheUsage, InactiveSlabCacheUsage, ActiveSlabCacheObjects, InactiveSlabCacheObjects], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [NumaNodes, NumaFields, Buddy, Zones, Fragmentation, Ksm, SlabCaches];
}
