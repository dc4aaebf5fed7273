using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What the Internet protocol, its control messages and UDP carried, lost and refused.</summary>
/// <remarks>Counted by the whole network stack, not by interface. IPv4 and IPv6 are rows of their own, since the kernel counts them apart.</remarks>
public static class Ip
{
    /// <summary>Bytes in IP packets received and sent, headers included.</summary>
    public static readonly Instrument Io = Instrument.Counter("system.network.ip.io", Unit.Bytes, NumberType.Long,
        "Bytes in IP packets received and sent, headers included.")
        .From("/proc/net/netstat IpExt InOctets,OutOctets; /proc/net/snmp6 Ip6").On(Systems.Linux);

    /// <summary><see cref="Io"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveIo = Io.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Io"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitIo = Io.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>IP packets received from the links and handed down to be sent.</summary>
    public static readonly Instrument Packets = Instrument.Counter("system.network.ip.packets", Unit.Of("packet"), NumberType.Long,
        "IP packets received from the links and handed down to be sent.")
        .From("/proc/net/snmp Ip InReceives,OutRequests");

    /// <summary><see cref="Packets"/> of <c>receive</c>.</summary>
    public static readonly Column ReceivePackets = Packets.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Packets"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitPackets = Packets.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>IP packets passed on to another host.</summary>
    public static readonly Column Forwarded = Instrument.Counter("system.network.ip.forwarded", Unit.Of("packet"), NumberType.Long,
        "IP packets passed on to another host.")
        .From("/proc/net/snmp Ip ForwDatagrams");

    /// <summary>1 where the host passes packets on to others, else 0.</summary>
    public static readonly Column Forwarding = Instrument.UpDownCounter("system.network.ip.forwarding", Unit.One, NumberType.Long,
        "1 where the host passes packets on to others, else 0.")
        .From("/proc/net/snmp Ip Forwarding (1 forwards, 2 does not)").Optional();

    /// <summary>IP packets thrown away, by reason.</summary>
    public static readonly Instrument Errors = Instrument.Counter("system.network.ip.errors", Unit.Of("packet"), NumberType.Long,
        "IP packets thrown away, by reason.")
        .From("/proc/net/snmp Ip; /proc/net/netstat IpExt");

    /// <summary><see cref="Errors"/> of <c>header</c>.</summary>
    public static readonly Column HeaderErrors = Errors.At((Attributes.SystemNetworkIpErrorType, "header"));

    /// <summary><see cref="Errors"/> of <c>address</c>.</summary>
    public static readonly Column AddressErrors = Errors.At((Attributes.SystemNetworkIpErrorType, "address"));

    /// <summary><see cref="Errors"/> of <c>unknown_protocol</c>.</summary>
    public static readonly Column UnknownProtocolErrors = Errors.At((Attributes.SystemNetworkIpErrorType, "unknown_protocol"));

    /// <summary><see cref="Errors"/> of <c>discard_in</c>.</summary>
    public static readonly Column DiscardInErrors = Errors.At((Attributes.SystemNetworkIpErrorType, "discard_in"));

    /// <summary><see cref="Errors"/> of <c>discard_out</c>.</summary>
    public static readonly Column DiscardOutErrors = Errors.At((Attributes.SystemNetworkIpErrorType, "discard_out"));

    /// <summary><see cref="Errors"/> of <c>no_route_in</c>.</summary>
    public static readonly Column NoRouteInErrors = Errors.At((Attributes.SystemNetworkIpErrorType, "no_route_in"));

    /// <summary><see cref="Errors"/> of <c>no_route_out</c>.</summary>
    public static readonly Column NoRouteOutErrors = Errors.At((Attributes.SystemNetworkIpErrorType, "no_route_out"));

    /// <summary><see cref="Errors"/> of <c>truncated</c>.</summary>
    public static readonly Column TruncatedErrors = Errors.At((Attributes.SystemNetworkIpErrorType, "truncated"));

    /// <summary><see cref="Errors"/> of <c>reassembly</c>.</summary>
    public static readonly Column ReassemblyErrors = Errors.At((Attributes.SystemNetworkIpErrorType, "reassembly"));

    /// <summary>IP fragments made, needed for reassembly, and packets that came or failed to come of them.</summary>
    public static readonly Instrument Fragments = Instrument.Counter("system.network.ip.fragments", Unit.Of("fragment"), NumberType.Long,
        "IP fragments made, needed for reassembly, and packets that came or failed to come of them.")
        .From("/proc/net/snmp Ip Frag*,Reasm*").Optional();

    /// <summary><see cref="Fragments"/> of <c>created</c>.</summary>
    public static readonly Column CreatedFragments = Fragments.At((Attributes.SystemNetworkIpFragmentOperation, "created"));

    /// <summary><see cref="Fragments"/> of <c>failed</c>.</summary>
    public static readonly Column FailedFragments = Fragments.At((Attributes.SystemNetworkIpFragmentOperation, "failed"));

    /// <summary><see cref="Fragments"/> of <c>reassembly_required</c>.</summary>
    public static readonly Column ReassemblyRequiredFragments = Fragments.At((Attributes.SystemNetworkIpFragmentOperation, "reassembly_required"));

    /// <summary><see cref="Fragments"/> of <c>reassembled</c>.</summary>
    public static readonly Column ReassembledFragments = Fragments.At((Attributes.SystemNetworkIpFragmentOperation, "reassembled"));

    /// <summary><see cref="Fragments"/> of <c>reassembly_timeout</c>.</summary>
    public static readonly Column ReassemblyTimeoutFragments = Fragments.At((Attributes.SystemNetworkIpFragmentOperation, "reassembly_timeout"));

    /// <summary>ICMP messages received and sent.</summary>
    public static readonly Instrument IcmpMessages = Instrument.Counter("system.network.icmp.messages", Unit.Of("message"), NumberType.Long,
        "ICMP messages received and sent.")
        .From("/proc/net/snmp Icmp, /proc/net/snmp6 Icmp6");

    /// <summary><see cref="IcmpMessages"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveIcmpMessages = IcmpMessages.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="IcmpMessages"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitIcmpMessages = IcmpMessages.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>ICMP messages that were malformed on arrival or could not be sent.</summary>
    public static readonly Instrument IcmpErrors = Instrument.Counter("system.network.icmp.errors", Unit.Of("error"), NumberType.Long,
        "ICMP messages that were malformed on arrival or could not be sent.")
        .From("/proc/net/snmp Icmp InErrors,OutErrors");

    /// <summary><see cref="IcmpErrors"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveIcmpErrors = IcmpErrors.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="IcmpErrors"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitIcmpErrors = IcmpErrors.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>ICMP messages received and sent, by type of message.</summary>
    public static readonly Instrument IcmpTypeCount = Instrument.Counter("system.network.icmp.message.type.count", Unit.Of("message"), NumberType.Long,
        "ICMP messages received and sent, by type of message.")
        .From("/proc/net/snmp IcmpMsg InType*,OutType*").Optional();

    /// <summary><see cref="IcmpTypeCount"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveIcmpTypeCount = IcmpTypeCount.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="IcmpTypeCount"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitIcmpTypeCount = IcmpTypeCount.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>UDP datagrams delivered to programs and sent by them.</summary>
    public static readonly Instrument Datagrams = Instrument.Counter("system.network.udp.datagrams", Unit.Of("datagram"), NumberType.Long,
        "UDP datagrams delivered to programs and sent by them.")
        .From("/proc/net/snmp Udp, /proc/net/snmp6 Udp6");

    /// <summary><see cref="Datagrams"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveDatagrams = Datagrams.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Datagrams"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitDatagrams = Datagrams.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>UDP datagrams that were lost or refused, by reason.</summary>
    public static readonly Instrument DatagramErrors = Instrument.Counter("system.network.udp.errors", Unit.Of("error"), NumberType.Long,
        "UDP datagrams that were lost or refused, by reason.")
        .From("/proc/net/snmp Udp NoPorts,InErrors,RcvbufErrors,SndbufErrors,InCsumErrors,MemErrors");

    /// <summary><see cref="DatagramErrors"/> of <c>no_port</c>.</summary>
    public static readonly Column NoPortDatagramErrors = DatagramErrors.At((Attributes.SystemNetworkUdpErrorType, "no_port"));

    /// <summary><see cref="DatagramErrors"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveDatagramErrors = DatagramErrors.At((Attributes.SystemNetworkUdpErrorType, "receive"));

    /// <summary><see cref="DatagramErrors"/> of <c>receive_buffer</c>.</summary>
    public static readonly Column ReceiveBufferDatagramErrors = DatagramErrors.At((Attributes.SystemNetworkUdpErrorType, "receive_buffer"));

    /// <summary><see cref="DatagramErrors"/> of <c>send_buffer</c>.</summary>
    public static readonly Column SendBufferDatagramErrors = DatagramErrors.At((Attributes.SystemNetworkUdpErrorType, "send_buffer"));

    /// <summary><see cref="DatagramErrors"/> of <c>checksum</c>.</summary>
    public static readonly Column ChecksumDatagramErrors = DatagramErrors.At((Attributes.SystemNetworkUdpErrorType, "checksum"));

    /// <summary><see cref="DatagramErrors"/> of <c>memory</c>.</summary>
    public static readonly Column MemoryDatagramErrors = DatagramErrors.At((Attributes.SystemNetworkUdpErrorType, "memory"));

    /// <summary>Table <c>network.ip</c>: a row for each <c>network.type</c>.</summary>
    public static readonly Schema Stack = new("network.ip", resourceKeys: [], keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [ReceiveIo, TransmitIo, ReceivePackets, TransmitPackets, Forwarded, Forwarding, HeaderErrors, AddressErrors,
            UnknownProtocolErrors, DiscardInErrors, DiscardOutErrors, NoRouteInErrors, NoRouteOutErrors, TruncatedErrors,
            ReassemblyErrors, CreatedFragments, FailedFragments, ReassemblyRequiredFragments, ReassembledFragments,
            ReassemblyTimeoutFragments], Scope.Host);

    /// <summary>Table <c>network.icmp</c>: a row for each <c>network.type</c>.</summary>
    public static readonly Schema Icmp = new("network.icmp", resourceKeys: [], keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [ReceiveIcmpMessages, TransmitIcmpMessages, ReceiveIcmpErrors, TransmitIcmpErrors], Scope.Host);

    /// <summary>Table <c>network.icmp.types</c>: a row for each <c>network.type</c> and <c>system.network.icmp.message.type</c>.</summary>
    public static readonly Schema IcmpTypes = new("network.icmp.types", resourceKeys: [],
        keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6"), Attributes.SystemNetworkIcmpMessageType], details: [],
        columns: [ReceiveIcmpTypeCount, TransmitIcmpTypeCount], Scope.Host);

    /// <summary>Table <c>network.udp</c>: a row for each <c>network.type</c>.</summary>
    public static readonly Schema Udp = new("network.udp", resourceKeys: [], keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [ReceiveDatagrams, TransmitDatagrams, NoPortDatagramErrors, ReceiveDatagramErrors, ReceiveBufferDatagramErrors,
            SendBufferDatagramErrors, ChecksumDatagramErrors, MemoryDatagramErrors], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Stack, Icmp, IcmpTypes, Udp];
}
