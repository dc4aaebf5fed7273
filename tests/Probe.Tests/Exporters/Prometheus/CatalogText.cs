using Probe.Catalog;
using Probe.Exporters;
using Probe.Exporters.Prometheus;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Exporters.Prometheus;

/// <summary>Every table of the catalog with a few rows, every cell filled: more than any one host ever shows.</summary>
internal static class CatalogText
{
    /// <summary>A ring with one pass of all tables.</summary>
    public static SnapshotRing Fill(TimeProvider clock)
    {
        var ring = new SnapshotRing("all", AllTables.Schemas, new SnapshotRingOptions { Wanted = static _ => true }, clock);
        using SnapshotWriter writer = ring.Begin();
        foreach (Schema schema in AllTables.Schemas)
        {
            Table table = writer.Snapshot[schema];
            int rows = schema.Keys.Length + schema.ResourceKeys.Length == 0 ? 1 : 3;
            for (int row = 0; row < rows; row++)
                Fill(table.Add(new Entity(schema, default, [.. schema.EntityKeys.Select(k => $"{schema.Name} {k.Name} {row}")])), schema, row);
        }

        writer.Commit();
        return ring;
    }

    /// <summary>All of it as text, with a resource.</summary>
    public static string Write(TimeProvider clock, PrometheusFormat format)
    {
        var store = new SnapshotStore { Resource = new Resource([new("host.name", "here"), new("service.name", "probe")]) };
        store.Replace([Fill(clock)]);
        var into = new TextBuffer();
        new PrometheusEncoder(store).Encode(format, into);
        return into.ToString();
    }

    private static void Fill(Table.Row row, Schema schema, int seed)
    {
        foreach (Column column in schema.Columns)
        {
            Span<long> cells = row.Cells(column);
            for (int cell = 0; cell < cells.Length; cell++)
                cells[cell] = seed * 1000 + column.Ordinal + cell;
            if (column.Instrument.Type == NumberType.Double)
                cells[^1] = BitConverter.DoubleToInt64Bits(seed + column.Ordinal / 7.0);
        }
    }
}
