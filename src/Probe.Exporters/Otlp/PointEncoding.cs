using Probe.Metrics;

namespace Probe.Exporters.Otlp;

/// <summary>What a point has beside its value.</summary>
/// <param name="start">When its counting began, in Unix nanoseconds; 0: not said.</param>
/// <param name="time">When it was taken, in Unix nanoseconds.</param>
/// <param name="columnAttributes">The column's attributes, behind the tag of this kind of point.</param>
/// <param name="row">The row, whose attributes are behind <see cref="AttributeBytes.Tag"/>.</param>
internal readonly struct PointHead(long start, long time, byte[] columnAttributes, EncodedRow row)
{
    public static int TimesLength(long start, long time) => (start == 0 ? 0 : Wire.Fixed64Field) + (time == 0 ? 0 : Wire.Fixed64Field);

    public void WriteTimes(ref WireWriter writer)
    {
        if (start != 0)
            writer.Fixed64(Wire.Fixed64(2), start);
        if (time != 0)
            writer.Fixed64(Wire.Fixed64(3), time);
    }

    public void WriteAttributes(ref WireWriter writer, byte tag)
    {
        writer.Raw(columnAttributes);
        AttributeBytes.Write(ref writer, tag, row.Attributes);
    }
}

/// <summary>A NumberDataPoint: of gauges and sums.</summary>
internal static class NumberPoint
{
    public const byte DoubleTag = 4 << 3 | 1, LongTag = 6 << 3 | 1;

    public static int Length(int head) => head + Wire.Fixed64Field;

    public static void Write(ref WireWriter writer, in PointHead head, byte valueTag, long bits)
    {
        head.WriteTimes(ref writer);
        writer.Fixed64(valueTag, bits);
        head.WriteAttributes(ref writer, AttributeBytes.Tag);
    }
}

/// <summary>The points of histograms, whose length depends on their cells.</summary>
internal abstract class HistogramEncoding(Instrument instrument)
{
    private readonly bool _sumIsLong = instrument.Type == NumberType.Long;

    public static HistogramEncoding? For(Instrument instrument) => instrument.Kind switch
    {
        InstrumentKind.Histogram => new ExplicitHistogramEncoding(instrument),
        InstrumentKind.ExponentialHistogram => new ExponentialHistogramEncoding(instrument),
        _ => null,
    };

    /// <summary>Bytes of the point without its times and attributes; -1 where a bucket is unknown and with it the whole value.</summary>
    public abstract int ValueLength(ReadOnlySpan<long> cells);

    public abstract void Write(ref WireWriter writer, in PointHead head, scoped ReadOnlySpan<long> cells);

    /// <summary>All the values there were; -1 where a bucket is unknown.</summary>
    protected static long Count(ReadOnlySpan<long> cells)
    {
        long count = 0;
        foreach (long bucket in cells[..^1])
        {
            if (Cell.IsAbsent(bucket))
                return -1;
            count += bucket;
        }

        return count;
    }

    protected int CountAndSumLength(long count, ReadOnlySpan<long> cells) =>
        (count == 0 ? 0 : Wire.Fixed64Field) + (TryGetSum(cells, out _) ? Wire.Fixed64Field : 0);

    protected void WriteCountAndSum(ref WireWriter writer, long count, scoped ReadOnlySpan<long> cells)
    {
        if (count != 0)
            writer.Fixed64(Wire.Fixed64(4), count);
        if (TryGetSum(cells, out double sum))
            writer.Fixed64(Wire.Fixed64(5), BitConverter.DoubleToInt64Bits(sum));
    }

    private bool TryGetSum(ReadOnlySpan<long> cells, out double sum)
    {
        sum = _sumIsLong ? cells[^1] : BitConverter.Int64BitsToDouble(cells[^1]);
        return _sumIsLong ? !Cell.IsAbsent(cells[^1]) : !Cell.IsAbsent(sum);
    }
}

/// <summary>A HistogramDataPoint: a count for each of the instrument's buckets.</summary>
internal sealed class ExplicitHistogramEncoding : HistogramEncoding
{
    private readonly byte[] _bounds;

    public ExplicitHistogramEncoding(Instrument instrument) : base(instrument)
    {
        int length = instrument.Bounds.Length * sizeof(double);
        _bounds = new byte[length == 0 ? 0 : Wire.Field(length)];
        if (length == 0)
            return;
        var writer = new WireWriter(_bounds);
        writer.Length(Wire.Delimited(7), length);
        foreach (double bound in instrument.Bounds)
            writer.Fixed64(BitConverter.DoubleToInt64Bits(bound));
    }

    public override int ValueLength(ReadOnlySpan<long> cells)
    {
        long count = Count(cells);
        return count < 0 ? -1 : CountAndSumLength(count, cells) + Wire.Field((cells.Length - 1) * sizeof(long)) + _bounds.Length;
    }

    public override void Write(ref WireWriter writer, in PointHead head, scoped ReadOnlySpan<long> cells)
    {
        head.WriteTimes(ref writer);
        WriteCountAndSum(ref writer, Count(cells), cells);
        writer.Length(Wire.Delimited(6), (cells.Length - 1) * sizeof(long));
        foreach (long bucket in cells[..^1])
            writer.Fixed64(bucket);
        writer.Raw(_bounds);
        head.WriteAttributes(ref writer, Wire.Delimited(9));
    }
}

/// <summary>An ExponentialHistogramDataPoint: its positive buckets from the first to the last that holds anything.</summary>
internal sealed class ExponentialHistogramEncoding(Instrument instrument) : HistogramEncoding(instrument)
{
    private readonly uint _scale = Wire.ZigZag(instrument.Scale);
    private readonly int _offset = instrument.Offset;
    private readonly double _threshold = instrument.ZeroThreshold;

    public override int ValueLength(ReadOnlySpan<long> cells)
    {
        long count = Count(cells);
        if (count < 0)
            return -1;
        (int offset, ReadOnlySpan<long> used) = Used(cells);
        return CountAndSumLength(count, cells) + (_scale == 0 ? 0 : 1 + Wire.VarintLength(_scale)) + (cells[0] == 0 ? 0 : Wire.Fixed64Field)
            + (used.IsEmpty ? 0 : Wire.Field(PositiveLength(offset, used))) + (_threshold == 0 ? 0 : Wire.Fixed64Field);
    }

    public override void Write(ref WireWriter writer, in PointHead head, scoped ReadOnlySpan<long> cells)
    {
        head.WriteAttributes(ref writer, Wire.Delimited(1));
        head.WriteTimes(ref writer);
        WriteCountAndSum(ref writer, Count(cells), cells);
        if (_scale != 0)
        {
            writer.Byte(Wire.Varint(6));
            writer.Varint(_scale);
        }

        if (cells[0] != 0)
            writer.Fixed64(Wire.Fixed64(7), cells[0]);
        WritePositive(ref writer, cells);
        if (_threshold != 0)
            writer.Fixed64(Wire.Fixed64(14), BitConverter.DoubleToInt64Bits(_threshold));
    }

    private void WritePositive(ref WireWriter writer, scoped ReadOnlySpan<long> cells)
    {
        (int offset, ReadOnlySpan<long> used) = Used(cells);
        if (used.IsEmpty)
            return;
        writer.Length(Wire.Delimited(8), PositiveLength(offset, used));
        if (offset != 0)
        {
            writer.Byte(Wire.Varint(1));
            writer.Varint(Wire.ZigZag(offset));
        }

        writer.Length(Wire.Delimited(2), CountsLength(used));
        foreach (long bucket in used)
            writer.Varint((ulong)bucket);
    }

    private UsedBuckets Used(ReadOnlySpan<long> cells)
    {
        ReadOnlySpan<long> positive = cells[1..^1];
        int first = positive.IndexOfAnyExcept(0);
        return first < 0 ? default : new UsedBuckets(_offset + first, positive[first..(positive.LastIndexOfAnyExcept(0) + 1)]);
    }

    private static int PositiveLength(int offset, ReadOnlySpan<long> used) =>
        (offset == 0 ? 0 : 1 + Wire.VarintLength(Wire.ZigZag(offset))) + Wire.Field(CountsLength(used));

    private static int CountsLength(ReadOnlySpan<long> used)
    {
        int length = 0;
        foreach (long bucket in used)
            length += Wire.VarintLength((ulong)bucket);
        return length;
    }

    private readonly ref struct UsedBuckets(int offset, ReadOnlySpan<long> counts)
    {
        private readonly ReadOnlySpan<long> _counts = counts;

        public void Deconstruct(out int first, out ReadOnlySpan<long> used)
        {
            first = offset;
            used = _counts;
        }
    }
}
