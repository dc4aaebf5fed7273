using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Linux.Interop;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>The wall clock, and how well the kernel believes it to be in step.</summary>
/// <remarks>
/// Source: <c>/call/adjtimex</c>; see adjtimex(2). Errors are microseconds; offset, jitter and the time's
/// fraction are nanoseconds once a time service chose so.
/// Without a pulse-per-second signal there is no jitter and no calibration interval.
/// </remarks>
internal sealed class ClockCollector(CollectorContext context) : ICollector
{
    private const int NotSynchronized = 5;                  // TIME_ERROR
    private const int PpsSignal = 0x100, Nano = 0x2000;     // STA_PPSSIGNAL, STA_NANO
    private const double FrequencyUnit = 65536 * 1e6;       // parts per million, scaled by 2^16

    private readonly KernelBuffer _bytes = new();
    private readonly Entity _clock = new(Machine.Clock, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        if (context.Kernel.TryRead("/call/adjtimex"u8, _bytes) && _bytes.Span.Length == Unsafe.SizeOf<ClockState>())
            Fill(snapshot[Machine.Clock].Add(_clock), MemoryMarshal.Read<ClockState>(_bytes.Span));
    }

    private static void Fill(Table.Row row, in ClockState state)
    {
        ref readonly Timex time = ref state.Time;
        double unit = (time.Status & Nano) != 0 ? 1e9 : 1e6;
        row[Machine.ClockTime] = time.TimeSeconds + time.TimeFraction / unit;
        row[Machine.ClockOffset] = time.Offset / unit;
        row[Machine.EstimatedClockError] = time.EstimatedError / 1e6;
        row[Machine.MaximumClockError] = time.MaximumError / 1e6;
        row.Set(Machine.ClockSynchronized, state.Status == NotSynchronized ? 0L : 1L);
        row[Machine.ClockFrequencyAdjustment] = 1 + time.Frequency / FrequencyUnit;
        row[Machine.ClockTaiOffset] = time.TaiOffset;
        if ((time.Status & PpsSignal) != 0)
        {
            row[Machine.JitterClockPps] = time.Jitter / unit;
            row[Machine.ShiftClockPps] = Math.ScaleB(1, time.Shift);
        }
    }
}
