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
internal sealed class PassQueue(SnapshotStore store, OtlpStatistics statistics, TimeSpan interval)
{
    private readonly long _window = interval.Ticks * 100;
    private readonly List<Snapshot> _leased = [];
    private readonly List<RingCursor> _leasedFrom = [];
    private ImmutableArray<SnapshotRing> _rings = [];
    private RingCursor[] _cursors = [];

    /// <summary>True when passes were missed that should be sent before the latest.</summary>
    public bool IsBehind { get; set; }

    /// <summary>Encodes the next pass of every ring that has one.</summary>
    /// <returns>False when there is nothing to send.</returns>
    public bool TryEncode(OtlpEncoder encoder)
    {
        FollowStore();
        bool any = false;
        foreach (RingCursor cursor in _cursors)
        {
            Choose(cursor);
            any |= cursor.Taken > cursor.Sent;
        }

        if (any)
            EncodeUnderLeases(encoder, 0);
        for (int i = 0; i < _leased.Count; i++)
            _leasedFrom[i].Points = encoder.PointsOfPasses[i];
        _leased.Clear();
        _leasedFrom.Clear();
        return any && !encoder.Requests.IsEmpty;
    }

    /// <summary>The passes last encoded have been sent, or refused for good.</summary>
    public void Acknowledge(OtlpEncoder encoder)
    {
        encoder.Acknowledge();
        foreach (RingCursor cursor in _cursors)
        {
            if (cursor.Taken == cursor.Sent)
                continue;
            (cursor.Sent, cursor.SentTime) = (cursor.Taken, cursor.TakenTime);
            cursor.Expired = 0;
        }
    }

    private void FollowStore()
    {
        ImmutableArray<SnapshotRing> rings = store.Rings;
        if (rings == _rings)
            return;
        _cursors = [.. rings.Select(r => _cursors.FirstOrDefault(c => c.Ring == r) ?? new RingCursor(r))];
        _rings = rings;
    }

    private void Choose(RingCursor cursor)
    {
        (cursor.Taken, cursor.TakenTime) = (cursor.Sent, cursor.SentTime);
        if (!IsBehind)
        {
            if (cursor.Ring.TryReadLatest(out SnapshotLease latest))
            {
                using (latest)
                    (cursor.Taken, cursor.TakenTime) = (latest.Sequence, latest.Snapshot.Time);
            }

            return;
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
                (cursor.Taken, cursor.TakenTime) = (next.Sequence, next.Snapshot.Time);
            }
        }
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

    private long Window(Timestamp time) => time.UnixNanoseconds / _window;

    private void EncodeUnderLeases(OtlpEncoder encoder, int first)
    {
        // A lease lives on the stack, so each ring's is held by a call of its own until all are encoded.
        int ring = first;
        while (ring < _cursors.Length && _cursors[ring].Taken == _cursors[ring].Sent)
            ring++;
        if (ring == _cursors.Length)
        {
            encoder.Encode(CollectionsMarshal.AsSpan(_leased), store.Resource);
            return;
        }

        if (_cursors[ring].Ring.TryRead(_cursors[ring].Taken, out SnapshotLease lease))
        {
            using (lease)
            {
                _leased.Add(lease.Snapshot);
                _leasedFrom.Add(_cursors[ring]);
                EncodeUnderLeases(encoder, ring + 1);
            }
        }
        else
        {
            EncodeUnderLeases(encoder, ring + 1);
        }
    }

    private sealed class RingCursor(SnapshotRing ring)
    {
        public SnapshotRing Ring { get; } = ring;
        public long Sent;
        public long Taken;

        /// <summary>Passes after the last one sent that are known to be gone and are counted.</summary>
        public long Expired;
        public Timestamp SentTime;
        public Timestamp TakenTime;
        public int Points;
    }
}
