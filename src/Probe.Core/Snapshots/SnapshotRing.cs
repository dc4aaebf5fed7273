using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Probe.Metrics;

namespace Probe.Snapshots;

/// <summary>A collector's last passes. One writer that never waits; any number of readers that never copy.</summary>
/// <remarks>
/// The depth is a budget of bytes. Within it every pass is kept. Beyond it a pass goes that no export would have sent,
/// because a later one of the same export window followed; only when all of them would have been sent does the oldest go.
/// At the default budget and interval that is what the last ten minutes held.
/// </remarks>
public sealed class SnapshotRing
{
    /// <summary>Passes kept whatever the budget: one being read, the latest, and one to compare it with.</summary>
    public const int MinDepth = 3;

    /// <summary>What a pass counts for at least against the budget, in bytes: else a table of one row would remember for hours, and forty such tables cost megabytes.</summary>
    public const int LeastCharge = 4096;

    private const int MaxDepth = 4096;

    // Tables double as they grow, so that twice what a pass uses is ordinary; beyond this a slot is left from a burst of rows.
    private const int Oversize = 4;

    private readonly PassOrder _order = new();
    private readonly Stack<int> _free = [];
    private SnapshotRingOptions _options;
    private SnapshotRingOptions _shape;
    private ImmutableArray<ColumnMask> _masks;
    private SnapshotSlot?[] _slots = new SnapshotSlot?[16];
    private SnapshotSlot _spare;
    private SnapshotSlot? _latest;
    private int _depth;
    private int _places;
    private long _sequence;
    private long _size;
    private int _writing;

    /// <param name="name">The collector's name.</param>
    /// <param name="schemas">The tables of one pass.</param>
    /// <param name="options">How much to keep and which columns are wanted.</param>
    /// <param name="clock">What stamps a pass.</param>
    public SnapshotRing(string name, ImmutableArray<Schema> schemas, SnapshotRingOptions options, TimeProvider clock)
    {
        Name = name;
        Schemas = schemas;
        Clock = clock;
        _options = options;
        Reshape(options);
    }

    /// <summary>The collector's name.</summary>
    public string Name { get; }

    /// <summary>The tables of one pass.</summary>
    public ImmutableArray<Schema> Schemas { get; }

    /// <summary>How much to keep and which columns are wanted. New ones hold from the next pass; passes kept stay as they are.</summary>
    public SnapshotRingOptions Options
    {
        get => Volatile.Read(ref _options);
        set => Volatile.Write(ref _options, value);
    }

    /// <summary>How long a pass stands as the latest; an older number is a wrong one.</summary>
    public TimeSpan MaxAge => Options.MaxAge;

    /// <summary>The number of the latest pass; 0 before the first.</summary>
    public long Latest => Volatile.Read(ref _latest)?.Sequence ?? 0;

    /// <summary>Passes made anew because a reader still held the one that was due to be written over: the one allocation an ordinary pass may make.</summary>
    public long Displaced { get; private set; }

    /// <summary>Passes kept at the moment.</summary>
    public int Depth => Volatile.Read(ref _depth);

    internal TimeProvider Clock { get; }

    /// <summary>Begins a pass. One at a time; call it from the collector's loop alone.</summary>
    /// <exception cref="InvalidOperationException">A pass is being written already.</exception>
    public SnapshotWriter Begin()
    {
        if (Interlocked.Exchange(ref _writing, 1) != 0)
            throw new InvalidOperationException($"Ring {Name} has a writer already.");
        SnapshotRingOptions options = Options;
        if (options != _shape)
            Reshape(options);
        _spare.Snapshot.Clear();
        return new SnapshotWriter(this, _spare.Snapshot);
    }

    /// <summary>Leases the latest pass, if it still stands (see <see cref="MaxAge"/>).</summary>
    public bool TryReadLatest(out SnapshotLease lease) => TryReadLatest(MaxAge, out lease);

    /// <summary>Leases the latest pass.</summary>
    /// <param name="maxAge">An older pass than this is no answer: an old number is a wrong one.</param>
    /// <param name="lease">The hold; dispose it when true is returned.</param>
    public bool TryReadLatest(TimeSpan maxAge, out SnapshotLease lease)
    {
        while (Volatile.Read(ref _latest) is { } slot)
        {
            long sequence = slot.Sequence;
            if (sequence == 0 || !slot.TryHold(sequence))
                continue;                       // the writer has moved on, and _latest with it
            lease = new SnapshotLease(slot, sequence);
            if (Clock.GetElapsedTime(slot.Snapshot.Ticks) <= maxAge)
                return true;
            lease.Dispose();
            break;
        }

        lease = default;
        return false;
    }

    /// <summary>Leases the pass of that number.</summary>
    /// <returns>False when it is gone or has not come yet.</returns>
    public bool TryRead(long sequence, out SnapshotLease lease)
    {
        foreach (SnapshotSlot? slot in Volatile.Read(ref _slots))
        {
            if (sequence > 0 && slot?.Sequence == sequence && slot.TryHold(sequence))
            {
                lease = new SnapshotLease(slot, sequence);
                return true;
            }
        }

        lease = default;
        return false;
    }

    /// <summary>Leases the oldest pass that is newer than the one of that number.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryReadAfter(long sequence, out SnapshotLease lease)
    {
        while (FindAfter(sequence) is { } next)
        {
            if (TryRead(next, out lease))
                return true;                    // else it went while we looked: look again
        }

        lease = default;
        return false;
    }

    internal long Commit(Timestamp time, long ticks)
    {
        if (Volatile.Read(ref _writing) == 0)
            throw new InvalidOperationException($"Ring {Name}: the pass has ended.");
        SnapshotSlot written = _spare;
        written.Snapshot.Time = time;
        written.Snapshot.Ticks = ticks;
        written.Publish(++_sequence);
        long size = Charge(written.Snapshot.Size);
        SnapshotSlot? evicted = MakeRoom(size);
        int place = TakePlace();
        Volatile.Write(ref _slots[place], written);
        Volatile.Write(ref _latest, written);
        _order.Add(new KeptPass(place, time.UnixNanoseconds / Math.Max(1, _shape.ExportInterval.Ticks * 100), size));
        _size += size;
        Volatile.Write(ref _depth, _order.Count);
        _spare = Reclaim(evicted, written.Snapshot.Used);
        return _sequence;
    }

    internal void End() => Volatile.Write(ref _writing, 0);

    [MemberNotNull(nameof(_shape), nameof(_spare))]
    private void Reshape(SnapshotRingOptions options)
    {
        _shape = options;
        _masks = [.. Schemas.Select(s => ColumnMask.Where(s, options.Wanted))];
        _spare = MakeSlot();
    }

    private SnapshotSlot Reclaim(SnapshotSlot? evicted, long used)
    {
        if (evicted is null || evicted.Shape != _shape || evicted.Snapshot.Size > used * Oversize)
            return MakeSlot();
        if (!evicted.TryClaim())
        {
            Displaced++;
            return MakeSlot();
        }

        evicted.Sequence = 0;
        return evicted;
    }

    private SnapshotSlot MakeSlot()
    {
        var tables = ImmutableArray.CreateBuilder<Table>(Schemas.Length);
        for (int i = 0; i < Schemas.Length; i++)
            tables.Add(new Table(Schemas[i], _masks[i]) { MaxRows = _shape.MaxRows });
        var slot = new SnapshotSlot(new Snapshot(tables.MoveToImmutable()), _shape);
        slot.TryClaim();
        return slot;
    }

    /// <summary>Lets passes go until another of that size fits, and returns the last that went.</summary>
    private SnapshotSlot? MakeRoom(long size)
    {
        SnapshotSlot? evicted = null;
        while (_order.Count >= MinDepth && (_order.Count == MaxDepth || _size + size > _shape.Budget))
        {
            KeptPass oldest = _order.TakeOldest();
            evicted = _slots[oldest.Place];
            Volatile.Write(ref _slots[oldest.Place], null);
            _size -= oldest.Size;
            _free.Push(oldest.Place);
        }

        return evicted;
    }

    private static long Charge(long size) => Math.Max(size, LeastCharge);

    private int TakePlace()
    {
        if (_free.TryPop(out int place))
            return place;
        if (_places == _slots.Length)
        {
            SnapshotSlot?[] larger = new SnapshotSlot?[_places * 2];
            _slots.CopyTo(larger, 0);
            Volatile.Write(ref _slots, larger);
        }

        return _places++;
    }

    private long? FindAfter(long sequence)
    {
        long? best = null;
        foreach (SnapshotSlot? slot in Volatile.Read(ref _slots))
        {
            long candidate = slot?.Sequence ?? 0;
            if (candidate > sequence && (best is null || candidate < best))
                best = candidate;
        }

        return best;
    }
}
