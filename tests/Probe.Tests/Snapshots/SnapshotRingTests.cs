using Microsoft.Extensions.Time.Testing;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Snapshots;

public class SnapshotRingTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(s_noon);

    [Fact]
    public void A_pass_is_seen_whole_with_its_number_and_its_times()
    {
        SnapshotRing ring = Sample.Ring(_clock);

        long number = Sample.Write(ring, 7, rows: 3);

        Assert.Equal(1, number);
        Assert.Equal(1, ring.Latest);
        Assert.True(ring.TryReadLatest(out SnapshotLease lease));
        using (lease)
        {
            Assert.Equal(1, lease.Sequence);
            Assert.Equal(Timestamp.From(s_noon), lease.Snapshot.Time);
            Assert.Equal(_clock.GetTimestamp(), lease.Snapshot.Ticks);
            Assert.Equal(3, lease.Snapshot.RowCount);
            Assert.True(Sample.Holds(lease.Snapshot[Sample.Schema], 7));
        }
    }

    [Fact]
    public void Nothing_is_there_before_the_first_pass()
    {
        SnapshotRing ring = Sample.Ring(_clock);

        Assert.Equal(0, ring.Latest);
        Assert.False(ring.TryReadLatest(out _));
        Assert.False(ring.TryRead(0, out _));
        Assert.False(ring.TryRead(1, out _));
        Assert.False(ring.TryReadAfter(0, out _));
    }

    [Fact]
    public void A_pass_disposed_without_a_commit_never_was()
    {
        SnapshotRing ring = Sample.Ring(_clock);
        Sample.Write(ring, 1);

        using (SnapshotWriter writer = ring.Begin())
            Sample.Fill(writer.Snapshot[Sample.Schema], 2, 5);

        Assert.Equal(1, ring.Latest);
        Assert.Equal(2, Sample.Write(ring, 3));
        Assert.Equal(3, Sample.Read(ring, 2));
    }

    [Fact]
    public void Only_one_pass_is_written_at_a_time_and_none_after_its_end()
    {
        SnapshotRing ring = Sample.Ring(_clock);
        SnapshotWriter writer = ring.Begin();

        Assert.Throws<InvalidOperationException>(() => { ring.Begin(); });
        writer.Dispose();
        Assert.Throws<InvalidOperationException>(() => { ring.Commit(default, 0); });
        Assert.Equal(1, Sample.Write(ring, 1));
    }

    [Fact]
    public void An_old_number_is_no_answer()
    {
        SnapshotRing ring = Sample.Ring(_clock, maxAgeSeconds: 30);
        Sample.Write(ring, 1);

        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(ring.TryReadLatest(out SnapshotLease stands));
        stands.Dispose();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(ring.TryReadLatest(out _));
        Assert.True(ring.TryReadLatest(TimeSpan.FromMinutes(1), out SnapshotLease asked));
        asked.Dispose();
        Assert.Equal(1, Sample.Read(ring, 1));      // history stands as long as it is kept
    }

    [Fact]
    public void A_derived_pass_is_as_old_as_what_it_was_derived_from()
    {
        SnapshotRing ring = Sample.Ring(_clock, maxAgeSeconds: 30);
        (Timestamp time, long ticks) = (Timestamp.From(s_noon), _clock.GetTimestamp());
        _clock.Advance(TimeSpan.FromSeconds(31));

        using (SnapshotWriter writer = ring.Begin())
            writer.Commit(time, ticks);

        Assert.False(ring.TryReadLatest(out _));
        Assert.True(ring.TryRead(1, out SnapshotLease lease));
        Assert.Equal(time, lease.Snapshot.Time);
        lease.Dispose();
    }

    [Fact]
    public void Within_its_budget_every_pass_is_kept()
    {
        SnapshotRing ring = Sample.Ring(_clock);

        WriteEach(ring, 200, TimeSpan.FromSeconds(1));

        Assert.Equal(200, ring.Depth);
        Assert.Equal([.. Enumerable.Range(1, 200)], Kept(ring));
    }

    [Fact]
    public void Beyond_its_budget_the_passes_go_that_no_export_would_have_sent()
    {
        SnapshotRing ring = Sample.Ring(_clock, budget: PassSize() * 5, exportSeconds: 10);

        WriteEach(ring, 25, TimeSpan.FromSeconds(1));       // at :00 to :24, numbers 1 to 25

        Assert.Equal([10, 20, 23, 24, 25], Kept(ring));     // :09 and :19 closed their windows
    }

    [Fact]
    public void When_every_pass_would_have_been_sent_the_oldest_goes()
    {
        SnapshotRing ring = Sample.Ring(_clock, budget: PassSize() * 5, exportSeconds: 10);

        WriteEach(ring, 12, TimeSpan.FromSeconds(10));

        Assert.Equal([8, 9, 10, 11, 12], Kept(ring));
    }

    [Fact]
    public void However_small_the_budget_three_passes_are_kept()
    {
        SnapshotRing ring = Sample.Ring(_clock, budget: 1);

        WriteEach(ring, 10, TimeSpan.FromSeconds(10));

        Assert.Equal([8, 9, 10], Kept(ring));
    }

    [Fact]
    public void Passes_that_grow_do_not_burst_the_budget()
    {
        SnapshotRing ring = Sample.Ring(_clock, budget: PassSize(rows: 64) * 5);
        WriteEach(ring, 100, TimeSpan.FromSeconds(1));

        WriteEach(ring, 100, TimeSpan.FromSeconds(1), rows: 64);

        Assert.InRange(ring.Depth, SnapshotRing.MinDepth, 5);
        Assert.Equal(200, Kept(ring)[^1]);
        Assert.Equal(ring.Depth, Kept(ring).Length);
    }

    [Fact]
    public void After_a_burst_of_rows_the_ring_is_as_deep_again_as_it_was()
    {
        SnapshotRing ring = Sample.Ring(_clock, budget: PassSize() * 100);
        WriteEach(ring, 100, TimeSpan.FromSeconds(10));
        WriteEach(ring, 10, TimeSpan.FromSeconds(10), rows: 64);

        WriteEach(ring, 200, TimeSpan.FromSeconds(10));

        Assert.Equal(100, ring.Depth);
    }

    [Fact]
    public void A_reader_that_fell_behind_goes_on_with_the_oldest_pass_there_is()
    {
        SnapshotRing ring = Sample.Ring(_clock, budget: PassSize() * 4);
        WriteEach(ring, 9, TimeSpan.FromSeconds(10));

        long cursor = 2;
        var seen = new List<long>();
        while (ring.TryReadAfter(cursor, out SnapshotLease lease))
        {
            using (lease)
                seen.Add(cursor = lease.Sequence);
        }

        Assert.Equal([6, 7, 8, 9], seen);
        WriteEach(ring, 2, TimeSpan.FromSeconds(10));
        Assert.True(ring.TryReadAfter(cursor, out SnapshotLease next));
        Assert.Equal(10, next.Sequence);
        next.Dispose();
    }

    [Fact]
    public void A_held_pass_outlives_its_place_and_is_counted_as_displaced()
    {
        SnapshotRing ring = Sample.Ring(_clock, budget: 1);
        Sample.Write(ring, 41);
        Assert.True(ring.TryRead(1, out SnapshotLease held));

        WriteEach(ring, 20, TimeSpan.FromSeconds(1));

        Assert.Equal(1, ring.Displaced);
        Assert.False(ring.TryRead(1, out _));
        Assert.True(Sample.Holds(held.Snapshot[Sample.Schema], 41));
        held.Dispose();
        WriteEach(ring, 20, TimeSpan.FromSeconds(1));
        Assert.Equal(1, ring.Displaced);
    }

    [Fact]
    public void Rows_beyond_the_limit_are_counted_and_keep_nothing()
    {
        SnapshotRing ring = Sample.Ring(_clock, maxRows: 2);

        Sample.Write(ring, 5, rows: 7);

        Assert.True(ring.TryReadLatest(out SnapshotLease lease));
        Assert.Equal(2, lease.Snapshot[Sample.Schema].Rows.Length);
        Assert.Equal(5, lease.Snapshot[Sample.Schema].Dropped);
        lease.Dispose();
    }

    [Fact]
    public void Columns_are_wanted_by_tier_unless_the_options_say_otherwise()
    {
        SnapshotRing byTier = Sample.Ring(_clock);
        var all = new SnapshotRing("all", [Sample.Schema], new SnapshotRingOptions { Wanted = static _ => true }, _clock);

        using SnapshotWriter writer = byTier.Begin();
        using SnapshotWriter other = all.Begin();

        Assert.True(writer.Snapshot[Sample.Schema].Wants(Sample.Count));
        Assert.False(writer.Snapshot[Sample.Schema].Wants(Sample.Rare));
        Assert.True(other.Snapshot[Sample.Schema].Wants(Sample.Rare));
    }

    [Fact]
    public void New_options_hold_from_the_next_pass_and_no_pass_is_lost()
    {
        SnapshotRing ring = Sample.Ring(_clock);
        Sample.Write(ring, 1, rows: 3);

        ring.Options = ring.Options with { MaxRows = 2, MaxAge = TimeSpan.FromSeconds(1), Wanted = static _ => true };
        Sample.Write(ring, 2, rows: 3);

        Assert.Equal(1, Sample.Read(ring, 1));
        Assert.True(ring.TryRead(2, out SnapshotLease lease));
        Assert.Equal([2, 2], lease.Snapshot[Sample.Schema].Longs(Sample.Rare).ToArray());
        lease.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(ring.TryReadLatest(out _));
    }

    [Fact]
    public void Writing_and_every_way_of_reading_allocate_nothing()
    {
        SnapshotRing ring = Sample.Ring(_clock, budget: PassSize(rows: 64) * 20);
        WriteEach(ring, 50, TimeSpan.FromSeconds(1), rows: 64);

        Assert.Equal(0, Allocated.By(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                long number = Sample.Write(ring, i, rows: 40 + i % 20);
                ring.TryReadLatest(out SnapshotLease latest);
                latest.Dispose();
                ring.TryRead(number - 2, out SnapshotLease earlier);
                earlier.Dispose();
                ring.TryReadAfter(number - 5, out SnapshotLease next);
                next.Dispose();
            }
        }));
        Assert.Equal(0, ring.Displaced);
    }

    private static long PassSize(int rows = 1)
    {
        var table = new Table(Sample.Schema);
        Sample.Fill(table, 0, rows);
        return Math.Max(new Snapshot(table).Size, SnapshotRing.LeastCharge);
    }

    private static int[] Kept(SnapshotRing ring) =>
        [.. Enumerable.Range(1, (int)ring.Latest).Where(n => Sample.Read(ring, n) is not null)];

    private void WriteEach(SnapshotRing ring, int passes, TimeSpan interval, int rows = 1)
    {
        for (int i = 0; i < passes; i++)
        {
            Sample.Write(ring, i, rows);
            _clock.Advance(interval);
        }
    }
}
