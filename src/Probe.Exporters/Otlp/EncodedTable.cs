using System.Collections.Immutable;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Exporters.Otlp;

/// <summary>A row as the encoder walks it: everything that does not depend on the column.</summary>
internal struct EncodedRow
{
    /// <summary>What is kept with the entity; the point's attributes are a part of it.</summary>
    public byte[] Bytes;
    public int AttributesAt;
    public int AttributesLength;

    /// <summary>Its place in the table.</summary>
    public int Index;

    /// <summary>When its totals began.</summary>
    public long Since;

    /// <summary>Its resource, by number.</summary>
    public int Resource;

    public readonly ReadOnlySpan<byte> Attributes => Bytes.AsSpan(AttributesAt, AttributesLength);
}

/// <summary>A table's unchanging bytes and, while one pass of it is encoded, its rows in the order of their resources.</summary>
internal sealed class EncodedTable(Schema schema, OtlpTemporality temporality)
{
    private readonly DeltaTable? _delta = temporality == OtlpTemporality.Delta ? new DeltaTable(schema) : null;
    private EncodedRow[] _rows = [];
    private EncodedRow[] _spare = [];
    private int[] _starts = [];
    private Table _table = null!;

    public Schema Schema { get; } = schema;

    /// <summary>One for each of the schema's groups.</summary>
    public ImmutableArray<GroupBytes> Groups { get; } = [.. schema.Groups.Select(g => new GroupBytes(schema, g, temporality))];

    /// <summary>When the pass was taken.</summary>
    public long Time { get; private set; }

    /// <summary>Which of the passes it is from.</summary>
    public int Pass { get; private set; }

    /// <summary>Points found in it.</summary>
    public int Points { get; set; }

    public Span<EncodedRow> Rows => _rows.AsSpan(0, _table.Rows.Length);

    public bool Wants(Column column) => _table.Wants(column);

    public ReadOnlySpan<long> Cells(Column column, bool delta) => delta ? _delta!.CellsOf(column) : _table.Longs(column);

    public long Start(GroupBytes group, in EncodedRow row) => !group.HasStart ? 0 : group.IsDelta ? _delta!.Start(row.Index) : row.Since;

    public void Load(Table table, Timestamp time, int pass, bool resourceOnPoints)
    {
        _table = table;
        _delta?.Take(table, time);
        Time = time.UnixNanoseconds;
        Pass = pass;
        Points = 0;
        ReadOnlySpan<Entity> entities = table.Rows;
        if (_rows.Length < entities.Length)
            _rows = new EncodedRow[Math.Max(entities.Length, _rows.Length * 2)];
        for (int i = 0; i < entities.Length; i++)
        {
            byte[] bytes = EntityBytes.Of(entities[i]);
            int skipped = resourceOnPoints ? 0 : EntityBytes.ResourceLength(bytes);
            _rows[i] = new EncodedRow
            {
                Bytes = bytes,
                AttributesAt = EntityBytes.Head + skipped,
                AttributesLength = bytes.Length - EntityBytes.Head - skipped,
                Index = i,
                Since = entities[i].Since.UnixNanoseconds,
            };
        }
    }

    /// <summary>Lets go of the pass, so that nothing of it is read after its lease.</summary>
    public void Unload()
    {
        _rows.AsSpan().Clear();
        _table = null!;
    }

    public void Acknowledge() => _delta?.Acknowledge();

    /// <summary>Puts rows of the same resource side by side, in the order of the resources' numbers and otherwise as they were.</summary>
    public void OrderByResource(int resources)
    {
        if (_starts.Length <= resources)
            _starts = new int[Math.Max(resources + 1, _starts.Length * 2)];
        if (_spare.Length < _rows.Length)
            _spare = new EncodedRow[_rows.Length];
        Span<int> starts = _starts.AsSpan(0, resources + 1);
        starts.Clear();
        foreach (ref readonly EncodedRow row in Rows)
            starts[row.Resource + 1]++;
        for (int i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        foreach (ref readonly EncodedRow row in Rows)
            _spare[starts[row.Resource]++] = row;
        (_rows, _spare) = (_spare, _rows);
    }
}
