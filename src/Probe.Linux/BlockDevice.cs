using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>A block device between passes: who it is, and its counters made whole.</summary>
/// <remarks>
/// The kernel prints times in milliseconds as 32 bits, which a busy disk passes in days: where one falls from the upper half to the lower,
/// while no count fell, it has wrapped, and the total goes on. Any other fall means that the device was made anew under its name.
/// </remarks>
internal sealed class BlockDevice(string name, bool isPartition, Timestamp since)
{
    /// <summary>Numbers of a line: 11 of old, 4 of discards, 2 of flushes.</summary>
    public const int Fields = 17;

    private const int Pending = 8;
    private const long Half = 1L << 31, Whole = 1L << 32;

    private static readonly ImmutableArray<int> s_times = [3, 7, 9, 10, 14, 16];

    private readonly CounterMemory _counts = new(Fields);
    private readonly long[] _lastTimes = new long[Fields];
    private readonly long[] _wrapped = new long[Fields];
    private Entity _entity = new(Disk.Devices, since, name);

    /// <summary>Part of another device, which counts its traffic.</summary>
    public bool IsPartition => isPartition;

    /// <summary>Backed by memory or by a file, and often there without a use.</summary>
    public bool IsVirtual { get; } = name.StartsWith("loop", StringComparison.Ordinal) || name.StartsWith("ram", StringComparison.Ordinal);

    /// <summary>Makes the times of a line whole, and says whose row it is.</summary>
    /// <param name="counts">The numbers of its line.</param>
    /// <param name="lastPass">When it was seen last: where its counters began anew, they did so after that.</param>
    public Entity Take(Span<long> counts, Timestamp lastPass)
    {
        Span<long> widened = stackalloc long[Fields];
        counts.CopyTo(widened);
        foreach (int time in s_times)
            Widen(time, ref widened[time]);

        long pending = counts[Pending];
        counts[Pending] = widened[Pending] = Cell.AbsentLong;       // a value of the moment, free to fall
        if (_counts.Fell(widened))
        {
            Array.Clear(_wrapped);
            _counts.Fell(counts);
            _entity = new Entity(Disk.Devices, lastPass, name);
        }
        else
        {
            widened.CopyTo(counts);
        }

        counts[Pending] = pending;
        return _entity;
    }

    private void Widen(int time, ref long milliseconds)
    {
        if (Cell.IsAbsent(milliseconds))
            return;
        if (_lastTimes[time] is >= Half and < Whole && milliseconds < Half)
            _wrapped[time] += Whole;
        _lastTimes[time] = milliseconds;
        milliseconds += _wrapped[time];
    }
}
