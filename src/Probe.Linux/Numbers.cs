using Probe.Metrics;

namespace Probe.Linux;

/// <summary>Sums of whole numbers of which any may be unknown: then the result is.</summary>
internal static class Numbers
{
    /// <summary>A count in a larger unit; unknown where it does not fit.</summary>
    public static long Scale(long value, long scale) =>
        Cell.IsAbsent(value) || value > long.MaxValue / scale ? Cell.AbsentLong : value * scale;

    /// <summary>So many of a size; unknown where it does not fit.</summary>
    public static long Multiply(long count, long size) =>
        Cell.IsAbsent(size) ? Cell.AbsentLong : size == 0 ? 0 : Scale(count, size);

    /// <summary>The sum of two counts; unknown where it does not fit.</summary>
    public static long Add(long left, long right) =>
        Cell.IsAbsent(left) || Cell.IsAbsent(right) || left > long.MaxValue - right ? Cell.AbsentLong : left + right;

    /// <summary>What is left of a count; unknown where it would be negative, since the kernel did not read both at one moment.</summary>
    public static long Subtract(long from, long what) =>
        Cell.IsAbsent(from) || Cell.IsAbsent(what) || what > from ? Cell.AbsentLong : from - what;

    /// <summary>A count of parts of a unit: ticks, milliseconds, hundredths.</summary>
    public static double Divide(long value, double parts) => Cell.IsAbsent(value) ? double.NaN : value / parts;
}
