using System.Collections.Immutable;
using System.Text;

namespace Probe.Kernel;

/// <summary>One kernel made of several sources: the longest prefix that fits a name takes it.</summary>
/// <remarks>A name below no prefix goes to the root. So calls (<c>/statvfs/</c>, <c>/netlink/</c>) stand beside files.</remarks>
public sealed class KernelMounts : IKernelSource
{
    private readonly IKernelSource _root;
    private readonly ImmutableArray<(byte[] Prefix, IKernelSource Source)> _mounts;

    /// <param name="root">Takes what no prefix takes.</param>
    /// <param name="mounts">Prefixes or whole names, and their sources.</param>
    public KernelMounts(IKernelSource root, params ReadOnlySpan<(string Prefix, IKernelSource Source)> mounts)
    {
        var sorted = ImmutableArray.CreateBuilder<(byte[] Prefix, IKernelSource Source)>();
        foreach ((string prefix, IKernelSource source) in mounts)
            sorted.Add((Encoding.UTF8.GetBytes(prefix), source));
        sorted.Sort(static (a, b) => b.Prefix.Length - a.Prefix.Length);
        _mounts = sorted.ToImmutable();
        _root = root;
    }

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) => Find(name).TryRead(name, buffer);

    /// <inheritdoc/>
    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => Find(name).TryList(name, names);

    private IKernelSource Find(ReadOnlySpan<byte> name)
    {
        foreach ((byte[] prefix, IKernelSource source) in _mounts)
        {
            if (name.StartsWith(prefix))
                return source;
        }

        return _root;
    }
}
