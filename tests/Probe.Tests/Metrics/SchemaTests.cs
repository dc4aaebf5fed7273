using Probe.Metrics;

namespace Probe.Tests.Metrics;

public class SchemaTests
{
    private readonly Instrument _load = Instrument.Gauge("test.load", Unit.One, NumberType.Double, "Load.");
    private readonly Instrument _reads = Instrument.Counter("test.reads", Unit.Of("read"), NumberType.Long, "Reads.");
    private readonly AttributeKey _side = new("test.side");

    [Fact]
    public void Columns_learn_their_places()
    {
        Column left = _load.At((_side, "left")), right = _load.At((_side, "right"));
        Column spread = Instrument.Exponential("test.spread", Unit.Seconds, NumberType.Double, 0, -3, 6, 0.125, "Spread.");
        Column reads = _reads;

        var schema = new Schema("t", [], [], [], [left, right, spread, reads], Scope.Host);

        Assert.Equal([0, 1, 2, 3], schema.Columns.Select(c => c.Ordinal));
        Assert.Equal([0, 1, 2, 10], schema.Columns.Select(c => c.CellOffset));
        Assert.Equal(11, schema.RowCells);
        Assert.Equal([new(_load, 0, 2), new(spread.Instrument, 2, 1), new(_reads, 3, 1)], schema.Groups);
        Assert.Same(schema, right.Schema);
    }

    [Fact]
    public void A_column_belongs_to_one_schema()
    {
        Column column = _load;
        _ = new Schema("first", [], [], [], [column], Scope.Host);

        var refusal = Assert.Throws<InvalidOperationException>(() => new Schema("second", [], [], [], [column], Scope.Host));

        Assert.Equal("Column test.load is in first already; second needs one of its own.", refusal.Message);
    }

    [Fact]
    public void A_column_in_no_schema_says_so()
    {
        Column column = _load.At((_side, "left"));

        var refusal = Assert.Throws<InvalidOperationException>(() => column.Schema);

        Assert.Equal("Column test.load{test.side=left} is in no schema.", refusal.Message);
    }

    [Fact]
    public void The_columns_of_one_instrument_stand_side_by_side()
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            new Schema("t", [], [], [], [_load.At((_side, "left")), _reads, _load.At((_side, "right"))], Scope.Host));

        Assert.Contains("test.load", refusal.Message);
    }

    [Fact]
    public void An_entity_has_a_value_for_each_key_and_detail()
    {
        var schema = new Schema("t", [new("r")], [new("k")], [new("d")], [], Scope.Process);

        var entity = new Entity(schema, new Timestamp(5), "1", "2", "3");

        Assert.Equal(["r", "k", "d"], schema.EntityKeys.Select(k => k.Name));
        Assert.Equal(["1", "2", "3"], entity.Values);
        Assert.Throws<ArgumentException>(() => new Entity(schema, default, "1", "2"));
    }

    [Fact]
    public void An_entity_keeps_what_a_reader_made_of_it()
    {
        var entity = new Entity(new Schema("t", [], [], [], [], Scope.Host), default);
        byte[] made = [1, 2];

        Assert.Null(entity.Cached(0));
        Assert.Same(made, entity.Cache(0, made));
        Assert.Same(made, entity.Cached(0));
        Assert.Null(entity.Cached(1));
    }

    [Fact]
    public void A_copy_of_an_instrument_differs_in_nothing_but_what_was_asked()
    {
        Instrument histogram = Instrument.Histogram("test.h", Unit.Seconds, NumberType.Double, [1, 2], "H.");

        Instrument copy = histogram.Optional().On(Systems.Linux).From("/proc/h");

        Assert.Equal((Tier.Optional, Systems.Linux, "/proc/h"), (copy.Tier, copy.Systems, copy.Source));
        Assert.Equal((histogram.Name, histogram.Kind, histogram.Unit, histogram.Type, histogram.Description, 4),
            (copy.Name, copy.Kind, copy.Unit, copy.Type, copy.Description, copy.Cells));
        Assert.Equal([1, 2], copy.Bounds);
        Assert.Equal((Tier.Default, Systems.All, ""), (histogram.Tier, histogram.Systems, histogram.Source));
    }

    [Fact]
    public void Keys_are_compared_by_name()
    {
        Assert.Equal(new AttributeKey("a"), new AttributeKey("a").OneOf("x", "y"));
        Assert.NotEqual(new AttributeKey("a"), new AttributeKey("b"));
        Assert.True(AttributeKey.Integer("n").OneOf("1").IsInteger);
    }
}
