using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Probe.Metrics;

/// <summary>Rows of entities, columns of cells. A cell is 64 bits in base units: a double, or for an instrument of integers an exact long.</summary>
/// <remarks>
/// Absent is a value of its own in both (NaN; the smallest long), never zero.
/// Cells lie column by column, so that a reader walks one instrument through all rows without a jump.
/// </remarks>
public sealed class Table
{
    private const int Overhead = 128;       // the object and its two arrays

    private readonly ColumnMask _wanted;
    private Entity[] _rows;
    private long[] _cells;
    private long[] _unkept = [];
    private int _count;

    /// <param name="schema">The shape.</param>
    /// <param name="wanted">The columns that the settings ask for; null: all of them.</param>
    /// <param name="capacity">Rows to make room for; it grows when more come.</param>
    public Table(Schema schema, ColumnMask? wanted = null, int capacity = 1)
    {
        Schema = schema;
        _wanted = wanted ?? ColumnMask.All(schema);
        _rows = new Entity[Math.Max(capacity, 1)];
        _cells = MakeCells(_rows.Length);
    }

    /// <summary>The shape.</summary>
    public Schema Schema { get; }

    /// <summary>The entities, in the order they were added.</summary>
    public ReadOnlySpan<Entity> Rows => _rows.AsSpan(0, _count);

    /// <summary>Rows that <see cref="MaxRows"/> kept out in this pass, whether they were added or not.</summary>
    public int Dropped { get; private set; }

    /// <summary>Most rows one pass may hold; more are counted in <see cref="Dropped"/>.</summary>
    public int MaxRows { get; set; } = int.MaxValue;

    /// <summary>Memory it takes, in bytes, without the entities.</summary>
    public long Size => Overhead + 8L * (_cells.Length + _rows.Length);

    /// <summary>Memory that its rows need of it, in bytes; at least a row's.</summary>
    internal long Used => Overhead + 8L * Math.Max(_count, 1) * (_wanted.AbsentRow.Length + 1);

    /// <summary>One column of doubles, contiguous, a cell a row.</summary>
    public ReadOnlySpan<double> Doubles(Column column) => MemoryMarshal.Cast<long, double>(Longs(column));

    /// <summary>One column's cells as they lie, contiguous: <see cref="Column.Cells"/> of them a row.</summary>
    public ReadOnlySpan<long> Longs(Column column)
    {
        Debug.Assert(column.Schema == Schema, "A column of another table.");
        int offset = _wanted.OffsetOf(column);
        return _cells.AsSpan((offset < 0 ? ~offset : offset) * _rows.Length, _count * column.Cells);
    }

    /// <summary>The columns that somebody asked for; one object as long as the settings stay.</summary>
    public ColumnMask Wanted => _wanted;

    /// <summary>False where nobody asked for the column: spare yourself a costly read.</summary>
    public bool Wants(Column column) => _wanted[column];

    /// <summary>False where nobody asked for any column of the table.</summary>
    public bool WantsAny => _wanted.Any;

    /// <summary>Begins a row in which nothing is known yet.</summary>
    public Row Add(Entity entity)
    {
        Debug.Assert(entity.Schema == Schema, "An entity of another table.");
        if (_count >= MaxRows)
        {
            Dropped++;
            return new Row(this, -1);
        }

        if (_count == _rows.Length)
            Grow();
        _rows[_count] = entity;
        return new Row(this, _count++);
    }

    /// <summary>Counts rows that whoever fills the table chose not to add, so as to stay within <see cref="MaxRows"/>.</summary>
    public void Drop(int rows) => Dropped += rows;

    /// <summary>Forgets all rows and keeps the room they took.</summary>
    public void Clear()
    {
        Dropped = 0;
        if (_count == 0)
            return;
        Array.Clear(_rows, 0, _count);
        Forget(_cells, _rows.Length);
        _count = 0;
    }

    private void Grow()
    {
        int capacity = _rows.Length * 2;
        long[] cells = MakeCells(capacity);
        foreach (Column column in _wanted.Wanted)
            Longs(column).CopyTo(cells.AsSpan(_wanted.OffsetOf(column) * capacity));
        Array.Resize(ref _rows, capacity);
        _cells = cells;
    }

    private long[] MakeCells(int capacity)
    {
        long[] cells = new long[capacity * _wanted.AbsentRow.Length];
        Forget(cells, capacity);
        return cells;
    }

    private void Forget(long[] cells, int capacity)
    {
        ReadOnlySpan<long> absent = _wanted.AbsentRow.AsSpan();
        if (capacity == 1)
        {
            absent.CopyTo(cells);
            return;
        }

        foreach (AbsentRun run in _wanted.Runs)
        {
            Span<long> room = cells.AsSpan(run.Offset * capacity, run.Cells * capacity);
            if (run.IsUniform)
                room.Fill(absent[run.Offset]);
            for (; !run.IsUniform && room.Length > 0; room = room[run.Cells..])
                absent.Slice(run.Offset, run.Cells).CopyTo(room);
        }
    }

    /// <summary>One entity's cells, while its row is being written.</summary>
    /// <remarks>A row beyond the table's limit takes what it is given and keeps nothing, as does a column that nobody asked for.</remarks>
    public readonly ref struct Row
    {
        private readonly Table _table;
        private readonly int _index;

        internal Row(Table table, int index) => (_table, _index) = (table, index);

        /// <summary>Sets the cell of a column of doubles.</summary>
        public double this[Column column]
        {
            set
            {
                Debug.Assert(column.Instrument.Type == NumberType.Double && column.Cells == 1, "Not a column of doubles.");
                SetCell(column, BitConverter.DoubleToInt64Bits(value));
            }
        }

        /// <summary>Sets the cell of a column of whole numbers.</summary>
        public void Set(Column column, long value)
        {
            Debug.Assert(column.Instrument.Type == NumberType.Long && column.Cells == 1, "Not a column of whole numbers.");
            SetCell(column, value);
        }

        /// <summary>Sets the cell of a column of whole numbers; a value past the largest long is unknown, not wrapped.</summary>
        public void Set(Column column, ulong value) => Set(column, value <= long.MaxValue ? (long)value : Cell.AbsentLong);

        /// <summary>All cells of a column in this row: for a histogram its buckets, then its sum.</summary>
        public Span<long> Cells(Column column)
        {
            Debug.Assert(column.Schema == _table.Schema, "A column of another table.");
            int offset = _table._wanted.OffsetOf(column);
            if (offset >= 0 && _index >= 0)
                return _table._cells.AsSpan(offset * _table._rows.Length + _index * column.Cells, column.Cells);
            if (_table._unkept.Length < column.Cells)
                _table._unkept = new long[column.Cells];
            return _table._unkept.AsSpan(0, column.Cells);
        }

        private void SetCell(Column column, long bits)
        {
            Debug.Assert(column.Schema == _table.Schema, "A column of another table.");
            Table table = _table;
            int offset = table._wanted.OffsetOf(column);
            if (offset >= 0 && _index >= 0)
                table._cells[offset * table._rows.Length + _index] = bits;
        }
    }
}
