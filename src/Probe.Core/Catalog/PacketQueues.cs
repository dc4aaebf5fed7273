using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Where packets wait inside the host: the receive path of each CPU, and queueing disciplines.</summary>
public static class PacketQueues
{
    /// <summary>Packets each logical CPU took off the receive path.</summary>
    public static readonly Column Processed = Instrument.Counter("system.network.softnet.processed", Unit.Of("packet"), NumberType.Long,
        "Packets each logical CPU took off the receive path.")
        .From("/proc/net/softnet_stat col 1").On(Systems.Linux);

    /// <summary>Packets each logical CPU dropped because its backlog was full.</summary>
    public static readonly Column Dropped = Instrument.Counter("system.network.softnet.dropped", Unit.Of("packet"), NumberType.Long,
        "Packets each logical CPU dropped because its backlog was full.")
        .From("/proc/net/softnet_stat col 2").On(Systems.Linux);

    /// <summary>Times each logical CPU stopped receiving with work left, its budget being spent.</summary>
    public static readonly Column Squeezed = Instrument.Counter("system.network.softnet.squeezed", Unit.Of("event"), NumberType.Long,
        "Times each logical CPU stopped receiving with work left, its budget being spent.")
        .From("/proc/net/softnet_stat col 3").On(Systems.Linux);

    /// <summary>Packets another CPU handed to each logical CPU.</summary>
    public static readonly Column Steered = Instrument.Counter("system.network.softnet.steered", Unit.Of("packet"), NumberType.Long,
        "Packets another CPU handed to each logical CPU.")
        .From("/proc/net/softnet_stat col 10 (received_rps)").On(Systems.Linux).Optional();

    /// <summary>Packets of large flows each logical CPU dropped to keep room for small ones.</summary>
    public static readonly Column FlowLimited = Instrument.Counter("system.network.softnet.flow_limited", Unit.Of("packet"), NumberType.Long,
        "Packets of large flows each logical CPU dropped to keep room for small ones.")
        .From("/proc/net/softnet_stat col 11").On(Systems.Linux).Optional();

    /// <summary>Packets waiting in each logical CPU's backlog.</summary>
    public static readonly Column Backlog = Instrument.UpDownCounter("system.network.softnet.backlog", Unit.Of("packet"), NumberType.Long,
        "Packets waiting in each logical CPU's backlog.")
        .From("/proc/net/softnet_stat col 12").On(Systems.Linux);

    /// <summary>Packets the dispatch service of FreeBSD handled, by protocol and by what became of them.</summary>
    public static readonly Instrument NetisrPackets = Instrument.Counter("system.network.netisr.packets", Unit.Of("packet"), NumberType.Long,
        "Packets the dispatch service of FreeBSD handled, by protocol and by what became of them.").On(Systems.FreeBsd).Optional();

    /// <summary><see cref="NetisrPackets"/> of <c>dispatched</c>.</summary>
    public static readonly Column DispatchedNetisrPackets = NetisrPackets.At((Attributes.SystemNetworkNetisrOutcome, "dispatched"));

    /// <summary><see cref="NetisrPackets"/> of <c>hybrid_dispatched</c>.</summary>
    public static readonly Column HybridDispatchedNetisrPackets = NetisrPackets.At((Attributes.SystemNetworkNetisrOutcome, "hybrid_dispatched"));

    /// <summary><see cref="NetisrPackets"/> of <c>queued</c>.</summary>
    public static readonly Column QueuedNetisrPackets = NetisrPackets.At((Attributes.SystemNetworkNetisrOutcome, "queued"));

    /// <summary><see cref="NetisrPackets"/> of <c>dropped</c>.</summary>
    public static readonly Column DroppedNetisrPackets = NetisrPackets.At((Attributes.SystemNetworkNetisrOutcome, "dropped"));

    /// <summary><see cref="NetisrPackets"/> of <c>handled</c>.</summary>
    public static readonly Column HandledNetisrPackets = NetisrPackets.At((Attributes.SystemNetworkNetisrOutcome, "handled"));

    /// <summary>Bytes a queueing discipline let out.</summary>
    public static readonly Column QdiscIo = Instrument.Counter("system.network.qdisc.io", Unit.Bytes, NumberType.Long,
        "Bytes a queueing discipline let out.")
        .From("RTM_GETQDISC TCA_STATS2").On(Systems.Linux).Optional();

    /// <summary>Packets a queueing discipline sent, dropped, requeued or held back.</summary>
    public static readonly Instrument QdiscPackets = Instrument.Counter("system.network.qdisc.packets", Unit.Of("packet"), NumberType.Long,
        "Packets a queueing discipline sent, dropped, requeued or held back.")
        .From("RTM_GETQDISC TCA_STATS2").On(Systems.Linux).Optional();

    /// <summary><see cref="QdiscPackets"/> of <c>sent</c>.</summary>
    public static readonly Column SentQdiscPackets = QdiscPackets.At((Attributes.SystemNetworkQdiscOutcome, "sent"));

    /// <summary><see cref="QdiscPackets"/> of <c>dropped</c>.</summary>
    public static readonly Column DroppedQdiscPackets = QdiscPackets.At((Attributes.SystemNetworkQdiscOutcome, "dropped"));

    /// <summary><see cref="QdiscPackets"/> of <c>requeued</c>.</summary>
    public static readonly Column RequeuedQdiscPackets = QdiscPackets.At((Attributes.SystemNetworkQdiscOutcome, "requeued"));

    /// <summary><see cref="QdiscPackets"/> of <c>overlimit</c>.</summary>
    public static readonly Column OverlimitQdiscPackets = QdiscPackets.At((Attributes.SystemNetworkQdiscOutcome, "overlimit"));

    /// <summary>Bytes waiting in a queueing discipline.</summary>
    public static readonly Column QdiscBacklog = Instrument.UpDownCounter("system.network.qdisc.backlog", Unit.Bytes, NumberType.Long,
        "Bytes waiting in a queueing discipline.")
        .From("RTM_GETQDISC TCA_STATS2").On(Systems.Linux).Optional();

    /// <summary>Packets waiting in a queueing discipline.</summary>
    public static readonly Column QdiscLength = Instrument.UpDownCounter("system.network.qdisc.queue.length", Unit.Of("packet"), NumberType.Long,
        "Packets waiting in a queueing discipline.")
        .From("RTM_GETQDISC TCA_STATS2").On(Systems.Linux).Optional();

    /// <summary>Table <c>network.softnet</c>: a row for each <c>cpu.logical_number</c>.</summary>
    public static readonly Schema Softnet = new("network.softnet", resourceKeys: [], keys: [Attributes.CpuLogicalNumber], details: [],
        columns: [Processed, Dropped, Squeezed, Steered, FlowLimited, Backlog], Scope.Host);

    /// <summary>Table <c>network.netisr</c>: a row for each <c>system.network.netisr.protocol</c>.</summary>
    public static readonly Schema Netisr = new("network.netisr", resourceKeys: [], keys: [Attributes.SystemNetworkNetisrProtocol], details: [],
        columns: [DispatchedNetisrPackets, HybridDispatchedNetisrPackets, QueuedNetisrPackets, DroppedNetisrPackets,
            HandledNetisrPackets], Scope.Host);

    /// <summary>Table <c>network.qdisc</c>: a row for each <c>network.interface.name</c> and <c>system.network.qdisc.kind</c>.</summary>
    public static readonly Schema Qdiscs = new("network.qdisc", resourceKeys: [], keys: [Attributes.NetworkInterfaceName, Attributes.SystemNetworkQdiscKind], details: [],
        columns: [QdiscIo, SentQdiscPackets, DroppedQdiscPackets, RequeuedQdiscPackets, OverlimitQdiscPackets, QdiscBacklog,
            QdiscLength], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Softnet, Netisr, Qdiscs];
}
