using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What mounted filesystems hold, and the locks, caches and descriptors of files.</summary>
public static class Filesystems
{
    private static readonly ImmutableArray<AttributeKey> s_mount =
    [
        Attributes.SystemDevice, Attributes.SystemFilesystemType, Attributes.SystemFilesystemMode, Attributes.SystemFilesystemMountpoint,
    ];

    /// <summary>Space of a mounted filesystem: used, free for anyone, and kept back for root.</summary>
    public static readonly Instrument Usage = Instrument.UpDownCounter("system.filesystem.usage", Unit.Bytes, NumberType.Long,
        "Space of a mounted filesystem: used, free for anyone, and kept back for root.")
        .From("statfs: used=(blocks-bfree), free=bavail, reserved=bfree-bavail (x frsize)");

    /// <summary><see cref="Usage"/> of <c>used</c>.</summary>
    public static readonly Column UsedUsage = Usage.At((Attributes.SystemFilesystemState, "used"));

    /// <summary><see cref="Usage"/> of <c>free</c>.</summary>
    public static readonly Column FreeUsage = Usage.At((Attributes.SystemFilesystemState, "free"));

    /// <summary><see cref="Usage"/> of <c>reserved</c>.</summary>
    public static readonly Column ReservedUsage = Usage.At((Attributes.SystemFilesystemState, "reserved"));

    /// <summary>Size of a mounted filesystem.</summary>
    public static readonly Column Limit = Instrument.UpDownCounter("system.filesystem.limit", Unit.Bytes, NumberType.Long,
        "Size of a mounted filesystem.")
        .From("statfs blocks x frsize");

    /// <summary>Inodes of a mounted filesystem, taken and free.</summary>
    public static readonly Instrument InodeUsage = Instrument.UpDownCounter("system.filesystem.inode.usage", Unit.Of("inode"), NumberType.Long,
        "Inodes of a mounted filesystem, taken and free.")
        .From("statfs files,ffree");

    /// <summary><see cref="InodeUsage"/> of <c>used</c>.</summary>
    public static readonly Column UsedInodeUsage = InodeUsage.At((Attributes.SystemFilesystemState, "used"));

    /// <summary><see cref="InodeUsage"/> of <c>free</c>.</summary>
    public static readonly Column FreeInodeUsage = InodeUsage.At((Attributes.SystemFilesystemState, "free"));

    /// <summary>Inodes a mounted filesystem has; filesystems that make them on demand have no limit.</summary>
    public static readonly Column InodeLimit = Instrument.UpDownCounter("system.filesystem.inode.limit", Unit.Of("inode"), NumberType.Long,
        "Inodes a mounted filesystem has; filesystems that make them on demand have no limit.")
        .From("statfs files");

    /// <summary>1 where a filesystem is mounted read-only or has turned so after an error, else 0.</summary>
    public static readonly Column ReadOnly = Instrument.UpDownCounter("system.filesystem.read_only", Unit.One, NumberType.Long,
        "1 where a filesystem is mounted read-only or has turned so after an error, else 0.")
        .From("/proc/self/mountinfo super options");

    /// <summary>Space the system would free by itself when someone needs it.</summary>
    public static readonly Column Purgeable = Instrument.UpDownCounter("system.filesystem.purgeable", Unit.Bytes, NumberType.Long,
        "Space the system would free by itself when someone needs it.").On(Systems.MacOS).Optional();

    /// <summary>Share of a mounted filesystem that is used, free for anyone, or kept back for root.</summary>
    public static readonly Instrument UtilizationRatio = Instrument.Gauge("system.filesystem.utilization", Unit.One, NumberType.Double,
        "Share of a mounted filesystem that is used, free for anyone, or kept back for root.")
        .From("statfs");

    /// <summary><see cref="UtilizationRatio"/> of <c>used</c>.</summary>
    public static readonly Column UsedUtilizationRatio = UtilizationRatio.At((Attributes.SystemFilesystemState, "used"));

    /// <summary><see cref="UtilizationRatio"/> of <c>free</c>.</summary>
    public static readonly Column FreeUtilizationRatio = UtilizationRatio.At((Attributes.SystemFilesystemState, "free"));

    /// <summary><see cref="UtilizationRatio"/> of <c>reserved</c>.</summary>
    public static readonly Column ReservedUtilizationRatio = UtilizationRatio.At((Attributes.SystemFilesystemState, "reserved"));

    /// <summary>Share of a mounted filesystem's inodes that is taken.</summary>
    public static readonly Column InodeUtilization = Instrument.Gauge("system.filesystem.inode.utilization", Unit.One, NumberType.Double,
        "Share of a mounted filesystem's inodes that is taken.")
        .From("statfs (files-ffree)/files").Optional();

    /// <summary>1 where a mount did not answer within the deadline, so that its space is unknown, else 0.</summary>
    public static readonly Column Stalled = Instrument.UpDownCounter("system.filesystem.stalled", Unit.One, NumberType.Long,
        "1 where a mount did not answer within the deadline, so that its space is unknown, else 0.")
        .From("statfs not back within the collector deadline");

    /// <summary>Time mounts of a type take to say how full they are.</summary>
    public static readonly Column StatDuration = Instrument.Durations("system.filesystem.stat.duration",
        "Time mounts of a type take to say how full they are.")
        .From("statfs wall time").Optional();

    /// <summary>Mounts of each filesystem type.</summary>
    public static readonly Column MountCount = Instrument.UpDownCounter("system.filesystem.mount.count", Unit.Of("mount"), NumberType.Long,
        "Mounts of each filesystem type.")
        .From("/proc/self/mountinfo");

    /// <summary>Inodes and directory entries the kernel caches, in use and kept for later.</summary>
    public static readonly Instrument CacheObjects = Instrument.UpDownCounter("system.filesystem.cache.object.count", Unit.Of("object"), NumberType.Long,
        "Inodes and directory entries the kernel caches, in use and kept for later.")
        .From("/proc/sys/fs/inode-nr, /proc/sys/fs/dentry-state").On(Systems.Linux).Optional();

    /// <summary><see cref="CacheObjects"/> of <c>inode</c>, <c>used</c>.</summary>
    public static readonly Column InodeUsedCacheObjects = CacheObjects.At(
        (Attributes.SystemFilesystemCacheType, "inode"), (Attributes.SystemFilesystemCacheState, "used"));

    /// <summary><see cref="CacheObjects"/> of <c>inode</c>, <c>unused</c>.</summary>
    public static readonly Column InodeUnusedCacheObjects = CacheObjects.At(
        (Attributes.SystemFilesystemCacheType, "inode"), (Attributes.SystemFilesystemCacheState, "unused"));

    /// <summary><see cref="CacheObjects"/> of <c>dentry</c>, <c>used</c>.</summary>
    public static readonly Column DentryUsedCacheObjects = CacheObjects.At(
        (Attributes.SystemFilesystemCacheType, "dentry"), (Attributes.SystemFilesystemCacheState, "used"));

    /// <summary><see cref="CacheObjects"/> of <c>dentry</c>, <c>unused</c>.</summary>
    public static readonly Column DentryUnusedCacheObjects = CacheObjects.At(
        (Attributes.SystemFilesystemCacheType, "dentry"), (Attributes.SystemFilesystemCacheState, "unused"));

    /// <summary>File handles the kernel has given out.</summary>
    public static readonly Column DescriptorUsage = Instrument.UpDownCounter("system.file_descriptor.usage", Unit.Of("file_descriptor"), NumberType.Long,
        "File handles the kernel has given out.")
        .From("/proc/sys/fs/file-nr field 1");

    /// <summary>Most file handles the kernel gives out.</summary>
    public static readonly Column DescriptorLimit = Instrument.UpDownCounter("system.file_descriptor.limit", Unit.Of("file_descriptor"), NumberType.Long,
        "Most file handles the kernel gives out.")
        .From("/proc/sys/fs/file-nr field 3");

    /// <summary>File locks held, by kind of lock.</summary>
    public static readonly Column Locks = Instrument.UpDownCounter("system.filesystem.lock.count", Unit.Of("lock"), NumberType.Long,
        "File locks held, by kind of lock.")
        .From("/proc/locks").On(Systems.Linux).Optional();

    /// <summary>Table <c>filesystem</c>: a row for each mount.</summary>
    /// <remarks>Each mount once, as the first process sees it. Read on a guarded thread: a mount that hangs loses its row here and keeps the one in <see cref="Stalls"/>.</remarks>
    public static readonly Schema Mounts = new("filesystem", resourceKeys: [], keys: s_mount, details: [],
        columns: [UsedUsage, FreeUsage, ReservedUsage, Limit, UsedInodeUsage, FreeInodeUsage, InodeLimit, ReadOnly, Purgeable],
            Scope.Host);

    /// <summary>Table <c>filesystem.utilization</c>: a row for each mount.</summary>
    public static readonly Schema Utilization = new("filesystem.utilization", resourceKeys: [], keys: s_mount, details: [],
        columns: [UsedUtilizationRatio, FreeUtilizationRatio, ReservedUtilizationRatio, InodeUtilization], Scope.Host);

    /// <summary>Table <c>filesystem.stalled</c>: a row for each <c>system.device</c> and <c>system.filesystem.type</c> and <c>system.filesystem.mountpoint</c>.</summary>
    public static readonly Schema Stalls = new("filesystem.stalled", resourceKeys: [],
        keys: [Attributes.SystemDevice, Attributes.SystemFilesystemType, Attributes.SystemFilesystemMountpoint], details: [],
        columns: [Stalled], Scope.Host);

    /// <summary>Table <c>filesystem.stat</c>: a row for each <c>system.filesystem.type</c>.</summary>
    public static readonly Schema Durations = new("filesystem.stat", resourceKeys: [], keys: [Attributes.SystemFilesystemType], details: [],
        columns: [StatDuration], Scope.Host);

    /// <summary>Table <c>filesystem.mounts</c>: a row for each <c>system.filesystem.type</c>.</summary>
    public static readonly Schema Counts = new("filesystem.mounts", resourceKeys: [], keys: [Attributes.SystemFilesystemType], details: [],
        columns: [MountCount], Scope.Host);

    /// <summary>Table <c>filesystem.caches</c>: one row.</summary>
    public static readonly Schema Caches = new("filesystem.caches", resourceKeys: [], keys: [], details: [],
        columns: [InodeUsedCacheObjects, InodeUnusedCacheObjects, DentryUsedCacheObjects, DentryUnusedCacheObjects],
            Scope.Host);

    /// <summary>Table <c>filesystem.descriptors</c>: one row.</summary>
    public static readonly Schema Descriptors = new("filesystem.descriptors", resourceKeys: [], keys: [], details: [],
        columns: [DescriptorUsage, DescriptorLimit], Scope.Host);

    /// <summary>Table <c>filesystem.locks</c>: a row for each <c>system.device</c> and <c>file.lock.type</c> and <c>file.lock.mechanism</c> and <c>file.lock.mode</c>.</summary>
    public static readonly Schema FileLocks = new("filesystem.locks", resourceKeys: [],
        keys: [Attributes.SystemDevice, Attributes.FileLockType, Attributes.FileLockMechanism, Attributes.FileLockMode], details: [],
        columns: [Locks], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Mounts, Utilization, Stalls, Durations, Counts, Caches, Descriptors, FileLocks];
}
