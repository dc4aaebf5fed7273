using System.Collections.Immutable;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Snapshots;

/// <summary>A table with a column of every kind, for tests of what handles any table.</summary>
internal static class Sample
{
    public static readonly AttributeKey Thing = new("test.thing");
    public static readonly Column Count = Instrument.Counter("test.count", Unit.Of("thing"), NumberType.Long, "Things.");
    public static readonly Instrument Level = Instrument.Gauge("test.level", Unit.One, NumberType.Double, "Level.");
    public static readonly Column LowLevel = Level.At((new AttributeKey("test.side"), "low"));
    public static readonly Column HighLevel = Level.At((new AttributeKey("test.side"), "high"));
    public static readonly Column Spread = Instrument.Histogram("test.spread", Unit.Seconds, NumberType.Double, [1, 2, 4], "Spread.");
    public static readonly Column Rare = Instrument.Counter("test.rare", Unit.Of("thing"), NumberType.Long, "Seldom asked for.").Optional();

    public static readonly Schema Schema = new("test.sample", resourceKeys: [], keys: [Thing], details: [],
        columns: [Count, LowLevel, HighLevel, Spread, Rare], Scope.Host);

    private static readonly ImmutableArray<Entity> s_entities = [.. Enumerable.Range(0, 64).Select(i => Entity($"thing{i}"))];

    public static Entity Entity(string thing) => new(Schema, new Timestamp(1), thing);

    public static SnapshotRing Ring(TimeProvider clock, long budget = 1 << 20, int exportSeconds = 10, int maxAgeSeconds = 30, int maxRows = 10_000) =>
        new("sample", [Schema], new SnapshotRingOptions
        {
            Budget = budget, ExportInterval = TimeSpan.FromSeconds(exportSeconds),
            MaxAge = TimeSpan.FromSeconds(maxAgeSeconds), MaxRows = maxRows,
        }, clock);

    /// <summary>Writes a pass in which every cell of every row holds the value.</summary>
    public static long Write(SnapshotRing ring, long value, int rows = 1)
    {
        using SnapshotWriter writer = ring.Begin();
        Fill(writer.Snapshot[Schema], value, rows);
        return writer.Commit();
    }

    public static void Fill(Table table, long value, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            Table.Row row = table.Add(s_entities[i]);
            row.Set(Count, value);
            row[LowLevel] = value;
            row[HighLevel] = value;
            row.Cells(Spread).Fill(value);
            row.Set(Rare, value);
        }
    }

    /// <summary>True when every cell of the default tier holds the value: a table that <see cref="Fill"/> wrote and nobody disturbed.</summary>
    public static bool Holds(Table table, long value) =>
        !table.Longs(Count).ContainsAnyExcept(value) && !table.Doubles(LowLevel).ContainsAnyExcept((double)value)
        && !table.Doubles(HighLevel).ContainsAnyExcept((double)value) && !table.Longs(Spread).ContainsAnyExcept(value);

    /// <summary>The value of the pass of that number, or null when the ring has it no more.</summary>
    public static long? Read(SnapshotRing ring, long sequence)
    {
        if (!ring.TryRead(sequence, out SnapshotLease lease))
            return null;
        using (lease)
            return lease.Snapshot[Schema].Longs(Count)[0];
    }
}
