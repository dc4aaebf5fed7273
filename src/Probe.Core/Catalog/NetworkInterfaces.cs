using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What network interfaces carry and lose.</summary>
public static class NetworkInterfaces
{
    /// <summary>Bytes an interface received and sent.</summary>
    public static readonly Instrument Io = Instrument.Counter("system.network.io", Unit.Bytes, NumberType.Long,
        "Bytes an interface received and sent.")
        .From("/proc/net/dev bytes (or RTM_GETLINK stats64)");

    /// <summary><see cref="Io"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveIo = Io.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Io"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitIo = Io.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets an interface dropped for want of room or of a taker.</summary>
    public static readonly Instrument Dropped = Instrument.Counter("system.network.packet.dropped", Unit.Of("packet"), NumberType.Long,
        "Packets an interface dropped for want of room or of a taker.")
        .From("/proc/net/dev drop");

    /// <summary><see cref="Dropped"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveDropped = Dropped.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Dropped"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitDropped = Dropped.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets an interface received or sent in error.</summary>
    public static readonly Instrument Errors = Instrument.Counter("system.network.errors", Unit.Of("error"), NumberType.Long,
        "Packets an interface received or sent in error.")
        .From("/proc/net/dev errs");

    /// <summary><see cref="Errors"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveErrors = Errors.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Errors"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitErrors = Errors.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets in error, by what was wrong with them.</summary>
    public static readonly Instrument InterfaceErrors = Instrument.Counter("system.network.interface.error.count", Unit.Of("error"), NumberType.Long,
        "Packets in error, by what was wrong with them.")
        .From("/sys/class/net/*/statistics/*_errors").On(Systems.Linux);

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>fifo</c>.</summary>
    public static readonly Column ReceiveFifoInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "fifo"));

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>frame</c>.</summary>
    public static readonly Column ReceiveFrameInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "frame"));

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>crc</c>.</summary>
    public static readonly Column ReceiveCrcInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "crc"));

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>length</c>.</summary>
    public static readonly Column ReceiveLengthInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "length"));

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>over</c>.</summary>
    public static readonly Column ReceiveOverInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "over"));

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>missed</c>.</summary>
    public static readonly Column ReceiveMissedInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "missed"));

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>carrier</c>.</summary>
    public static readonly Column ReceiveCarrierInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "carrier"));

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>aborted</c>.</summary>
    public static readonly Column ReceiveAbortedInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "aborted"));

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>heartbeat</c>.</summary>
    public static readonly Column ReceiveHeartbeatInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "heartbeat"));

    /// <summary><see cref="InterfaceErrors"/> of <c>receive</c>, <c>window</c>.</summary>
    public static readonly Column ReceiveWindowInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "receive"), (Attributes.SystemNetworkInterfaceErrorType, "window"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>fifo</c>.</summary>
    public static readonly Column TransmitFifoInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "fifo"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>frame</c>.</summary>
    public static readonly Column TransmitFrameInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "frame"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>crc</c>.</summary>
    public static readonly Column TransmitCrcInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "crc"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>length</c>.</summary>
    public static readonly Column TransmitLengthInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "length"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>over</c>.</summary>
    public static readonly Column TransmitOverInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "over"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>missed</c>.</summary>
    public static readonly Column TransmitMissedInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "missed"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>carrier</c>.</summary>
    public static readonly Column TransmitCarrierInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "carrier"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>aborted</c>.</summary>
    public static readonly Column TransmitAbortedInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "aborted"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>heartbeat</c>.</summary>
    public static readonly Column TransmitHeartbeatInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "heartbeat"));

    /// <summary><see cref="InterfaceErrors"/> of <c>transmit</c>, <c>window</c>.</summary>
    public static readonly Column TransmitWindowInterfaceErrors = InterfaceErrors.At((Attributes.NetworkIoDirection, "transmit"), (Attributes.SystemNetworkInterfaceErrorType, "window"));

    /// <summary>Collisions seen while sending.</summary>
    public static readonly Column Collisions = Instrument.Counter("system.network.interface.collisions", Unit.Of("collision"), NumberType.Long,
        "Collisions seen while sending.")
        .From("/sys/class/net/*/statistics/collisions");

    /// <summary>Multicast packets an interface received or sent.</summary>
    public static readonly Instrument MulticastPackets = Instrument.Counter("system.network.interface.multicast.packets", Unit.Of("packet"), NumberType.Long,
        "Multicast packets an interface received or sent.")
        .From("/sys/class/net/*/statistics/multicast (receive only on Linux)");

    /// <summary><see cref="MulticastPackets"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveMulticastPackets = MulticastPackets.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="MulticastPackets"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitMulticastPackets = MulticastPackets.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets an interface received that no protocol here handles.</summary>
    public static readonly Column UnhandledPackets = Instrument.Counter("system.network.interface.unhandled.packets", Unit.Of("packet"), NumberType.Long,
        "Packets an interface received that no protocol here handles.")
        .From("/sys/class/net/*/statistics/rx_nohandler");

    /// <summary>Compressed packets received and sent, on links that compress.</summary>
    public static readonly Instrument CompressedPackets = Instrument.Counter("system.network.interface.compressed.packets", Unit.Of("packet"), NumberType.Long,
        "Compressed packets received and sent, on links that compress.")
        .From("/proc/net/dev compressed").On(Systems.Linux).Optional();

    /// <summary><see cref="CompressedPackets"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveCompressedPackets = CompressedPackets.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="CompressedPackets"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitCompressedPackets = CompressedPackets.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets an interface received and sent.</summary>
    public static readonly Instrument PacketCount = Instrument.Counter("system.network.packet.count", Unit.Of("packet"), NumberType.Long,
        "Packets an interface received and sent.")
        .From("/proc/net/dev packets (interface name goes in system.device: registry quirk)");

    /// <summary><see cref="PacketCount"/> of <c>receive</c>.</summary>
    public static readonly Column ReceivePacketCount = PacketCount.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="PacketCount"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitPacketCount = PacketCount.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Table <c>network</c>: a row for each <c>network.interface.name</c>.</summary>
    public static readonly Schema Traffic = new("network", resourceKeys: [], keys: [Attributes.NetworkInterfaceName], details: [],
        columns: [ReceiveIo, TransmitIo, ReceiveDropped, TransmitDropped, ReceiveErrors, TransmitErrors,
            ReceiveFifoInterfaceErrors, ReceiveFrameInterfaceErrors, ReceiveCrcInterfaceErrors, ReceiveLengthInterfaceErrors,
            ReceiveOverInterfaceErrors, ReceiveMissedInterfaceErrors, ReceiveCarrierInterfaceErrors,
            ReceiveAbortedInterfaceErrors, ReceiveHeartbeatInterfaceErrors, ReceiveWindowInterfaceErrors,
            TransmitFifoInterfaceErrors, TransmitFrameInterfaceErrors, TransmitCrcInterfaceErrors, TransmitLengthInterfaceErrors,
            TransmitOverInterfaceErrors, TransmitMissedInterfaceErrors, TransmitCarrierInterfaceErrors,
            TransmitAbortedInterfaceErrors, TransmitHeartbeatInterfaceErrors, TransmitWindowInterfaceErrors, Collisions,
            ReceiveMulticastPackets, TransmitMulticastPackets, UnhandledPackets, ReceiveCompressedPackets,
            TransmitCompressedPackets], Scope.Host);

    /// <summary>Table <c>network.packets</c>: a row for each <c>system.device</c>.</summary>
    public static readonly Schema Packets = new("network.packets", resourceKeys: [], keys: [Attributes.SystemDevice], details: [],
        columns: [ReceivePacketCount, TransmitPacketCount], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Traffic, Packets];
}
