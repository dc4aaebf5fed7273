using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What InfiniBand ports, Fibre Channel adapters and tape drives carry and lose.</summary>
public static class Fabrics
{
    private static readonly ImmutableArray<AttributeKey> s_port =
    [
        Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwInfinibandPort,
    ];

    /// <summary>Bytes an InfiniBand port received and sent.</summary>
    public static readonly Instrument InfinibandIo = Instrument.Counter("hw.infiniband.io", Unit.Bytes, NumberType.Long,
        "Bytes an InfiniBand port received and sent.")
        .From("/sys/class/infiniband/*/ports/*/counters/port_{rcv,xmit}_data (x4)").On(Systems.Linux);

    /// <summary><see cref="InfinibandIo"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveInfinibandIo = InfinibandIo.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="InfinibandIo"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitInfinibandIo = InfinibandIo.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Packets an InfiniBand port received and sent, to one and to many.</summary>
    public static readonly Instrument InfinibandPackets = Instrument.Counter("hw.infiniband.packets", Unit.Of("packet"), NumberType.Long,
        "Packets an InfiniBand port received and sent, to one and to many.")
        .From("/sys/class/infiniband/*/ports/*/counters").On(Systems.Linux);

    /// <summary><see cref="InfinibandPackets"/> of <c>receive</c>, <c>unicast</c>.</summary>
    public static readonly Column ReceiveUnicastInfinibandPackets = InfinibandPackets.At(
        (Attributes.NetworkIoDirection, "receive"), (Attributes.HwInfinibandPacketType, "unicast"));

    /// <summary><see cref="InfinibandPackets"/> of <c>receive</c>, <c>multicast</c>.</summary>
    public static readonly Column ReceiveMulticastInfinibandPackets = InfinibandPackets.At(
        (Attributes.NetworkIoDirection, "receive"), (Attributes.HwInfinibandPacketType, "multicast"));

    /// <summary><see cref="InfinibandPackets"/> of <c>transmit</c>, <c>unicast</c>.</summary>
    public static readonly Column TransmitUnicastInfinibandPackets = InfinibandPackets.At(
        (Attributes.NetworkIoDirection, "transmit"), (Attributes.HwInfinibandPacketType, "unicast"));

    /// <summary><see cref="InfinibandPackets"/> of <c>transmit</c>, <c>multicast</c>.</summary>
    public static readonly Column TransmitMulticastInfinibandPackets = InfinibandPackets.At(
        (Attributes.NetworkIoDirection, "transmit"), (Attributes.HwInfinibandPacketType, "multicast"));

    /// <summary>Errors an InfiniBand port counted, by kind.</summary>
    public static readonly Column InfinibandErrors = Instrument.Counter("hw.infiniband.errors", Unit.Of("error"), NumberType.Long,
        "Errors an InfiniBand port counted, by kind.")
        .From("/sys/class/infiniband/*/ports/*/counters/{symbol_error,link_downed,link_error_recovery,port_rcv_errors,port_xmit_discards,...}").On(Systems.Linux);

    /// <summary>Ticks an InfiniBand port had something to send and was not allowed to.</summary>
    public static readonly Column InfinibandWait = Instrument.Counter("hw.infiniband.link.wait", Unit.Of("tick"), NumberType.Long,
        "Ticks an InfiniBand port had something to send and was not allowed to.")
        .From("/sys/class/infiniband/*/ports/*/counters/port_xmit_wait").On(Systems.Linux);

    /// <summary>Frames a Fibre Channel adapter received and sent.</summary>
    public static readonly Instrument FibreChannelFrames = Instrument.Counter("hw.fibre_channel.frames", Unit.Of("frame"), NumberType.Long,
        "Frames a Fibre Channel adapter received and sent.")
        .From("/sys/class/fc_host/*/statistics/{rx,tx}_frames (hex)").On(Systems.Linux).Optional();

    /// <summary><see cref="FibreChannelFrames"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveFibreChannelFrames = FibreChannelFrames.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="FibreChannelFrames"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitFibreChannelFrames = FibreChannelFrames.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Errors a Fibre Channel adapter counted, by kind.</summary>
    public static readonly Instrument FibreChannelErrors = Instrument.Counter("hw.fibre_channel.errors", Unit.Of("error"), NumberType.Long,
        "Errors a Fibre Channel adapter counted, by kind.")
        .From("/sys/class/fc_host/*/statistics/* (hex)").On(Systems.Linux).Optional();

    /// <summary><see cref="FibreChannelErrors"/> of <c>link_failure</c>.</summary>
    public static readonly Column LinkFailureFibreChannelErrors = FibreChannelErrors.At((Attributes.HwFibreChannelErrorType, "link_failure"));

    /// <summary><see cref="FibreChannelErrors"/> of <c>loss_of_signal</c>.</summary>
    public static readonly Column LossOfSignalFibreChannelErrors = FibreChannelErrors.At((Attributes.HwFibreChannelErrorType, "loss_of_signal"));

    /// <summary><see cref="FibreChannelErrors"/> of <c>loss_of_sync</c>.</summary>
    public static readonly Column LossOfSyncFibreChannelErrors = FibreChannelErrors.At((Attributes.HwFibreChannelErrorType, "loss_of_sync"));

    /// <summary><see cref="FibreChannelErrors"/> of <c>invalid_crc</c>.</summary>
    public static readonly Column InvalidCrcFibreChannelErrors = FibreChannelErrors.At((Attributes.HwFibreChannelErrorType, "invalid_crc"));

    /// <summary><see cref="FibreChannelErrors"/> of <c>invalid_tx_word</c>.</summary>
    public static readonly Column InvalidTxWordFibreChannelErrors = FibreChannelErrors.At((Attributes.HwFibreChannelErrorType, "invalid_tx_word"));

    /// <summary><see cref="FibreChannelErrors"/> of <c>error_frame</c>.</summary>
    public static readonly Column ErrorFrameFibreChannelErrors = FibreChannelErrors.At((Attributes.HwFibreChannelErrorType, "error_frame"));

    /// <summary><see cref="FibreChannelErrors"/> of <c>dumped_frame</c>.</summary>
    public static readonly Column DumpedFrameFibreChannelErrors = FibreChannelErrors.At((Attributes.HwFibreChannelErrorType, "dumped_frame"));

    /// <summary>Bytes read from and written to a tape drive.</summary>
    public static readonly Instrument TapeIo = Instrument.Counter("hw.tape_drive.io", Unit.Bytes, NumberType.Long,
        "Bytes read from and written to a tape drive.")
        .From("/sys/class/scsi_tape/*/stats/{read,write}_byte_cnt").On(Systems.Linux).Optional();

    /// <summary><see cref="TapeIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadTapeIo = TapeIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="TapeIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteTapeIo = TapeIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Time a tape drive took to read and to write.</summary>
    public static readonly Instrument TapeTime = Instrument.Counter("hw.tape_drive.time", Unit.Seconds, NumberType.Double,
        "Time a tape drive took to read and to write.")
        .From("/sys/class/scsi_tape/*/stats/{read,write}_ns").On(Systems.Linux).Optional();

    /// <summary><see cref="TapeTime"/> of <c>read</c>.</summary>
    public static readonly Column ReadTapeTime = TapeTime.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="TapeTime"/> of <c>write</c>.</summary>
    public static readonly Column WriteTapeTime = TapeTime.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Table <c>infiniband</c>: a row for each port.</summary>
    public static readonly Schema Infiniband = new("infiniband", resourceKeys: [], keys: s_port, details: [],
        columns: [ReceiveInfinibandIo, TransmitInfinibandIo, ReceiveUnicastInfinibandPackets, ReceiveMulticastInfinibandPackets,
            TransmitUnicastInfinibandPackets, TransmitMulticastInfinibandPackets, InfinibandWait], Scope.Host);

    /// <summary>Table <c>infiniband.errors</c>: a row for each port and <c>hw.infiniband.error.type</c>.</summary>
    public static readonly Schema InfinibandErrorCounts = new("infiniband.errors", resourceKeys: [], keys: [.. s_port, Attributes.HwInfinibandErrorType], details: [],
        columns: [InfinibandErrors], Scope.Host);

    /// <summary>Table <c>fibre_channel</c>: a row for each adapter.</summary>
    public static readonly Schema FibreChannel = new("fibre_channel", resourceKeys: [], keys: Power.Part, details: [],
        columns: [ReceiveFibreChannelFrames, TransmitFibreChannelFrames, LinkFailureFibreChannelErrors,
            LossOfSignalFibreChannelErrors, LossOfSyncFibreChannelErrors, InvalidCrcFibreChannelErrors,
            InvalidTxWordFibreChannelErrors, ErrorFrameFibreChannelErrors, DumpedFrameFibreChannelErrors], Scope.Host);

    /// <summary>Table <c>tape</c>: a row for each drive.</summary>
    public static readonly Schema TapeDrives = new("tape", resourceKeys: [], keys: Power.Part, details: [],
        columns: [ReadTapeIo, WriteTapeIo, ReadTapeTime, WriteTapeTime], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Infiniband, InfinibandErrorCounts, FibreChannel, TapeDrives];
}
