using Microsoft.Extensions.Logging;
using Probe.Collection;
using Probe.Hosting;
using Probe.Metrics;
using Probe.Snapshots;
using static Probe.Tests.Hosting.ScriptedCollector;

namespace Probe.Tests.Hosting;

public sealed class CollectorServiceTests
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    [Fact]
    public void The_first_pass_comes_at_once_and_the_others_on_the_edges()
    {
        using var fixture = new CollectionFixture();
        fixture.Clock.Advance(TimeSpan.FromSeconds(3));
        var times = new List<DateTimeOffset>();

        fixture.Start(Describe("a", s => { times.Add(fixture.Clock.GetUtcNow()); Write(s, 1); }));
        DateTimeOffset start = times.Single();
        fixture.Pass(TimeSpan.FromSeconds(25));

        Assert.Equal([0, 7, 17], times.Select(t => (t - start).TotalSeconds));
    }

    [Fact]
    public void A_pass_that_throws_leaves_no_rows_and_costs_the_others_nothing()
    {
        using var fixture = new CollectionFixture();
        bool broken = true;
        CollectorService bad = fixture.Start(Describe("bad", s =>
        {
            Write(s, 1);
            if (broken)
                throw new InvalidOperationException("no such register");
        }));
        CollectorService good = fixture.Start(Describe("good", s => Write(s, 2)));

        fixture.Pass(TimeSpan.FromSeconds(30));

        Assert.Equal(0, bad.Ring.Latest);
        Assert.Equal(4, good.Ring.Latest);
        Assert.Equal(4, bad.Statistics.Runs(PassOutcome.Error));
        Assert.Equal("no such register", bad.Statistics.Failure);

        broken = false;
        fixture.Pass(TimeSpan.FromSeconds(20));

        Assert.Equal(2, bad.Ring.Latest);
        Assert.Null(bad.Statistics.Failure);
        Assert.Equal([(LogLevel.Warning, 1001), (LogLevel.Information, 1002)], fixture.Log.Lines.Select(l => (l.Level, l.Id)));
        Assert.False(fixture.IsStopping);
    }

    [Fact]
    public void A_subject_that_is_absent_is_said_once_and_looked_for_once_a_minute()
    {
        using var fixture = new CollectionFixture();
        bool present = false;
        int passes = 0;
        CollectorService service = fixture.Start(Describe("tape", s =>
        {
            passes++;
            if (present)
                Write(s, 1);
        }));

        fixture.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(2 + 4, passes);        // the first two, then one each minute
        Assert.Single(fixture.Log.Of(1003));
        Assert.Equal(1, service.Ring.Latest);       // that there is nothing is told once
        Assert.Equal(passes, service.Statistics.Runs(PassOutcome.Unsupported));

        present = true;
        fixture.Pass(TimeSpan.FromMinutes(1));
        int found = passes;
        fixture.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(found + 6, passes);
        Assert.Single(fixture.Log.Of(1005));
    }

    [Fact]
    public void One_that_is_slow_twice_in_a_row_gets_a_thread_of_its_own()
    {
        using var fixture = new CollectionFixture();
        var took = new Queue<int>([9, 6, 1, 6, 6, 1]);
        using var passes = new SemaphoreSlim(0);
        var threads = new List<int>();
        CollectorService service = fixture.Start(Describe("slow", s =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            fixture.Clock.Advance(TimeSpan.FromMilliseconds(took.Dequeue()));
            Write(s, 1);
            passes.Release();
        }));

        fixture.Pass(TimeSpan.FromSeconds(30));
        Assert.False(service.HasLane);          // the first pass does not count, and one slow pass between quick ones is no habit

        fixture.Pass(TimeSpan.FromSeconds(10));
        Assert.True(service.HasLane);
        Assert.Single(fixture.Log.Of(1006));

        fixture.Pass(TimeSpan.FromSeconds(10));
        for (int i = 0; i < 6; i++)
            Assert.True(passes.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.NotEqual(threads[4], threads[5]);
    }

    [Fact]
    public void A_pass_that_hangs_on_its_lane_is_counted_and_the_loop_goes_on()
    {
        using var fixture = new CollectionFixture();
        using var release = new ManualResetEventSlim();
        using var begun = new SemaphoreSlim(0);
        CollectorService stuck = fixture.Start(Describe("stuck", s =>
        {
            begun.Release();
            release.Wait();
            Write(s, 1);
        }, blocking: true));
        CollectorService other = fixture.Start(Describe("other", s => Write(s, 1)));
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        fixture.Pass(TimeSpan.FromSeconds(30));

        Assert.Equal(3, stuck.Statistics.Runs(PassOutcome.Timeout));
        Assert.Equal(1, stuck.Statistics.Stalled);
        Assert.Equal(4, other.Ring.Latest);
        Assert.Equal(0, begun.CurrentCount);    // no second pass beside the one that hangs

        release.Set();
        Assert.True(SpinWait.SpinUntil(() => stuck.Ring.Latest == 1, TimeSpan.FromSeconds(30)));
        Assert.True(SpinWait.SpinUntil(() => stuck.Statistics.Stalled == 0, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_derived_one_runs_with_the_time_of_the_pass_it_follows()
    {
        using var fixture = new CollectionFixture();
        CollectorDescriptor source = Describe("source", s => Write(s, 1));
        CollectorService first = fixture.Make(source);
        CollectorService derived = fixture.Make(Describe("derived", s =>
        {
            fixture.Clock.Advance(TimeSpan.FromMilliseconds(3));
            Write(s, 2);
        }, after: source.Tables[0]));
        first.Followers = [derived.FollowerTicket!];
        fixture.Start(derived, first);

        fixture.Pass(TimeSpan.FromSeconds(20));
        Assert.True(SpinWait.SpinUntil(() => derived.Ring.Latest == 3, TimeSpan.FromSeconds(30)));

        Assert.True(first.Ring.TryReadLatest(out SnapshotLease sourcePass));
        Assert.True(derived.Ring.TryReadLatest(out SnapshotLease derivedPass));
        Assert.Equal(sourcePass.Snapshot.Time, derivedPass.Snapshot.Time);
        Assert.Equal(sourcePass.Snapshot.Ticks, derivedPass.Snapshot.Ticks);
        sourcePass.Dispose();
        derivedPass.Dispose();
    }

    [Fact]
    public void A_new_interval_holds_from_the_next_edge_and_keeps_the_passes()
    {
        using var fixture = new CollectionFixture();
        CollectorService service = fixture.Start(Describe("a", s => Write(s, 1), TimeSpan.FromMinutes(10)));

        service.Plan = service.Plan with { Interval = s_interval };
        fixture.Pass(TimeSpan.FromSeconds(30));

        Assert.Equal(4, service.Ring.Latest);
        Assert.Equal(4, service.Ring.Depth);
    }

    [Fact]
    public void Columns_wanted_anew_come_with_the_next_pass()
    {
        using var fixture = new CollectionFixture();
        CollectorService service = fixture.Start(Describe("a", s => Write(s, 1)));
        Column column = service.Descriptor.Tables[0].Columns[0];
        Assert.Equal(1, service.Statistics.Series);

        service.Plan = service.Plan with { Ring = service.Plan.Ring with { Wanted = _ => false } };
        fixture.Pass(s_interval);

        Assert.True(service.Ring.TryReadLatest(out SnapshotLease lease));
        Assert.False(lease.Snapshot[column.Schema].Wants(column));
        lease.Dispose();
        Assert.Equal(0, service.Statistics.Series);
        Assert.Equal(1, service.Statistics.FilteredSeries);
        Assert.True(service.Ring.TryRead(1, out SnapshotLease before));
        Assert.Equal(1, before.Snapshot[column.Schema].Doubles(column)[0]);
        before.Dispose();
    }

    [Fact]
    public void A_frozen_host_gives_one_gap_and_no_burst()
    {
        using var fixture = new CollectionFixture();
        CollectorService service = fixture.Start(Describe("a", s => Write(s, 1)));

        fixture.Clock.Advance(TimeSpan.FromMinutes(5));
        fixture.Scheduler.RunDue();

        Assert.Equal(2, service.Ring.Latest);
    }

    [Fact]
    public void Every_tick_beats_the_heart_whether_or_not_the_pass_fails()
    {
        using var fixture = new CollectionFixture();
        fixture.Start(Describe("bad", _ => throw new IOException("gone")));

        fixture.Pass(s_interval);

        Assert.Equal(TimeSpan.Zero, fixture.Around.Heartbeats.Collection.Age);
    }
}
