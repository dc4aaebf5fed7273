using Probe.Metrics;
using Probe.Tests.Snapshots;

namespace Probe.Tests.Metrics;

public class TableTests
{
    [Fact]
    public void A_new_row_knows_nothing_in_any_column()
    {
        var table = new Table(Sample.Schema);
        Sample.Fill(table, 9, 3);
        table.Clear();

        table.Add(Sample.Entity("a"));

        Assert.Equal(Cell.AbsentLong, table.Longs(Sample.Count)[0]);
        Assert.True(double.IsNaN(table.Doubles(Sample.LowLevel)[0]));
        Assert.Equal([Cell.AbsentLong, Cell.AbsentLong, Cell.AbsentLong, Cell.AbsentLong, Cell.AbsentDoubleBits], table.Longs(Sample.Spread).ToArray());
    }

    [Fact]
    public void Absent_is_never_a_number_that_could_be_measured()
    {
        Assert.True(Cell.IsAbsent(double.NaN));
        Assert.True(Cell.IsAbsent(long.MinValue));
        Assert.False(Cell.IsAbsent(0.0));
        Assert.False(Cell.IsAbsent(0L));
        Assert.True(Cell.IsAbsent(BitConverter.Int64BitsToDouble(Cell.AbsentDoubleBits)));
    }

    [Fact]
    public void Growing_keeps_every_cell_where_it_belongs()
    {
        var table = new Table(Sample.Schema);

        for (int i = 0; i < 50; i++)
        {
            Table.Row row = table.Add(Sample.Entity($"t{i}"));
            row.Set(Sample.Count, i);
            row[Sample.LowLevel] = i + 0.25;
            row[Sample.HighLevel] = i + 0.5;
            Span<long> spread = row.Cells(Sample.Spread);
            for (int c = 0; c < spread.Length; c++)
                spread[c] = i * 100 + c;
        }

        Assert.Equal(50, table.Rows.Length);
        for (int i = 0; i < 50; i++)
        {
            Assert.Equal($"t{i}", table.Rows[i].Values[0]);
            Assert.Equal(i, table.Longs(Sample.Count)[i]);
            Assert.Equal(i + 0.25, table.Doubles(Sample.LowLevel)[i]);
            Assert.Equal(i + 0.5, table.Doubles(Sample.HighLevel)[i]);
            for (int c = 0; c < 5; c++)
                Assert.Equal(i * 100 + c, table.Longs(Sample.Spread)[i * 5 + c]);
            Assert.Equal(Cell.AbsentLong, table.Longs(Sample.Rare)[i]);
        }
    }

    [Fact]
    public void A_row_beyond_the_limit_takes_what_it_is_given_and_keeps_nothing()
    {
        var table = new Table(Sample.Schema) { MaxRows = 1 };
        Sample.Fill(table, 1, 1);

        Sample.Fill(table, 2, 2);

        Assert.Equal(1, table.Rows.Length);
        Assert.True(Sample.Holds(table, 1));
        Assert.Equal(2, table.Dropped);
        table.Clear();
        Assert.Equal(0, table.Dropped);
    }

    [Fact]
    public void A_value_past_the_largest_long_is_unknown()
    {
        var table = new Table(Sample.Schema);
        Table.Row row = table.Add(Sample.Entity("a"));

        row.Set(Sample.Count, (ulong)long.MaxValue);
        Assert.Equal(long.MaxValue, table.Longs(Sample.Count)[0]);
        row.Set(Sample.Count, (ulong)long.MaxValue + 1);

        Assert.Equal(Cell.AbsentLong, table.Longs(Sample.Count)[0]);
    }

    [Fact]
    public void Columns_are_wanted_by_the_mask_it_was_made_with()
    {
        var table = new Table(Sample.Schema, ColumnMask.Where(Sample.Schema, c => c == Sample.HighLevel));

        Assert.True(table.Wants(Sample.HighLevel));
        Assert.False(table.Wants(Sample.Count));
        Assert.True(table.WantsAny);
        Assert.False(new Table(Sample.Schema, ColumnMask.Where(Sample.Schema, _ => false)).WantsAny);
        Assert.True(new Table(Sample.Schema).Wants(Sample.Rare));
    }

    [Fact]
    public void A_column_that_nobody_asked_for_takes_what_it_is_given_and_keeps_nothing()
    {
        var table = new Table(Sample.Schema, ColumnMask.Where(Sample.Schema, c => c == Sample.Count));

        Sample.Fill(table, 3, 2);

        Assert.Equal([3, 3], table.Longs(Sample.Count).ToArray());
        Assert.Equal([Cell.AbsentLong, Cell.AbsentLong], table.Longs(Sample.Rare).ToArray());
        Assert.All(table.Doubles(Sample.LowLevel).ToArray(), v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void A_table_that_has_its_room_allocates_nothing()
    {
        var table = new Table(Sample.Schema);

        Assert.Equal(0, Allocated.By(() =>
        {
            table.Clear();
            Sample.Fill(table, 1, 64);
        }));
    }
}
