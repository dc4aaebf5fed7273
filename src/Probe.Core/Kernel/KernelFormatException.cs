namespace Probe.Kernel;

/// <summary>The kernel's text is not what the kernel promises.</summary>
/// <param name="source">The name it was read from.</param>
/// <param name="offset">The first byte that does not fit.</param>
/// <param name="expectation">What should stand there, such as <c>an integer</c>.</param>
public sealed class KernelFormatException(string source, int offset, string expectation)
    : Exception($"{source}: expected {expectation} at byte {offset}.")
{
    /// <summary>The first byte that does not fit.</summary>
    public int Offset { get; } = offset;
}
