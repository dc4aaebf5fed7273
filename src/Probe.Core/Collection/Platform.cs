using System.Collections.Immutable;
using Probe.Kernel;

namespace Probe.Collection;

/// <summary>A system's one public door: its kernel, its facts and its roster.</summary>
public sealed record Platform(IKernelSource Kernel, HostFacts Host, ImmutableArray<CollectorDescriptor> Collectors);
