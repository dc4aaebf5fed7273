using System.Collections.Immutable;

namespace Probe.Metrics;

/// <summary>Whose numbers a table holds: which OTLP resource its rows go to.</summary>
public enum Scope
{
    /// <summary>The machine: one resource.</summary>
    Host,

    /// <summary>A process: one resource per distinct resource keys, on top of the host's attributes.</summary>
    Process,

    /// <summary>A container: likewise.</summary>
    Container,

    /// <summary>A pod: likewise.</summary>
    Pod,

    /// <summary>Probe itself: one resource.</summary>
    Service,
}

/// <summary>The columns of one instrument, which stand side by side in a schema.</summary>
public readonly record struct ColumnGroup(Instrument Instrument, int First, int Count);

/// <summary>The shape of a table: who its rows are and what is asked of them.</summary>
public sealed class Schema
{
    /// <param name="name">The table's name, unique among all tables.</param>
    /// <param name="resourceKeys">Attributes that say whose row it is.</param>
    /// <param name="keys">Attributes that name the point.</param>
    /// <param name="details">Attributes that describe a row for the page and <c>inspect</c>; never sent as metrics.</param>
    /// <param name="columns">The questions; those of one instrument stand side by side.</param>
    /// <param name="scope">Which resource the rows go to.</param>
    /// <exception cref="ArgumentException">An instrument's columns are scattered, or a column belongs to another schema.</exception>
    public Schema(string name, ImmutableArray<AttributeKey> resourceKeys, ImmutableArray<AttributeKey> keys,
        ImmutableArray<AttributeKey> details, ImmutableArray<Column> columns, Scope scope)
    {
        Name = name;
        ResourceKeys = resourceKeys;
        Keys = keys;
        Details = details;
        Columns = columns;
        Scope = scope;
        EntityKeys = [.. resourceKeys, .. keys, .. details];
        Groups = Bind();
        AbsentRow = MakeAbsentRow();
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>Attributes that say whose row it is.</summary>
    public ImmutableArray<AttributeKey> ResourceKeys { get; }

    /// <summary>Attributes that name the point.</summary>
    public ImmutableArray<AttributeKey> Keys { get; }

    /// <summary>Attributes that describe a row and are not sent.</summary>
    public ImmutableArray<AttributeKey> Details { get; }

    /// <summary>Resource keys, keys and details, in the order of an entity's values.</summary>
    public ImmutableArray<AttributeKey> EntityKeys { get; }

    /// <summary>The questions asked of each row.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>The columns by instrument, in order.</summary>
    public ImmutableArray<ColumnGroup> Groups { get; }

    /// <summary>Which resource the rows go to.</summary>
    public Scope Scope { get; }

    /// <summary>Cells in one row.</summary>
    public int RowCells => AbsentRow.Length;

    /// <summary>The bit patterns of a row in which nothing is known.</summary>
    internal ImmutableArray<long> AbsentRow { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private ImmutableArray<ColumnGroup> Bind()
    {
        var groups = ImmutableArray.CreateBuilder<ColumnGroup>();
        int cells = 0;
        for (int i = 0; i < Columns.Length; i++)
        {
            Column column = Columns[i];
            column.Bind(this, i, cells);
            cells += column.Cells;
            if (groups.Count > 0 && groups[^1].Instrument == column.Instrument)
                groups[^1] = groups[^1] with { Count = groups[^1].Count + 1 };
            else if (groups.Any(g => g.Instrument == column.Instrument))
                throw new ArgumentException($"Table {Name}: the columns of {column.Instrument} are not side by side.");
            else
                groups.Add(new ColumnGroup(column.Instrument, i, 1));
        }

        return groups.ToImmutable();
    }

    private ImmutableArray<long> MakeAbsentRow()
    {
        var row = ImmutableArray.CreateBuilder<long>();
        foreach (Column column in Columns)
        {
            // A histogram's buckets are whole numbers whatever the kind of its sum.
            for (int cell = 1; cell < column.Cells; cell++)
                row.Add(Cell.AbsentLong);
            row.Add(column.Instrument.Type == NumberType.Long ? Cell.AbsentLong : Cell.AbsentDoubleBits);
        }

        return row.ToImmutable();
    }
}
