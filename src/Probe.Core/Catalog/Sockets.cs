using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Sockets there are, the memory they hold and the ports they take.</summary>
/// <remarks>Counts come from the kernel's own totals in every pass; what needs a walk over all sockets stands in tables of its own, read more rarely.</remarks>
public static class Sockets
{
    /// <summary>Sockets in use, by protocol and IP version.</summary>
    public static readonly Instrument SocketCount = Instrument.UpDownCounter("system.network.socket.count", Unit.Of("socket"), NumberType.Long,
        "Sockets in use, by protocol and IP version.")
        .From("/proc/net/sockstat inuse, /proc/net/sockstat6; sockets used").On(Systems.Linux);

    /// <summary><see cref="SocketCount"/> of <c>all</c>.</summary>
    public static readonly Column AllSocketCount = SocketCount.At((Attributes.SystemNetworkSocketProtocol, "all"));

    /// <summary><see cref="SocketCount"/> of <c>tcp</c>, <c>ipv4</c>.</summary>
    public static readonly Column TcpIpv4SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "tcp"), (Attributes.NetworkType, "ipv4"));

    /// <summary><see cref="SocketCount"/> of <c>tcp</c>, <c>ipv6</c>.</summary>
    public static readonly Column TcpIpv6SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "tcp"), (Attributes.NetworkType, "ipv6"));

    /// <summary><see cref="SocketCount"/> of <c>udp</c>, <c>ipv4</c>.</summary>
    public static readonly Column UdpIpv4SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "udp"), (Attributes.NetworkType, "ipv4"));

    /// <summary><see cref="SocketCount"/> of <c>udp</c>, <c>ipv6</c>.</summary>
    public static readonly Column UdpIpv6SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "udp"), (Attributes.NetworkType, "ipv6"));

    /// <summary><see cref="SocketCount"/> of <c>udplite</c>, <c>ipv4</c>.</summary>
    public static readonly Column UdpliteIpv4SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "udplite"), (Attributes.NetworkType, "ipv4"));

    /// <summary><see cref="SocketCount"/> of <c>udplite</c>, <c>ipv6</c>.</summary>
    public static readonly Column UdpliteIpv6SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "udplite"), (Attributes.NetworkType, "ipv6"));

    /// <summary><see cref="SocketCount"/> of <c>raw</c>, <c>ipv4</c>.</summary>
    public static readonly Column RawIpv4SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "raw"), (Attributes.NetworkType, "ipv4"));

    /// <summary><see cref="SocketCount"/> of <c>raw</c>, <c>ipv6</c>.</summary>
    public static readonly Column RawIpv6SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "raw"), (Attributes.NetworkType, "ipv6"));

    /// <summary><see cref="SocketCount"/> of <c>frag</c>, <c>ipv4</c>.</summary>
    public static readonly Column FragIpv4SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "frag"), (Attributes.NetworkType, "ipv4"));

    /// <summary><see cref="SocketCount"/> of <c>frag</c>, <c>ipv6</c>.</summary>
    public static readonly Column FragIpv6SocketCount = SocketCount.At(
        (Attributes.SystemNetworkSocketProtocol, "frag"), (Attributes.NetworkType, "ipv6"));

    /// <summary>Memory the buffers of a protocol's sockets hold.</summary>
    public static readonly Instrument SocketMemory = Instrument.UpDownCounter("system.network.socket.memory.usage", Unit.Bytes, NumberType.Long,
        "Memory the buffers of a protocol's sockets hold.")
        .From("/proc/net/sockstat mem (pages), FRAG memory (bytes)").On(Systems.Linux);

    /// <summary><see cref="SocketMemory"/> of <c>tcp</c>.</summary>
    public static readonly Column TcpSocketMemory = SocketMemory.At((Attributes.SystemNetworkSocketProtocol, "tcp"));

    /// <summary><see cref="SocketMemory"/> of <c>udp</c>.</summary>
    public static readonly Column UdpSocketMemory = SocketMemory.At((Attributes.SystemNetworkSocketProtocol, "udp"));

    /// <summary><see cref="SocketMemory"/> of <c>frag</c>.</summary>
    public static readonly Column FragSocketMemory = SocketMemory.At((Attributes.SystemNetworkSocketProtocol, "frag"));

    /// <summary>Memory of socket buffers at which a protocol is at ease, begins to save, and refuses.</summary>
    public static readonly Instrument SocketMemoryLimit = Instrument.UpDownCounter("system.network.socket.memory.limit", Unit.Bytes, NumberType.Long,
        "Memory of socket buffers at which a protocol is at ease, begins to save, and refuses.")
        .From("/proc/sys/net/ipv4/tcp_mem, udp_mem (pages)").On(Systems.Linux);

    /// <summary><see cref="SocketMemoryLimit"/> of <c>tcp</c>, <c>low</c>.</summary>
    public static readonly Column TcpLowSocketMemoryLimit = SocketMemoryLimit.At(
        (Attributes.SystemNetworkSocketProtocol, "tcp"), (Attributes.SystemNetworkSocketMemoryThreshold, "low"));

    /// <summary><see cref="SocketMemoryLimit"/> of <c>tcp</c>, <c>pressure</c>.</summary>
    public static readonly Column TcpPressureSocketMemoryLimit = SocketMemoryLimit.At(
        (Attributes.SystemNetworkSocketProtocol, "tcp"), (Attributes.SystemNetworkSocketMemoryThreshold, "pressure"));

    /// <summary><see cref="SocketMemoryLimit"/> of <c>tcp</c>, <c>high</c>.</summary>
    public static readonly Column TcpHighSocketMemoryLimit = SocketMemoryLimit.At(
        (Attributes.SystemNetworkSocketProtocol, "tcp"), (Attributes.SystemNetworkSocketMemoryThreshold, "high"));

    /// <summary><see cref="SocketMemoryLimit"/> of <c>udp</c>, <c>low</c>.</summary>
    public static readonly Column UdpLowSocketMemoryLimit = SocketMemoryLimit.At(
        (Attributes.SystemNetworkSocketProtocol, "udp"), (Attributes.SystemNetworkSocketMemoryThreshold, "low"));

    /// <summary><see cref="SocketMemoryLimit"/> of <c>udp</c>, <c>pressure</c>.</summary>
    public static readonly Column UdpPressureSocketMemoryLimit = SocketMemoryLimit.At(
        (Attributes.SystemNetworkSocketProtocol, "udp"), (Attributes.SystemNetworkSocketMemoryThreshold, "pressure"));

    /// <summary><see cref="SocketMemoryLimit"/> of <c>udp</c>, <c>high</c>.</summary>
    public static readonly Column UdpHighSocketMemoryLimit = SocketMemoryLimit.At(
        (Attributes.SystemNetworkSocketProtocol, "udp"), (Attributes.SystemNetworkSocketMemoryThreshold, "high"));

    /// <summary>TCP sockets that no process holds any more.</summary>
    public static readonly Column OrphanCount = Instrument.UpDownCounter("system.network.tcp.orphan.count", Unit.Of("socket"), NumberType.Long,
        "TCP sockets that no process holds any more.")
        .From("/proc/net/sockstat TCP orphan").On(Systems.Linux);

    /// <summary>Most TCP sockets without a process before they are reset.</summary>
    public static readonly Column OrphanLimit = Instrument.UpDownCounter("system.network.tcp.orphan.limit", Unit.Of("socket"), NumberType.Long,
        "Most TCP sockets without a process before they are reset.")
        .From("/proc/sys/net/ipv4/tcp_max_orphans").On(Systems.Linux).Optional();

    /// <summary>TCP sockets that wait after closing for stray segments to die.</summary>
    public static readonly Column TimeWaitCount = Instrument.UpDownCounter("system.network.tcp.time_wait.count", Unit.Of("socket"), NumberType.Long,
        "TCP sockets that wait after closing for stray segments to die.")
        .From("/proc/net/sockstat TCP tw").On(Systems.Linux);

    /// <summary>TCP sockets the kernel has allocated, in whatever state.</summary>
    public static readonly Column AllocatedCount = Instrument.UpDownCounter("system.network.tcp.allocated.count", Unit.Of("socket"), NumberType.Long,
        "TCP sockets the kernel has allocated, in whatever state.")
        .From("/proc/net/sockstat TCP alloc").On(Systems.Linux);

    /// <summary>Sockets of each transport, by state of the connection.</summary>
    public static readonly Instrument ConnectionCount = Instrument.UpDownCounter("system.network.connection.count", Unit.Of("connection"), NumberType.Long,
        "Sockets of each transport, by state of the connection.")
        .From("SOCK_DIAG inet dump; else /proc/net/{tcp,udp}{,6}");

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

    /// <summary>Bytes waiting in all sockets of a transport to be read or sent.</summary>
    public static readonly Instrument BufferUsage = Instrument.UpDownCounter("system.network.socket.buffer.usage", Unit.Bytes, NumberType.Long,
        "Bytes waiting in all sockets of a transport to be read or sent.")
        .From("SOCK_DIAG idiag_rqueue,idiag_wqueue; else /proc/net/{tcp,udp}{,6}").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary><see cref="BufferUsage"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveBufferUsage = BufferUsage.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="BufferUsage"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitBufferUsage = BufferUsage.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Ports taken of the range that outgoing connections draw from.</summary>
    public static readonly Column PortUsage = Instrument.UpDownCounter("system.network.ephemeral_port.usage", Unit.Of("port"), NumberType.Long,
        "Ports taken of the range that outgoing connections draw from.")
        .From("SOCK_DIAG local ports inside ip_local_port_range").On(Systems.Linux | Systems.FreeBsd);

    /// <summary>Ports in the range that outgoing connections draw from.</summary>
    public static readonly Column PortLimit = Instrument.UpDownCounter("system.network.ephemeral_port.limit", Unit.Of("port"), NumberType.Long,
        "Ports in the range that outgoing connections draw from.")
        .From("/proc/sys/net/ipv4/ip_local_port_range");

    /// <summary>Connections that wait to be accepted by a listening socket.</summary>
    public static readonly Column ListenQueueUsage = Instrument.UpDownCounter("system.network.tcp.listen.queue.usage", Unit.Of("connection"), NumberType.Long,
        "Connections that wait to be accepted by a listening socket.")
        .From("SOCK_DIAG listeners idiag_rqueue").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Most connections that may wait for a listening socket.</summary>
    public static readonly Column ListenQueueLimit = Instrument.UpDownCounter("system.network.tcp.listen.queue.limit", Unit.Of("connection"), NumberType.Long,
        "Most connections that may wait for a listening socket.")
        .From("SOCK_DIAG listeners idiag_wqueue").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Round-trip times of established TCP connections, as the kernel smooths them.</summary>
    public static readonly Column RoundTripTime = Instrument.Durations("system.network.tcp.rtt",
        "Round-trip times of established TCP connections, as the kernel smooths them.")
        .From("SOCK_DIAG INET_DIAG_INFO tcpi_rtt of established sockets, sampled each interval").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Congestion windows of established TCP connections.</summary>
    public static readonly Column CongestionWindow = Instrument.Sizes("system.network.tcp.congestion_window", Unit.Of("segment"),
        "Congestion windows of established TCP connections.")
        .From("SOCK_DIAG INET_DIAG_INFO tcpi_snd_cwnd").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Datagrams that live UDP sockets had no room for.</summary>
    public static readonly Column DatagramDrops = Instrument.Counter("system.network.udp.socket.drops", Unit.Of("datagram"), NumberType.Long,
        "Datagrams that live UDP sockets had no room for.")
        .From("/proc/net/udp{,6} drops (summed over live sockets)").On(Systems.Linux).Optional();

    /// <summary>Unix domain sockets, by type and by whether they listen or are connected.</summary>
    public static readonly Instrument UnixSockets = Instrument.UpDownCounter("system.network.unix.socket.count", Unit.Of("socket"), NumberType.Long,
        "Unix domain sockets, by type and by whether they listen or are connected.")
        .From("SOCK_DIAG unix; else /proc/net/unix").On(Systems.Linux | Systems.Bsd);

    /// <summary><see cref="UnixSockets"/> of <c>stream</c>, <c>listening</c>.</summary>
    public static readonly Column StreamListeningUnixSockets = UnixSockets.At(
        (Attributes.SystemNetworkUnixSocketType, "stream"), (Attributes.SystemNetworkUnixSocketState, "listening"));

    /// <summary><see cref="UnixSockets"/> of <c>stream</c>, <c>connected</c>.</summary>
    public static readonly Column StreamConnectedUnixSockets = UnixSockets.At(
        (Attributes.SystemNetworkUnixSocketType, "stream"), (Attributes.SystemNetworkUnixSocketState, "connected"));

    /// <summary><see cref="UnixSockets"/> of <c>stream</c>, <c>unconnected</c>.</summary>
    public static readonly Column StreamUnconnectedUnixSockets = UnixSockets.At(
        (Attributes.SystemNetworkUnixSocketType, "stream"), (Attributes.SystemNetworkUnixSocketState, "unconnected"));

    /// <summary><see cref="UnixSockets"/> of <c>dgram</c>, <c>listening</c>.</summary>
    public static readonly Column DgramListeningUnixSockets = UnixSockets.At(
        (Attributes.SystemNetworkUnixSocketType, "dgram"), (Attributes.SystemNetworkUnixSocketState, "listening"));

    /// <summary><see cref="UnixSockets"/> of <c>dgram</c>, <c>connected</c>.</summary>
    public static readonly Column DgramConnectedUnixSockets = UnixSockets.At(
        (Attributes.SystemNetworkUnixSocketType, "dgram"), (Attributes.SystemNetworkUnixSocketState, "connected"));

    /// <summary><see cref="UnixSockets"/> of <c>dgram</c>, <c>unconnected</c>.</summary>
    public static readonly Column DgramUnconnectedUnixSockets = UnixSockets.At(
        (Attributes.SystemNetworkUnixSocketType, "dgram"), (Attributes.SystemNetworkUnixSocketState, "unconnected"));

    /// <summary><see cref="UnixSockets"/> of <c>seqpacket</c>, <c>listening</c>.</summary>
    public static readonly Column SeqpacketListeningUnixSockets = UnixSockets.At(
        (Attributes.SystemNetworkUnixSocketType, "seqpacket"), (Attributes.SystemNetworkUnixSocketState, "listening"));

    /// <summary><see cref="UnixSockets"/> of <c>seqpacket</c>, <c>connected</c>.</summary>
    public static readonly Column SeqpacketConnectedUnixSockets = UnixSockets.At(
        (Attributes.SystemNetworkUnixSocketType, "seqpacket"), (Attributes.SystemNetworkUnixSocketState, "connected"));

    /// <summary><see cref="UnixSockets"/> of <c>seqpacket</c>, <c>unconnected</c>.</summary>
    public static readonly Column SeqpacketUnconnectedUnixSockets = UnixSockets.At(
        (Attributes.SystemNetworkUnixSocketType, "seqpacket"), (Attributes.SystemNetworkUnixSocketState, "unconnected"));

    /// <summary>Table <c>sockets</c>: one row.</summary>
    public static readonly Schema Totals = new("sockets", resourceKeys: [], keys: [], details: [],
        columns: [AllSocketCount, TcpIpv4SocketCount, TcpIpv6SocketCount, UdpIpv4SocketCount, UdpIpv6SocketCount,
            UdpliteIpv4SocketCount, UdpliteIpv6SocketCount, RawIpv4SocketCount, RawIpv6SocketCount, FragIpv4SocketCount,
            FragIpv6SocketCount, TcpSocketMemory, UdpSocketMemory, FragSocketMemory, OrphanCount, TimeWaitCount,
            AllocatedCount], Scope.Host);

    /// <summary>Table <c>sockets.limits</c>: one row.</summary>
    public static readonly Schema Limits = new("sockets.limits", resourceKeys: [], keys: [], details: [],
        columns: [TcpLowSocketMemoryLimit, TcpPressureSocketMemoryLimit, TcpHighSocketMemoryLimit, UdpLowSocketMemoryLimit,
            UdpPressureSocketMemoryLimit, UdpHighSocketMemoryLimit, OrphanLimit], Scope.Host);

    /// <summary>Table <c>sockets.connections</c>: a row for each <c>network.transport</c>.</summary>
    public static readonly Schema Connections = new("sockets.connections", resourceKeys: [], keys: [Attributes.NetworkTransport.OneOf("tcp", "udp")], details: [],
        columns: [ClosedConnectionCount, CloseWaitConnectionCount, ClosingConnectionCount, EstablishedConnectionCount,
            FinWait1ConnectionCount, FinWait2ConnectionCount, LastAckConnectionCount, ListenConnectionCount,
            SynReceivedConnectionCount, SynSentConnectionCount, TimeWaitConnectionCount, ReceiveBufferUsage,
            TransmitBufferUsage, PortUsage, PortLimit], Scope.Host);

    /// <summary>Table <c>sockets.listeners</c>: a row for each <c>network.local.address</c> and <c>network.local.port</c>.</summary>
    public static readonly Schema Listeners = new("sockets.listeners", resourceKeys: [], keys: [Attributes.NetworkLocalAddress, Attributes.NetworkLocalPort], details: [],
        columns: [ListenQueueUsage, ListenQueueLimit], Scope.Host);

    /// <summary>Table <c>sockets.tcp</c>: a row for each <c>network.type</c>.</summary>
    public static readonly Schema TcpPaths = new("sockets.tcp", resourceKeys: [], keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [RoundTripTime, CongestionWindow], Scope.Host);

    /// <summary>Table <c>sockets.udp</c>: a row for each <c>network.type</c>.</summary>
    public static readonly Schema UdpDrops = new("sockets.udp", resourceKeys: [], keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [DatagramDrops], Scope.Host);

    /// <summary>Table <c>sockets.unix</c>: one row.</summary>
    public static readonly Schema UnixDomain = new("sockets.unix", resourceKeys: [], keys: [], details: [],
        columns: [StreamListeningUnixSockets, StreamConnectedUnixSockets, StreamUnconnectedUnixSockets,
            DgramListeningUnixSockets, DgramConnectedUnixSockets, DgramUnconnectedUnixSockets, SeqpacketListeningUnixSockets,
            SeqpacketConnectedUnixSockets, SeqpacketUnconnectedUnixSockets], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Totals, Limits, Connections, Listeners, TcpPaths, UdpDrops, UnixDomain];
}
