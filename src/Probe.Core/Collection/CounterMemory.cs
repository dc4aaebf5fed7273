using System.Numerics;
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
        Span<long> last = _last;
        Vector<long> absent = new(Cell.AbsentLong), fell = Vector<long>.Zero;
        int i = 0;
        for (; i <= now.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            Vector<long> before = new(last[i..]), here = new(now[i..]), unknown = Vector.Equals(here, absent);
            fell |= Vector.AndNot(Vector.LessThan(here, before), unknown);      // what was not seen yet is the smallest long
            Vector.ConditionalSelect(unknown, before, here).CopyTo(last[i..]);
        }

        bool anyFell = fell != Vector<long>.Zero;
        for (; i < now.Length; i++)
        {
            if (Cell.IsAbsent(now[i]))
                continue;
            anyFell |= now[i] < last[i];
            last[i] = now[i];
        }

        return anyFell;
    }

    private static long[] NewLast(int counters)
    {
        long[] last = new long[counters];
        Array.Fill(last, Cell.AbsentLong);
        return last;
    }
}
