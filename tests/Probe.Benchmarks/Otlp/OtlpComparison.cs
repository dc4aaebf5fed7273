using System.Diagnostics;

namespace Probe.Benchmarks.Otlp;

/// <summary>Probe's encoder beside the OpenTelemetry SDK, turn by turn in one run.</summary>
internal static class OtlpComparison
{
    private const int Metrics = 50, Rows = 100, Pairs = 21, Settling = 50, CallsATurn = 10;

    public static void Run()
    {
        Console.WriteLine($"Encoding {Metrics * Rows} points, {Metrics} metrics with three attributes a point; median of {Pairs} turns each:");
        var own = new OwnEncoding(Metrics, Rows);
        using var made = new SdkEncoding(Metrics, Rows, prebuilt: false);
        using var prebuilt = new SdkEncoding(Metrics, Rows, prebuilt: true);
        var ours = new Turns(() => own.Encode());
        var perMeasurement = new Turns(() => made.Encode());
        var fromPrebuilt = new Turns(() => prebuilt.Encode());
        Turns[] all = [ours, perMeasurement, fromPrebuilt];
        foreach (Turns turns in all)
            turns.Settle();
        for (int pair = 0; pair < Pairs; pair++)
        {
            foreach (Turns turns in all)
                turns.Measure();
        }

        ours.Print("Probe's encoder", null, 0);
        perMeasurement.Print("SDK, tags made per measurement", ours, 10);
        fromPrebuilt.Print("SDK, measurements prebuilt", ours, 5);
    }

    /// <summary>One of them, time after time.</summary>
    private sealed class Turns(Func<long> encode)
    {
        private readonly Samples _microseconds = new();
        private long _bytes;
        private long _allocated;

        public void Settle()
        {
            for (int i = 0; i < Settling; i++)
                _bytes = encode();
        }

        public void Measure()
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            for (int i = 0; i < CallsATurn; i++)
                encode();
            _microseconds.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / CallsATurn);
            _allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / CallsATurn;
        }

        public void Print(string name, Turns? ours, double goal)
        {
            string ratio = "";
            if (ours is not null)
            {
                double times = _microseconds.Median / ours._microseconds.Median;
                ratio = $", {times:F1} x ours (goal {goal}: {(times >= goal ? "met" : "MISSED")})";
            }

            Console.WriteLine($"  {name,-32} {_microseconds.Median,8:F0} µs, {_allocated,8} bytes allocated, {_bytes,7} bytes encoded{ratio}");
        }
    }
}
