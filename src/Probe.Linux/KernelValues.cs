using Probe.Kernel;

namespace Probe.Linux;

/// <summary>Reads files that hold one value.</summary>
internal static class KernelValues
{
    /// <summary>Reads a whole number and a newline.</summary>
    /// <returns>False where there is no such file or it holds anything else.</returns>
    public static bool TryReadValue(this IKernelSource kernel, ReadOnlySpan<byte> name, KernelBuffer text, out long value)
    {
        value = Metrics.Cell.AbsentLong;
        return kernel.TryRead(name, text) && FieldReader.TryReadValue(text.Span, out value);
    }

    /// <summary>Reads a set of CPUs or nodes, such as those online.</summary>
    /// <returns>False, and an empty list, where there is no such file or it holds anything else.</returns>
    public static bool TryReadSet(this IKernelSource kernel, ReadOnlySpan<byte> name, KernelBuffer text, List<int> members)
    {
        members.Clear();
        return kernel.TryRead(name, text) && CpuList.TryRead(text.Span, members);
    }
}
