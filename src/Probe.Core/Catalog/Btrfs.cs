using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What Btrfs says of its filesystems and their devices.</summary>
public static class Btrfs
{
    /// <summary>Space a Btrfs filesystem keeps back for writes that are under way.</summary>
    public static readonly Instrument Reserved = Instrument.UpDownCounter("btrfs.reserved", Unit.Bytes, NumberType.Long,
        "Space a Btrfs filesystem keeps back for writes that are under way.")
        .From("/sys/fs/btrfs/*/allocation/*/bytes_reserved, global_rsv_size").On(Systems.Linux);

    /// <summary><see cref="Reserved"/> of <c>data</c>.</summary>
    public static readonly Column DataReserved = Reserved.At((Attributes.BtrfsBlockGroupType, "data"));

    /// <summary><see cref="Reserved"/> of <c>metadata</c>.</summary>
    public static readonly Column MetadataReserved = Reserved.At((Attributes.BtrfsBlockGroupType, "metadata"));

    /// <summary><see cref="Reserved"/> of <c>system</c>.</summary>
    public static readonly Column SystemReserved = Reserved.At((Attributes.BtrfsBlockGroupType, "system"));

    /// <summary><see cref="Reserved"/> of <c>global</c>.</summary>
    public static readonly Column GlobalReserved = Reserved.At((Attributes.BtrfsBlockGroupType, "global"));

    /// <summary>Transactions a Btrfs filesystem committed.</summary>
    public static readonly Column Commits = Instrument.Counter("btrfs.commits", Unit.Of("commit"), NumberType.Long,
        "Transactions a Btrfs filesystem committed.")
        .From("/sys/fs/btrfs/*/commit_stats commits").On(Systems.Linux);

    /// <summary>Time a Btrfs filesystem spent committing transactions.</summary>
    public static readonly Column CommitTime = Instrument.Counter("btrfs.commit.time", Unit.Seconds, NumberType.Double,
        "Time a Btrfs filesystem spent committing transactions.")
        .From("/sys/fs/btrfs/*/commit_stats total_commit_ms").On(Systems.Linux);

    /// <summary>Longest a Btrfs filesystem took to commit a transaction.</summary>
    public static readonly Column CommitMax = Instrument.Gauge("btrfs.commit.max", Unit.Seconds, NumberType.Double,
        "Longest a Btrfs filesystem took to commit a transaction.")
        .From("/sys/fs/btrfs/*/commit_stats max_commit_ms").On(Systems.Linux).Optional();

    /// <summary>Space in a Btrfs filesystem's block groups that is taken, by what it holds and how it is kept.</summary>
    public static readonly Column Usage = Instrument.UpDownCounter("btrfs.usage", Unit.Bytes, NumberType.Long,
        "Space in a Btrfs filesystem's block groups that is taken, by what it holds and how it is kept.")
        .From("/sys/fs/btrfs/*/allocation/*/*/used_bytes").On(Systems.Linux);

    /// <summary>Space in a Btrfs filesystem's block groups, by what it holds and how it is kept.</summary>
    public static readonly Column Limit = Instrument.UpDownCounter("btrfs.limit", Unit.Bytes, NumberType.Long,
        "Space in a Btrfs filesystem's block groups, by what it holds and how it is kept.")
        .From("/sys/fs/btrfs/*/allocation/*/*/total_bytes").On(Systems.Linux);

    /// <summary>Bytes of disk behind each byte of a Btrfs filesystem's block groups, by how they are kept.</summary>
    public static readonly Column AllocationRatio = Instrument.Gauge("btrfs.allocation_ratio", Unit.One, NumberType.Double,
        "Bytes of disk behind each byte of a Btrfs filesystem's block groups, by how they are kept.")
        .From("raw bytes per usable byte of the profile").On(Systems.Linux).Optional();

    /// <summary>Size of a device of a Btrfs filesystem.</summary>
    public static readonly Column DeviceSize = Instrument.UpDownCounter("btrfs.device.size", Unit.Bytes, NumberType.Long,
        "Size of a device of a Btrfs filesystem.")
        .From("/sys/fs/btrfs/*/devices/*/size (x512)").On(Systems.Linux);

    /// <summary>Space of a device that no block group of its Btrfs filesystem has claimed.</summary>
    public static readonly Column DeviceUnused = Instrument.UpDownCounter("btrfs.device.unused", Unit.Bytes, NumberType.Long,
        "Space of a device that no block group of its Btrfs filesystem has claimed.")
        .From("BTRFS_IOC_DEV_INFO").On(Systems.Linux).Optional();

    /// <summary>Errors a Btrfs filesystem met on one of its devices.</summary>
    public static readonly Instrument DeviceErrors = Instrument.Counter("btrfs.device.errors", Unit.Of("error"), NumberType.Long,
        "Errors a Btrfs filesystem met on one of its devices.")
        .From("/sys/fs/btrfs/*/devinfo/*/error_stats; BTRFS_IOC_GET_DEV_STATS").On(Systems.Linux);

    /// <summary><see cref="DeviceErrors"/> of <c>write</c>.</summary>
    public static readonly Column WriteDeviceErrors = DeviceErrors.At((Attributes.BtrfsErrorType, "write"));

    /// <summary><see cref="DeviceErrors"/> of <c>read</c>.</summary>
    public static readonly Column ReadDeviceErrors = DeviceErrors.At((Attributes.BtrfsErrorType, "read"));

    /// <summary><see cref="DeviceErrors"/> of <c>flush</c>.</summary>
    public static readonly Column FlushDeviceErrors = DeviceErrors.At((Attributes.BtrfsErrorType, "flush"));

    /// <summary><see cref="DeviceErrors"/> of <c>corruption</c>.</summary>
    public static readonly Column CorruptionDeviceErrors = DeviceErrors.At((Attributes.BtrfsErrorType, "corruption"));

    /// <summary><see cref="DeviceErrors"/> of <c>generation</c>.</summary>
    public static readonly Column GenerationDeviceErrors = DeviceErrors.At((Attributes.BtrfsErrorType, "generation"));

    /// <summary>Table <c>btrfs</c>: a row for each <c>btrfs.uuid</c>.</summary>
    public static readonly Schema Volumes = new("btrfs", resourceKeys: [], keys: [Attributes.BtrfsUuid], details: [],
        columns: [DataReserved, MetadataReserved, SystemReserved, GlobalReserved, Commits, CommitTime, CommitMax], Scope.Host);

    /// <summary>Table <c>btrfs.allocation</c>: a row for each <c>btrfs.uuid</c> and <c>btrfs.block_group.type</c> and <c>btrfs.block_group.profile</c>.</summary>
    public static readonly Schema Allocation = new("btrfs.allocation", resourceKeys: [],
        keys: [Attributes.BtrfsUuid, Attributes.BtrfsBlockGroupType.OneOf("data", "metadata", "system"), Attributes.BtrfsBlockGroupProfile], details: [],
        columns: [Usage, Limit, AllocationRatio], Scope.Host);

    /// <summary>Table <c>btrfs.device</c>: a row for each <c>btrfs.uuid</c> and <c>system.device</c>.</summary>
    public static readonly Schema Devices = new("btrfs.device", resourceKeys: [], keys: [Attributes.BtrfsUuid, Attributes.SystemDevice], details: [],
        columns: [DeviceSize, DeviceUnused, WriteDeviceErrors, ReadDeviceErrors, FlushDeviceErrors, CorruptionDeviceErrors,
            GenerationDeviceErrors], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Volumes, Allocation, Devices];
}
