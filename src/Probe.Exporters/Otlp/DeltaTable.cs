using Probe.Metrics;

namespace Probe.Exporters.Otlp;

/// <summary>What came to a table's counters and histograms since the pass that was sent before.</summary>
/// <remarks>
/// A row that the sent pass had begins where that pass was taken, and one born since then at its birth. A row older than that which the sent pass
/// had not, as all are in the first pass, says nothing yet: its total is from before our time. A counter that fell has begun anew.
/// </remarks>
internal sealed class DeltaTable(Schema schema)
{
    private readonly Dictionary<Entity, int> _sentRows = [];
    private Cells _sent = new();
    private Cells _taken = new();
    private long[] _differences = [];
    private long[] _starts = [];

    /// <summary>One column's differences, laid as the table's own cells are.</summary>
    public ReadOnlySpan<long> CellsOf(Column column) => _differences.AsSpan(column.CellOffset * _taken.Rows.Count, column.Cells * _taken.Rows.Count);

    /// <summary>When the row's differences began to add up.</summary>
    public long Start(int row) => _starts[row];

    /// <summary>Takes a pass and works out what is new in it.</summary>
    public void Take(Table table, Timestamp time)
    {
        _taken.CopyFrom(table, time.UnixNanoseconds);
        int rows = _taken.Rows.Count;
        if (_differences.Length < _taken.Values.Length)
            _differences = new long[_taken.Values.Length];
        if (_starts.Length < rows)
            _starts = new long[Math.Max(rows, _starts.Length * 2)];
        for (int row = 0; row < rows; row++)
            TakeRow(row);
    }

    /// <summary>The pass last taken is the one to compare with from now on.</summary>
    public void Acknowledge()
    {
        (_sent, _taken) = (_taken, _sent);
        _sentRows.Clear();
        for (int row = 0; row < _sent.Rows.Count; row++)
            _sentRows[_sent.Rows[row]] = row;
    }

    private void TakeRow(int row)
    {
        Entity entity = _taken.Rows[row];
        long since = entity.Since.UnixNanoseconds;
        int sent = _sentRows.GetValueOrDefault(entity, -1);
        bool isNew = sent < 0 && _sent.Time != 0 && since > _sent.Time;
        _starts[row] = isNew ? since : _sent.Time;
        foreach (Column column in schema.Columns)
        {
            Span<long> into = _differences.AsSpan(column.CellOffset * _taken.Rows.Count + row * column.Cells, column.Cells);
            _taken.Row(column, row).CopyTo(into);
            if (sent >= 0)
                Subtract(column.Instrument, into, _sent.Row(column, sent));
            else if (!isNew)
                Forget(column.Instrument, into);
        }
    }

    private static void Subtract(Instrument instrument, Span<long> cells, ReadOnlySpan<long> sent)
    {
        bool sumIsLong = instrument.Type == NumberType.Long;
        for (int i = 0; i < cells.Length; i++)
        {
            if (IsAbsent(cells[i], i, cells.Length, sumIsLong) || IsAbsent(sent[i], i, cells.Length, sumIsLong))
            {
                Forget(instrument, cells);
                return;
            }
        }

        if (HasFallen(cells, sent, sumIsLong, instrument.IsHistogram))
            return;
        for (int i = 0; i < cells.Length - 1; i++)
            cells[i] -= sent[i];
        cells[^1] = sumIsLong
            ? cells[^1] - sent[^1]
            : BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(cells[^1]) - BitConverter.Int64BitsToDouble(sent[^1]));
    }

    /// <summary>True where a counter or a bucket shows less than before; a histogram's sum may fall by itself.</summary>
    private static bool HasFallen(ReadOnlySpan<long> cells, ReadOnlySpan<long> sent, bool sumIsLong, bool isHistogram)
    {
        if (!isHistogram)
            return sumIsLong ? cells[0] < sent[0] : BitConverter.Int64BitsToDouble(cells[0]) < BitConverter.Int64BitsToDouble(sent[0]);
        for (int i = 0; i < cells.Length - 1; i++)
        {
            if (cells[i] < sent[i])
                return true;
        }

        return false;
    }

    private static bool IsAbsent(long bits, int cell, int cells, bool sumIsLong) =>
        cell < cells - 1 || sumIsLong ? Cell.IsAbsent(bits) : Cell.IsAbsent(BitConverter.Int64BitsToDouble(bits));

    private static void Forget(Instrument instrument, Span<long> cells)
    {
        cells[..^1].Fill(Cell.AbsentLong);
        cells[^1] = instrument.Type == NumberType.Long ? Cell.AbsentLong : Cell.AbsentDoubleBits;
    }

    /// <summary>A copy of a table.</summary>
    private sealed class Cells
    {
        public List<Entity> Rows { get; } = [];

        public long[] Values { get; private set; } = [];

        /// <summary>When its pass was taken; 0 before the first.</summary>
        public long Time { get; private set; }

        public ReadOnlySpan<long> Row(Column column, int row) => Values.AsSpan(column.CellOffset * Rows.Count + row * column.Cells, column.Cells);

        public void CopyFrom(Table table, long time)
        {
            Time = time;
            Rows.Clear();
            Rows.AddRange(table.Rows);
            int cells = table.Schema.RowCells * table.Rows.Length;
            if (Values.Length < cells)
                Values = new long[Math.Max(cells, Values.Length * 2)];
            foreach (Column column in table.Schema.Columns)
                table.Longs(column).CopyTo(Values.AsSpan(column.CellOffset * table.Rows.Length));
        }
    }
}
