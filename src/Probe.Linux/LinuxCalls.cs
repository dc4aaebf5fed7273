using System.Runtime.InteropServices;
using Probe.Kernel;
using Probe.Linux.Interop;

namespace Probe.Linux;

/// <summary>System calls as bytes by name, below <c>/call/</c>.</summary>
/// <remarks><c>/call/adjtimex</c> is a <see cref="ClockState"/>: what adjtimex(2) filled in, and then what it returned.
/// <c>/call/kmsg</c> is every record of the kernel's log, as <c>/dev/kmsg</c> gives them one by one.</remarks>
internal sealed class LinuxCalls : IKernelSource
{
    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer)
    {
        if (name.SequenceEqual("/call/adjtimex"u8))
            return TryReadClock(buffer);
        return name.SequenceEqual("/call/kmsg"u8) ? KernelLogReader.TryRead(buffer) : buffer.Refuse(Refusal.Absent);
    }

    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => names.Refuse(Refusal.Absent);

    private static bool TryReadClock(KernelBuffer buffer)
    {
        var state = new ClockState();       // modes 0: nothing is changed
        state.Status = Libc.AdjustTime(ref state.Time);
        if (state.Status < 0)
            return buffer.Refuse(Refusal.Denied, Marshal.GetLastPInvokeError());
        buffer.Accept(MemoryMarshal.AsBytes(new ReadOnlySpan<ClockState>(in state)));
        return true;
    }
}
