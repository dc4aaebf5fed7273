using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Hosting;

/// <summary>What one collector's passes cost and how they ended. Written by its loop, read from anywhere.</summary>
/// <param name="descriptor">The collector.</param>
/// <param name="kernel">Counts what it asks.</param>
/// <param name="start">When it was made: the start of its counters.</param>
internal sealed class CollectorStatistics(CollectorDescriptor descriptor, MeteredKernelSource kernel, Timestamp start)
{
    private readonly long[] _runs = new long[Enum.GetValues<PassOutcome>().Length];
    private long _deniedBefore;
    private long _stalledBefore;
    private long _allocated;
    private long _series;
    private long _cut;
    private long _filtered;
    private long _stale;
    private long _staleSince;
    private long _stalled;
    private long _lag;
    private long _lastSuccess;

    public CollectorDescriptor Descriptor { get; } = descriptor;

    public MeteredKernelSource Kernel { get; } = kernel;

    /// <summary>When its counters began.</summary>
    public Timestamp Start { get; } = start;

    /// <summary>How long its passes took.</summary>
    public HistogramRecorder Durations { get; } = new(Self.CollectorDuration.Instrument);

    /// <summary>How the last pass ended; null before the first.</summary>
    public PassOutcome? Last { get; private set; }

    /// <summary>Why the last pass failed; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>True when the last pass was refused something for want of a right.</summary>
    public bool IsDenied { get; private set; }

    /// <summary>The ways by which the last pass read what it read.</summary>
    public KernelPaths Paths { get; private set; }

    /// <summary>True while a pass is overdue: its lane has not come back.</summary>
    public bool IsOverdue { get; private set; }

    /// <summary>Managed memory its passes have allocated, in bytes.</summary>
    public long Allocated => Volatile.Read(ref _allocated);

    /// <summary>Time series of the last pass.</summary>
    public long Series => Volatile.Read(ref _series);

    /// <summary>Series of rows that the limit cut off.</summary>
    public long CutSeries => Volatile.Read(ref _cut);

    /// <summary>Series of default columns that the settings exclude.</summary>
    public long FilteredSeries => Volatile.Read(ref _filtered);

    /// <summary>Series that went out of date because no pass followed theirs in time.</summary>
    public long StaleSeries => Volatile.Read(ref _stale);

    /// <summary>Sources that did not answer in the last pass.</summary>
    public long Stalled => Volatile.Read(ref _stalled) + (IsOverdue ? 1 : 0);

    /// <summary>How late the last pass began.</summary>
    public TimeSpan Lag => TimeSpan.FromTicks(Volatile.Read(ref _lag));

    /// <summary>When the last pass with rows ended; 0 before the first.</summary>
    public Timestamp LastSuccess => new(Volatile.Read(ref _lastSuccess));

    /// <summary>Passes that ended so.</summary>
    public long Runs(PassOutcome outcome) => Volatile.Read(ref _runs[(int)outcome]);

    /// <summary>Judges a pass by its rows and by what the kernel refused meanwhile.</summary>
    public PassOutcome Judge(Snapshot snapshot)
    {
        long denied = Kernel.Denied - _deniedBefore, stalled = Kernel.Stalled - _stalledBefore;
        (_deniedBefore, _stalledBefore) = (Kernel.Denied, Kernel.Stalled);
        IsDenied = denied > 0;
        Paths = Kernel.TakePaths();
        Volatile.Write(ref _stalled, stalled);
        CountSeries(snapshot, out long cut);
        if (snapshot.RowCount == 0)
            return denied > 0 ? PassOutcome.Denied : stalled > 0 ? PassOutcome.Timeout : PassOutcome.Unsupported;
        return denied + stalled + cut > 0 ? PassOutcome.Partial : PassOutcome.Success;
    }

    /// <summary>Counts a pass that has ended.</summary>
    public void Count(PassOutcome outcome, TimeSpan took, TimeSpan lag, long allocated, Timestamp now)
    {
        Durations.Record(took.TotalSeconds);
        Volatile.Write(ref _allocated, _allocated + allocated);
        Volatile.Write(ref _lag, lag.Ticks);
        if (outcome is PassOutcome.Success or PassOutcome.Partial)
            Volatile.Write(ref _lastSuccess, now.UnixNanoseconds);
        IsOverdue = false;
        End(outcome, null);
    }

    /// <summary>Counts a pass that threw.</summary>
    public void CountFailure(Exception failure, TimeSpan took, TimeSpan lag, long allocated)
    {
        (_deniedBefore, _stalledBefore) = (Kernel.Denied, Kernel.Stalled);
        Count(PassOutcome.Error, took, lag, allocated, default);
        Failure = failure.Message;
    }

    /// <summary>Counts a pass that was due while the one before it still ran.</summary>
    public void CountOverdue()
    {
        IsOverdue = true;
        Interlocked.Increment(ref _runs[(int)PassOutcome.Timeout]);
    }

    /// <summary>Says that the last pass with rows stands no more; counted once for each pass.</summary>
    public void NoteStale()
    {
        if (_staleSince == _lastSuccess || Last is null)
            return;
        _staleSince = _lastSuccess;
        Volatile.Write(ref _stale, _stale + Series);
    }

    private void End(PassOutcome outcome, string? failure)
    {
        Interlocked.Increment(ref _runs[(int)outcome]);
        Last = outcome;
        Failure = failure;
    }

    private void CountSeries(Snapshot snapshot, out long cut)
    {
        long series = 0;
        cut = 0;
        foreach (Table table in snapshot.Tables)
        {
            int wanted = 0;
            foreach (Column column in table.Schema.Columns)
            {
                if (table.Wants(column))
                {
                    series += CountKnown(table, column);
                    wanted++;
                }
                else if (column.Instrument.Tier == Tier.Default)
                {
                    Volatile.Write(ref _filtered, _filtered + table.Rows.Length);
                }
            }

            cut += (long)table.Dropped * wanted;
        }

        Volatile.Write(ref _series, series);
        Volatile.Write(ref _cut, _cut + cut);
    }

    private static int CountKnown(Table table, Column column)
    {
        int known = 0;
        ReadOnlySpan<long> cells = table.Longs(column);
        bool isLong = column.Instrument.Type == NumberType.Long;
        for (int last = column.Cells - 1; last < cells.Length; last += column.Cells)
        {
            if (isLong ? !Cell.IsAbsent(cells[last]) : !double.IsNaN(BitConverter.Int64BitsToDouble(cells[last])))
                known++;
        }

        return known;
    }
}
