namespace Probe.Metrics;

/// <summary>The bit patterns of 64-bit cells.</summary>
public static class Cell
{
    /// <summary>What stands in a cell of whole numbers whose value is unknown.</summary>
    public const long AbsentLong = long.MinValue;

    /// <summary>The bits of the NaN that stands in a cell of doubles whose value is unknown.</summary>
    public static readonly long AbsentDoubleBits = BitConverter.DoubleToInt64Bits(double.NaN);

    /// <summary>True when a cell of doubles holds no value.</summary>
    public static bool IsAbsent(double value) => double.IsNaN(value);

    /// <summary>True when a cell of whole numbers holds no value.</summary>
    public static bool IsAbsent(long value) => value == AbsentLong;
}
