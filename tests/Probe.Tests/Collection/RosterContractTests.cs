using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Exporters;
using Probe.Exporters.Prometheus;
using Probe.Kernel;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Collection;

/// <summary>What every collector must hold, on every recorded host and on the live system.</summary>
public sealed class RosterContractTests
{
    public static TheoryData<string, string> Cases => [.. RosterCase.All.Select(c => (c.Line.Name, c.Host))];

    public static TheoryData<string> Lines => [.. LinuxRoster.Collectors.Where(l => l.After is null).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_collected_is_the_golden(string collector, string host)
    {
        RosterCase line = Find(collector, host);
        var text = new TextBuffer();

        // The processors and their sum are never sent together.
        Table[] tables = [.. line.Collect(line.Kernel).Tables.ToArray().Where(t => t.Schema != Cpu.Total)];
        PrometheusEncoder.Encode(tables, PrometheusFormat.OpenMetrics, text);

        Golden.Matches(line.Golden, Encoding.UTF8.GetString(text.Span));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_its_own_tables_are_filled(string collector, string host)
    {
        RosterCase line = Find(collector, host);
        Snapshot snapshot = Collecting.MakeSnapshot();

        line.Create(line.Kernel).Collect(snapshot);

        foreach (Table table in snapshot.Tables)
            Assert.True(table.Rows.IsEmpty || line.Line.Tables.Contains(table.Schema), $"{collector} fills {table.Schema}.");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_columns_of_linux_hold_values(string collector, string host)
    {
        RosterCase line = Find(collector, host);

        foreach (Table table in line.Collect(line.Kernel).Tables)
        {
            foreach (Column column in table.Schema.Columns)
            {
                if (!column.Instrument.Systems.HasFlag(Systems.Linux))
                    Assert.True(Rows.AreAbsent(table, column), $"{column} is not known on Linux.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_second_pass_gives_the_same_and_allocates_nothing(string collector, string host)
    {
        RosterCase line = Find(collector, host);
        ICollector running = line.Create(line.Kernel);
        Snapshot first = line.MakeSnapshot(), later = line.MakeSnapshot();
        running.Collect(first);

        long bytes = Allocated.By(() =>
        {
            later.Clear();
            running.Collect(later);
        });

        Assert.Equal(0, bytes);
        Assert.Empty(Rows.FindDifferences(later, first));
        Assert.Empty(Rows.FindDifferences(first, later));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Where_nothing_is_there_is_no_row(string collector)
    {
        RosterCase line = RosterCase.All.First(c => c.Line.Name == collector);

        Assert.Equal(0, line.Collect(AbsentKernelSource.Instance).RowCount);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void On_the_live_system_a_pass_allocates_nothing(string collector)
    {
        (ICollector running, Snapshot snapshot) = Start(collector);

        // A process that comes meanwhile costs what stands for it. Sooner or later none comes.
        long bytes = long.MaxValue;
        for (int tries = 0; bytes > 0 && tries < 20; tries++)
            bytes = Allocated.By(() =>
            {
                snapshot.Clear();
                running.Collect(snapshot);
            });

        Assert.Equal(0, bytes);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void On_the_live_system_no_counter_falls(string collector)
    {
        (ICollector running, Snapshot before) = Start(collector);
        Snapshot after = Collecting.MakeSnapshot();
        running.Collect(before);
        for (int pass = 0; pass < 200; pass++)
        {
            after.Clear();
            running.Collect(after);
            Assert.Empty(Rows.FindFallen(before, after));
            (before, after) = (after, before);
        }
    }

    private static (ICollector Running, Snapshot Snapshot) Start(string collector)
    {
        Platform live = LinuxPlatform.Create("/", TimeProvider.System);
        CollectorDescriptor line = live.Collectors.First(l => l.Name == collector);
        return (line.Create(new CollectorContext(live.Kernel, live.Host, TimeProvider.System, new SnapshotStore())), Collecting.MakeSnapshot());
    }

    private static RosterCase Find(string collector, string host) => RosterCase.All.First(c => c.Line.Name == collector && c.Host == host);
}
