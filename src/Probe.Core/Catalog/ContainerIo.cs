using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What a container reads, writes, sends and receives.</summary>
public static class ContainerIo
{
    /// <summary>Bytes a container read from and wrote to a block device.</summary>
    public static readonly Instrument DiskIo = Instrument.Counter("container.disk.io", Unit.Bytes, NumberType.Long,
        "Bytes a container read from and wrote to a block device.")
        .From("v2 io.stat rbytes,wbytes; v1 blkio.throttle.io_service_bytes").On(Systems.Linux);

    /// <summary><see cref="DiskIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskIo = DiskIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskIo = DiskIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Reads and writes of a container that a block device completed.</summary>
    public static readonly Instrument DiskOperations = Instrument.Counter("container.disk.operations", Unit.Of("operation"), NumberType.Long,
        "Reads and writes of a container that a block device completed.")
        .From("v2 io.stat rios,wios; v1 blkio.throttle.io_serviced").On(Systems.Linux);

    /// <summary><see cref="DiskOperations"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskOperations = DiskOperations.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskOperations"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskOperations = DiskOperations.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Time a container's reads and writes took on a block device, summed over requests.</summary>
    public static readonly Instrument DiskOperationTime = Instrument.Counter("container.disk.operation_time", Unit.Seconds, NumberType.Double,
        "Time a container's reads and writes took on a block device, summed over requests.")
        .From("v1 blkio.io_service_time_recursive (ns); v2 has none").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskOperationTime"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskOperationTime = DiskOperationTime.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskOperationTime"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskOperationTime = DiskOperationTime.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Requests of a container that were merged into a neighbor.</summary>
    public static readonly Instrument DiskMerged = Instrument.Counter("container.disk.merged", Unit.Of("operation"), NumberType.Long,
        "Requests of a container that were merged into a neighbor.")
        .From("v1 blkio.io_merged_recursive; v2 has none").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskMerged"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskMerged = DiskMerged.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskMerged"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskMerged = DiskMerged.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Requests of a container that wait for a block device.</summary>
    public static readonly Instrument DiskPending = Instrument.UpDownCounter("container.disk.operation.pending", Unit.Of("operation"), NumberType.Long,
        "Requests of a container that wait for a block device.")
        .From("v1 blkio.io_queued_recursive; v2 has none").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskPending"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskPending = DiskPending.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskPending"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskPending = DiskPending.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Bytes a container discarded on a block device.</summary>
    public static readonly Column DiscardIo = Instrument.Counter("container.disk.discard.io", Unit.Bytes, NumberType.Long,
        "Bytes a container discarded on a block device.")
        .From("v2 io.stat dbytes").On(Systems.Linux).Optional();

    /// <summary>Bytes and operations a second that a container may ask of a block device.</summary>
    public static readonly Instrument DiskLimit = Instrument.Gauge("container.disk.limit", Unit.One, NumberType.Long,
        "Bytes and operations a second that a container may ask of a block device.")
        .From("v2 io.max rbps,wbps,riops,wiops (per second)").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskLimit"/> of <c>read_bytes</c>.</summary>
    public static readonly Column ReadBytesDiskLimit = DiskLimit.At((Attributes.ContainerDiskLimitType, "read_bytes"));

    /// <summary><see cref="DiskLimit"/> of <c>write_bytes</c>.</summary>
    public static readonly Column WriteBytesDiskLimit = DiskLimit.At((Attributes.ContainerDiskLimitType, "write_bytes"));

    /// <summary><see cref="DiskLimit"/> of <c>read_operations</c>.</summary>
    public static readonly Column ReadOperationsDiskLimit = DiskLimit.At((Attributes.ContainerDiskLimitType, "read_operations"));

    /// <summary><see cref="DiskLimit"/> of <c>write_operations</c>.</summary>
    public static readonly Column WriteOperationsDiskLimit = DiskLimit.At((Attributes.ContainerDiskLimitType, "write_operations"));

    /// <summary>Time of a block device that a container was charged for, waited for, and owes, as the kernel's cost model reckons.</summary>
    public static readonly Instrument DiskCost = Instrument.Counter("container.disk.cost.time", Unit.Seconds, NumberType.Double,
        "Time of a block device that a container was charged for, waited for, and owes, as the kernel's cost model reckons.")
        .From("v2 io.stat cost.* (us)").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskCost"/> of <c>usage</c>.</summary>
    public static readonly Column UsageDiskCost = DiskCost.At((Attributes.ContainerDiskCostType, "usage"));

    /// <summary><see cref="DiskCost"/> of <c>wait</c>.</summary>
    public static readonly Column WaitDiskCost = DiskCost.At((Attributes.ContainerDiskCostType, "wait"));

    /// <summary><see cref="DiskCost"/> of <c>indebt</c>.</summary>
    public static readonly Column IndebtDiskCost = DiskCost.At((Attributes.ContainerDiskCostType, "indebt"));

    /// <summary><see cref="DiskCost"/> of <c>indelay</c>.</summary>
    public static readonly Column IndelayDiskCost = DiskCost.At((Attributes.ContainerDiskCostType, "indelay"));

    /// <summary>Bytes received and sent inside a container, by interface.</summary>
    public static readonly Instrument NetworkIo = Instrument.Counter("container.network.io", Unit.Bytes, NumberType.Long,
        "Bytes received and sent inside a container, by interface.")
        .From("/proc/[pid of container]/net/dev bytes").On(Systems.Linux);

    /// <summary><see cref="NetworkIo"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveNetworkIo = NetworkIo.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="NetworkIo"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitNetworkIo = NetworkIo.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets received and sent inside a container, by interface.</summary>
    public static readonly Instrument NetworkPackets = Instrument.Counter("container.network.packet.count", Unit.Of("packet"), NumberType.Long,
        "Packets received and sent inside a container, by interface.")
        .From("/proc/[pid]/net/dev packets").On(Systems.Linux);

    /// <summary><see cref="NetworkPackets"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveNetworkPackets = NetworkPackets.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="NetworkPackets"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitNetworkPackets = NetworkPackets.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets dropped inside a container, by interface.</summary>
    public static readonly Instrument NetworkDropped = Instrument.Counter("container.network.packet.dropped", Unit.Of("packet"), NumberType.Long,
        "Packets dropped inside a container, by interface.")
        .From("/proc/[pid]/net/dev drop").On(Systems.Linux);

    /// <summary><see cref="NetworkDropped"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveNetworkDropped = NetworkDropped.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="NetworkDropped"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitNetworkDropped = NetworkDropped.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets received or sent in error inside a container, by interface.</summary>
    public static readonly Instrument NetworkErrors = Instrument.Counter("container.network.errors", Unit.Of("error"), NumberType.Long,
        "Packets received or sent in error inside a container, by interface.")
        .From("/proc/[pid]/net/dev errs").On(Systems.Linux);

    /// <summary><see cref="NetworkErrors"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveNetworkErrors = NetworkErrors.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="NetworkErrors"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitNetworkErrors = NetworkErrors.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Sockets inside a container, by state of the connection.</summary>
    public static readonly Instrument ConnectionCount = Instrument.UpDownCounter("container.network.connection.count", Unit.Of("connection"), NumberType.Long,
        "Sockets inside a container, by state of the connection.")
        .From("SOCK_DIAG inside the network namespace; else /proc/[pid]/net/{tcp,udp}{,6}").On(Systems.Linux).Optional();

    /// <summary><see cref="ConnectionCount"/> of <c>closed</c>.</summary>
    public static readonly Column ClosedConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "closed"));

    /// <summary><see cref="ConnectionCount"/> of <c>close_wait</c>.</summary>
    public static readonly Column CloseWaitConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "close_wait"));

    /// <summary><see cref="ConnectionCount"/> of <c>closing</c>.</summary>
    public static readonly Column ClosingConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "closing"));

    /// <summary><see cref="ConnectionCount"/> of <c>established</c>.</summary>
    public static readonly Column EstablishedConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "established"));

    /// <summary><see cref="ConnectionCount"/> of <c>fin_wait_1</c>.</summary>
    public static readonly Column FinWait1ConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "fin_wait_1"));

    /// <summary><see cref="ConnectionCount"/> of <c>fin_wait_2</c>.</summary>
    public static readonly Column FinWait2ConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "fin_wait_2"));

    /// <summary><see cref="ConnectionCount"/> of <c>last_ack</c>.</summary>
    public static readonly Column LastAckConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "last_ack"));

    /// <summary><see cref="ConnectionCount"/> of <c>listen</c>.</summary>
    public static readonly Column ListenConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "listen"));

    /// <summary><see cref="ConnectionCount"/> of <c>syn_received</c>.</summary>
    public static readonly Column SynReceivedConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "syn_received"));

    /// <summary><see cref="ConnectionCount"/> of <c>syn_sent</c>.</summary>
    public static readonly Column SynSentConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "syn_sent"));

    /// <summary><see cref="ConnectionCount"/> of <c>time_wait</c>.</summary>
    public static readonly Column TimeWaitConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "time_wait"));

    /// <summary>What went wrong with TCP inside a container.</summary>
    public static readonly Instrument TcpEvents = Instrument.Counter("container.network.tcp.events", Unit.Of("event"), NumberType.Long,
        "What went wrong with TCP inside a container.")
        .From("/proc/[pid]/net/{snmp,netstat}").On(Systems.Linux).Optional();

    /// <summary><see cref="TcpEvents"/> of <c>retransmit</c>.</summary>
    public static readonly Column RetransmitTcpEvents = TcpEvents.At((Attributes.ContainerNetworkTcpEvent, "retransmit"));

    /// <summary><see cref="TcpEvents"/> of <c>listen_drop</c>.</summary>
    public static readonly Column ListenDropTcpEvents = TcpEvents.At((Attributes.ContainerNetworkTcpEvent, "listen_drop"));

    /// <summary><see cref="TcpEvents"/> of <c>listen_overflow</c>.</summary>
    public static readonly Column ListenOverflowTcpEvents = TcpEvents.At((Attributes.ContainerNetworkTcpEvent, "listen_overflow"));

    /// <summary><see cref="TcpEvents"/> of <c>timeout</c>.</summary>
    public static readonly Column TimeoutTcpEvents = TcpEvents.At((Attributes.ContainerNetworkTcpEvent, "timeout"));

    /// <summary><see cref="TcpEvents"/> of <c>abort</c>.</summary>
    public static readonly Column AbortTcpEvents = TcpEvents.At((Attributes.ContainerNetworkTcpEvent, "abort"));

    /// <summary>Table <c>container.disk</c>: a row for each container and <c>system.device</c>.</summary>
    public static readonly Schema Disks = new("container.disk", resourceKeys: ResourceKeys.Container, keys: [Attributes.SystemDevice], details: [],
        columns: [ReadDiskIo, WriteDiskIo, ReadDiskOperations, WriteDiskOperations, ReadDiskOperationTime,
            WriteDiskOperationTime, ReadDiskMerged, WriteDiskMerged, ReadDiskPending, WriteDiskPending, DiscardIo,
            ReadBytesDiskLimit, WriteBytesDiskLimit, ReadOperationsDiskLimit, WriteOperationsDiskLimit, UsageDiskCost,
            WaitDiskCost, IndebtDiskCost, IndelayDiskCost], Scope.Container);

    /// <summary>Table <c>container.network</c>: a row for each container and <c>network.interface.name</c>.</summary>
    /// <remarks>From within the container's network namespace; containers of one pod share theirs, and have equal rows.</remarks>
    public static readonly Schema Interfaces = new("container.network", resourceKeys: ResourceKeys.Container, keys: [Attributes.NetworkInterfaceName], details: [],
        columns: [ReceiveNetworkIo, TransmitNetworkIo, ReceiveNetworkPackets, TransmitNetworkPackets, ReceiveNetworkDropped,
            TransmitNetworkDropped, ReceiveNetworkErrors, TransmitNetworkErrors], Scope.Container);

    /// <summary>Table <c>container.connections</c>: a row for each container and <c>network.transport</c>.</summary>
    public static readonly Schema Connections = new("container.connections", resourceKeys: ResourceKeys.Container,
        keys: [Attributes.NetworkTransport.OneOf("tcp", "udp")], details: [],
        columns: [ClosedConnectionCount, CloseWaitConnectionCount, ClosingConnectionCount, EstablishedConnectionCount,
            FinWait1ConnectionCount, FinWait2ConnectionCount, LastAckConnectionCount, ListenConnectionCount,
            SynReceivedConnectionCount, SynSentConnectionCount, TimeWaitConnectionCount], Scope.Container);

    /// <summary>Table <c>container.tcp</c>: a row for each container.</summary>
    public static readonly Schema Tcp = new("container.tcp", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [RetransmitTcpEvents, ListenDropTcpEvents, ListenOverflowTcpEvents, TimeoutTcpEvents, AbortTcpEvents],
            Scope.Container);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Disks, Interfaces, Connections, Tcp];
}
