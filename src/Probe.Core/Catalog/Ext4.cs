using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What ext4 says of its filesystems.</summary>
public static class Ext4
{
    /// <summary>Errors an ext4 filesystem has recorded in its superblock since it was made or last checked.</summary>
    public static readonly Column Errors = Instrument.Counter("ext4.errors", Unit.Of("error"), NumberType.Long,
        "Errors an ext4 filesystem has recorded in its superblock since it was made or last checked.")
        .From("/sys/fs/ext4/*/errors_count").On(Systems.Linux);

    /// <summary>Bytes written to an ext4 filesystem since it was made.</summary>
    public static readonly Column Written = Instrument.Counter("ext4.lifetime.written", Unit.Bytes, NumberType.Long,
        "Bytes written to an ext4 filesystem since it was made.")
        .From("/sys/fs/ext4/*/lifetime_write_kbytes").On(Systems.Linux).Optional();

    /// <summary>Table <c>ext4</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Volumes = new("ext4", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [Errors, Written], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Volumes];
}
