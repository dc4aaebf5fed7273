using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Connection tracking, load balancing, encryption and filtering of packets by the kernel.</summary>
public static class PacketFilter
{
    /// <summary>Connections that are tracked.</summary>
    public static readonly Column ConntrackUsage = Instrument.UpDownCounter("system.network.conntrack.usage", Unit.Of("entry"), NumberType.Long,
        "Connections that are tracked.")
        .From("/proc/sys/net/netfilter/nf_conntrack_count").On(Systems.Linux);

    /// <summary>Most connections that can be tracked.</summary>
    public static readonly Column ConntrackLimit = Instrument.UpDownCounter("system.network.conntrack.limit", Unit.Of("entry"), NumberType.Long,
        "Most connections that can be tracked.")
        .From("/proc/sys/net/netfilter/nf_conntrack_max").On(Systems.Linux);

    /// <summary>What happened when packets were looked up in the table of tracked connections.</summary>
    public static readonly Instrument ConntrackEvents = Instrument.Counter("system.network.conntrack.events", Unit.Of("event"), NumberType.Long,
        "What happened when packets were looked up in the table of tracked connections.")
        .From("/proc/net/stat/nf_conntrack (hex, summed)").On(Systems.Linux);

    /// <summary><see cref="ConntrackEvents"/> of <c>found</c>.</summary>
    public static readonly Column FoundConntrackEvents = ConntrackEvents.At((Attributes.SystemNetworkConntrackEvent, "found"));

    /// <summary><see cref="ConntrackEvents"/> of <c>invalid</c>.</summary>
    public static readonly Column InvalidConntrackEvents = ConntrackEvents.At((Attributes.SystemNetworkConntrackEvent, "invalid"));

    /// <summary><see cref="ConntrackEvents"/> of <c>ignore</c>.</summary>
    public static readonly Column IgnoreConntrackEvents = ConntrackEvents.At((Attributes.SystemNetworkConntrackEvent, "ignore"));

    /// <summary><see cref="ConntrackEvents"/> of <c>insert</c>.</summary>
    public static readonly Column InsertConntrackEvents = ConntrackEvents.At((Attributes.SystemNetworkConntrackEvent, "insert"));

    /// <summary><see cref="ConntrackEvents"/> of <c>insert_failed</c>.</summary>
    public static readonly Column InsertFailedConntrackEvents = ConntrackEvents.At((Attributes.SystemNetworkConntrackEvent, "insert_failed"));

    /// <summary><see cref="ConntrackEvents"/> of <c>drop</c>.</summary>
    public static readonly Column DropConntrackEvents = ConntrackEvents.At((Attributes.SystemNetworkConntrackEvent, "drop"));

    /// <summary><see cref="ConntrackEvents"/> of <c>early_drop</c>.</summary>
    public static readonly Column EarlyDropConntrackEvents = ConntrackEvents.At((Attributes.SystemNetworkConntrackEvent, "early_drop"));

    /// <summary><see cref="ConntrackEvents"/> of <c>search_restart</c>.</summary>
    public static readonly Column SearchRestartConntrackEvents = ConntrackEvents.At((Attributes.SystemNetworkConntrackEvent, "search_restart"));

    /// <summary>Connections that are tracked, by IP version, protocol and state.</summary>
    public static readonly Column ConntrackEntries = Instrument.UpDownCounter("system.network.conntrack.entry.count", Unit.Of("entry"), NumberType.Long,
        "Connections that are tracked, by IP version, protocol and state.")
        .From("ctnetlink dump; else /proc/net/nf_conntrack (root)").On(Systems.Linux).Optional();

    /// <summary>Connections the kernel's load balancer took.</summary>
    public static readonly Column IpvsConnections = Instrument.Counter("system.network.ipvs.connections", Unit.Of("connection"), NumberType.Long,
        "Connections the kernel's load balancer took.")
        .From("/proc/net/ip_vs_stats").On(Systems.Linux);

    /// <summary>Bytes the kernel's load balancer received and sent on.</summary>
    public static readonly Instrument IpvsIo = Instrument.Counter("system.network.ipvs.io", Unit.Bytes, NumberType.Long,
        "Bytes the kernel's load balancer received and sent on.")
        .From("/proc/net/ip_vs_stats").On(Systems.Linux);

    /// <summary><see cref="IpvsIo"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveIpvsIo = IpvsIo.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="IpvsIo"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitIpvsIo = IpvsIo.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets the kernel's load balancer received and sent on.</summary>
    public static readonly Instrument IpvsPackets = Instrument.Counter("system.network.ipvs.packets", Unit.Of("packet"), NumberType.Long,
        "Packets the kernel's load balancer received and sent on.")
        .From("/proc/net/ip_vs_stats").On(Systems.Linux);

    /// <summary><see cref="IpvsPackets"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveIpvsPackets = IpvsPackets.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="IpvsPackets"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitIpvsPackets = IpvsPackets.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Connections of each backend behind a balanced address, alive and winding down.</summary>
    public static readonly Instrument IpvsBackendConnections = Instrument.UpDownCounter("system.network.ipvs.backend.connection.count", Unit.Of("connection"), NumberType.Long,
        "Connections of each backend behind a balanced address, alive and winding down.")
        .From("/proc/net/ip_vs").On(Systems.Linux).Optional();

    /// <summary><see cref="IpvsBackendConnections"/> of <c>active</c>.</summary>
    public static readonly Column ActiveIpvsBackendConnections = IpvsBackendConnections.At((Attributes.SystemNetworkIpvsBackendState, "active"));

    /// <summary><see cref="IpvsBackendConnections"/> of <c>inactive</c>.</summary>
    public static readonly Column InactiveIpvsBackendConnections = IpvsBackendConnections.At((Attributes.SystemNetworkIpvsBackendState, "inactive"));

    /// <summary>Weight of each backend behind a balanced address.</summary>
    public static readonly Column IpvsBackendWeight = Instrument.UpDownCounter("system.network.ipvs.backend.weight", Unit.One, NumberType.Long,
        "Weight of each backend behind a balanced address.")
        .From("/proc/net/ip_vs").On(Systems.Linux).Optional();

    /// <summary>Packets that IPsec dropped, by reason.</summary>
    public static readonly Column XfrmErrors = Instrument.Counter("system.network.xfrm.errors", Unit.Of("packet"), NumberType.Long,
        "Packets that IPsec dropped, by reason.")
        .From("/proc/net/xfrm_stat").On(Systems.Linux).Optional();

    /// <summary>Connections the BSD packet filter keeps state of.</summary>
    public static readonly Column PacketFilterStates = Instrument.UpDownCounter("system.network.packet_filter.state.count", Unit.Of("state"), NumberType.Long,
        "Connections the BSD packet filter keeps state of.").On(Systems.Bsd).Optional();

    /// <summary>Table <c>conntrack</c>: one row.</summary>
    public static readonly Schema Conntrack = new("conntrack", resourceKeys: [], keys: [], details: [],
        columns: [ConntrackUsage, ConntrackLimit, FoundConntrackEvents, InvalidConntrackEvents, IgnoreConntrackEvents,
            InsertConntrackEvents, InsertFailedConntrackEvents, DropConntrackEvents, EarlyDropConntrackEvents,
            SearchRestartConntrackEvents], Scope.Host);

    /// <summary>Table <c>conntrack.entries</c>: a row for each <c>network.type</c> and <c>system.network.conntrack.protocol</c> and <c>system.network.conntrack.state</c>.</summary>
    /// <remarks>A dump of the whole table, for root: never in a quick pass.</remarks>
    public static readonly Schema ConntrackStates = new("conntrack.entries", resourceKeys: [],
        keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6"), Attributes.SystemNetworkConntrackProtocol.OneOf("tcp", "udp", "icmp", "other"),
            Attributes.SystemNetworkConntrackState], details: [],
        columns: [ConntrackEntries], Scope.Host);

    /// <summary>Table <c>ipvs</c>: one row.</summary>
    public static readonly Schema Ipvs = new("ipvs", resourceKeys: [], keys: [], details: [],
        columns: [IpvsConnections, ReceiveIpvsIo, TransmitIpvsIo, ReceiveIpvsPackets, TransmitIpvsPackets], Scope.Host);

    /// <summary>Table <c>ipvs.backends</c>: a row for each <c>network.local.address</c> and <c>network.local.port</c> and <c>network.peer.address</c> and <c>network.peer.port</c>.</summary>
    public static readonly Schema IpvsBackends = new("ipvs.backends", resourceKeys: [],
        keys: [Attributes.NetworkLocalAddress, Attributes.NetworkLocalPort, Attributes.NetworkPeerAddress, Attributes.NetworkPeerPort], details: [],
        columns: [ActiveIpvsBackendConnections, InactiveIpvsBackendConnections, IpvsBackendWeight], Scope.Host);

    /// <summary>Table <c>xfrm</c>: a row for each <c>system.network.xfrm.error.type</c>.</summary>
    public static readonly Schema Xfrm = new("xfrm", resourceKeys: [], keys: [Attributes.SystemNetworkXfrmErrorType], details: [],
        columns: [XfrmErrors], Scope.Host);

    /// <summary>Table <c>packet_filter</c>: one row.</summary>
    public static readonly Schema FilterStates = new("packet_filter", resourceKeys: [], keys: [], details: [],
        columns: [PacketFilterStates], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Conntrack, ConntrackStates, Ipvs, IpvsBackends, Xfrm, FilterStates];
}
