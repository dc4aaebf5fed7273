using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What each Kubernetes pod uses, its sandbox included.</summary>
public static class Pods
{
    /// <summary>Time a pod's processes ran.</summary>
    public static readonly Column CpuTime = Instrument.Counter("k8s.pod.cpu.time", Unit.Seconds, NumberType.Double,
        "Time a pod's processes ran.")
        .From("pod-level cgroup cpu.stat usage_usec").On(Systems.Linux).Optional();

    /// <summary>Memory charged to a pod, its page cache included.</summary>
    public static readonly Column MemoryUsage = Instrument.UpDownCounter("k8s.pod.memory.usage", Unit.Bytes, NumberType.Long,
        "Memory charged to a pod, its page cache included.")
        .From("pod-level memory.current").On(Systems.Linux).Optional();

    /// <summary>Memory of a pod that is not easily taken back: what is charged to it, less file pages out of use.</summary>
    public static readonly Column WorkingSet = Instrument.UpDownCounter("k8s.pod.memory.working_set", Unit.Bytes, NumberType.Long,
        "Memory of a pod that is not easily taken back: what is charged to it, less file pages out of use.")
        .From("pod-level memory.current - inactive_file").On(Systems.Linux).Optional();

    /// <summary>Anonymous memory of a pod.</summary>
    public static readonly Column Rss = Instrument.UpDownCounter("k8s.pod.memory.rss", Unit.Bytes, NumberType.Long,
        "Anonymous memory of a pod.")
        .From("pod-level memory.stat anon").On(Systems.Linux).Optional();

    /// <summary>Memory a pod could still take before it meets its limit.</summary>
    public static readonly Column MemoryAvailable = Instrument.UpDownCounter("k8s.pod.memory.available", Unit.Bytes, NumberType.Long,
        "Memory a pod could still take before it meets its limit.")
        .From("pod-level memory.max - working_set").On(Systems.Linux).Optional();

    /// <summary>Page faults of a pod that had to wait for storage, and that did not.</summary>
    public static readonly Instrument PageFaults = Instrument.Counter("k8s.pod.paging.faults", Unit.Of("fault"), NumberType.Long,
        "Page faults of a pod that had to wait for storage, and that did not.")
        .From("pod-level memory.stat").On(Systems.Linux).Optional();

    /// <summary><see cref="PageFaults"/> of <c>major</c>.</summary>
    public static readonly Column MajorPageFaults = PageFaults.At((Attributes.SystemPagingFaultType, "major"));

    /// <summary><see cref="PageFaults"/> of <c>minor</c>.</summary>
    public static readonly Column MinorPageFaults = PageFaults.At((Attributes.SystemPagingFaultType, "minor"));

    /// <summary>Time since a pod's sandbox started.</summary>
    public static readonly Column Uptime = Instrument.Gauge("k8s.pod.uptime", Unit.Seconds, NumberType.Double,
        "Time since a pod's sandbox started.")
        .From("start time of the sandbox process").On(Systems.Linux).Optional();

    /// <summary>CPUs a pod kept busy between two passes.</summary>
    public static readonly Column CpuUsage = Instrument.Gauge("k8s.pod.cpu.usage", Unit.Of("cpu"), NumberType.Double,
        "CPUs a pod kept busy between two passes.")
        .From("delta(k8s.pod.cpu.time)/elapsed").On(Systems.Linux).Optional();

    /// <summary>Bytes a pod received and sent, by interface.</summary>
    public static readonly Instrument NetworkIo = Instrument.Counter("k8s.pod.network.io", Unit.Bytes, NumberType.Long,
        "Bytes a pod received and sent, by interface.")
        .From("/proc/[pid]/net/dev of the sandbox").On(Systems.Linux).Optional();

    /// <summary><see cref="NetworkIo"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveNetworkIo = NetworkIo.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="NetworkIo"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitNetworkIo = NetworkIo.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets a pod received or sent in error, by interface.</summary>
    public static readonly Instrument NetworkErrors = Instrument.Counter("k8s.pod.network.errors", Unit.Of("error"), NumberType.Long,
        "Packets a pod received or sent in error, by interface.")
        .From("/proc/[pid]/net/dev of the sandbox").On(Systems.Linux).Optional();

    /// <summary><see cref="NetworkErrors"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveNetworkErrors = NetworkErrors.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="NetworkErrors"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitNetworkErrors = NetworkErrors.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Table <c>pod</c>: a row for each pod.</summary>
    public static readonly Schema All = new("pod", resourceKeys: ResourceKeys.Pod, keys: [], details: [],
        columns: [CpuTime, MemoryUsage, WorkingSet, Rss, MemoryAvailable, MajorPageFaults, MinorPageFaults, Uptime], Scope.Pod);

    /// <summary>Table <c>pod.utilization</c>: a row for each pod.</summary>
    public static readonly Schema Utilization = new("pod.utilization", resourceKeys: ResourceKeys.Pod, keys: [], details: [],
        columns: [CpuUsage], Scope.Pod);

    /// <summary>Table <c>pod.network</c>: a row for each pod and <c>network.interface.name</c>.</summary>
    public static readonly Schema Interfaces = new("pod.network", resourceKeys: ResourceKeys.Pod, keys: [Attributes.NetworkInterfaceName], details: [],
        columns: [ReceiveNetworkIo, TransmitNetworkIo, ReceiveNetworkErrors, TransmitNetworkErrors], Scope.Pod);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [All, Utilization, Interfaces];
}
