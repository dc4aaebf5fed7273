using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Snapshots;

/// <summary>What one collector saw in one pass: when, by the wall and by the monotonic clock, and its tables.</summary>
public sealed class Snapshot
{
    private const int Overhead = 128;       // the object, its array and the place it has in a ring

    private readonly ImmutableArray<Table> _tables;

    /// <summary>A snapshot outside any ring, for <c>inspect</c> and tests.</summary>
    public Snapshot(params ImmutableArray<Table> tables) => _tables = tables;

    /// <summary>When the pass was taken, by the wall clock.</summary>
    public Timestamp Time { get; set; }

    /// <summary>When the pass was taken, in the monotonic clock's ticks (see <see cref="TimeProvider.GetTimestamp"/>): for spans, never for dates.</summary>
    public long Ticks { get; set; }

    /// <summary>The tables, in the collector's order.</summary>
    public ReadOnlySpan<Table> Tables => _tables.AsSpan();

    /// <summary>The table of that shape.</summary>
    /// <exception cref="ArgumentException">The collector that owns this snapshot has no such table.</exception>
    public Table this[Schema schema]
    {
        get
        {
            foreach (Table table in _tables)
            {
                if (table.Schema == schema)
                    return table;
            }

            throw new ArgumentException($"No table {schema.Name} in this snapshot.", nameof(schema));
        }
    }

    /// <summary>Rows in all tables: zero means that the collector's subject is absent here.</summary>
    public int RowCount
    {
        get
        {
            int rows = 0;
            foreach (Table table in _tables)
                rows += table.Rows.Length;
            return rows;
        }
    }

    /// <summary>Memory the tables take, in bytes.</summary>
    public long Size
    {
        get
        {
            long size = Overhead;
            foreach (Table table in _tables)
                size += table.Size;
            return size;
        }
    }

    /// <summary>Memory that this pass's rows need of it, in bytes.</summary>
    internal long Used
    {
        get
        {
            long used = Overhead;
            foreach (Table table in _tables)
                used += table.Used;
            return used;
        }
    }

    /// <summary>Forgets all rows and keeps the room they took.</summary>
    public void Clear()
    {
        foreach (Table table in _tables)
            table.Clear();
    }
}
