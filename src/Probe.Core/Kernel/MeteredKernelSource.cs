namespace Probe.Kernel;

/// <summary>The ways by which a collector reads what it reads.</summary>
[Flags]
public enum KernelPaths
{
    /// <summary>None that has a name.</summary>
    None = 0,

    /// <summary>Records that an eBPF program wrote.</summary>
    Bpf = 1,

    /// <summary>Netlink messages.</summary>
    Netlink = 2,

    /// <summary>Text of /proc and /sys.</summary>
    Text = 4,
}

/// <summary>Counts what one collector asks of a source and how it was answered.</summary>
/// <remarks>Written by the collector's loop; the counts may be read from anywhere.</remarks>
public sealed class MeteredKernelSource(IKernelSource source) : IKernelSource
{
    private long _calls;
    private long _bytes;
    private long _refused;
    private KernelPaths _paths;

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

    /// <summary>The ways by which it was answered since this was last asked.</summary>
    public KernelPaths TakePaths()
    {
        KernelPaths paths = _paths;
        _paths = KernelPaths.None;
        return paths;
    }

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) => Count(source.TryRead(name, buffer), name, buffer);

    /// <inheritdoc/>
    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => Count(source.TryList(name, names), name, names);

    private bool Count(bool answered, ReadOnlySpan<byte> name, KernelBuffer buffer)
    {
        _calls++;
        _bytes += buffer.Span.Length;
        if (answered)
        {
            _paths |= PathOf(name);
            return true;
        }

        _refused++;
        if (buffer.Refusal == Refusal.Stalled)
            Stalled++;
        if (buffer.Refusal == Refusal.Denied && ++Denied == 1)
            DeniedName = System.Text.Encoding.UTF8.GetString(name);
        return false;
    }

    private static KernelPaths PathOf(ReadOnlySpan<byte> name) =>
        name.StartsWith("/proc/"u8) || name.StartsWith("/sys/"u8) ? KernelPaths.Text
        : name.StartsWith("/netlink/"u8) ? KernelPaths.Netlink
        : name.StartsWith("/bpf/"u8) ? KernelPaths.Bpf
        : KernelPaths.None;
}
