using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Every table there is: the catalog's table of contents.</summary>
public static class AllTables
{
    /// <summary>The tables, subject by subject.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        .. Cpu.Schemas,
        .. CpuHardware.Schemas,
        .. Memory.Schemas,
        .. MemoryDetail.Schemas,
        .. Paging.Schemas,
        .. Pressure.Schemas,
        .. Machine.Schemas,
        .. Systemd.Schemas,
        .. Self.Schemas,
        .. Disk.Schemas,
        .. NetworkInterfaces.Schemas,
        .. ProcessCounts.Schemas,
    ];
}
