using System.Text;
using Probe.Collection;
using Probe.Exporters;
using Probe.Exporters.Prometheus;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Collection;

/// <summary>What every collector must hold from one moment of a host to a later one, and what is derived from the two.</summary>
public sealed class LaterMomentTests
{
    public static TheoryData<string, string> Cases => RosterContractTests.Cases;

    public static TheoryData<string, string> Derived =>
    [
        .. from line in LinuxRoster.Collectors
           where line.After is not null
           from host in RosterCase.All.Select(c => c.Host).Distinct()
           select (line.Name, host),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_counter_falls(string collector, string host)
    {
        FixtureHost fixture = FixtureHost.Load("linux", host);
        CollectorDescriptor line = Find(collector);
        ICollector running = line.Create(new CollectorContext(fixture, fixture.Facts, fixture.Clock, new SnapshotStore()));
        Snapshot first = MakeSnapshot(line), later = MakeSnapshot(line);

        running.Collect(first);
        fixture.TryMoveOn();
        running.Collect(later);

        Assert.Empty(Rows.FindFallen(first, later));
    }

    [Theory]
    [MemberData(nameof(Derived))]
    public void What_is_derived_is_the_golden_and_allocates_nothing(string collector, string host)
    {
        FixtureHost fixture = FixtureHost.Load("linux", host);
        CollectorDescriptor line = Find(collector), source = LinuxRoster.Collectors.First(l => l.Tables.Contains(line.After!));
        var ring = new SnapshotRing(source.Name, source.Tables, new SnapshotRingOptions { MaxAge = TimeSpan.MaxValue }, fixture.Clock);
        var context = new CollectorContext(fixture, fixture.Facts, fixture.Clock, new SnapshotStore());
        context.Store.Replace([ring]);
        ICollector running = source.Create(context), derived = line.Create(context);
        Snapshot snapshot = MakeSnapshot(line);

        Pass(running, ring);
        if (fixture.TryMoveOn())
            Pass(running, ring);
        derived.Collect(snapshot);

        var text = new TextBuffer();
        PrometheusEncoder.Encode(snapshot.Tables, PrometheusFormat.OpenMetrics, text);
        Golden.Matches(Repository.At("tests", "fixtures", "linux", host, "expected", $"{collector}.prom"), Encoding.UTF8.GetString(text.Span));
        Assert.Equal(0, Allocated.By(() =>
        {
            snapshot.Clear();
            derived.Collect(snapshot);
        }));
    }

    private static void Pass(ICollector collector, SnapshotRing ring)
    {
        using SnapshotWriter writer = ring.Begin();
        collector.Collect(writer.Snapshot);
        writer.Commit();
    }

    private static CollectorDescriptor Find(string collector) => LinuxRoster.Collectors.First(l => l.Name == collector);

    private static Snapshot MakeSnapshot(CollectorDescriptor line) => new([.. line.Tables.Select(t => new Table(t))]);
}
