namespace Probe.Benchmarks.Host;

/// <summary>A pass of ours beside bare preads in C, turn by turn in one run.</summary>
internal static class HostComparison
{
    private const int Turns = 100, PassesATurn = 50, Settling = 5, ColdPasses = 200;

    public static void Run(string reference)
    {
        using var native = new NativeReference(reference);
        HostPass tables = Settled(toRings: false), rings = Settled(toRings: true);
        Compare(native, tables, rings);
        Console.WriteLine($"  allocated in 1,000 passes: {tables.MeasureAllocation(1000)} bytes, with commits {rings.MeasureAllocation(1000)} bytes; {tables.Rows} rows a pass");
        Console.WriteLine($"  parts, µs: {string.Join(", ", tables.MeasureParts(500).Select(p => $"{p.Name} {p.Microseconds:F1}"))}");
    }

    /// <summary>A pass whose files are open, whose entities are made and whose rings are full.</summary>
    private static HostPass Settled(bool toRings)
    {
        var pass = new HostPass(toRings);
        pass.Measure(cold: false, 3000);
        return pass;
    }

    private static void Compare(NativeReference native, HostPass tables, HostPass rings)
    {
        Samples c = new(), hot = new(), hotRings = new(), coldC = new(), cold = new(), coldRings = new();
        for (int turn = 0; turn < Turns; turn++)
        {
            Add(c, native.Measure(cold: false, PassesATurn));
            Add(hot, tables.Measure(cold: false, PassesATurn));
            Add(hotRings, rings.Measure(cold: false, PassesATurn));
        }

        for (int i = 0; i < ColdPasses; i++)
        {
            coldC.Add(native.Measure(cold: true, 1)[0] / 1000.0);
            cold.Add(tables.Measure(cold: true, 1)[0] / 1000.0);
            coldRings.Add(rings.Measure(cold: true, 1)[0] / 1000.0);
        }

        Print("hot", hot, c, 1.15);
        Print("hot, committed to rings", hotRings, c, null);
        Print("cold", cold, coldC, null);
        Print("cold, committed to rings", coldRings, coldC, null);
    }

    private static void Add(Samples samples, long[] took)
    {
        foreach (long nanoseconds in took.AsSpan(Settling))
            samples.Add(nanoseconds / 1000.0);
    }

    private static void Print(string duty, Samples ours, Samples reference, double? goal)
    {
        double ratio = ours.Median / reference.Median;
        string verdict = goal is null ? "" : ratio <= goal ? $" (goal {goal}: met)" : $" (goal {goal}: MISSED)";
        Console.WriteLine($"  {duty,-25} ours {ours.Median,7:F1} µs (p10 {ours.At(0.1):F1}), C preads {reference.Median,7:F1} µs (p10 {reference.At(0.1):F1}), ratio {ratio:F3}{verdict}");
    }
}
