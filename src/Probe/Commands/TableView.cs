using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Commands;

/// <summary>A table of the latest pass beside the same table of the pass before: values, and how fast counters grow.</summary>
internal sealed class TableView
{
    private readonly Table _now;
    private readonly Table? _before;
    private readonly double _seconds;
    private readonly Dictionary<Entity, int> _rowsBefore = [];

    public TableView(Table now, Table? before, TimeSpan apart)
    {
        _now = now;
        _before = apart > TimeSpan.Zero ? before : null;
        _seconds = apart.TotalSeconds;
        for (int i = 0; i < (_before?.Rows.Length ?? 0); i++)
            _rowsBefore[_before!.Rows[i]] = i;
    }

    /// <summary>The table's shape.</summary>
    public Schema Schema => _now.Schema;

    /// <summary>Its rows.</summary>
    public ReadOnlySpan<Entity> Rows => _now.Rows;

    /// <summary>Views of all tables of a collector's latest pass.</summary>
    /// <param name="collector">The collector.</param>
    /// <param name="read">Called while the passes are held.</param>
    /// <returns>False where it has taken none.</returns>
    public static bool Read(OneShotCollector collector, Action<Snapshot, IReadOnlyList<TableView>> read)
    {
        SnapshotRing ring = collector.Ring;
        if (!ring.TryReadLatest(out SnapshotLease latest))
            return false;
        using (latest)
        {
            if (!ring.TryRead(latest.Sequence - 1, out SnapshotLease before))
            {
                read(latest.Snapshot, Pair(latest.Snapshot, null, TimeSpan.Zero));
                return true;
            }

            using (before)
                read(latest.Snapshot, Pair(latest.Snapshot, before.Snapshot, collector.Clock.GetElapsedTime(before.Snapshot.Ticks, latest.Snapshot.Ticks)));
            return true;
        }
    }

    /// <summary>The cells of a column in a row.</summary>
    public ReadOnlySpan<long> Cells(Column column, int row) => _now.Longs(column).Slice(row * column.Cells, column.Cells);

    /// <summary>True where a value is known; for a histogram, where its buckets are.</summary>
    public bool Has(Column column, int row) => Has(column, Cells(column, row));

    /// <summary>True where some row knows a value of that column.</summary>
    public bool HasAny(Column column)
    {
        for (int row = 0; row < Rows.Length; row++)
        {
            if (Has(column, row))
                return true;
        }

        return false;
    }

    /// <summary>How fast a counter grows a second; null where it is none, or nothing is known to compare it with.</summary>
    public double? Rate(Column column, int row)
    {
        if (_before is null || column.Instrument.Kind != InstrumentKind.Counter || !Has(column, row)
            || !_rowsBefore.TryGetValue(Rows[row], out int rowBefore))
            return null;
        ReadOnlySpan<long> cells = _before.Longs(column).Slice(rowBefore * column.Cells, column.Cells);
        if (!Has(column, cells))
            return null;
        double grown = column.Instrument.Type == NumberType.Long
            ? Cells(column, row)[0] - cells[0]
            : Number(column, Cells(column, row)[0]) - Number(column, cells[0]);
        return grown >= 0 ? grown / _seconds : null;
    }

    /// <summary>A value as people read it; "-" where it is not known.</summary>
    public string Human(Column column, int row)
    {
        ReadOnlySpan<long> cells = Cells(column, row);
        if (!Has(column, cells))
            return "-";
        if (!column.Instrument.IsHistogram)
            return Quantity.Of(column.Instrument, Number(column, cells[0]));
        long count = Count(cells);
        return count == 0 ? "none" : $"{count} × {Quantity.Of(column.Instrument, Number(column, cells[^1]) / count)}";
    }

    /// <summary>How many values a histogram holds.</summary>
    public static long Count(ReadOnlySpan<long> cells)
    {
        long count = 0;
        foreach (long bucket in cells[..^1])
            count += bucket;
        return count;
    }

    /// <summary>A cell as a number.</summary>
    public static double Number(Column column, long bits) =>
        column.Instrument.Type == NumberType.Long ? bits : BitConverter.Int64BitsToDouble(bits);

    private static bool Has(Column column, ReadOnlySpan<long> cells) => column.Instrument.IsHistogram || column.Instrument.Type == NumberType.Long
        ? !Cell.IsAbsent(cells[0])
        : !Cell.IsAbsent(BitConverter.Int64BitsToDouble(cells[0]));

    private static List<TableView> Pair(Snapshot now, Snapshot? before, TimeSpan apart)
    {
        var views = new List<TableView>(now.Tables.Length);
        for (int i = 0; i < now.Tables.Length; i++)
            views.Add(new TableView(now.Tables[i], before?.Tables[i], apart));
        return views;
    }
}
