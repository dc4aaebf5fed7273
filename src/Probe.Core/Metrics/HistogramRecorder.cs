namespace Probe.Metrics;

/// <summary>Gathers values into the buckets of a histogram, from any thread; what a collector then puts into a row.</summary>
public sealed class HistogramRecorder
{
    private readonly Instrument _instrument;
    private readonly long[] _counts;
    private readonly Lock _lock = new();
    private double _sum;

    /// <param name="instrument">A histogram of doubles.</param>
    public HistogramRecorder(Instrument instrument)
    {
        if (!instrument.IsHistogram || instrument.Type != NumberType.Double)
            throw new ArgumentException($"{instrument} is no histogram of doubles.", nameof(instrument));
        _instrument = instrument;
        _counts = new long[instrument.Cells - 1];
    }

    /// <summary>Counts one value.</summary>
    public void Record(double value)
    {
        int bucket = _instrument.Kind == InstrumentKind.Histogram ? ExplicitBucket(value) : ExponentialBucket(value);
        lock (_lock)
        {
            _counts[bucket]++;
            _sum += value;
        }
    }

    /// <summary>Writes a row's cells: the counts of the buckets, then the sum.</summary>
    public void CopyTo(Span<long> cells)
    {
        lock (_lock)
        {
            _counts.CopyTo(cells);
            cells[_counts.Length] = BitConverter.DoubleToInt64Bits(_sum);
        }
    }

    private int ExplicitBucket(double value)
    {
        int bucket = 0;
        while (bucket < _instrument.Bounds.Length && value > _instrument.Bounds[bucket])
            bucket++;
        return bucket;
    }

    // Bucket i holds values above base^i and up to base^(i+1); the zero count comes before the first.
    private int ExponentialBucket(double value)
    {
        if (value <= _instrument.ZeroThreshold)
            return 0;
        double log = _instrument.Scale == 0 ? Log2Ceiling(value) : Math.Ceiling(Math.ScaleB(Math.Log2(value), _instrument.Scale));
        return 1 + (int)Math.Clamp(log - 1 - _instrument.Offset, 0, _instrument.Slots - 1);
    }

    private static int Log2Ceiling(double value)
    {
        int exponent = Math.ILogB(value);
        return Math.ScaleB(1, exponent) == value ? exponent : exponent + 1;
    }
}
