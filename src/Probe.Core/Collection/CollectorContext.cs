using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Collection;

/// <summary>All a collector may know.</summary>
/// <param name="Kernel">Where facts come from.</param>
/// <param name="Host">Facts that hold from boot to shutdown.</param>
/// <param name="Clock">The clocks; a collector needs them only where a value is a time.</param>
/// <param name="Store">What other collectors saw: the source of a derived collector, no business of the rest.</param>
public sealed record CollectorContext(IKernelSource Kernel, HostFacts Host, TimeProvider Clock, SnapshotStore Store);

/// <summary>Facts about a host that hold from boot to shutdown.</summary>
/// <param name="Boot">When it booted, by the wall clock: the start of its counters.</param>
/// <param name="ClockTick">Seconds in one tick of the kernel's accounting clock (USER_HZ), usually 0.01.</param>
/// <param name="PageSize">Bytes in a page of memory.</param>
public sealed record HostFacts(Timestamp Boot, double ClockTick, int PageSize);
