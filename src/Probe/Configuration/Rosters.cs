using System.Collections.Immutable;
using Probe.Collection;
using Probe.Hosting.SelfMetrics;
using Probe.Linux;

namespace Probe.Configuration;

/// <summary>The collectors of the system that Probe runs on.</summary>
internal static class Rosters
{
    /// <summary>Their descriptors, in order; none where there are no collectors for this system yet.</summary>
    public static ImmutableArray<CollectorDescriptor> Collectors { get; } = OperatingSystem.IsLinux() ? [.. LinuxRoster.Collectors, .. SelfRoster.Collectors] : [];
}
