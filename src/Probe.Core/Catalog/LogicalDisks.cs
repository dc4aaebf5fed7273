using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Disks made of others: arrays, logical volumes, mirrors over the network, and paths to one disk.</summary>
public static class LogicalDisks
{
    private static readonly ImmutableArray<AttributeKey> s_logical =
    [
        Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwLogicalDiskRaidLevel,
    ];

    private static readonly ImmutableArray<AttributeKey> s_volume = [Attributes.SystemDevice, Attributes.LvmVolumeGroup, Attributes.LvmLogicalVolume];

    /// <summary>Size of a logical disk.</summary>
    public static readonly Column Limit = Instrument.UpDownCounter("hw.logical_disk.limit", Unit.Bytes, NumberType.Long,
        "Size of a logical disk.")
        .From("/sys/block/md*/size (x512); raid level from md/level").On(Systems.Linux | Systems.FreeBsd);

    /// <summary>Space of a logical disk that is given to volumes, and that is not.</summary>
    public static readonly Instrument Usage = Instrument.UpDownCounter("hw.logical_disk.usage", Unit.Bytes, NumberType.Long,
        "Space of a logical disk that is given to volumes, and that is not.")
        .From("LVM volume group extents (metadata), ZFS pool alloc,free").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd).Optional();

    /// <summary><see cref="Usage"/> of <c>used</c>.</summary>
    public static readonly Column UsedUsage = Usage.At((Attributes.HwLogicalDiskState, "used"));

    /// <summary><see cref="Usage"/> of <c>free</c>.</summary>
    public static readonly Column FreeUsage = Usage.At((Attributes.HwLogicalDiskState, "free"));

    /// <summary>Share of a logical disk that is given to volumes, and that is not.</summary>
    public static readonly Instrument UtilizationRatio = Instrument.Gauge("hw.logical_disk.utilization", Unit.One, NumberType.Double,
        "Share of a logical disk that is given to volumes, and that is not.")
        .From("logical_disk.usage/limit").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd).Optional();

    /// <summary><see cref="UtilizationRatio"/> of <c>used</c>.</summary>
    public static readonly Column UsedUtilizationRatio = UtilizationRatio.At((Attributes.HwLogicalDiskState, "used"));

    /// <summary><see cref="UtilizationRatio"/> of <c>free</c>.</summary>
    public static readonly Column FreeUtilizationRatio = UtilizationRatio.At((Attributes.HwLogicalDiskState, "free"));

    /// <summary>Disks of a RAID array, by the part they play.</summary>
    public static readonly Instrument RaidDisks = Instrument.UpDownCounter("mdraid.disk.count", Unit.Of("disk"), NumberType.Long,
        "Disks of a RAID array, by the part they play.")
        .From("/proc/mdstat; /sys/block/md*/md/dev-*/state").On(Systems.Linux);

    /// <summary><see cref="RaidDisks"/> of <c>active</c>.</summary>
    public static readonly Column ActiveRaidDisks = RaidDisks.At((Attributes.MdraidDiskState, "active"));

    /// <summary><see cref="RaidDisks"/> of <c>failed</c>.</summary>
    public static readonly Column FailedRaidDisks = RaidDisks.At((Attributes.MdraidDiskState, "failed"));

    /// <summary><see cref="RaidDisks"/> of <c>spare</c>.</summary>
    public static readonly Column SpareRaidDisks = RaidDisks.At((Attributes.MdraidDiskState, "spare"));

    /// <summary><see cref="RaidDisks"/> of <c>missing</c>.</summary>
    public static readonly Column MissingRaidDisks = RaidDisks.At((Attributes.MdraidDiskState, "missing"));

    /// <summary>Disks a RAID array needs to be whole.</summary>
    public static readonly Column RaidRequired = Instrument.UpDownCounter("mdraid.disk.required", Unit.Of("disk"), NumberType.Long,
        "Disks a RAID array needs to be whole.")
        .From("/sys/block/md*/md/raid_disks").On(Systems.Linux);

    /// <summary>Disks a RAID array lacks.</summary>
    public static readonly Column RaidDegraded = Instrument.UpDownCounter("mdraid.degraded.count", Unit.Of("disk"), NumberType.Long,
        "Disks a RAID array lacks.")
        .From("/sys/block/md*/md/degraded").On(Systems.Linux);

    /// <summary>1 for what a RAID array is doing, 0 for the rest.</summary>
    public static readonly Instrument RaidStatus = Instrument.UpDownCounter("mdraid.status", Unit.One, NumberType.Long,
        "1 for what a RAID array is doing, 0 for the rest.")
        .From("/sys/block/md*/md/{array_state,sync_action}").On(Systems.Linux);

    /// <summary><see cref="RaidStatus"/> of <c>active</c>.</summary>
    public static readonly Column ActiveRaidStatus = RaidStatus.At((Attributes.MdraidState, "active"));

    /// <summary><see cref="RaidStatus"/> of <c>inactive</c>.</summary>
    public static readonly Column InactiveRaidStatus = RaidStatus.At((Attributes.MdraidState, "inactive"));

    /// <summary><see cref="RaidStatus"/> of <c>recovering</c>.</summary>
    public static readonly Column RecoveringRaidStatus = RaidStatus.At((Attributes.MdraidState, "recovering"));

    /// <summary><see cref="RaidStatus"/> of <c>resync</c>.</summary>
    public static readonly Column ResyncRaidStatus = RaidStatus.At((Attributes.MdraidState, "resync"));

    /// <summary><see cref="RaidStatus"/> of <c>check</c>.</summary>
    public static readonly Column CheckRaidStatus = RaidStatus.At((Attributes.MdraidState, "check"));

    /// <summary><see cref="RaidStatus"/> of <c>reshape</c>.</summary>
    public static readonly Column ReshapeRaidStatus = RaidStatus.At((Attributes.MdraidState, "reshape"));

    /// <summary>Share of a RAID array that the running check or rebuild has done.</summary>
    public static readonly Column RaidSyncProgress = Instrument.Gauge("mdraid.sync.progress", Unit.One, NumberType.Double,
        "Share of a RAID array that the running check or rebuild has done.")
        .From("/sys/block/md*/md/sync_completed").On(Systems.Linux);

    /// <summary>Speed of a RAID array's running check or rebuild.</summary>
    public static readonly Column RaidSyncRate = Instrument.Gauge("mdraid.sync.rate", Unit.BytesPerSecond, NumberType.Long,
        "Speed of a RAID array's running check or rebuild.")
        .From("/sys/block/md*/md/sync_speed (KiB/s)").On(Systems.Linux);

    /// <summary>Sectors that differed between the disks of a RAID array at its last check.</summary>
    public static readonly Column RaidMismatches = Instrument.Gauge("mdraid.mismatches", Unit.Of("sector"), NumberType.Long,
        "Sectors that differed between the disks of a RAID array at its last check.")
        .From("/sys/block/md*/md/mismatch_cnt").On(Systems.Linux);

    /// <summary>Share of a thin pool's space for data and for metadata that is taken.</summary>
    public static readonly Instrument ThinPoolUtilization = Instrument.Gauge("lvm.thin_pool.utilization", Unit.One, NumberType.Double,
        "Share of a thin pool's space for data and for metadata that is taken.")
        .From("DM_TABLE_STATUS thin-pool (root)").On(Systems.Linux).Optional();

    /// <summary><see cref="ThinPoolUtilization"/> of <c>data</c>.</summary>
    public static readonly Column DataThinPoolUtilization = ThinPoolUtilization.At((Attributes.LvmThinPoolSpace, "data"));

    /// <summary><see cref="ThinPoolUtilization"/> of <c>metadata</c>.</summary>
    public static readonly Column MetadataThinPoolUtilization = ThinPoolUtilization.At((Attributes.LvmThinPoolSpace, "metadata"));

    /// <summary>Share of the space kept for a snapshot's changes that is taken; a full snapshot is lost.</summary>
    public static readonly Column SnapshotUtilization = Instrument.Gauge("lvm.snapshot.utilization", Unit.One, NumberType.Double,
        "Share of the space kept for a snapshot's changes that is taken; a full snapshot is lost.")
        .From("DM_TABLE_STATUS snapshot (root)").On(Systems.Linux).Optional();

    /// <summary>Reads and writes of a cached volume that the cache could and could not serve.</summary>
    public static readonly Instrument CacheOperations = Instrument.Counter("lvm.cache.operations", Unit.Of("operation"), NumberType.Long,
        "Reads and writes of a cached volume that the cache could and could not serve.")
        .From("DM_TABLE_STATUS cache (root)").On(Systems.Linux).Optional();

    /// <summary><see cref="CacheOperations"/> of <c>read</c>, <c>hit</c>.</summary>
    public static readonly Column ReadHitCacheOperations = CacheOperations.At(
        (Attributes.DiskIoDirection, "read"), (Attributes.LvmCacheResult, "hit"));

    /// <summary><see cref="CacheOperations"/> of <c>read</c>, <c>miss</c>.</summary>
    public static readonly Column ReadMissCacheOperations = CacheOperations.At(
        (Attributes.DiskIoDirection, "read"), (Attributes.LvmCacheResult, "miss"));

    /// <summary><see cref="CacheOperations"/> of <c>write</c>, <c>hit</c>.</summary>
    public static readonly Column WriteHitCacheOperations = CacheOperations.At(
        (Attributes.DiskIoDirection, "write"), (Attributes.LvmCacheResult, "hit"));

    /// <summary><see cref="CacheOperations"/> of <c>write</c>, <c>miss</c>.</summary>
    public static readonly Column WriteMissCacheOperations = CacheOperations.At(
        (Attributes.DiskIoDirection, "write"), (Attributes.LvmCacheResult, "miss"));

    /// <summary>Logical volumes of a group, at work and suspended.</summary>
    public static readonly Instrument VolumeCount = Instrument.UpDownCounter("lvm.volume.count", Unit.Of("volume"), NumberType.Long,
        "Logical volumes of a group, at work and suspended.")
        .From("/sys/block/dm-*/dm/{name,uuid,suspended}").On(Systems.Linux);

    /// <summary><see cref="VolumeCount"/> of <c>active</c>.</summary>
    public static readonly Column ActiveVolumeCount = VolumeCount.At((Attributes.LvmVolumeState, "active"));

    /// <summary><see cref="VolumeCount"/> of <c>suspended</c>.</summary>
    public static readonly Column SuspendedVolumeCount = VolumeCount.At((Attributes.LvmVolumeState, "suspended"));

    /// <summary>Paths to a disk that is reached by several, by state.</summary>
    public static readonly Instrument PathCount = Instrument.UpDownCounter("multipath.path.count", Unit.Of("path"), NumberType.Long,
        "Paths to a disk that is reached by several, by state.")
        .From("/sys/block/dm-*/slaves/*/device/state, dm uuid mpath-").On(Systems.Linux);

    /// <summary><see cref="PathCount"/> of <c>running</c>.</summary>
    public static readonly Column RunningPathCount = PathCount.At((Attributes.MultipathPathState, "running"));

    /// <summary><see cref="PathCount"/> of <c>offline</c>.</summary>
    public static readonly Column OfflinePathCount = PathCount.At((Attributes.MultipathPathState, "offline"));

    /// <summary><see cref="PathCount"/> of <c>failed</c>.</summary>
    public static readonly Column FailedPathCount = PathCount.At((Attributes.MultipathPathState, "failed"));

    /// <summary>1 where a disk reached by several paths is in use or suspended, 0 for the other.</summary>
    public static readonly Instrument PathStatus = Instrument.UpDownCounter("multipath.status", Unit.One, NumberType.Long,
        "1 where a disk reached by several paths is in use or suspended, 0 for the other.")
        .From("/sys/block/dm-*/dm/suspended of mpath- devices").On(Systems.Linux);

    /// <summary><see cref="PathStatus"/> of <c>active</c>.</summary>
    public static readonly Column ActivePathStatus = PathStatus.At((Attributes.MultipathState, "active"));

    /// <summary><see cref="PathStatus"/> of <c>suspended</c>.</summary>
    public static readonly Column SuspendedPathStatus = PathStatus.At((Attributes.MultipathState, "suspended"));

    /// <summary>Bytes a network mirror moved over the network and to its disk.</summary>
    public static readonly Instrument MirrorIo = Instrument.Counter("drbd.io", Unit.Bytes, NumberType.Long,
        "Bytes a network mirror moved over the network and to its disk.")
        .From("/proc/drbd").On(Systems.Linux).Optional();

    /// <summary><see cref="MirrorIo"/> of <c>network</c>, <c>read</c>.</summary>
    public static readonly Column NetworkReadMirrorIo = MirrorIo.At((Attributes.DrbdLink, "network"), (Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="MirrorIo"/> of <c>network</c>, <c>write</c>.</summary>
    public static readonly Column NetworkWriteMirrorIo = MirrorIo.At((Attributes.DrbdLink, "network"), (Attributes.DiskIoDirection, "write"));

    /// <summary><see cref="MirrorIo"/> of <c>disk</c>, <c>read</c>.</summary>
    public static readonly Column DiskReadMirrorIo = MirrorIo.At((Attributes.DrbdLink, "disk"), (Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="MirrorIo"/> of <c>disk</c>, <c>write</c>.</summary>
    public static readonly Column DiskWriteMirrorIo = MirrorIo.At((Attributes.DrbdLink, "disk"), (Attributes.DiskIoDirection, "write"));

    /// <summary>Bytes in which the two sides of a network mirror differ.</summary>
    public static readonly Column MirrorOutOfSync = Instrument.UpDownCounter("drbd.out_of_sync", Unit.Bytes, NumberType.Long,
        "Bytes in which the two sides of a network mirror differ.")
        .From("/proc/drbd").On(Systems.Linux).Optional();

    /// <summary>1 where a network mirror has its other side, else 0.</summary>
    public static readonly Column MirrorConnected = Instrument.UpDownCounter("drbd.connected", Unit.One, NumberType.Long,
        "1 where a network mirror has its other side, else 0.")
        .From("/proc/drbd").On(Systems.Linux).Optional();

    /// <summary>Table <c>logical_disk</c>: a row for each logical disk.</summary>
    public static readonly Schema Disks = new("logical_disk", resourceKeys: [], keys: s_logical, details: [],
        columns: [Limit, UsedUsage, FreeUsage], Scope.Host);

    /// <summary>Table <c>logical_disk.utilization</c>: a row for each logical disk.</summary>
    public static readonly Schema Utilization = new("logical_disk.utilization", resourceKeys: [], keys: s_logical, details: [],
        columns: [UsedUtilizationRatio, FreeUtilizationRatio], Scope.Host);

    /// <summary>Table <c>mdraid</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema RaidArrays = new("mdraid", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [ActiveRaidDisks, FailedRaidDisks, SpareRaidDisks, MissingRaidDisks, RaidRequired, RaidDegraded,
            ActiveRaidStatus, InactiveRaidStatus, RecoveringRaidStatus, ResyncRaidStatus, CheckRaidStatus, ReshapeRaidStatus,
            RaidSyncProgress, RaidSyncRate, RaidMismatches], Scope.Host);

    /// <summary>Table <c>lvm.thin_pool</c>: a row for each volume.</summary>
    public static readonly Schema ThinPools = new("lvm.thin_pool", resourceKeys: [], keys: s_volume, details: [],
        columns: [DataThinPoolUtilization, MetadataThinPoolUtilization], Scope.Host);

    /// <summary>Table <c>lvm.snapshot</c>: a row for each volume.</summary>
    public static readonly Schema Snapshots = new("lvm.snapshot", resourceKeys: [], keys: s_volume, details: [],
        columns: [SnapshotUtilization], Scope.Host);

    /// <summary>Table <c>lvm.cache</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Caches = new("lvm.cache", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [ReadHitCacheOperations, ReadMissCacheOperations, WriteHitCacheOperations, WriteMissCacheOperations],
            Scope.Host);

    /// <summary>Table <c>lvm.volume_group</c>: a row for each <c>lvm.volume_group</c>.</summary>
    public static readonly Schema VolumeGroups = new("lvm.volume_group", resourceKeys: [], keys: [Attributes.LvmVolumeGroup], details: [],
        columns: [ActiveVolumeCount, SuspendedVolumeCount], Scope.Host);

    /// <summary>Table <c>multipath</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Multipath = new("multipath", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [RunningPathCount, OfflinePathCount, FailedPathCount, ActivePathStatus, SuspendedPathStatus], Scope.Host);

    /// <summary>Table <c>drbd</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema NetworkMirrors = new("drbd", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [NetworkReadMirrorIo, NetworkWriteMirrorIo, DiskReadMirrorIo, DiskWriteMirrorIo, MirrorOutOfSync,
            MirrorConnected], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        Disks, Utilization, RaidArrays, ThinPools, Snapshots, Caches, VolumeGroups, Multipath, NetworkMirrors,
    ];
}
