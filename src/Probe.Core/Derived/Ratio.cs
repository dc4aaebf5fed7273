using Probe.Metrics;

namespace Probe.Derived;

/// <summary>Shares of limits.</summary>
internal static class Ratio
{
    /// <summary>A part of a limit, from 0 to 1; NaN where either is unknown, the limit is 0, or the part lies outside of it.</summary>
    public static double Of(long part, long limit) =>
        Cell.IsAbsent(part) || Cell.IsAbsent(limit) || limit <= 0 || part < 0 || part > limit ? double.NaN : (double)part / limit;
}
