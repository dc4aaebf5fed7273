namespace Probe.Benchmarks;

/// <summary>What a thing took, time after time.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Median => At(0.5);

    public void Add(double value) => _values.Add(value);

    /// <summary>The value below which that part of them lies.</summary>
    public double At(double part)
    {
        double[] sorted = [.. _values.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))];
    }
}
