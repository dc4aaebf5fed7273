using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Exporters.Otlp;

/// <summary>Which passes a receiver has taken, and which one of each ring comes next. The rings themselves are the queue.</summary>
/// <remarks>
/// While all goes well a push takes the latest pass of each ring. After an outage it takes those that were missed, oldest first, the last of every
/// export window: each with its own time, so that the order within a series is kept whatever the receiver. What has left its ring is counted.
/// </remarks>
internal sealed class PassQueue(SnapshotStore store, OtlpStatistics statistics)
{
    private readonly Lock _lock = new();
    private readonly List<Snapshot> _leased = [];
    private ImmutableArray<SnapshotRing> _rings = [];
    private RingCursor[] _cursors = [];

    /// <summary>Time between pushes: of the passes in one such window of the wall clock an export sends the last.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>True when passes were missed that should be sent before the latest.</summary>
    public bool IsBehind { get; set; }

    /// <summary>Encodes the next pass of every ring that has one.</summary>
    /// <returns>False when there is nothing to send.</returns>
    public bool TryEncode(OtlpEncoder encoder)
    {
        lock (_lock)
        {
            FollowStore();
            bool any = false;
            foreach (RingCursor cursor in _cursors)
                any |= Choose(cursor);
            if (!any)
                return false;
            EncodeUnderLeases(encoder, 0);
            _leased.Clear();
            return true;
        }
    }

    /// <summary>The passes last encoded have been sent, or refused for good.</summary>
    public void Acknowledge(OtlpEncoder encoder)
    {
        encoder.Acknowledge();
        lock (_lock)
        {
            foreach (RingCursor cursor in _cursors)
                cursor.Acknowledge();
        }
    }

    /// <summary>Tells the statistics what waits, and since when.</summary>
    public void Report()
    {
        long waiting = 0, limit = 0;
        Timestamp? oldest = null;
        lock (_lock)
        {
            foreach (RingCursor cursor in _cursors)
            {
                waiting += Waiting(cursor, ref oldest) * cursor.Points;
                limit += cursor.Capacity * cursor.Points;
            }
        }

        statistics.Queue(waiting, limit, oldest);
    }

    private void FollowStore()
    {
        ImmutableArray<SnapshotRing> rings = store.Rings;
        if (rings == _rings)
            return;
        _cursors = [.. rings.Select(r => _cursors.FirstOrDefault(c => c.Ring == r) ?? new RingCursor(r))];
        _rings = rings;
    }

    /// <summary>Marks the next pass of a ring as taken.</summary>
    private bool Choose(RingCursor cursor)
    {
        cursor.Forget();
        if (!IsBehind)
        {
            if (cursor.Ring.TryReadLatest(out SnapshotLease latest))
            {
                using (latest)
                    cursor.Take(latest);
            }

            return cursor.HasTaken;
        }

        long? window = null;
        while (cursor.Ring.TryReadAfter(cursor.Taken, out SnapshotLease next))
        {
            using (next)
            {
                long at = Window(next.Snapshot.Time);
                if (window is null)
                    CountExpired(cursor, next);
                else if (at != window)
                    break;
                window = at;
                cursor.Take(next);
            }
        }

        return cursor.HasTaken;
    }

    /// <summary>Counts what an export would have sent between the last pass sent and the oldest one there: no more than passes, no more than windows.</summary>
    private void CountExpired(RingCursor cursor, in SnapshotLease oldest)
    {
        long passes = oldest.Sequence - cursor.Sent - 1;
        long windows = cursor.Sent == 0 ? passes : Window(oldest.Snapshot.Time) - Window(cursor.SentTime) - 1;
        long expired = Math.Clamp(windows, 0, passes) - cursor.Expired;
        if (expired <= 0)
            return;
        statistics.Drop(OtlpDropReason.Expired, expired * cursor.Points);
        cursor.Expired += expired;
    }

    /// <summary>Passes of a ring that an export will send, as far as sequence, windows and depth tell.</summary>
    private long Waiting(RingCursor cursor, ref Timestamp? oldest)
    {
        if (!cursor.Ring.TryReadAfter(cursor.Sent, out SnapshotLease first))
            return 0;
        Timestamp since, latest;
        using (first)
            since = latest = first.Snapshot.Time;
        if (cursor.Ring.TryRead(cursor.Ring.Latest, out SnapshotLease last))
        {
            using (last)
                latest = last.Snapshot.Time;
        }

        if (oldest is null || since < oldest)
            oldest = since;
        return Math.Clamp(Window(latest) - Window(since) + 1, 1, Math.Max(1, Math.Min(cursor.Ring.Latest - cursor.Sent, cursor.Ring.Depth)));
    }

    private long Window(Timestamp time) => time.UnixNanoseconds / (Interval.Ticks * 100);

    private void EncodeUnderLeases(OtlpEncoder encoder, int first)
    {
        // A lease lives on the stack, so each ring's is held by a call of its own until all are encoded.
        int ring = first;
        while (ring < _cursors.Length && !_cursors[ring].HasTaken)
            ring++;
        if (ring == _cursors.Length)
        {
            encoder.Encode(CollectionsMarshal.AsSpan(_leased), store.Resource);
            return;
        }

        RingCursor cursor = _cursors[ring];
        if (!cursor.Ring.TryRead(cursor.Taken, out SnapshotLease lease))
        {
            cursor.Forget();                    // it left the ring since it was chosen
            EncodeUnderLeases(encoder, ring + 1);
            return;
        }

        using (lease)
        {
            int pass = _leased.Count;
            _leased.Add(lease.Snapshot);
            EncodeUnderLeases(encoder, ring + 1);
            cursor.Learn(lease.Snapshot, encoder.PointsOfPasses[pass]);
        }
    }

    private sealed class RingCursor(SnapshotRing ring)
    {
        private Timestamp _takenTime;

        public SnapshotRing Ring { get; } = ring;

        /// <summary>The last pass that was sent, and when it was taken.</summary>
        public long Sent { get; private set; }

        public Timestamp SentTime { get; private set; }

        /// <summary>The pass that is being sent; the last one sent where none is.</summary>
        public long Taken { get; private set; }

        public bool HasTaken => Taken != Sent;

        /// <summary>Passes after the last one sent that are known to be gone and are counted.</summary>
        public long Expired { get; set; }

        /// <summary>Points in one pass, as the last one sent had.</summary>
        public int Points { get; private set; }

        /// <summary>Passes the ring holds when it is full.</summary>
        public long Capacity { get; private set; }

        public void Take(in SnapshotLease lease) => (Taken, _takenTime) = (lease.Sequence, lease.Snapshot.Time);

        public void Forget() => (Taken, _takenTime) = (Sent, SentTime);

        public void Learn(Snapshot pass, int points)
        {
            Points = points;
            Capacity = Math.Max(SnapshotRing.MinDepth, Ring.Options.Budget / Math.Max(1, pass.Size));
        }

        public void Acknowledge()
        {
            if (HasTaken)
                Expired = 0;
            (Sent, SentTime) = (Taken, _takenTime);
        }
    }
}
