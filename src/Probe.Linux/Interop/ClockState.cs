using System.Runtime.InteropServices;

namespace Probe.Linux.Interop;

/// <summary>struct timex, as 64-bit Linux has it: 208 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Timex
{
    public uint Modes;
    public long Offset;
    public long Frequency;
    public long MaximumError;
    public long EstimatedError;
    public int Status;
    public long Constant;
    public long Precision;
    public long Tolerance;
    public long TimeSeconds;
    public long TimeFraction;
    public long Tick;
    public long PpsFrequency;
    public long Jitter;
    public int Shift;
    public long Stability;
    public long JitterExceeded;
    public long CalibrationIntervals;
    public long CalibrationErrors;
    public long StabilityExceeded;
    public int TaiOffset;
    private readonly int _reserved0, _reserved1, _reserved2, _reserved3, _reserved4, _reserved5;
    private readonly int _reserved6, _reserved7, _reserved8, _reserved9, _reserved10;
}

/// <summary>What adjtimex(2) filled in, and then what it returned: 216 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ClockState
{
    public Timex Time;
    public int Status;
    private readonly int _padding;
}
