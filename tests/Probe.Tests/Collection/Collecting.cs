using Microsoft.Extensions.Time.Testing;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Collection;

/// <summary>Runs one collector by hand. Use it as <c>using static</c>.</summary>
internal static class Collecting
{
    /// <summary>A host that booted at the start of 2026, with the usual clock tick and page size.</summary>
    public static readonly HostFacts Host = new(Timestamp.From(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), 0.01, 4096);

    /// <summary>A clock that stands an hour after the boot of <see cref="Host"/>.</summary>
    public static FakeTimeProvider MakeClock() => new(Host.Boot.ToDateTimeOffset().AddHours(1));

    /// <summary>What a collector may know, over a kernel of the test's own.</summary>
    public static CollectorContext ContextOf(IKernelSource kernel, TimeProvider? clock = null) =>
        new(kernel, Host, clock ?? MakeClock(), new SnapshotStore());

    /// <summary>One pass into tables of every shape it may fill; all columns are wanted.</summary>
    public static Snapshot CollectOnce(Func<CollectorContext, ICollector> create, IKernelSource kernel)
    {
        Snapshot snapshot = MakeSnapshot();
        create(ContextOf(kernel)).Collect(snapshot);
        return snapshot;
    }

    /// <summary>Empty tables of every shape in the catalog; all columns are wanted.</summary>
    public static Snapshot MakeSnapshot() => new([.. Probe.Catalog.AllTables.Schemas.Select(s => new Table(s))]);

    /// <summary>The value in a row of a table, found by the entity's values.</summary>
    public static double Value(this Snapshot snapshot, Column column, params string[] entity)
    {
        Table table = snapshot[column.Schema];
        for (int i = 0; i < table.Rows.Length; i++)
        {
            if (table.Rows[i].Values.SequenceEqual(entity))
                return ValueAt(table, column, i);
        }

        return double.NaN;
    }

    private static double ValueAt(Table table, Column column, int row)
    {
        if (column.Instrument.Type == NumberType.Double)
            return table.Doubles(column)[row];
        long value = table.Longs(column)[row];
        return Cell.IsAbsent(value) ? double.NaN : value;
    }
}
