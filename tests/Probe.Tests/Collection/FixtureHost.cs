using Microsoft.Extensions.Time.Testing;
using Probe.Collection;
using Probe.Kernel;

namespace Probe.Tests.Collection;

/// <summary>A recorded host in time: its folder <c>later</c>, where it has one, is a recording of what had changed at a later moment.</summary>
internal sealed class FixtureHost : IKernelSource
{
    private readonly RecordedHost _first;
    private readonly RecordedHost? _later;
    private RecordedHost? _changed;

    private FixtureHost(string folder)
    {
        _first = RecordedHost.TryLoad(folder) ?? throw new InvalidOperationException($"{folder} has no host.json.");
        _later = RecordedHost.TryLoad(Path.Combine(folder, "later"));
        Clock = new FakeTimeProvider(_first.Time.ToDateTimeOffset());
    }

    /// <summary>Its facts.</summary>
    public HostFacts Facts => _first.Facts;

    /// <summary>Its clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Loads a host, as it was first.</summary>
    /// <param name="system">The system's folder below <c>tests/fixtures</c>.</param>
    /// <param name="host">The host's folder.</param>
    public static FixtureHost Load(string system, string host) => new(Repository.At("tests", "fixtures", system, host));

    /// <summary>The host's later moment comes.</summary>
    /// <returns>False where none was recorded.</returns>
    public bool TryMoveOn()
    {
        if (_later is null)
            return false;
        Clock.Advance(_later.Time - _first.Time);
        _changed = _later;
        return true;
    }

    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) =>
        _changed?.Kernel.TryRead(name, buffer) == true || _first.Kernel.TryRead(name, buffer);

    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) =>
        _changed?.Kernel.TryList(name, names) == true || _first.Kernel.TryList(name, names);
}
