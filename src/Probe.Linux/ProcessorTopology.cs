using System.Collections.Immutable;
using System.Text;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>The processors online, and the cores and packages they belong to. Read again only when the set of them changes.</summary>
internal sealed class ProcessorTopology(IKernelSource kernel)
{
    private readonly KernelBuffer _text = new();
    private byte[] _seen = [];

    /// <summary>Numbers of the processors online, ascending.</summary>
    public ImmutableArray<int> Online { get; private set; } = [];

    /// <summary>The first processor online of each core; empty where a processor does not tell its core.</summary>
    public ImmutableArray<int> CoreLeaders { get; private set; } = [];

    /// <summary>The first processor online of each package; empty where a processor does not tell its package.</summary>
    public ImmutableArray<int> PackageLeaders { get; private set; } = [];

    /// <summary>Physical cores, or absent.</summary>
    public long Cores => CoreLeaders.IsEmpty ? Cell.AbsentLong : CoreLeaders.Length;

    /// <summary>Packages, or absent.</summary>
    public long Packages => PackageLeaders.IsEmpty ? Cell.AbsentLong : PackageLeaders.Length;

    /// <summary>Brings it up to date.</summary>
    /// <returns>False when the kernel tells no processors.</returns>
    public bool Refresh()
    {
        if (!kernel.TryRead("/sys/devices/system/cpu/online"u8, _text))
            return false;
        if (_text.Span.SequenceEqual(_seen))
            return !Online.IsEmpty;
        _seen = _text.Span.ToArray();
        var online = new List<int>();
        CpuList.TryRead(_seen, online);
        Online = [.. online];
        ReadLeaders();
        return !Online.IsEmpty;
    }

    private void ReadLeaders()
    {
        CoreLeaders = PackageLeaders = [];
        var cores = new Dictionary<(long Package, long Core), int>();
        var packages = new Dictionary<long, int>();
        foreach (int number in Online)
        {
            if (!TryReadTopology(number, "physical_package_id", out long package) || !TryReadTopology(number, "core_id", out long core))
                return;
            cores.TryAdd((package, core), number);
            packages.TryAdd(package, number);
        }

        CoreLeaders = [.. cores.Values.Order()];
        PackageLeaders = [.. packages.Values.Order()];
    }

    // An architecture that does not know answers -1.
    private bool TryReadTopology(int number, string fact, out long value) =>
        kernel.TryReadValue(Encoding.UTF8.GetBytes($"/sys/devices/system/cpu/cpu{number}/topology/{fact}"), _text, out value) && value >= 0;
}
