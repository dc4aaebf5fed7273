using Probe.Collection;
using Probe.Kernel;
using Probe.Linux;
using Probe.Metrics;

namespace Probe.Hosting;

/// <summary>Finds the platform of the system we run on.</summary>
internal static class Platforms
{
    /// <summary>That system's kernel, facts and roster; an empty roster where there are no collectors yet.</summary>
    /// <param name="root">The folder below which its files lie.</param>
    /// <param name="clock">The clock that stands in for what the root does not say.</param>
    public static Platform Create(string root, TimeProvider clock) => OperatingSystem.IsLinux()
        ? LinuxPlatform.Create(root, clock)
        : new Platform(AbsentKernelSource.Instance, new HostFacts(Timestamp.From(clock.GetUtcNow()), ClockTick: 0.01, Environment.SystemPageSize), []);
}
