using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What only tracing sees of TCP connections and of packets that get lost.</summary>
public static class TracedNetwork
{
    /// <summary>Times TCP connections were established.</summary>
    public static readonly Column ConnectionDuration = Instrument.Durations("system.network.tcp.connection.duration",
        "Times TCP connections were established.")
        .From("eBPF tp sock/inet_sock_set_state established to close").On(Systems.Linux).Optional();

    /// <summary>Times it took to establish TCP connections from here.</summary>
    public static readonly Column ConnectDuration = Instrument.Durations("system.network.tcp.connect.duration",
        "Times it took to establish TCP connections from here.")
        .From("eBPF tp sock/inet_sock_set_state syn_sent to established").On(Systems.Linux).Optional();

    /// <summary>TCP connections opened, accepted, closed and reset.</summary>
    public static readonly Instrument ConnectionEvents = Instrument.Counter("system.network.tcp.connection.events", Unit.Of("event"), NumberType.Long,
        "TCP connections opened, accepted, closed and reset.")
        .From("eBPF tp sock/inet_sock_set_state, tcp/tcp_send_reset,tcp_receive_reset").On(Systems.Linux).Optional();

    /// <summary><see cref="ConnectionEvents"/> of <c>connect</c>.</summary>
    public static readonly Column ConnectConnectionEvents = ConnectionEvents.At((Attributes.SystemNetworkTcpEvent, "connect"));

    /// <summary><see cref="ConnectionEvents"/> of <c>accept</c>.</summary>
    public static readonly Column AcceptConnectionEvents = ConnectionEvents.At((Attributes.SystemNetworkTcpEvent, "accept"));

    /// <summary><see cref="ConnectionEvents"/> of <c>close</c>.</summary>
    public static readonly Column CloseConnectionEvents = ConnectionEvents.At((Attributes.SystemNetworkTcpEvent, "close"));

    /// <summary><see cref="ConnectionEvents"/> of <c>reset</c>.</summary>
    public static readonly Column ResetConnectionEvents = ConnectionEvents.At((Attributes.SystemNetworkTcpEvent, "reset"));

    /// <summary>Smoothed round-trip times, as TCP segments came in.</summary>
    public static readonly Column SmoothedRoundTripTime = Instrument.Durations("system.network.tcp.smoothed_rtt",
        "Smoothed round-trip times, as TCP segments came in.")
        .From("eBPF fentry tcp_rcv_established srtt_us>>3").On(Systems.Linux).Optional();

    /// <summary>Times established connections waited to be accepted by a program.</summary>
    public static readonly Column AcceptDuration = Instrument.Durations("system.network.tcp.accept_queue.duration",
        "Times established connections waited to be accepted by a program.")
        .From("eBPF fentry inet_csk_reqsk_queue_add, inet_csk_accept").On(Systems.Linux).Optional();

    /// <summary>Connection requests already waiting when another one came.</summary>
    public static readonly Column SynBacklog = Instrument.Sizes("system.network.tcp.syn_backlog", Unit.Of("connection"),
        "Connection requests already waiting when another one came.")
        .From("eBPF fentry tcp_v4_syn_recv_sock").On(Systems.Linux).Optional();

    /// <summary>TCP segments sent again, by port of the peer and state of the connection.</summary>
    public static readonly Instrument Retransmits = Instrument.Counter("system.network.tcp.retransmit.count", Unit.Of("segment"), NumberType.Long,
        "TCP segments sent again, by port of the peer and state of the connection.")
        .From("eBPF tp tcp/tcp_retransmit_skb (peer port, not address)").On(Systems.Linux).Optional();

    /// <summary><see cref="Retransmits"/> of <c>established</c>.</summary>
    public static readonly Column EstablishedRetransmits = Retransmits.At((Attributes.NetworkConnectionState, "established"));

    /// <summary><see cref="Retransmits"/> of <c>syn_sent</c>.</summary>
    public static readonly Column SynSentRetransmits = Retransmits.At((Attributes.NetworkConnectionState, "syn_sent"));

    /// <summary><see cref="Retransmits"/> of <c>syn_received</c>.</summary>
    public static readonly Column SynReceivedRetransmits = Retransmits.At((Attributes.NetworkConnectionState, "syn_received"));

    /// <summary><see cref="Retransmits"/> of <c>fin_wait_1</c>.</summary>
    public static readonly Column FinWait1Retransmits = Retransmits.At((Attributes.NetworkConnectionState, "fin_wait_1"));

    /// <summary><see cref="Retransmits"/> of <c>close_wait</c>.</summary>
    public static readonly Column CloseWaitRetransmits = Retransmits.At((Attributes.NetworkConnectionState, "close_wait"));

    /// <summary><see cref="Retransmits"/> of <c>last_ack</c>.</summary>
    public static readonly Column LastAckRetransmits = Retransmits.At((Attributes.NetworkConnectionState, "last_ack"));

    /// <summary>Packets the kernel threw away, by reason.</summary>
    public static readonly Column Discards = Instrument.Counter("system.network.packet.discards", Unit.Of("packet"), NumberType.Long,
        "Packets the kernel threw away, by reason.")
        .From("eBPF tp skb/kfree_skb reason").On(Systems.Linux).Optional();

    /// <summary>Packets that met a program at an interface's entrance, by its verdict.</summary>
    public static readonly Instrument XdpPackets = Instrument.Counter("system.network.xdp.packets", Unit.Of("packet"), NumberType.Long,
        "Packets that met a program at an interface's entrance, by its verdict.")
        .From("XDP counting program (native or generic)").On(Systems.Linux).Optional();

    /// <summary><see cref="XdpPackets"/> of <c>pass</c>.</summary>
    public static readonly Column PassXdpPackets = XdpPackets.At((Attributes.SystemNetworkXdpAction, "pass"));

    /// <summary><see cref="XdpPackets"/> of <c>drop</c>.</summary>
    public static readonly Column DropXdpPackets = XdpPackets.At((Attributes.SystemNetworkXdpAction, "drop"));

    /// <summary><see cref="XdpPackets"/> of <c>tx</c>.</summary>
    public static readonly Column TxXdpPackets = XdpPackets.At((Attributes.SystemNetworkXdpAction, "tx"));

    /// <summary><see cref="XdpPackets"/> of <c>redirect</c>.</summary>
    public static readonly Column RedirectXdpPackets = XdpPackets.At((Attributes.SystemNetworkXdpAction, "redirect"));

    /// <summary><see cref="XdpPackets"/> of <c>aborted</c>.</summary>
    public static readonly Column AbortedXdpPackets = XdpPackets.At((Attributes.SystemNetworkXdpAction, "aborted"));

    /// <summary>Table <c>traced.tcp</c>: a row for each <c>network.type</c>.</summary>
    public static readonly Schema Connections = new("traced.tcp", resourceKeys: [], keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [ConnectionDuration, ConnectDuration, ConnectConnectionEvents, AcceptConnectionEvents, CloseConnectionEvents,
            ResetConnectionEvents, SmoothedRoundTripTime], Scope.Host);

    /// <summary>Table <c>traced.tcp.listen</c>: one row.</summary>
    public static readonly Schema Listeners = new("traced.tcp.listen", resourceKeys: [], keys: [], details: [],
        columns: [AcceptDuration, SynBacklog], Scope.Host);

    /// <summary>Table <c>traced.tcp.retransmit</c>: a row for each <c>network.type</c> and <c>network.peer.port</c>.</summary>
    public static readonly Schema RetransmitPeers = new("traced.tcp.retransmit", resourceKeys: [],
        keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6"), Attributes.NetworkPeerPort], details: [],
        columns: [EstablishedRetransmits, SynSentRetransmits, SynReceivedRetransmits, FinWait1Retransmits, CloseWaitRetransmits,
            LastAckRetransmits], Scope.Host);

    /// <summary>Table <c>traced.discard</c>: a row for each <c>system.network.packet.discard.reason</c>.</summary>
    public static readonly Schema DiscardReasons = new("traced.discard", resourceKeys: [], keys: [Attributes.SystemNetworkPacketDiscardReason], details: [],
        columns: [Discards], Scope.Host);

    /// <summary>Table <c>traced.xdp</c>: a row for each <c>network.interface.name</c>.</summary>
    public static readonly Schema Xdp = new("traced.xdp", resourceKeys: [], keys: [Attributes.NetworkInterfaceName], details: [],
        columns: [PassXdpPackets, DropXdpPackets, TxXdpPackets, RedirectXdpPackets, AbortedXdpPackets], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Connections, Listeners, RetransmitPeers, DiscardReasons, Xdp];
}
