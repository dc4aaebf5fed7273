using Probe.Kernel;

namespace Probe.Linux;

/// <summary>Reads files that hold one number.</summary>
internal static class KernelValues
{
    /// <summary>Reads a whole number and a newline.</summary>
    /// <returns>False where there is no such file or it holds anything else.</returns>
    public static bool TryReadValue(this IKernelSource kernel, ReadOnlySpan<byte> name, KernelBuffer text, out long value)
    {
        value = Metrics.Cell.AbsentLong;
        return kernel.TryRead(name, text) && FieldReader.TryReadValue(text.Span, out value);
    }
}
