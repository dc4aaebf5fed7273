using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Collection;

/// <summary>Compares what passes gave, cell by cell.</summary>
internal static class Rows
{
    /// <summary>Values that are given here and are not the same there: a wrong value, a row nobody knows. An attribute may be absent.</summary>
    /// <param name="given">What was collected.</param>
    /// <param name="expected">The truth.</param>
    /// <param name="less">A smaller number will do.</param>
    public static List<string> FindDifferences(Snapshot given, Snapshot expected, bool less = false)
    {
        var differences = new List<string>();
        foreach (Table table in given.Tables)
        {
            for (int row = 0; row < table.Rows.Length; row++)
                FindDifferences(table, row, expected[table.Schema], less, differences);
        }

        return differences;
    }

    /// <summary>Counters that are less than they were, of the same thing since the same time.</summary>
    public static List<string> FindFallen(Snapshot before, Snapshot after)
    {
        var fallen = new List<string>();
        foreach (Table table in after.Tables)
        {
            for (int row = 0; row < table.Rows.Length; row++)
            {
                int earlier = before[table.Schema].Rows.IndexOf(table.Rows[row]);
                foreach (Column column in table.Schema.Columns)
                {
                    if (earlier >= 0 && column.Instrument.Kind == InstrumentKind.Counter && Fell(before[table.Schema], earlier, table, row, column))
                        fallen.Add($"{table.Rows[row]} {column}");
                }
            }
        }

        return fallen;
    }

    /// <summary>True where no row has a value of that column.</summary>
    public static bool AreAbsent(Table table, Column column)
    {
        for (int row = 0; row < table.Rows.Length; row++)
        {
            if (!IsAbsent(column, table.Longs(column)[row]))
                return false;
        }

        return true;
    }

    private static void FindDifferences(Table table, int row, Table expected, bool less, List<string> differences)
    {
        int same = FindRow(expected, table.Rows[row], row);
        foreach (Column column in table.Schema.Columns)
        {
            long value = table.Longs(column)[row];
            if (!IsAbsent(column, value) && (same < 0 || (less ? value > expected.Longs(column)[same] : value != expected.Longs(column)[same])))
                differences.Add($"{table.Rows[row]} {column} = {Show(column, value)}, expected {(same < 0 ? "no row" : Show(column, expected.Longs(column)[same]))}");
        }
    }

    private static int FindRow(Table table, Entity entity, int expected)
    {
        if (expected < table.Rows.Length && IsSame(entity, table.Rows[expected]))
            return expected;
        for (int row = 0; row < table.Rows.Length; row++)
        {
            if (IsSame(entity, table.Rows[row]))
                return row;
        }

        return -1;
    }

    private static bool IsSame(Entity given, Entity expected)
    {
        for (int i = 0; i < given.Values.Length; i++)
        {
            if (given.Values[i].Length > 0 && given.Values[i] != expected.Values[i])
                return false;
        }

        return true;
    }

    private static bool Fell(Table before, int earlier, Table after, int row, Column column)
    {
        long was = before.Longs(column)[earlier], now = after.Longs(column)[row];
        return column.Instrument.Type == NumberType.Double
            ? BitConverter.Int64BitsToDouble(now) < BitConverter.Int64BitsToDouble(was)
            : now < was && !Cell.IsAbsent(now);
    }

    private static bool IsAbsent(Column column, long bits) => column.Instrument.Type == NumberType.Double
        ? Cell.IsAbsent(BitConverter.Int64BitsToDouble(bits))
        : Cell.IsAbsent(bits);

    private static string Show(Column column, long bits) => column.Instrument.Type == NumberType.Double
        ? BitConverter.Int64BitsToDouble(bits).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : bits.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
