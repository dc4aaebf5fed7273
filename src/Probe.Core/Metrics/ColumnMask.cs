using System.Collections.Immutable;

namespace Probe.Metrics;

/// <summary>The columns of a table that somebody asked for, and where their cells lie. Immutable.</summary>
/// <remarks>
/// Cells take room only where they are asked for. All columns of one kind that nobody asked for share one place, in which nothing is ever
/// known, so that a reader need not tell them from the others.
/// </remarks>
public sealed class ColumnMask
{
    // The first of a column's cells within a row; its complement where nobody asked for the column.
    private readonly int[] _offsets;

    private ColumnMask(Schema schema, Func<Column, bool> passes)
    {
        var absent = ImmutableArray.CreateBuilder<long>();
        var shared = new Dictionary<(int Cells, NumberType Type), int>();
        _offsets = new int[schema.Columns.Length];
        foreach (Column column in schema.Columns)
        {
            bool isWanted = passes(column);
            (int, NumberType) kind = (column.Cells, column.Instrument.Type);
            if (isWanted || !shared.TryGetValue(kind, out int offset))
            {
                offset = absent.Count;
                absent.AddRange(schema.AbsentRow.AsSpan(column.CellOffset, column.Cells));
            }

            _offsets[column.Ordinal] = isWanted ? offset : ~offset;
            if (!isWanted)
                shared[kind] = offset;
        }

        AbsentRow = absent.ToImmutable();
        Runs = FindRuns(schema);
        Wanted = [.. schema.Columns.Where(c => this[c])];
        Any = _offsets.Length == 0 || Wanted.Length > 0;
    }

    /// <summary>True when at least one column is wanted, or the table has none and is all facts.</summary>
    public bool Any { get; }

    /// <summary>True when the column is wanted.</summary>
    public bool this[Column column] => _offsets[column.Ordinal] >= 0;

    /// <summary>The columns that are wanted.</summary>
    internal ImmutableArray<Column> Wanted { get; }

    /// <summary>The bit patterns of a row in which nothing is known.</summary>
    internal ImmutableArray<long> AbsentRow { get; }

    /// <summary>Neighboring cells of a row that are alike while nothing is known. A histogram whose sum differs from its buckets is one of its own.</summary>
    internal ImmutableArray<AbsentRun> Runs { get; }

    /// <summary>The place of a column's first cell within a row that has room for the wanted ones; negative where nobody asked for it.</summary>
    internal int OffsetOf(Column column) => _offsets[column.Ordinal];

    /// <summary>Every column.</summary>
    public static ColumnMask All(Schema schema) => new(schema, static _ => true);

    /// <summary>The columns that pass.</summary>
    public static ColumnMask Where(Schema schema, Func<Column, bool> passes) => new(schema, passes);

    private ImmutableArray<AbsentRun> FindRuns(Schema schema)
    {
        var runs = ImmutableArray.CreateBuilder<AbsentRun>();
        foreach (Column column in schema.Columns.DistinctBy(OwnOffset).OrderBy(OwnOffset))
        {
            int offset = OwnOffset(column);
            bool isUniform = !AbsentRow.AsSpan(offset, column.Cells).ContainsAnyExcept(AbsentRow[offset]);
            if (isUniform && runs.Count > 0 && runs[^1] is { IsUniform: true } last && AbsentRow[last.Offset] == AbsentRow[offset])
                runs[^1] = last with { Cells = last.Cells + column.Cells };
            else
                runs.Add(new AbsentRun(offset, column.Cells, isUniform));
        }

        return runs.ToImmutable();

        int OwnOffset(Column column) => _offsets[column.Ordinal] is >= 0 and var own ? own : ~_offsets[column.Ordinal];
    }
}

/// <summary>Some neighboring cells of a row.</summary>
/// <param name="Offset">The first.</param>
/// <param name="Cells">How many.</param>
/// <param name="IsUniform">True where all of them are alike while nothing is known.</param>
internal readonly record struct AbsentRun(int Offset, int Cells, bool IsUniform);
