using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Disks sped up by faster ones: bcache and bcachefs.</summary>
public static class BlockCaches
{
    /// <summary>Requests to a bcache device that its cache could and could not serve, and that went past it.</summary>
    public static readonly Instrument Operations = Instrument.Counter("bcache.operations", Unit.Of("operation"), NumberType.Long,
        "Requests to a bcache device that its cache could and could not serve, and that went past it.")
        .From("/sys/fs/bcache/*/bdev*/stats_total").On(Systems.Linux);

    /// <summary><see cref="Operations"/> of <c>hit</c>.</summary>
    public static readonly Column HitOperations = Operations.At((Attributes.BcacheResult, "hit"));

    /// <summary><see cref="Operations"/> of <c>miss</c>.</summary>
    public static readonly Column MissOperations = Operations.At((Attributes.BcacheResult, "miss"));

    /// <summary><see cref="Operations"/> of <c>bypass_hit</c>.</summary>
    public static readonly Column BypassHitOperations = Operations.At((Attributes.BcacheResult, "bypass_hit"));

    /// <summary><see cref="Operations"/> of <c>bypass_miss</c>.</summary>
    public static readonly Column BypassMissOperations = Operations.At((Attributes.BcacheResult, "bypass_miss"));

    /// <summary>Bytes of a bcache device that are in the cache alone.</summary>
    public static readonly Column Dirty = Instrument.UpDownCounter("bcache.dirty", Unit.Bytes, NumberType.Long,
        "Bytes of a bcache device that are in the cache alone.")
        .From("/sys/block/*/bcache/dirty_data").On(Systems.Linux);

    /// <summary>Share of a bcache cache that can be filled anew.</summary>
    public static readonly Column Available = Instrument.Gauge("bcache.available", Unit.One, NumberType.Double,
        "Share of a bcache cache that can be filled anew.")
        .From("/sys/fs/bcache/*/cache_available_percent").On(Systems.Linux);

    /// <summary>Errors of a bcache cache device.</summary>
    public static readonly Column Errors = Instrument.Counter("bcache.errors", Unit.Of("error"), NumberType.Long,
        "Errors of a bcache cache device.")
        .From("/sys/fs/bcache/*/cache*/io_errors").On(Systems.Linux);

    /// <summary>Bytes bcachefs read from and wrote to a device, by kind of data.</summary>
    public static readonly Instrument BcachefsIo = Instrument.Counter("bcachefs.device.io", Unit.Bytes, NumberType.Long,
        "Bytes bcachefs read from and wrote to a device, by kind of data.")
        .From("/sys/fs/bcachefs/*/dev-*/io_done").On(Systems.Linux).Optional();

    /// <summary><see cref="BcachefsIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadBcachefsIo = BcachefsIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="BcachefsIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteBcachefsIo = BcachefsIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Errors bcachefs met on a device.</summary>
    public static readonly Instrument BcachefsErrors = Instrument.Counter("bcachefs.device.errors", Unit.Of("error"), NumberType.Long,
        "Errors bcachefs met on a device.")
        .From("/sys/fs/bcachefs/*/dev-*/io_errors").On(Systems.Linux);

    /// <summary><see cref="BcachefsErrors"/> of <c>read</c>.</summary>
    public static readonly Column ReadBcachefsErrors = BcachefsErrors.At((Attributes.BcachefsErrorType, "read"));

    /// <summary><see cref="BcachefsErrors"/> of <c>write</c>.</summary>
    public static readonly Column WriteBcachefsErrors = BcachefsErrors.At((Attributes.BcachefsErrorType, "write"));

    /// <summary><see cref="BcachefsErrors"/> of <c>checksum</c>.</summary>
    public static readonly Column ChecksumBcachefsErrors = BcachefsErrors.At((Attributes.BcachefsErrorType, "checksum"));

    /// <summary>Events bcachefs counts under names of its own.</summary>
    public static readonly Column BcachefsCounters = Instrument.Counter("bcachefs.counters", Unit.Of("event"), NumberType.Long,
        "Events bcachefs counts under names of its own.")
        .From("/sys/fs/bcachefs/*/counters/*").On(Systems.Linux).Optional();

    /// <summary>Size of compressed data in bcachefs, as it is and as it would be.</summary>
    public static readonly Instrument BcachefsCompression = Instrument.UpDownCounter("bcachefs.compression.usage", Unit.Bytes, NumberType.Long,
        "Size of compressed data in bcachefs, as it is and as it would be.")
        .From("/sys/fs/bcachefs/*/compression_stats").On(Systems.Linux).Optional();

    /// <summary><see cref="BcachefsCompression"/> of <c>compressed</c>.</summary>
    public static readonly Column CompressedBcachefsCompression = BcachefsCompression.At((Attributes.BcachefsCompressionState, "compressed"));

    /// <summary><see cref="BcachefsCompression"/> of <c>uncompressed</c>.</summary>
    public static readonly Column UncompressedBcachefsCompression = BcachefsCompression.At((Attributes.BcachefsCompressionState, "uncompressed"));

    /// <summary>Table <c>bcache.backing</c>: a row for each <c>bcache.uuid</c> and <c>system.device</c>.</summary>
    public static readonly Schema Backing = new("bcache.backing", resourceKeys: [], keys: [Attributes.BcacheUuid, Attributes.SystemDevice], details: [],
        columns: [HitOperations, MissOperations, BypassHitOperations, BypassMissOperations, Dirty], Scope.Host);

    /// <summary>Table <c>bcache</c>: a row for each <c>bcache.uuid</c>.</summary>
    public static readonly Schema CacheSets = new("bcache", resourceKeys: [], keys: [Attributes.BcacheUuid], details: [],
        columns: [Available], Scope.Host);

    /// <summary>Table <c>bcache.cache</c>: a row for each <c>bcache.uuid</c> and <c>system.device</c>.</summary>
    public static readonly Schema CacheDevices = new("bcache.cache", resourceKeys: [], keys: [Attributes.BcacheUuid, Attributes.SystemDevice], details: [],
        columns: [Errors], Scope.Host);

    /// <summary>Table <c>bcachefs.io</c>: a row for each <c>bcachefs.uuid</c> and <c>system.device</c> and <c>bcachefs.data.type</c>.</summary>
    public static readonly Schema BcachefsData = new("bcachefs.io", resourceKeys: [],
        keys: [Attributes.BcachefsUuid, Attributes.SystemDevice, Attributes.BcachefsDataType], details: [],
        columns: [ReadBcachefsIo, WriteBcachefsIo], Scope.Host);

    /// <summary>Table <c>bcachefs.device</c>: a row for each <c>bcachefs.uuid</c> and <c>system.device</c>.</summary>
    public static readonly Schema BcachefsDevices = new("bcachefs.device", resourceKeys: [], keys: [Attributes.BcachefsUuid, Attributes.SystemDevice], details: [],
        columns: [ReadBcachefsErrors, WriteBcachefsErrors, ChecksumBcachefsErrors], Scope.Host);

    /// <summary>Table <c>bcachefs.counters</c>: a row for each <c>bcachefs.uuid</c> and <c>bcachefs.counter</c>.</summary>
    public static readonly Schema BcachefsEvents = new("bcachefs.counters", resourceKeys: [], keys: [Attributes.BcachefsUuid, Attributes.BcachefsCounter], details: [],
        columns: [BcachefsCounters], Scope.Host);

    /// <summary>Table <c>bcachefs.compression</c>: a row for each <c>bcachefs.uuid</c> and <c>bcachefs.compression.algorithm</c>.</summary>
    public static readonly Schema BcachefsCompressions = new("bcachefs.compression", resourceKeys: [],
        keys: [Attributes.BcachefsUuid, Attributes.BcachefsCompressionAlgorithm], details: [],
        columns: [CompressedBcachefsCompression, UncompressedBcachefsCompression], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        Backing, CacheSets, CacheDevices, BcachefsData, BcachefsDevices, BcachefsEvents, BcachefsCompressions,
    ];
}
