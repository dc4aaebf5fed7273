using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What ZFS caches, and how its pools and datasets do.</summary>
public static class Zfs
{
    /// <summary>Memory of the ZFS cache, in all and by what it holds.</summary>
    public static readonly Instrument ArcUsage = Instrument.UpDownCounter("zfs.arc.usage", Unit.Bytes, NumberType.Long,
        "Memory of the ZFS cache, in all and by what it holds.")
        .From("/proc/spl/kstat/zfs/arcstats size,mru_size,mfu_size,metadata_size,data_size,hdr_size,other_size").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd);

    /// <summary><see cref="ArcUsage"/> of <c>total</c>.</summary>
    public static readonly Column TotalArcUsage = ArcUsage.At((Attributes.ZfsArcComponent, "total"));

    /// <summary><see cref="ArcUsage"/> of <c>mru</c>.</summary>
    public static readonly Column MruArcUsage = ArcUsage.At((Attributes.ZfsArcComponent, "mru"));

    /// <summary><see cref="ArcUsage"/> of <c>mfu</c>.</summary>
    public static readonly Column MfuArcUsage = ArcUsage.At((Attributes.ZfsArcComponent, "mfu"));

    /// <summary><see cref="ArcUsage"/> of <c>metadata</c>.</summary>
    public static readonly Column MetadataArcUsage = ArcUsage.At((Attributes.ZfsArcComponent, "metadata"));

    /// <summary><see cref="ArcUsage"/> of <c>data</c>.</summary>
    public static readonly Column DataArcUsage = ArcUsage.At((Attributes.ZfsArcComponent, "data"));

    /// <summary><see cref="ArcUsage"/> of <c>header</c>.</summary>
    public static readonly Column HeaderArcUsage = ArcUsage.At((Attributes.ZfsArcComponent, "header"));

    /// <summary><see cref="ArcUsage"/> of <c>other</c>.</summary>
    public static readonly Column OtherArcUsage = ArcUsage.At((Attributes.ZfsArcComponent, "other"));

    /// <summary>Memory the ZFS cache aims at, keeps at least, and takes at most.</summary>
    public static readonly Instrument ArcLimit = Instrument.UpDownCounter("zfs.arc.limit", Unit.Bytes, NumberType.Long,
        "Memory the ZFS cache aims at, keeps at least, and takes at most.")
        .From("/proc/spl/kstat/zfs/arcstats c,c_min,c_max").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd);

    /// <summary><see cref="ArcLimit"/> of <c>target</c>.</summary>
    public static readonly Column TargetArcLimit = ArcLimit.At((Attributes.ZfsArcBound, "target"));

    /// <summary><see cref="ArcLimit"/> of <c>min</c>.</summary>
    public static readonly Column MinArcLimit = ArcLimit.At((Attributes.ZfsArcBound, "min"));

    /// <summary><see cref="ArcLimit"/> of <c>max</c>.</summary>
    public static readonly Column MaxArcLimit = ArcLimit.At((Attributes.ZfsArcBound, "max"));

    /// <summary>Lookups in the ZFS cache, by what was wanted and what was found.</summary>
    public static readonly Instrument ArcOperations = Instrument.Counter("zfs.arc.operations", Unit.Of("operation"), NumberType.Long,
        "Lookups in the ZFS cache, by what was wanted and what was found.")
        .From("/proc/spl/kstat/zfs/arcstats *_hits,*_misses").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd);

    /// <summary><see cref="ArcOperations"/> of <c>hit</c>, <c>demand_data</c>.</summary>
    public static readonly Column HitDemandDataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "hit"), (Attributes.ZfsArcDemand, "demand_data"));

    /// <summary><see cref="ArcOperations"/> of <c>hit</c>, <c>demand_metadata</c>.</summary>
    public static readonly Column HitDemandMetadataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "hit"), (Attributes.ZfsArcDemand, "demand_metadata"));

    /// <summary><see cref="ArcOperations"/> of <c>hit</c>, <c>prefetch_data</c>.</summary>
    public static readonly Column HitPrefetchDataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "hit"), (Attributes.ZfsArcDemand, "prefetch_data"));

    /// <summary><see cref="ArcOperations"/> of <c>hit</c>, <c>prefetch_metadata</c>.</summary>
    public static readonly Column HitPrefetchMetadataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "hit"), (Attributes.ZfsArcDemand, "prefetch_metadata"));

    /// <summary><see cref="ArcOperations"/> of <c>miss</c>, <c>demand_data</c>.</summary>
    public static readonly Column MissDemandDataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "miss"), (Attributes.ZfsArcDemand, "demand_data"));

    /// <summary><see cref="ArcOperations"/> of <c>miss</c>, <c>demand_metadata</c>.</summary>
    public static readonly Column MissDemandMetadataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "miss"), (Attributes.ZfsArcDemand, "demand_metadata"));

    /// <summary><see cref="ArcOperations"/> of <c>miss</c>, <c>prefetch_data</c>.</summary>
    public static readonly Column MissPrefetchDataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "miss"), (Attributes.ZfsArcDemand, "prefetch_data"));

    /// <summary><see cref="ArcOperations"/> of <c>miss</c>, <c>prefetch_metadata</c>.</summary>
    public static readonly Column MissPrefetchMetadataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "miss"), (Attributes.ZfsArcDemand, "prefetch_metadata"));

    /// <summary><see cref="ArcOperations"/> of <c>io_hit</c>, <c>demand_data</c>.</summary>
    public static readonly Column IoHitDemandDataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "io_hit"), (Attributes.ZfsArcDemand, "demand_data"));

    /// <summary><see cref="ArcOperations"/> of <c>io_hit</c>, <c>demand_metadata</c>.</summary>
    public static readonly Column IoHitDemandMetadataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "io_hit"), (Attributes.ZfsArcDemand, "demand_metadata"));

    /// <summary><see cref="ArcOperations"/> of <c>io_hit</c>, <c>prefetch_data</c>.</summary>
    public static readonly Column IoHitPrefetchDataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "io_hit"), (Attributes.ZfsArcDemand, "prefetch_data"));

    /// <summary><see cref="ArcOperations"/> of <c>io_hit</c>, <c>prefetch_metadata</c>.</summary>
    public static readonly Column IoHitPrefetchMetadataArcOperations = ArcOperations.At(
        (Attributes.ZfsArcResult, "io_hit"), (Attributes.ZfsArcDemand, "prefetch_metadata"));

    /// <summary>Bytes the ZFS cache gave up, by whether the second-level cache has or could have them.</summary>
    public static readonly Instrument ArcEvictions = Instrument.Counter("zfs.arc.evictions", Unit.Bytes, NumberType.Long,
        "Bytes the ZFS cache gave up, by whether the second-level cache has or could have them.")
        .From("/proc/spl/kstat/zfs/arcstats evict_l2_*").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="ArcEvictions"/> of <c>l2_cached</c>.</summary>
    public static readonly Column L2CachedArcEvictions = ArcEvictions.At((Attributes.ZfsArcEvictionReason, "l2_cached"));

    /// <summary><see cref="ArcEvictions"/> of <c>l2_eligible</c>.</summary>
    public static readonly Column L2EligibleArcEvictions = ArcEvictions.At((Attributes.ZfsArcEvictionReason, "l2_eligible"));

    /// <summary><see cref="ArcEvictions"/> of <c>l2_ineligible</c>.</summary>
    public static readonly Column L2IneligibleArcEvictions = ArcEvictions.At((Attributes.ZfsArcEvictionReason, "l2_ineligible"));

    /// <summary>Times ZFS held writers back for want of memory.</summary>
    public static readonly Column ArcThrottles = Instrument.Counter("zfs.arc.throttles", Unit.Of("throttle"), NumberType.Long,
        "Times ZFS held writers back for want of memory.")
        .From("/proc/spl/kstat/zfs/arcstats memory_throttle_count").On(Systems.Linux | Systems.FreeBsd);

    /// <summary>Size of the second-level ZFS cache: what it holds, the space that takes, and the memory to find it.</summary>
    public static readonly Instrument L2ArcUsage = Instrument.UpDownCounter("zfs.l2arc.usage", Unit.Bytes, NumberType.Long,
        "Size of the second-level ZFS cache: what it holds, the space that takes, and the memory to find it.")
        .From("/proc/spl/kstat/zfs/arcstats l2_size,l2_asize,l2_hdr_size").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd);

    /// <summary><see cref="L2ArcUsage"/> of <c>logical</c>.</summary>
    public static readonly Column LogicalL2ArcUsage = L2ArcUsage.At((Attributes.ZfsL2arcSizeType, "logical"));

    /// <summary><see cref="L2ArcUsage"/> of <c>allocated</c>.</summary>
    public static readonly Column AllocatedL2ArcUsage = L2ArcUsage.At((Attributes.ZfsL2arcSizeType, "allocated"));

    /// <summary><see cref="L2ArcUsage"/> of <c>header</c>.</summary>
    public static readonly Column HeaderL2ArcUsage = L2ArcUsage.At((Attributes.ZfsL2arcSizeType, "header"));

    /// <summary>Lookups in the second-level ZFS cache, by what was found.</summary>
    public static readonly Instrument L2ArcOperations = Instrument.Counter("zfs.l2arc.operations", Unit.Of("operation"), NumberType.Long,
        "Lookups in the second-level ZFS cache, by what was found.")
        .From("/proc/spl/kstat/zfs/arcstats l2_hits,l2_misses").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd);

    /// <summary><see cref="L2ArcOperations"/> of <c>hit</c>.</summary>
    public static readonly Column HitL2ArcOperations = L2ArcOperations.At((Attributes.ZfsArcResult, "hit"));

    /// <summary><see cref="L2ArcOperations"/> of <c>miss</c>.</summary>
    public static readonly Column MissL2ArcOperations = L2ArcOperations.At((Attributes.ZfsArcResult, "miss"));

    /// <summary>Bytes read from and written to the second-level ZFS cache.</summary>
    public static readonly Instrument L2ArcIo = Instrument.Counter("zfs.l2arc.io", Unit.Bytes, NumberType.Long,
        "Bytes read from and written to the second-level ZFS cache.")
        .From("/proc/spl/kstat/zfs/arcstats l2_read_bytes,l2_write_bytes").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd);

    /// <summary><see cref="L2ArcIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadL2ArcIo = L2ArcIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="L2ArcIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteL2ArcIo = L2ArcIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Errors of the second-level ZFS cache.</summary>
    public static readonly Instrument L2ArcErrors = Instrument.Counter("zfs.l2arc.errors", Unit.Of("error"), NumberType.Long,
        "Errors of the second-level ZFS cache.")
        .From("/proc/spl/kstat/zfs/arcstats l2_cksum_bad,l2_io_error,l2_writes_error").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd);

    /// <summary><see cref="L2ArcErrors"/> of <c>checksum</c>.</summary>
    public static readonly Column ChecksumL2ArcErrors = L2ArcErrors.At((Attributes.ZfsL2arcErrorType, "checksum"));

    /// <summary><see cref="L2ArcErrors"/> of <c>io</c>.</summary>
    public static readonly Column IoL2ArcErrors = L2ArcErrors.At((Attributes.ZfsL2arcErrorType, "io"));

    /// <summary><see cref="L2ArcErrors"/> of <c>write</c>.</summary>
    public static readonly Column WriteL2ArcErrors = L2ArcErrors.At((Attributes.ZfsL2arcErrorType, "write"));

    /// <summary>Times ZFS was asked to have writes safely on disk.</summary>
    public static readonly Column ZilCommits = Instrument.Counter("zfs.zil.commits", Unit.Of("commit"), NumberType.Long,
        "Times ZFS was asked to have writes safely on disk.")
        .From("/proc/spl/kstat/zfs/zil zil_commit_count").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Bytes of the ZFS intent log, by whether they went to the pool or to a log device.</summary>
    public static readonly Instrument ZilIo = Instrument.Counter("zfs.zil.io", Unit.Bytes, NumberType.Long,
        "Bytes of the ZFS intent log, by whether they went to the pool or to a log device.")
        .From("/proc/spl/kstat/zfs/zil zil_itx_metaslab_{normal,slog}_bytes").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="ZilIo"/> of <c>normal</c>.</summary>
    public static readonly Column NormalZilIo = ZilIo.At((Attributes.ZfsZilTarget, "normal"));

    /// <summary><see cref="ZilIo"/> of <c>slog</c>.</summary>
    public static readonly Column SlogZilIo = ZilIo.At((Attributes.ZfsZilTarget, "slog"));

    /// <summary>1 in the state a ZFS pool is in, 0 in the others.</summary>
    public static readonly Instrument PoolStatus = Instrument.UpDownCounter("zfs.pool.status", Unit.One, NumberType.Long,
        "1 in the state a ZFS pool is in, 0 in the others.")
        .From("/proc/spl/kstat/zfs/*/state").On(Systems.Linux | Systems.FreeBsd);

    /// <summary><see cref="PoolStatus"/> of <c>online</c>.</summary>
    public static readonly Column OnlinePoolStatus = PoolStatus.At((Attributes.ZfsPoolState, "online"));

    /// <summary><see cref="PoolStatus"/> of <c>degraded</c>.</summary>
    public static readonly Column DegradedPoolStatus = PoolStatus.At((Attributes.ZfsPoolState, "degraded"));

    /// <summary><see cref="PoolStatus"/> of <c>faulted</c>.</summary>
    public static readonly Column FaultedPoolStatus = PoolStatus.At((Attributes.ZfsPoolState, "faulted"));

    /// <summary><see cref="PoolStatus"/> of <c>offline</c>.</summary>
    public static readonly Column OfflinePoolStatus = PoolStatus.At((Attributes.ZfsPoolState, "offline"));

    /// <summary><see cref="PoolStatus"/> of <c>removed</c>.</summary>
    public static readonly Column RemovedPoolStatus = PoolStatus.At((Attributes.ZfsPoolState, "removed"));

    /// <summary><see cref="PoolStatus"/> of <c>unavail</c>.</summary>
    public static readonly Column UnavailPoolStatus = PoolStatus.At((Attributes.ZfsPoolState, "unavail"));

    /// <summary><see cref="PoolStatus"/> of <c>suspended</c>.</summary>
    public static readonly Column SuspendedPoolStatus = PoolStatus.At((Attributes.ZfsPoolState, "suspended"));

    /// <summary>Bytes read from and written to all datasets of a ZFS pool.</summary>
    public static readonly Instrument PoolIo = Instrument.Counter("zfs.pool.io", Unit.Bytes, NumberType.Long,
        "Bytes read from and written to all datasets of a ZFS pool.")
        .From("sum of /proc/spl/kstat/zfs/*/objset-* nread,nwritten").On(Systems.Linux | Systems.FreeBsd);

    /// <summary><see cref="PoolIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadPoolIo = PoolIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="PoolIo"/> of <c>write</c>.</summary>
    public static readonly Column WritePoolIo = PoolIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Reads and writes of all datasets of a ZFS pool.</summary>
    public static readonly Instrument PoolOperations = Instrument.Counter("zfs.pool.operations", Unit.Of("operation"), NumberType.Long,
        "Reads and writes of all datasets of a ZFS pool.")
        .From("sum of /proc/spl/kstat/zfs/*/objset-* reads,writes").On(Systems.Linux | Systems.FreeBsd);

    /// <summary><see cref="PoolOperations"/> of <c>read</c>.</summary>
    public static readonly Column ReadPoolOperations = PoolOperations.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="PoolOperations"/> of <c>write</c>.</summary>
    public static readonly Column WritePoolOperations = PoolOperations.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Space of a ZFS pool that is taken, free, and about to be free.</summary>
    public static readonly Instrument PoolUsage = Instrument.UpDownCounter("zfs.pool.usage", Unit.Bytes, NumberType.Long,
        "Space of a ZFS pool that is taken, free, and about to be free.")
        .From("ZFS_IOC_POOL_STATS (root)").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="PoolUsage"/> of <c>allocated</c>.</summary>
    public static readonly Column AllocatedPoolUsage = PoolUsage.At((Attributes.ZfsPoolSpace, "allocated"));

    /// <summary><see cref="PoolUsage"/> of <c>free</c>.</summary>
    public static readonly Column FreePoolUsage = PoolUsage.At((Attributes.ZfsPoolSpace, "free"));

    /// <summary><see cref="PoolUsage"/> of <c>freeing</c>.</summary>
    public static readonly Column FreeingPoolUsage = PoolUsage.At((Attributes.ZfsPoolSpace, "freeing"));

    /// <summary>How broken up the free space of a ZFS pool is.</summary>
    public static readonly Column PoolFragmentation = Instrument.Gauge("zfs.pool.fragmentation", Unit.One, NumberType.Double,
        "How broken up the free space of a ZFS pool is.")
        .From("ZFS_IOC_POOL_STATS vdev_stats fragmentation").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Errors ZFS met on a device of a pool.</summary>
    public static readonly Instrument PoolErrors = Instrument.Counter("zfs.pool.errors", Unit.Of("error"), NumberType.Long,
        "Errors ZFS met on a device of a pool.")
        .From("ZFS_IOC_POOL_STATS vdev_stats").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="PoolErrors"/> of <c>read</c>.</summary>
    public static readonly Column ReadPoolErrors = PoolErrors.At((Attributes.ZfsPoolErrorType, "read"));

    /// <summary><see cref="PoolErrors"/> of <c>write</c>.</summary>
    public static readonly Column WritePoolErrors = PoolErrors.At((Attributes.ZfsPoolErrorType, "write"));

    /// <summary><see cref="PoolErrors"/> of <c>checksum</c>.</summary>
    public static readonly Column ChecksumPoolErrors = PoolErrors.At((Attributes.ZfsPoolErrorType, "checksum"));

    /// <summary>Bytes read from and written to a ZFS dataset.</summary>
    public static readonly Instrument DatasetIo = Instrument.Counter("zfs.dataset.io", Unit.Bytes, NumberType.Long,
        "Bytes read from and written to a ZFS dataset.")
        .From("/proc/spl/kstat/zfs/*/objset-*").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="DatasetIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadDatasetIo = DatasetIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DatasetIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteDatasetIo = DatasetIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Bytes that a ZFS pool has yet to write out.</summary>
    public static readonly Column TxgDirty = Instrument.UpDownCounter("zfs.txg.dirty", Unit.Bytes, NumberType.Long,
        "Bytes that a ZFS pool has yet to write out.")
        .From("/proc/spl/kstat/zfs/*/txgs ndirty").On(Systems.Linux).Optional();

    /// <summary>Table <c>zfs.arc</c>: one row.</summary>
    public static readonly Schema Arc = new("zfs.arc", resourceKeys: [], keys: [], details: [],
        columns: [TotalArcUsage, MruArcUsage, MfuArcUsage, MetadataArcUsage, DataArcUsage, HeaderArcUsage, OtherArcUsage,
            TargetArcLimit, MinArcLimit, MaxArcLimit, HitDemandDataArcOperations, HitDemandMetadataArcOperations,
            HitPrefetchDataArcOperations, HitPrefetchMetadataArcOperations, MissDemandDataArcOperations,
            MissDemandMetadataArcOperations, MissPrefetchDataArcOperations, MissPrefetchMetadataArcOperations,
            IoHitDemandDataArcOperations, IoHitDemandMetadataArcOperations, IoHitPrefetchDataArcOperations,
            IoHitPrefetchMetadataArcOperations, L2CachedArcEvictions, L2EligibleArcEvictions, L2IneligibleArcEvictions,
            ArcThrottles, LogicalL2ArcUsage, AllocatedL2ArcUsage, HeaderL2ArcUsage, HitL2ArcOperations, MissL2ArcOperations,
            ReadL2ArcIo, WriteL2ArcIo, ChecksumL2ArcErrors, IoL2ArcErrors, WriteL2ArcErrors], Scope.Host);

    /// <summary>Table <c>zfs.zil</c>: one row.</summary>
    public static readonly Schema Zil = new("zfs.zil", resourceKeys: [], keys: [], details: [],
        columns: [ZilCommits, NormalZilIo, SlogZilIo], Scope.Host);

    /// <summary>Table <c>zfs.pool</c>: a row for each <c>zfs.pool.name</c>.</summary>
    public static readonly Schema Pools = new("zfs.pool", resourceKeys: [], keys: [Attributes.ZfsPoolName], details: [],
        columns: [OnlinePoolStatus, DegradedPoolStatus, FaultedPoolStatus, OfflinePoolStatus, RemovedPoolStatus,
            UnavailPoolStatus, SuspendedPoolStatus, ReadPoolIo, WritePoolIo, ReadPoolOperations, WritePoolOperations],
            Scope.Host);

    /// <summary>Table <c>zfs.pool.space</c>: a row for each <c>zfs.pool.name</c>.</summary>
    public static readonly Schema PoolSpace = new("zfs.pool.space", resourceKeys: [], keys: [Attributes.ZfsPoolName], details: [],
        columns: [AllocatedPoolUsage, FreePoolUsage, FreeingPoolUsage, PoolFragmentation], Scope.Host);

    /// <summary>Table <c>zfs.vdev</c>: a row for each <c>zfs.pool.name</c> and <c>zfs.pool.vdev</c>.</summary>
    public static readonly Schema Vdevs = new("zfs.vdev", resourceKeys: [], keys: [Attributes.ZfsPoolName, Attributes.ZfsPoolVdev], details: [],
        columns: [ReadPoolErrors, WritePoolErrors, ChecksumPoolErrors], Scope.Host);

    /// <summary>Table <c>zfs.dataset</c>: a row for each <c>zfs.pool.name</c> and <c>zfs.dataset.name</c>.</summary>
    public static readonly Schema Datasets = new("zfs.dataset", resourceKeys: [], keys: [Attributes.ZfsPoolName, Attributes.ZfsDatasetName], details: [],
        columns: [ReadDatasetIo, WriteDatasetIo], Scope.Host);

    /// <summary>Table <c>zfs.txg</c>: a row for each <c>zfs.pool.name</c>.</summary>
    public static readonly Schema TransactionGroups = new("zfs.txg", resourceKeys: [], keys: [Attributes.ZfsPoolName], details: [],
        columns: [TxgDirty], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Arc, Zil, Pools, PoolSpace, Vdevs, Datasets, TransactionGroups];
}
