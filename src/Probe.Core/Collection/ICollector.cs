using Probe.Snapshots;

namespace Probe.Collection;

/// <summary>Fills its tables from the kernel, once per call, on one thread. Knows nothing of time, logs or wires.</summary>
/// <remarks>What lives between passes (buffers, entities, open sockets) belongs to the collector; one that holds a native resource is disposable.</remarks>
public interface ICollector
{
    /// <summary>Takes one pass.</summary>
    /// <param name="snapshot">Empty tables to fill; rows left out are unknown.</param>
    /// <exception cref="Kernel.KernelFormatException">The kernel's text is not what it promises: the pass is abandoned.</exception>
    void Collect(Snapshot snapshot);
}
