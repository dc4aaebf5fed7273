namespace Probe.Kernel;

/// <summary>Counts what one collector asks of a source and how it was answered.</summary>
/// <remarks>Written by the collector's loop; the counts may be read from anywhere.</remarks>
public sealed class MeteredKernelSource(IKernelSource source) : IKernelSource
{
    private long _calls;
    private long _bytes;
    private long _refused;

    /// <summary>Reads and listings asked for.</summary>
    public long Calls => Volatile.Read(ref _calls);

    /// <summary>Bytes they gave.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Those refused for a missing right.</summary>
    public long Denied { get; private set; }

    /// <summary>Those that did not answer in time.</summary>
    public long Stalled { get; private set; }

    /// <summary>Those that gave nothing, for whatever reason.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>The name last refused for a missing right; null while none was.</summary>
    public string? DeniedName { get; private set; }

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) => Count(source.TryRead(name, buffer), name, buffer);

    /// <inheritdoc/>
    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => Count(source.TryList(name, names), name, names);

    private bool Count(bool answered, ReadOnlySpan<byte> name, KernelBuffer buffer)
    {
        _calls++;
        _bytes += buffer.Span.Length;
        if (answered)
            return true;
        _refused++;
        if (buffer.Refusal == Refusal.Stalled)
            Stalled++;
        if (buffer.Refusal == Refusal.Denied && ++Denied == 1)
            DeniedName = System.Text.Encoding.UTF8.GetString(name);
        return false;
    }
}
