using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Pages of each zone: free, watermarks, managed, present and spanned.</summary>
/// <remarks>Source: <c>/proc/zoneinfo</c>, in pages; see proc_zoneinfo(5). A zone's further lines count its processors' lists, and are not read.</remarks>
internal sealed class ZoneCollector(CollectorContext context) : ICollector
{
    private static readonly ImmutableArray<(byte[] Name, Column Column)> s_fields =
    [
        ("min"u8.ToArray(), MemoryDetail.MinZoneUsage),
        ("low"u8.ToArray(), MemoryDetail.LowZoneUsage),
        ("high"u8.ToArray(), MemoryDetail.HighZoneUsage),
        ("spanned"u8.ToArray(), MemoryDetail.SpannedZoneUsage),
        ("present"u8.ToArray(), MemoryDetail.PresentZoneUsage),
        ("managed"u8.ToArray(), MemoryDetail.ManagedZoneUsage),
    ];

    private readonly KernelBuffer _text = new();
    private readonly NamedSet<Zone> _zones = new(name => new Zone(name, MemoryDetail.Zones, context.Host.Boot));

    public void Collect(Snapshot snapshot)
    {
        Table table = snapshot[MemoryDetail.Zones];
        if (!table.WantsAny || !context.Kernel.TryRead("/proc/zoneinfo"u8, _text))
            return;
        Zone? zone = null;
        var text = new FieldReader(_text.Span, "/proc/zoneinfo");
        _zones.Begin();
        while (text.TryReadLine(out FieldReader line))
        {
            if (line.StartsWith("Node "u8))
                zone = Zone.Meet(_zones, ref line);
            else if (zone is not null && line.TrySkip("  pages free"u8))
            {
                Table.Row row = table.Add(zone.Entity);
                row.Set(MemoryDetail.FreeZoneUsage, line.ReadCount());
                ReadWatermarks(ref text, row);
                zone = null;
            }
        }

        _zones.Sweep();
    }

    /// <summary>The lines right below the free pages, each a word and a number.</summary>
    private static void ReadWatermarks(ref FieldReader text, Table.Row row)
    {
        while (text.StartsWith("        "u8) && text.TryReadLine(out FieldReader line))
        {
            ReadOnlySpan<byte> word = line.ReadWord();
            foreach ((byte[] name, Column column) in s_fields)
            {
                if (word.SequenceEqual(name))
                    row.Set(column, line.ReadCount());
            }
        }
    }
}
