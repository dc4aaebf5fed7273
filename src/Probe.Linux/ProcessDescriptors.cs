using System.Buffers.Binary;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>How many descriptors a process has open.</summary>
/// <remarks>Sources: the size of <c>/proc/PID/fd</c>, which since Linux 6.2 is their number; before that, or where it is 0, the listing (CAP_SYS_PTRACE for others' processes).</remarks>
internal sealed class ProcessDescriptors(CollectorContext context, ProcessNames names)
{
    private readonly KernelBuffer _answer = new();

    /// <summary>Counts them; absent where that may not be known.</summary>
    public long Count(int pid)
    {
        if (context.Kernel.TryRead(names.Of(pid, "/fd"u8, "/size"u8), _answer) && _answer.Span.Length == sizeof(long)
            && BinaryPrimitives.ReadInt64LittleEndian(_answer.Span) is > 0 and long size)
            return size;
        return context.Kernel.TryList(names.Of(pid, "/fd"u8), _answer) ? _answer.Span.Count((byte)0) : Cell.AbsentLong;
    }
}
