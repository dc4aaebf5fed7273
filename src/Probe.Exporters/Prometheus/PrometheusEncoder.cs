using System.Collections.Immutable;
using System.Text;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Exporters.Prometheus;

/// <summary>Writes what the store holds as Prometheus text: the latest pass of each ring that still stands.</summary>
/// <remarks>
/// Rings are held all at once, so that a text is one moment and a family fed by several tables is one block. In the steady state nothing is
/// allocated: heads and stems are made once for a set of rings, labels once for an entity. Samples carry no time (a scrape's time is the server's)
/// and counters no <c>_created</c>, which Prometheus would store as one more series for each. Not for two threads at once.
/// </remarks>
public sealed class PrometheusEncoder(SnapshotStore store)
{
    private static readonly int s_labels = Entity.ReserveCache();

    private ImmutableArray<SnapshotRing> _rings;
    private FamilyText[] _families = [];
    private Table?[] _tables = [];
    private Resource? _resource;
    private byte[] _targetLabels = [];

    /// <summary>Writes everything, behind what the buffer holds already.</summary>
    public void Encode(PrometheusFormat format, TextBuffer into)
    {
        Prepare();
        try
        {
            HoldFrom(0, 0, format, into);
        }
        finally
        {
            Array.Clear(_tables);
        }
    }

    /// <summary>Writes the tables of one snapshot or a single table, without a target: for goldens and for the command line.</summary>
    public static void Encode(ReadOnlySpan<Table> tables, PrometheusFormat format, TextBuffer into)
    {
        Table[] held = tables.ToArray();
        WriteFamilies(FamilyText.Of(held.Select(static t => t.Schema)), held, format, into);
        WriteEnd(format, into);
    }

    private void Prepare()
    {
        ImmutableArray<SnapshotRing> rings = store.Rings;
        if (rings != _rings)
        {
            _families = FamilyText.Of(rings.SelectMany(static r => r.Schemas));
            _tables = new Table?[rings.Sum(static r => r.Schemas.Length)];
            _rings = rings;
        }

        Resource resource = store.Resource;
        if (resource != _resource)
        {
            _targetLabels = Encoding.UTF8.GetBytes(LabelText.Of(resource));
            _resource = resource;
        }
    }

    // A lease lives on the stack alone: one frame a ring holds them all.
    private void HoldFrom(int ring, int table, PrometheusFormat format, TextBuffer into)
    {
        if (ring == _rings.Length)
        {
            WriteTarget(format, into);
            WriteFamilies(_families, _tables, format, into);
            WriteEnd(format, into);
            return;
        }

        int next = table + _rings[ring].Schemas.Length;
        if (!_rings[ring].TryReadLatest(out SnapshotLease lease))
        {
            HoldFrom(ring + 1, next, format, into);
            return;
        }

        using (lease)
        {
            foreach (Table held in lease.Snapshot.Tables)
                _tables[table++] = held;
            HoldFrom(ring + 1, next, format, into);
        }
    }

    private void WriteTarget(PrometheusFormat format, TextBuffer into)
    {
        if (_targetLabels.Length == 0)
            return;
        into.Append(format == PrometheusFormat.OpenMetrics
            ? "# TYPE target info\n# HELP target Who these numbers are about.\ntarget_info{"u8
            : "# HELP target_info Who these numbers are about.\n# TYPE target_info gauge\ntarget_info{"u8);
        into.Append(_targetLabels);
        into.Append("} 1\n"u8);
    }

    private static void WriteFamilies(FamilyText[] families, Table?[] tables, PrometheusFormat format, TextBuffer into)
    {
        foreach (FamilyText family in families)
        {
            int start = into.Length;
            into.Append(family.Head(format));
            int headed = into.Length;
            foreach (FamilyPart part in family.Parts)
            {
                if (tables[part.Table] is { } table && !table.Rows.IsEmpty)
                    WritePart(part, table, into);
            }

            if (into.Length == headed)
                into.Truncate(start);           // a family without a sample is not there
        }
    }

    private static void WritePart(FamilyPart part, Table table, TextBuffer into)
    {
        ReadOnlySpan<Column> columns = part.Columns;
        for (int i = 0; i < columns.Length; i++)
        {
            Column column = columns[i];
            if (!table.Wants(column))
                continue;
            if (column.Instrument.IsHistogram)
                WriteHistograms(part.TextOf(i).Stems, column, table, into);
            else if (column.Instrument.Type == NumberType.Long)
                WriteLongs(part.TextOf(i).Stems[0], column, table, into);
            else
                WriteDoubles(part.TextOf(i).Stems[0], column, table, into);
        }
    }

    private static void WriteLongs(byte[] stem, Column column, Table table, TextBuffer into)
    {
        ReadOnlySpan<Entity> rows = table.Rows;
        ReadOnlySpan<long> cells = table.Longs(column);
        for (int row = 0; row < rows.Length; row++)
        {
            if (!Cell.IsAbsent(cells[row]))
                WriteSample(stem, LabelsOf(rows[row]), cells[row], into);
        }
    }

    private static void WriteDoubles(byte[] stem, Column column, Table table, TextBuffer into)
    {
        ReadOnlySpan<Entity> rows = table.Rows;
        ReadOnlySpan<double> cells = table.Doubles(column);
        for (int row = 0; row < rows.Length; row++)
        {
            if (!Cell.IsAbsent(cells[row]))
                WriteSample(stem, LabelsOf(rows[row]), cells[row], into);
        }
    }

    private static void WriteHistograms(byte[][] stems, Column column, Table table, TextBuffer into)
    {
        ReadOnlySpan<Entity> rows = table.Rows;
        ReadOnlySpan<long> cells = table.Longs(column);
        int buckets = column.Cells - 1;

        // Of an exponential histogram's many buckets most are empty for good: those in use have a line, and each the one below it, from which quantiles are interpolated.
        bool isSparse = column.Instrument.Kind == InstrumentKind.ExponentialHistogram;
        for (int row = 0; row < rows.Length; row++)
        {
            ReadOnlySpan<long> own = cells.Slice(row * column.Cells, column.Cells);
            if (Cell.IsAbsent(own[0]))
                continue;
            byte[] labels = LabelsOf(rows[row]);
            long count = 0;
            for (int bucket = 0; bucket < buckets; bucket++)
            {
                count += own[bucket];
                if (!isSparse || bucket == buckets - 1 || own[bucket] > 0 || own[bucket + 1] > 0)
                    WriteSample(stems[bucket], labels, count, into);
            }

            WriteSum(stems[buckets], labels, column.Instrument.Type, own[buckets], into);
            WriteSample(stems[buckets + 1], labels, count, into);
        }
    }

    private static void WriteSum(byte[] stem, byte[] labels, NumberType type, long cell, TextBuffer into)
    {
        if (type == NumberType.Long)
        {
            if (!Cell.IsAbsent(cell))
                WriteSample(stem, labels, cell, into);
        }
        else if (BitConverter.Int64BitsToDouble(cell) is var sum && !Cell.IsAbsent(sum))
        {
            WriteSample(stem, labels, sum, into);
        }
    }

    private static void WriteSample(byte[] stem, byte[] labels, long value, TextBuffer into)
    {
        WriteSeries(stem, labels, into);
        into.Append(value);
        into.Append("\n"u8);
    }

    private static void WriteSample(byte[] stem, byte[] labels, double value, TextBuffer into)
    {
        WriteSeries(stem, labels, into);
        into.Append(value);
        into.Append("\n"u8);
    }

    private static void WriteSeries(byte[] stem, byte[] labels, TextBuffer into)
    {
        if (labels.Length > 0)
        {
            into.Append(stem);
            into.Append(labels);
            into.Append("} "u8);
            return;
        }

        into.Append(stem.AsSpan(0, stem.Length - 1));
        into.Append(stem[^1] == (byte)',' ? "} "u8 : " "u8);
    }

    private static void WriteEnd(PrometheusFormat format, TextBuffer into)
    {
        if (format == PrometheusFormat.OpenMetrics)
            into.Append("# EOF\n"u8);
    }

    private static byte[] LabelsOf(Entity entity) =>
        entity.Cached(s_labels) ?? entity.Cache(s_labels, Encoding.UTF8.GetBytes(LabelText.Of(entity)));
}
