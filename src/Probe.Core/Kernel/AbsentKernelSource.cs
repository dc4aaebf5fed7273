namespace Probe.Kernel;

/// <summary>A source that has nothing: what stands for the system's calls below any root but our own.</summary>
public sealed class AbsentKernelSource : IKernelSource
{
    /// <summary>The one there is.</summary>
    public static readonly AbsentKernelSource Instance = new();

    private AbsentKernelSource()
    {
    }

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) => buffer.Refuse(Refusal.Absent);

    /// <inheritdoc/>
    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => names.Refuse(Refusal.Absent);
}
