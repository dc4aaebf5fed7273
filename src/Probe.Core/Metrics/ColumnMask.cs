namespace Probe.Metrics;

/// <summary>The columns of a table that somebody asked for. Immutable.</summary>
public sealed class ColumnMask
{
    private readonly bool[] _wanted;

    private ColumnMask(bool[] wanted)
    {
        _wanted = wanted;
        Any = wanted.Length == 0 || wanted.Contains(true);
    }

    /// <summary>True when at least one column is wanted, or the table has none and is all facts.</summary>
    public bool Any { get; }

    /// <summary>True when the column is wanted.</summary>
    public bool this[Column column] => _wanted[column.Ordinal];

    /// <summary>Every column.</summary>
    public static ColumnMask All(Schema schema) => new([.. schema.Columns.Select(_ => true)]);

    /// <summary>The columns that pass.</summary>
    public static ColumnMask Where(Schema schema, Func<Column, bool> passes) => new([.. schema.Columns.Select(passes)]);
}
