using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>How network interfaces are set up and whether they are up.</summary>
public static class NetworkLinks
{
    private static readonly ImmutableArray<AttributeKey> s_hardware =
    [
        Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwModel, Attributes.HwNetworkPhysicalAddress,
        Attributes.HwVendor,
    ];

    /// <summary>1 in the operational state an interface is in, 0 in the others.</summary>
    public static readonly Instrument Status = Instrument.UpDownCounter("system.network.interface.status", Unit.One, NumberType.Long,
        "1 in the operational state an interface is in, 0 in the others.")
        .From("/sys/class/net/*/operstate");

    /// <summary><see cref="Status"/> of <c>up</c>.</summary>
    public static readonly Column UpStatus = Status.At((Attributes.SystemNetworkInterfaceState, "up"));

    /// <summary><see cref="Status"/> of <c>down</c>.</summary>
    public static readonly Column DownStatus = Status.At((Attributes.SystemNetworkInterfaceState, "down"));

    /// <summary><see cref="Status"/> of <c>dormant</c>.</summary>
    public static readonly Column DormantStatus = Status.At((Attributes.SystemNetworkInterfaceState, "dormant"));

    /// <summary><see cref="Status"/> of <c>lower_layer_down</c>.</summary>
    public static readonly Column LowerLayerDownStatus = Status.At((Attributes.SystemNetworkInterfaceState, "lower_layer_down"));

    /// <summary><see cref="Status"/> of <c>testing</c>.</summary>
    public static readonly Column TestingStatus = Status.At((Attributes.SystemNetworkInterfaceState, "testing"));

    /// <summary><see cref="Status"/> of <c>not_present</c>.</summary>
    public static readonly Column NotPresentStatus = Status.At((Attributes.SystemNetworkInterfaceState, "not_present"));

    /// <summary><see cref="Status"/> of <c>unknown</c>.</summary>
    public static readonly Column UnknownStatus = Status.At((Attributes.SystemNetworkInterfaceState, "unknown"));

    /// <summary>1 in the duplex mode an interface runs in, 0 in the others.</summary>
    public static readonly Instrument Duplex = Instrument.UpDownCounter("system.network.interface.duplex", Unit.One, NumberType.Long,
        "1 in the duplex mode an interface runs in, 0 in the others.")
        .From("/sys/class/net/*/duplex").On(Systems.Linux | Systems.MacOS | Systems.FreeBsd | Systems.OpenBsd);

    /// <summary><see cref="Duplex"/> of <c>full</c>.</summary>
    public static readonly Column FullDuplex = Duplex.At((Attributes.SystemNetworkInterfaceDuplexMode, "full"));

    /// <summary><see cref="Duplex"/> of <c>half</c>.</summary>
    public static readonly Column HalfDuplex = Duplex.At((Attributes.SystemNetworkInterfaceDuplexMode, "half"));

    /// <summary><see cref="Duplex"/> of <c>unknown</c>.</summary>
    public static readonly Column UnknownDuplex = Duplex.At((Attributes.SystemNetworkInterfaceDuplexMode, "unknown"));

    /// <summary>Times the carrier of an interface came up and went down.</summary>
    public static readonly Instrument CarrierChanges = Instrument.Counter("system.network.interface.carrier.changes", Unit.Of("change"), NumberType.Long,
        "Times the carrier of an interface came up and went down.")
        .From("/sys/class/net/*/carrier_{up,down}_count").On(Systems.Linux);

    /// <summary><see cref="CarrierChanges"/> of <c>up</c>.</summary>
    public static readonly Column UpCarrierChanges = CarrierChanges.At((Attributes.SystemNetworkInterfaceCarrierDirection, "up"));

    /// <summary><see cref="CarrierChanges"/> of <c>down</c>.</summary>
    public static readonly Column DownCarrierChanges = CarrierChanges.At((Attributes.SystemNetworkInterfaceCarrierDirection, "down"));

    /// <summary>Largest packet an interface sends in one piece.</summary>
    public static readonly Column Mtu = Instrument.UpDownCounter("system.network.interface.mtu", Unit.Bytes, NumberType.Long,
        "Largest packet an interface sends in one piece.")
        .From("/sys/class/net/*/mtu");

    /// <summary>Packets an interface's transmit queue can hold.</summary>
    public static readonly Column QueueLimit = Instrument.UpDownCounter("system.network.interface.queue.limit", Unit.Of("packet"), NumberType.Long,
        "Packets an interface's transmit queue can hold.")
        .From("/sys/class/net/*/tx_queue_len").On(Systems.Linux).Optional();

    /// <summary>Statistics an interface's driver keeps under names of its own.</summary>
    public static readonly Column DriverCounter = Instrument.Counter("system.network.interface.driver.counter", Unit.Of("event"), NumberType.Long,
        "Statistics an interface's driver keeps under names of its own.")
        .From("ETHTOOL_GSTATS").On(Systems.Linux).Optional();

    /// <summary>Interfaces in a bond, working and failed.</summary>
    public static readonly Instrument BondMembers = Instrument.UpDownCounter("system.network.bond.member.count", Unit.Of("interface"), NumberType.Long,
        "Interfaces in a bond, working and failed.")
        .From("/sys/class/net/*/bonding/slaves + lower operstate").On(Systems.Linux);

    /// <summary><see cref="BondMembers"/> of <c>active</c>.</summary>
    public static readonly Column ActiveBondMembers = BondMembers.At((Attributes.SystemNetworkBondMemberState, "active"));

    /// <summary><see cref="BondMembers"/> of <c>failed</c>.</summary>
    public static readonly Column FailedBondMembers = BondMembers.At((Attributes.SystemNetworkBondMemberState, "failed"));

    /// <summary>1 where a network adapter's link is up, else 0.</summary>
    public static readonly Column Up = Instrument.UpDownCounter("hw.network.up", Unit.One, NumberType.Long,
        "1 where a network adapter's link is up, else 0.")
        .From("/sys/class/net/*/operstate");

    /// <summary>Speed of a network adapter's link.</summary>
    public static readonly Column BandwidthLimit = Instrument.UpDownCounter("hw.network.bandwidth.limit", Unit.BytesPerSecond, NumberType.Long,
        "Speed of a network adapter's link.")
        .From("/sys/class/net/*/speed (Mbit/s x125000)");

    /// <summary>Share of a network adapter's speed that its busier direction uses.</summary>
    public static readonly Column BandwidthUtilizationRatio = Instrument.Gauge("hw.network.bandwidth.utilization", Unit.One, NumberType.Double,
        "Share of a network adapter's speed that its busier direction uses.")
        .From("max(rx,tx) rate / speed").Optional();

    /// <summary>Table <c>network.link</c>: a row for each <c>network.interface.name</c>.</summary>
    /// <remarks>What rarely changes; what moves is in <see cref="NetworkInterfaces.Traffic"/>.</remarks>
    public static readonly Schema Links = new("network.link", resourceKeys: [], keys: [Attributes.NetworkInterfaceName], details: [],
        columns: [UpStatus, DownStatus, DormantStatus, LowerLayerDownStatus, TestingStatus, NotPresentStatus, UnknownStatus,
            FullDuplex, HalfDuplex, UnknownDuplex, UpCarrierChanges, DownCarrierChanges, Mtu, QueueLimit], Scope.Host);

    /// <summary>Table <c>network.driver</c>: a row for each <c>network.interface.name</c> and <c>system.network.interface.driver.statistic</c>.</summary>
    public static readonly Schema Drivers = new("network.driver", resourceKeys: [],
        keys: [Attributes.NetworkInterfaceName, Attributes.SystemNetworkInterfaceDriverStatistic], details: [],
        columns: [DriverCounter], Scope.Host);

    /// <summary>Table <c>network.bond</c>: a row for each <c>network.interface.name</c>.</summary>
    public static readonly Schema Bonds = new("network.bond", resourceKeys: [], keys: [Attributes.NetworkInterfaceName], details: [],
        columns: [ActiveBondMembers, FailedBondMembers], Scope.Host);

    /// <summary>Table <c>network.adapter</c>: a row for each adapter.</summary>
    public static readonly Schema Adapters = new("network.adapter", resourceKeys: [], keys: s_hardware, details: [],
        columns: [Up, BandwidthLimit], Scope.Host);

    /// <summary>Table <c>network.adapter.utilization</c>: a row for each adapter.</summary>
    public static readonly Schema AdapterUtilization = new("network.adapter.utilization", resourceKeys: [], keys: s_hardware, details: [],
        columns: [BandwidthUtilizationRatio], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Links, Drivers, Bonds, Adapters, AdapterUtilization];
}
