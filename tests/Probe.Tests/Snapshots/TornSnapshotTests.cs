using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Snapshots;

/// <summary>A writer as fast as it can be, beside readers that hold on for long, for short, and reach back: no pass is ever seen half written.</summary>
public class TornSnapshotTests
{
    private const long Wanted = 10_000_000;
    private const int Batch = 1000;

    private readonly SnapshotRing _ring = Sample.Ring(TimeProvider.System, budget: 1);
    private long _reads;
    private long _torn;

    [Fact]
    public void Ten_million_leases_see_no_torn_pass()
    {
        Beside(FastWriter, () => Read(Latest, Check), () => Read(NextAfter(), Check), () => Read(Latest, CheckSlowly));

        Assert.InRange(_reads, Wanted, long.MaxValue);
        Assert.Equal(0, _torn);
    }

    [Fact]
    public void Without_its_lease_the_same_reader_does_see_torn_passes()
    {
        Beside(FastWriter, () =>
        {
            for (int i = 0; i < 1_000_000 && Volatile.Read(ref _torn) == 0; i++)
            {
                _ring.TryReadLatest(out SnapshotLease lease);
                Snapshot kept = lease.Snapshot;
                lease.Dispose();
                for (int look = 0; look < 100; look++)
                    CheckSlowly(kept, kept.Time.UnixNanoseconds);
            }
        });

        Assert.NotEqual(0, _torn);
    }

    private delegate bool Lease(out SnapshotLease lease);

    private bool Latest(out SnapshotLease lease) => _ring.TryReadLatest(TimeSpan.MaxValue, out lease);

    private Lease NextAfter()
    {
        long cursor = 0;
        return (out SnapshotLease lease) =>
        {
            if (!_ring.TryReadAfter(cursor, out lease))
                return false;
            if (lease.Sequence <= cursor)
                Interlocked.Increment(ref _torn);
            cursor = lease.Sequence;
            return true;
        };
    }

    private void Read(Lease take, Action<Snapshot, long> check)
    {
        for (int done = 1; Volatile.Read(ref _reads) < Wanted;)
        {
            if (!take(out SnapshotLease lease))
            {
                Thread.Yield();
                continue;
            }

            check(lease.Snapshot, lease.Sequence);
            lease.Dispose();
            if (done++ % Batch == 0)
                Interlocked.Add(ref _reads, Batch);
        }
    }

    private void Check(Snapshot snapshot, long sequence)
    {
        Table table = snapshot[Sample.Schema];
        if (snapshot.Time.UnixNanoseconds != sequence || table.Rows.Length != RowsOf(sequence) || !Sample.Holds(table, sequence))
            Interlocked.Increment(ref _torn);
    }

    private void CheckSlowly(Snapshot snapshot, long sequence)
    {
        Check(snapshot, sequence);
        if (sequence % 16 == 0)
            Thread.Yield();         // let the writer come past while the pass is held
        Check(snapshot, sequence);
    }

    private void FastWriter(CancellationToken stop)
    {
        for (long next = _ring.Latest + 1; !stop.IsCancellationRequested; next++)
            WriteOne(next);
    }

    private void WriteOne(long sequence)
    {
        using SnapshotWriter writer = _ring.Begin();
        Sample.Fill(writer.Snapshot[Sample.Schema], sequence, RowsOf(sequence));
        writer.Commit(new Timestamp(sequence), TimeProvider.System.GetTimestamp());
    }

    private static int RowsOf(long sequence) => (int)(sequence % 3) + 2;

    private void Beside(Action<CancellationToken> writer, params Action[] readers)
    {
        for (int i = 1; i <= SnapshotRing.MinDepth; i++)
            WriteOne(i);
        using var stop = new CancellationTokenSource();
        var writing = new Thread(() => writer(stop.Token));
        Thread[] reading = [.. readers.Select(r => new Thread(() => r()))];
        writing.Start();
        foreach (Thread thread in reading)
            thread.Start();
        foreach (Thread thread in reading)
            thread.Join();
        stop.Cancel();
        writing.Join();
    }
}
