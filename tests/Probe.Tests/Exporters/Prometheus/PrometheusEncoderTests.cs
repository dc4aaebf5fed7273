using Microsoft.Extensions.Time.Testing;
using Probe.Catalog;
using Probe.Exporters;
using Probe.Exporters.Prometheus;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Exporters.Prometheus;

public class PrometheusEncoderTests
{
    private static readonly AttributeKey s_device = new("disk.name");
    private static readonly AttributeKey s_owner = new("process.pid");
    private static readonly AttributeKey s_note = new("note");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly SnapshotStore _store = new();

    [Fact]
    public void A_cell_is_a_line_of_name_labels_and_value()
    {
        Column reads = Instrument.Counter("disk.io", Unit.Bytes, NumberType.Long, "Bytes moved.").At((new AttributeKey("disk.io.direction"), "read"));
        Column busy = Instrument.Gauge("disk.busy", Unit.One, NumberType.Double, "Share of the time.");
        var schema = new Schema("disk", [s_owner], [s_device], [s_note], [reads, busy], Scope.Process);
        var table = new Table(schema);
        Table.Row row = table.Add(new Entity(schema, default, "41", "sda", "spinning"));
        row.Set(reads, long.MaxValue);
        row[busy] = 0.1;

        Assert.Equal("""
            # HELP disk_io_bytes_total Bytes moved.
            # TYPE disk_io_bytes_total counter
            disk_io_bytes_total{disk_io_direction="read",process_pid="41",disk_name="sda"} 9223372036854775807
            # HELP disk_busy_ratio Share of the time.
            # TYPE disk_busy_ratio gauge
            disk_busy_ratio{process_pid="41",disk_name="sda"} 0.1

            """, Text(table, PrometheusFormat.ClassicText));
        Assert.Equal("""
            # TYPE disk_io_bytes counter
            # UNIT disk_io_bytes bytes
            # HELP disk_io_bytes Bytes moved.
            disk_io_bytes_total{disk_io_direction="read",process_pid="41",disk_name="sda"} 9223372036854775807
            # TYPE disk_busy_ratio gauge
            # UNIT disk_busy_ratio ratio
            # HELP disk_busy_ratio Share of the time.
            disk_busy_ratio{process_pid="41",disk_name="sda"} 0.1
            # EOF

            """, Text(table, PrometheusFormat.OpenMetrics));
    }

    [Fact]
    public void Absent_cells_leave_no_line_and_a_family_without_lines_no_head()
    {
        Column known = Instrument.Gauge("known", Unit.One, NumberType.Double, "Known.");
        Column unknown = Instrument.Gauge("unknown", Unit.One, NumberType.Double, "Unknown.");
        Column unknownCount = Instrument.UpDownCounter("unknown.count", Unit.One, NumberType.Long, "Unknown too.");
        Column unknownTimes = Instrument.Durations("unknown.times", "And these.");
        var schema = new Schema("t", [], [s_device], [], [known, unknown, unknownCount, unknownTimes], Scope.Host);
        var table = new Table(schema);
        table.Add(new Entity(schema, default, "a"))[known] = 1;
        table.Add(new Entity(schema, default, "b"));

        Dictionary<string, double> series = PrometheusText.Series(Text(table, PrometheusFormat.ClassicText));

        Assert.Equal(new() { ["known_ratio{disk_name=a}"] = 1 }, series);
    }

    [Fact]
    public void An_empty_value_is_no_label_and_a_row_without_any_has_no_braces()
    {
        Column plain = Instrument.UpDownCounter("plain", Unit.One, NumberType.Long, "Plain.");
        Column narrowed = Instrument.UpDownCounter("narrowed", Unit.One, NumberType.Long, "Narrowed.").At((s_note, "x"));
        var schema = new Schema("t", [], [s_device], [], [plain, narrowed], Scope.Host);
        var table = new Table(schema);
        Table.Row row = table.Add(new Entity(schema, default, ""));
        row.Set(plain, -1);
        row.Set(narrowed, 2);

        string text = Text(table, PrometheusFormat.ClassicText);

        Assert.Contains("\nplain -1\n", text);
        Assert.Contains("\nnarrowed{note=\"x\"} 2\n", text);
    }

    [Theory]
    [InlineData("a\"} 1\nevil{x=\"")]
    [InlineData("back\\slash\\")]
    [InlineData("\u001b[31m\r\t<img onerror>")]
    [InlineData("ünïcödé 🐧")]
    public void No_name_that_the_kernel_hands_us_breaks_a_line(string name)
    {
        Column plain = Instrument.Gauge("plain", Unit.One, NumberType.Double, "Plain.");
        var schema = new Schema("t", [], [s_device], [], [plain], Scope.Host);
        var table = new Table(schema);
        table.Add(new Entity(schema, default, name))[plain] = 1;

        foreach (PrometheusFormat format in Enum.GetValues<PrometheusFormat>())
        {
            // The carriage return is no line's end for Prometheus; the test's reader wants none, so it is looked at apart.
            Family family = Assert.Single(PrometheusText.Parse(Text(table, format).Replace("\r", "<cr>"), format == PrometheusFormat.OpenMetrics));
            Assert.Equal(name.Replace("\r", "<cr>"), Assert.Single(family.Samples).Labels["disk_name"]);
        }
    }

    [Fact]
    public void A_half_of_a_surrogate_pair_and_NUL_are_shown_as_replacement_characters()
    {
        Column plain = Instrument.Gauge("plain", Unit.One, NumberType.Double, "Plain.");
        var schema = new Schema("t", [], [s_device], [], [plain], Scope.Host);
        var table = new Table(schema);
        table.Add(new Entity(schema, default, "a\ud800b\0c"))[plain] = 1;

        Assert.Contains("{disk_name=\"a\ufffdb\ufffdc\"}", Text(table, PrometheusFormat.ClassicText));
    }

    [Theory]
    [InlineData(0.1 + 0.2)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(1e15)]
    [InlineData(123456789.125)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_double_reads_back_as_it_was(double value)
    {
        Column plain = Instrument.Gauge("plain", Unit.One, NumberType.Double, "Plain.");
        var schema = new Schema("t", [], [], [], [plain], Scope.Host);
        var table = new Table(schema);
        table.Add(new Entity(schema, default))[plain] = value;

        Assert.Equal(value, PrometheusText.Series(Text(table, PrometheusFormat.OpenMetrics), openMetrics: true)["plain_ratio{}"]);
    }

    [Fact]
    public void A_histogram_is_its_buckets_summed_up_then_sum_and_count()
    {
        Column sizes = Instrument.Histogram("sizes", Unit.Bytes, NumberType.Long, [0.5, 1, 1048576], "Sizes.").At((s_note, "x"));
        var schema = new Schema("t", [], [s_device], [], [sizes], Scope.Host);
        var table = new Table(schema);
        ((ReadOnlySpan<long>)[1, 2, 3, 4, 500]).CopyTo(table.Add(new Entity(schema, default, "a")).Cells(sizes));

        Assert.Equal("""
            # HELP sizes_bytes Sizes.
            # TYPE sizes_bytes histogram
            sizes_bytes_bucket{le="0.5",note="x",disk_name="a"} 1
            sizes_bytes_bucket{le="1.0",note="x",disk_name="a"} 3
            sizes_bytes_bucket{le="1.048576e+06",note="x",disk_name="a"} 6
            sizes_bytes_bucket{le="+Inf",note="x",disk_name="a"} 10
            sizes_bytes_sum{note="x",disk_name="a"} 500
            sizes_bytes_count{note="x",disk_name="a"} 10

            """, Text(table, PrometheusFormat.ClassicText));
    }

    [Fact]
    public void Of_an_exponential_histogram_a_bucket_in_use_has_a_line_and_so_has_the_one_below_it()
    {
        Column times = Instrument.Exponential("times", Unit.Seconds, NumberType.Double, scale: 0, offset: 0, slots: 8, zeroThreshold: 1, "Times.");
        var schema = new Schema("t", [], [], [], [times], Scope.Host);
        var table = new Table(schema);
        ((ReadOnlySpan<long>)[0, 0, 0, 5, 0, 0, 0, 2, 0, BitConverter.DoubleToInt64Bits(7.5)]).CopyTo(table.Add(new Entity(schema, default)).Cells(times));

        Family family = Assert.Single(PrometheusText.Parse(Text(table, PrometheusFormat.OpenMetrics), openMetrics: true));

        Assert.Equal(
            [("4.0", "0"), ("8.0", "5"), ("64.0", "5"), ("128.0", "7"), ("+Inf", "7")],
            family.Samples.Where(s => s.Name == "times_seconds_bucket").Select(s => (s.Labels["le"], s.Text)));
    }

    [Fact]
    public void An_exponential_histogram_has_its_powers_as_bounds_and_none_for_the_slot_that_takes_the_rest()
    {
        Column times = Instrument.Exponential("times", Unit.Seconds, NumberType.Double, scale: 1, offset: -2, slots: 3, zeroThreshold: 0.5, "Times.");
        var schema = new Schema("t", [], [], [], [times], Scope.Host);
        var table = new Table(schema);
        ((ReadOnlySpan<long>)[1, 2, 3, 4, BitConverter.DoubleToInt64Bits(7.5)]).CopyTo(table.Add(new Entity(schema, default)).Cells(times));

        Family family = Assert.Single(PrometheusText.Parse(Text(table, PrometheusFormat.OpenMetrics), openMetrics: true));

        Assert.Equal(
            [("0.5", "1"), (Math.Sqrt(0.5).ToString("R"), "3"), ("1.0", "6"), ("+Inf", "10")],
            family.Samples.Where(s => s.Name == "times_seconds_bucket").Select(s => (s.Labels["le"], s.Text)));
        Assert.Equal(7.5, family.Samples.Single(s => s.Name == "times_seconds_sum").Value);
    }

    [Fact]
    public void A_family_that_several_tables_feed_is_one_block()
    {
        Instrument io = Instrument.Counter("io", Unit.Bytes, NumberType.Long, "Bytes.");
        (Column diskIo, Column netIo, Column other) = (io.At((s_note, "d")), io.At((s_note, "n")), Instrument.Gauge("other", Unit.One, NumberType.Double, "Other."));
        var disk = new Schema("disk", [], [], [], [diskIo, other], Scope.Host);
        var net = new Schema("net", [], [], [], [netIo], Scope.Host);
        SnapshotRing first = Ring(disk), second = Ring(net);
        _store.Replace([first, second]);
        Commit(first, disk, row => row.Set(diskIo, 1));
        Commit(second, net, row => row.Set(netIo, 2));

        List<Family> families = PrometheusText.Parse(Text(PrometheusFormat.ClassicText), openMetrics: false);

        Assert.Equal(["io_bytes_total"], families.Select(f => f.Name));
        Assert.Equal(["d", "n"], families[0].Samples.Select(s => s.Labels["note"]));
    }

    [Fact]
    public void A_ring_whose_last_pass_is_too_old_leaves_no_line_and_the_others_theirs()
    {
        Column a = Instrument.Gauge("a", Unit.One, NumberType.Double, "A."), b = Instrument.Gauge("b", Unit.One, NumberType.Double, "B.");
        var first = new Schema("first", [], [], [], [a], Scope.Host);
        var second = new Schema("second", [], [], [], [b], Scope.Host);
        SnapshotRing old = Ring(first), fresh = Ring(second);
        _store.Replace([old, fresh]);
        Commit(old, first, row => row[a] = 1);
        _clock.Advance(TimeSpan.FromSeconds(31));
        Commit(fresh, second, row => row[b] = 2);

        Assert.Equal(new() { ["b_ratio{}"] = 2 }, PrometheusText.Series(Text(PrometheusFormat.ClassicText)));
    }

    [Fact]
    public void The_resource_is_the_target_and_follows_when_it_changes()
    {
        _store.Resource = new Resource([new("host.name", "a\"b"), new("host_name", "c"), new("empty", "")]);
        Assert.Equal(new() { ["target_info{host_name=a\"b;c}"] = 1 }, PrometheusText.Series(Text(PrometheusFormat.OpenMetrics), openMetrics: true));

        _store.Resource = new Resource([new("host.name", "d")]);
        Assert.Equal(new() { ["target_info{host_name=d}"] = 1 }, PrometheusText.Series(Text(PrometheusFormat.ClassicText)));
    }

    [Fact]
    public void The_whole_catalog_reads_back_in_both_formats()
    {
        _store.Replace([CatalogText.Fill(_clock)]);

        List<Family> classic = PrometheusText.Parse(Text(PrometheusFormat.ClassicText), openMetrics: false);
        List<Family> open = PrometheusText.Parse(Text(PrometheusFormat.OpenMetrics), openMetrics: true);

        Assert.Equal(classic.SelectMany(f => f.Samples).Select(s => s.Series + s.Text), open.SelectMany(f => f.Samples).Select(s => s.Series + s.Text));
        Assert.Equal(AllTables.Schemas.SelectMany(s => s.Columns).Select(c => c.Instrument.Name).Distinct().Count(), classic.Count);
    }

    [Fact]
    public void A_second_text_of_the_same_store_allocates_nothing()
    {
        _store.Replace([CatalogText.Fill(_clock)]);
        _store.Resource = new Resource([new("host.name", "a")]);
        var encoder = new PrometheusEncoder(_store);
        var into = new TextBuffer();
        encoder.Encode(PrometheusFormat.OpenMetrics, into);
        encoder.Encode(PrometheusFormat.ClassicText, into);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            into.Clear();
            encoder.Encode(i % 2 == 0 ? PrometheusFormat.OpenMetrics : PrometheusFormat.ClassicText, into);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private SnapshotRing Ring(Schema schema) => new(schema.Name, [schema], new SnapshotRingOptions(), _clock);

    private delegate void Set(Table.Row row);

    private static void Commit(SnapshotRing ring, Schema schema, Set set)
    {
        using SnapshotWriter writer = ring.Begin();
        set(writer.Snapshot[schema].Add(new Entity(schema, default, [.. schema.EntityKeys.Select(_ => "")])));
        writer.Commit();
    }

    private string Text(PrometheusFormat format)
    {
        var into = new TextBuffer();
        new PrometheusEncoder(_store).Encode(format, into);
        return into.ToString();
    }

    private static string Text(Table table, PrometheusFormat format)
    {
        var into = new TextBuffer();
        PrometheusEncoder.Encode([table], format, into);
        return into.ToString();
    }
}
