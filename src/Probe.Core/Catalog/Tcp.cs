using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What TCP opened, sent, repeated and gave up.</summary>
/// <remarks>Both IP versions together: the kernel keeps one count. All of it comes from &lt;c&gt;/proc/net/snmp&lt;/c&gt; and &lt;c&gt;/proc/net/netstat&lt;/c&gt;.</remarks>
public static class Tcp
{
    /// <summary>TCP connections opened from here and accepted from others.</summary>
    public static readonly Instrument Connections = Instrument.Counter("system.network.tcp.connections", Unit.Of("connection"), NumberType.Long,
        "TCP connections opened from here and accepted from others.")
        .From("/proc/net/snmp Tcp ActiveOpens,PassiveOpens");

    /// <summary><see cref="Connections"/> of <c>active</c>.</summary>
    public static readonly Column ActiveConnections = Connections.At((Attributes.SystemNetworkTcpOpenType, "active"));

    /// <summary><see cref="Connections"/> of <c>passive</c>.</summary>
    public static readonly Column PassiveConnections = Connections.At((Attributes.SystemNetworkTcpOpenType, "passive"));

    /// <summary>TCP connections that could not be established, or were reset once they were.</summary>
    public static readonly Instrument ConnectionFailures = Instrument.Counter("system.network.tcp.connection.failures", Unit.Of("connection"), NumberType.Long,
        "TCP connections that could not be established, or were reset once they were.")
        .From("/proc/net/snmp Tcp AttemptFails,EstabResets");

    /// <summary><see cref="ConnectionFailures"/> of <c>attempt_failed</c>.</summary>
    public static readonly Column AttemptFailedConnectionFailures = ConnectionFailures.At((Attributes.SystemNetworkTcpFailureType, "attempt_failed"));

    /// <summary><see cref="ConnectionFailures"/> of <c>established_reset</c>.</summary>
    public static readonly Column EstablishedResetConnectionFailures = ConnectionFailures.At(
        (Attributes.SystemNetworkTcpFailureType, "established_reset"));

    /// <summary>TCP connections that are established, or that only this side has yet to close.</summary>
    public static readonly Column Established = Instrument.UpDownCounter("system.network.tcp.established.count", Unit.Of("connection"), NumberType.Long,
        "TCP connections that are established, or that only this side has yet to close.")
        .From("/proc/net/snmp Tcp CurrEstab").On(Systems.Linux);

    /// <summary>TCP segments received and sent, repeated ones not among the latter.</summary>
    public static readonly Instrument Segments = Instrument.Counter("system.network.tcp.segments", Unit.Of("segment"), NumberType.Long,
        "TCP segments received and sent, repeated ones not among the latter.")
        .From("/proc/net/snmp Tcp InSegs,OutSegs");

    /// <summary><see cref="Segments"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveSegments = Segments.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Segments"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitSegments = Segments.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>TCP segments sent again.</summary>
    public static readonly Column Retransmits = Instrument.Counter("system.network.tcp.retransmits", Unit.Of("segment"), NumberType.Long,
        "TCP segments sent again.")
        .From("/proc/net/snmp Tcp RetransSegs");

    /// <summary>TCP segments sent again, by what made the sender do so.</summary>
    public static readonly Instrument RetransmitCauses = Instrument.Counter("system.network.tcp.retransmit.causes", Unit.Of("segment"), NumberType.Long,
        "TCP segments sent again, by what made the sender do so.")
        .From("/proc/net/netstat TcpExt TCPSynRetrans,TCPFastRetrans,TCPSlowStartRetrans,TCPLostRetransmit,TCPSpuriousRtxHostQueues,TCPLossProbes").On(Systems.Linux);

    /// <summary><see cref="RetransmitCauses"/> of <c>syn</c>.</summary>
    public static readonly Column SynRetransmitCauses = RetransmitCauses.At((Attributes.SystemNetworkTcpRetransmitCause, "syn"));

    /// <summary><see cref="RetransmitCauses"/> of <c>fast</c>.</summary>
    public static readonly Column FastRetransmitCauses = RetransmitCauses.At((Attributes.SystemNetworkTcpRetransmitCause, "fast"));

    /// <summary><see cref="RetransmitCauses"/> of <c>slow_start</c>.</summary>
    public static readonly Column SlowStartRetransmitCauses = RetransmitCauses.At((Attributes.SystemNetworkTcpRetransmitCause, "slow_start"));

    /// <summary><see cref="RetransmitCauses"/> of <c>lost</c>.</summary>
    public static readonly Column LostRetransmitCauses = RetransmitCauses.At((Attributes.SystemNetworkTcpRetransmitCause, "lost"));

    /// <summary><see cref="RetransmitCauses"/> of <c>spurious</c>.</summary>
    public static readonly Column SpuriousRetransmitCauses = RetransmitCauses.At((Attributes.SystemNetworkTcpRetransmitCause, "spurious"));

    /// <summary><see cref="RetransmitCauses"/> of <c>tail_loss_probe</c>.</summary>
    public static readonly Column TailLossProbeRetransmitCauses = RetransmitCauses.At(
        (Attributes.SystemNetworkTcpRetransmitCause, "tail_loss_probe"));

    /// <summary>TCP segments that reset a connection, received and sent.</summary>
    public static readonly Instrument Resets = Instrument.Counter("system.network.tcp.resets", Unit.Of("segment"), NumberType.Long,
        "TCP segments that reset a connection, received and sent.")
        .From("/proc/net/snmp Tcp OutRsts (transmit); receive from TcpExt");

    /// <summary><see cref="Resets"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveResets = Resets.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Resets"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitResets = Resets.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>TCP segments received that were malformed or had a wrong checksum.</summary>
    public static readonly Instrument Errors = Instrument.Counter("system.network.tcp.errors", Unit.Of("segment"), NumberType.Long,
        "TCP segments received that were malformed or had a wrong checksum.")
        .From("/proc/net/snmp Tcp InErrs,InCsumErrors");

    /// <summary><see cref="Errors"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveErrors = Errors.At((Attributes.SystemNetworkTcpErrorType, "receive"));

    /// <summary><see cref="Errors"/> of <c>checksum</c>.</summary>
    public static readonly Column ChecksumErrors = Errors.At((Attributes.SystemNetworkTcpErrorType, "checksum"));

    /// <summary>Connection requests dropped by listening sockets, by reason.</summary>
    public static readonly Instrument ListenDrops = Instrument.Counter("system.network.tcp.listen.drops", Unit.Of("connection"), NumberType.Long,
        "Connection requests dropped by listening sockets, by reason.")
        .From("/proc/net/netstat TcpExt ListenDrops,ListenOverflows,TCPReqQFullDrop").On(Systems.Linux | Systems.Bsd);

    /// <summary><see cref="ListenDrops"/> of <c>drop</c>.</summary>
    public static readonly Column DropListenDrops = ListenDrops.At((Attributes.SystemNetworkTcpListenDropReason, "drop"));

    /// <summary><see cref="ListenDrops"/> of <c>overflow</c>.</summary>
    public static readonly Column OverflowListenDrops = ListenDrops.At((Attributes.SystemNetworkTcpListenDropReason, "overflow"));

    /// <summary><see cref="ListenDrops"/> of <c>request_queue_full</c>.</summary>
    public static readonly Column RequestQueueFullListenDrops = ListenDrops.At((Attributes.SystemNetworkTcpListenDropReason, "request_queue_full"));

    /// <summary>Cookies sent in place of remembering a connection request, and those that came back right or wrong.</summary>
    public static readonly Instrument SynCookies = Instrument.Counter("system.network.tcp.syncookies", Unit.Of("cookie"), NumberType.Long,
        "Cookies sent in place of remembering a connection request, and those that came back right or wrong.")
        .From("/proc/net/netstat TcpExt Syncookies*").On(Systems.Linux | Systems.Bsd);

    /// <summary><see cref="SynCookies"/> of <c>sent</c>.</summary>
    public static readonly Column SentSynCookies = SynCookies.At((Attributes.SystemNetworkTcpSyncookieOutcome, "sent"));

    /// <summary><see cref="SynCookies"/> of <c>received</c>.</summary>
    public static readonly Column ReceivedSynCookies = SynCookies.At((Attributes.SystemNetworkTcpSyncookieOutcome, "received"));

    /// <summary><see cref="SynCookies"/> of <c>failed</c>.</summary>
    public static readonly Column FailedSynCookies = SynCookies.At((Attributes.SystemNetworkTcpSyncookieOutcome, "failed"));

    /// <summary>Times a TCP retransmission timer ran out.</summary>
    public static readonly Column Timeouts = Instrument.Counter("system.network.tcp.timeouts", Unit.Of("timeout"), NumberType.Long,
        "Times a TCP retransmission timer ran out.")
        .From("/proc/net/netstat TcpExt TCPTimeouts");

    /// <summary>TCP segments that arrived before one they follow, and were kept.</summary>
    public static readonly Column OutOfOrder = Instrument.Counter("system.network.tcp.out_of_order", Unit.Of("segment"), NumberType.Long,
        "TCP segments that arrived before one they follow, and were kept.")
        .From("/proc/net/netstat TcpExt TCPOFOQueue");

    /// <summary>TCP segments that arrived and were dropped for want of room, by the room that was full.</summary>
    public static readonly Instrument ReceiveQueueDrops = Instrument.Counter("system.network.tcp.receive_queue.drops", Unit.Of("segment"), NumberType.Long,
        "TCP segments that arrived and were dropped for want of room, by the room that was full.")
        .From("/proc/net/netstat TcpExt TCPRcvQDrop,TCPZeroWindowDrop,TCPBacklogDrop,TCPOFODrop,PFMemallocDrop").On(Systems.Linux);

    /// <summary><see cref="ReceiveQueueDrops"/> of <c>receive_queue</c>.</summary>
    public static readonly Column ReceiveQueueReceiveQueueDrops = ReceiveQueueDrops.At((Attributes.SystemNetworkTcpDropReason, "receive_queue"));

    /// <summary><see cref="ReceiveQueueDrops"/> of <c>zero_window</c>.</summary>
    public static readonly Column ZeroWindowReceiveQueueDrops = ReceiveQueueDrops.At((Attributes.SystemNetworkTcpDropReason, "zero_window"));

    /// <summary><see cref="ReceiveQueueDrops"/> of <c>backlog</c>.</summary>
    public static readonly Column BacklogReceiveQueueDrops = ReceiveQueueDrops.At((Attributes.SystemNetworkTcpDropReason, "backlog"));

    /// <summary><see cref="ReceiveQueueDrops"/> of <c>out_of_order_queue</c>.</summary>
    public static readonly Column OutOfOrderQueueReceiveQueueDrops = ReceiveQueueDrops.At(
        (Attributes.SystemNetworkTcpDropReason, "out_of_order_queue"));

    /// <summary><see cref="ReceiveQueueDrops"/> of <c>memory</c>.</summary>
    public static readonly Column MemoryReceiveQueueDrops = ReceiveQueueDrops.At((Attributes.SystemNetworkTcpDropReason, "memory"));

    /// <summary>Times TCP began to save memory.</summary>
    public static readonly Column MemoryPressure = Instrument.Counter("system.network.tcp.memory.pressure", Unit.Of("event"), NumberType.Long,
        "Times TCP began to save memory.")
        .From("/proc/net/netstat TcpExt TCPMemoryPressures").On(Systems.Linux);

    /// <summary>TCP connections this host broke off, by reason.</summary>
    public static readonly Instrument Aborts = Instrument.Counter("system.network.tcp.aborts", Unit.Of("connection"), NumberType.Long,
        "TCP connections this host broke off, by reason.")
        .From("/proc/net/netstat TcpExt TCPAbortOn*,TCPAbortFailed").On(Systems.Linux);

    /// <summary><see cref="Aborts"/> of <c>data</c>.</summary>
    public static readonly Column DataAborts = Aborts.At((Attributes.SystemNetworkTcpAbortReason, "data"));

    /// <summary><see cref="Aborts"/> of <c>close</c>.</summary>
    public static readonly Column CloseAborts = Aborts.At((Attributes.SystemNetworkTcpAbortReason, "close"));

    /// <summary><see cref="Aborts"/> of <c>memory</c>.</summary>
    public static readonly Column MemoryAborts = Aborts.At((Attributes.SystemNetworkTcpAbortReason, "memory"));

    /// <summary><see cref="Aborts"/> of <c>timeout</c>.</summary>
    public static readonly Column TimeoutAborts = Aborts.At((Attributes.SystemNetworkTcpAbortReason, "timeout"));

    /// <summary><see cref="Aborts"/> of <c>linger</c>.</summary>
    public static readonly Column LingerAborts = Aborts.At((Attributes.SystemNetworkTcpAbortReason, "linger"));

    /// <summary><see cref="Aborts"/> of <c>failed</c>.</summary>
    public static readonly Column FailedAborts = Aborts.At((Attributes.SystemNetworkTcpAbortReason, "failed"));

    /// <summary>Times a TCP receive window closed, opened again, or should have closed and could not.</summary>
    public static readonly Instrument ZeroWindowEvents = Instrument.Counter("system.network.tcp.zero_window.events", Unit.Of("event"), NumberType.Long,
        "Times a TCP receive window closed, opened again, or should have closed and could not.")
        .From("/proc/net/netstat TcpExt TCPToZeroWindowAdv,TCPFromZeroWindowAdv,TCPWantZeroWindowAdv").On(Systems.Linux).Optional();

    /// <summary><see cref="ZeroWindowEvents"/> of <c>to</c>.</summary>
    public static readonly Column ToZeroWindowEvents = ZeroWindowEvents.At((Attributes.SystemNetworkTcpZeroWindowEvent, "to"));

    /// <summary><see cref="ZeroWindowEvents"/> of <c>from</c>.</summary>
    public static readonly Column FromZeroWindowEvents = ZeroWindowEvents.At((Attributes.SystemNetworkTcpZeroWindowEvent, "from"));

    /// <summary><see cref="ZeroWindowEvents"/> of <c>want</c>.</summary>
    public static readonly Column WantZeroWindowEvents = ZeroWindowEvents.At((Attributes.SystemNetworkTcpZeroWindowEvent, "want"));

    /// <summary>TCP connections that carried data in their first segment, and those that failed to.</summary>
    public static readonly Instrument FastOpen = Instrument.Counter("system.network.tcp.fast_open", Unit.Of("connection"), NumberType.Long,
        "TCP connections that carried data in their first segment, and those that failed to.")
        .From("/proc/net/netstat TcpExt TCPFastOpen*").On(Systems.Linux).Optional();

    /// <summary><see cref="FastOpen"/> of <c>active</c>.</summary>
    public static readonly Column ActiveFastOpen = FastOpen.At((Attributes.SystemNetworkTcpFastOpenOutcome, "active"));

    /// <summary><see cref="FastOpen"/> of <c>active_failed</c>.</summary>
    public static readonly Column ActiveFailedFastOpen = FastOpen.At((Attributes.SystemNetworkTcpFastOpenOutcome, "active_failed"));

    /// <summary><see cref="FastOpen"/> of <c>passive</c>.</summary>
    public static readonly Column PassiveFastOpen = FastOpen.At((Attributes.SystemNetworkTcpFastOpenOutcome, "passive"));

    /// <summary><see cref="FastOpen"/> of <c>passive_failed</c>.</summary>
    public static readonly Column PassiveFailedFastOpen = FastOpen.At((Attributes.SystemNetworkTcpFastOpenOutcome, "passive_failed"));

    /// <summary><see cref="FastOpen"/> of <c>listen_overflow</c>.</summary>
    public static readonly Column ListenOverflowFastOpen = FastOpen.At((Attributes.SystemNetworkTcpFastOpenOutcome, "listen_overflow"));

    /// <summary>Table <c>tcp</c>: one row.</summary>
    public static readonly Schema Protocol = new("tcp", resourceKeys: [], keys: [], details: [],
        columns: [ActiveConnections, PassiveConnections, AttemptFailedConnectionFailures, EstablishedResetConnectionFailures,
            Established, ReceiveSegments, TransmitSegments, Retransmits, SynRetransmitCauses, FastRetransmitCauses,
            SlowStartRetransmitCauses, LostRetransmitCauses, SpuriousRetransmitCauses, TailLossProbeRetransmitCauses,
            ReceiveResets, TransmitResets, ReceiveErrors, ChecksumErrors, DropListenDrops, OverflowListenDrops,
            RequestQueueFullListenDrops, SentSynCookies, ReceivedSynCookies, FailedSynCookies, Timeouts, OutOfOrder,
            ReceiveQueueReceiveQueueDrops, ZeroWindowReceiveQueueDrops, BacklogReceiveQueueDrops,
            OutOfOrderQueueReceiveQueueDrops, MemoryReceiveQueueDrops, MemoryPressure, DataAborts, CloseAborts, MemoryAborts,
            TimeoutAborts, LingerAborts, FailedAborts, ToZeroWindowEvents, FromZeroWindowEvents, WantZeroWindowEvents,
            ActiveFastOpen, ActiveFailedFastOpen, PassiveFastOpen, PassiveFailedFastOpen, ListenOverflowFastOpen], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Protocol];
}
