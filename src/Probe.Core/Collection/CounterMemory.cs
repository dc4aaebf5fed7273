using Probe.Metrics;

namespace Probe.Collection;

/// <summary>The counters of one thing as they were last seen: tells when they began anew.</summary>
/// <remarks>A thing that was taken away and made again under its name between two passes shows by a counter that is less than it was.</remarks>
public sealed class CounterMemory(int counters)
{
    private readonly long[] _last = NewLast(counters);

    /// <summary>Takes the counters as they are now; an unknown one says nothing.</summary>
    /// <returns>True when one of them fell: all of them began anew.</returns>
    public bool Fell(ReadOnlySpan<long> now)
    {
        bool fell = false;
        for (int i = 0; i < now.Length; i++)
        {
            if (Cell.IsAbsent(now[i]))
                continue;
            fell |= now[i] < _last[i];      // what was not seen yet is the smallest long
            _last[i] = now[i];
        }

        return fell;
    }

    private static long[] NewLast(int counters)
    {
        long[] last = new long[counters];
        Array.Fill(last, Cell.AbsentLong);
        return last;
    }
}
