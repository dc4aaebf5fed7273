using System.Collections.Immutable;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Exporters.Otlp;

/// <summary>Passes with every kind of instrument, scope and odd value, the same for the same seed.</summary>
internal sealed class RandomPasses(int seed)
{
    private static readonly AttributeKey[] s_keys =
        [new("disk.name"), AttributeKey.Integer("cpu.logical_number"), new("état"), new("note"), AttributeKey.Integer("pid")];

    private static readonly string[] s_texts = ["", "a", "sda1", "ünïcødé", new('x', 200), "line\nbreak\0", "\ud83d\ude00"];

    private readonly Random _random = new(seed);
    private int _made;

    public static Resource Host { get; } = new(
    [
        new("service.name", "probe"), new("service.instance.id", "6a0e1c9e-0d55-4c1e-9e76-2f7f9f0e0a01"), new("host.name", "tür"), new("pid", "1"),
    ]);

    /// <summary>One pass of each of some collectors.</summary>
    public Snapshot[] Make() => [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => MakeSnapshot())];

    private Snapshot MakeSnapshot() =>
        new([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => MakeTable())]) { Time = new Timestamp(_random.NextInt64(1, long.MaxValue)) };

    private Table MakeTable()
    {
        Schema schema = MakeSchema();
        var table = new Table(schema, ColumnMask.Where(schema, _ => _random.Next(8) != 0));
        for (int row = _random.Next(0, 12); row > 0; row--)
        {
            Table.Row added = table.Add(new Entity(schema, new Timestamp(_random.Next(4) == 0 ? 0 : _random.NextInt64()), [.. schema.EntityKeys.Select(Value)]));
            foreach (Column column in schema.Columns)
                Fill(added.Cells(column), column.Instrument);
        }

        return table;
    }

    private Schema MakeSchema()
    {
        AttributeKey[] keys = [.. s_keys];
        _random.Shuffle(keys);
        int resource = _random.Next(0, 3), point = _random.Next(resource, 5);
        Scope scope = resource == 0 ? _random.Next(2) == 0 ? Scope.Host : Scope.Service : (Scope)_random.Next(0, 4);
        IEnumerable<Column> columns = Enumerable.Range(0, _random.Next(1, 5)).SelectMany(_ => MakeColumns());
        return new Schema($"table{_made++}", [.. keys[..resource]], [.. keys[resource..point]], [.. keys[point..]], [.. columns], scope);
    }

    private Column[] MakeColumns()
    {
        Instrument instrument = MakeInstrument($"metric.{_made++}", _random.Next(2) == 0 ? NumberType.Long : NumberType.Double);
        return [.. Enumerable.Range(0, _random.Next(1, 4)).Select(i => instrument.At(
            [.. Enumerable.Range(0, _random.Next(0, 3)).Select(k => (k == 0 ? new AttributeKey("mode") : AttributeKey.Integer("level"), k == 0 ? $"m{i}" : $"{i - 1}"))]))];
    }

    private Instrument MakeInstrument(string name, NumberType type) => _random.Next(6) switch
    {
        0 => Instrument.Counter(name, Unit.Bytes, type, "A counter."),
        1 => Instrument.UpDownCounter(name, Unit.Of("thing"), type, ""),
        2 => Instrument.Gauge(name, new Unit(""), type, "A gauge, mit Umlaut: ü."),
        3 => Instrument.Histogram(name, Unit.Seconds, type, [.. Enumerable.Range(0, _random.Next(0, 5)).Select(i => i * 1.5)], "A histogram."),
        4 => Instrument.Durations(name, "Durations."),
        _ => Instrument.Exponential(name, Unit.Bytes, type, _random.Next(-3, 6), _random.Next(-300, 300), _random.Next(1, 40), _random.Next(2) * 0.25, "Exponential."),
    };

    private string Value(AttributeKey key) => key.IsInteger
        ? _random.Next(4) switch { 0 => "", 1 => "-1", 2 => "0", _ => $"{_random.NextInt64()}" }
        : s_texts[_random.Next(s_texts.Length)];

    private void Fill(Span<long> cells, Instrument instrument)
    {
        if (_random.Next(5) == 0)
            return;
        foreach (ref long bucket in cells[..^1])
            bucket = _random.Next(3) == 0 ? _random.Next(1_000_000) : 0;
        long whole = _random.Next(4) switch { 0 => 0, 1 => long.MaxValue, 2 => -1, _ => _random.NextInt64() };
        double real = _random.Next(6) switch { 0 => 0, 1 => double.PositiveInfinity, 2 => -0.0, 3 => double.NaN, 4 => double.Epsilon, _ => _random.NextDouble() * 1e9 };
        cells[^1] = instrument.Type == NumberType.Long ? whole : BitConverter.DoubleToInt64Bits(real);
    }
}
