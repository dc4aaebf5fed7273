using Probe.Metrics;

namespace Probe.Linux;

/// <summary>The ticks of one processor, or of all of them, made to never fall.</summary>
/// <remarks>
/// The kernel reads idle and iowait of a sleeping processor without a lock, so they may step back by a little: then the
/// last value stands until they catch up. When a processor was switched off and on, some kernels begin both from zero:
/// then the total goes on from where it was.
/// </remarks>
internal sealed class ProcessorTimes(Entity entity)
{
    /// <summary>Fields of a line: user, nice, system, idle, iowait, irq, softirq, steal, guest, guest_nice.</summary>
    public const int Fields = 10;

    /// <summary>The fields of hardware and software interrupts.</summary>
    public const int Irq = 5, Softirq = 6;

    private const long LargestStepBack = 300;       // three seconds at the 100 Hz of every common architecture

    private readonly long[] _last = new long[Fields];
    private readonly long[] _before = new long[Fields];

    /// <summary>Whose ticks they are.</summary>
    public Entity Entity { get; } = entity;

    /// <summary>Takes what the kernel says of a field, and gives back what may be told.</summary>
    public long Steady(int field, long ticks)
    {
        if (Cell.IsAbsent(ticks))
            return ticks;
        ref long last = ref _last[field];
        if (ticks < last)
        {
            if (last - ticks <= LargestStepBack)
                return _before[field] + last;
            _before[field] += last;
        }

        last = ticks;
        return _before[field] + ticks;
    }
}
