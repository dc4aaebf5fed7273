using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Addresses of this host, routes from it, and the neighbors it knows.</summary>
public static class Neighbors
{
    /// <summary>Neighbors known on an interface, by how sure the kernel is of them.</summary>
    public static readonly Instrument NeighborCount = Instrument.UpDownCounter("system.network.neighbor.count", Unit.Of("entry"), NumberType.Long,
        "Neighbors known on an interface, by how sure the kernel is of them.")
        .From("RTM_GETNEIGH; else /proc/net/arp");

    /// <summary><see cref="NeighborCount"/> of <c>reachable</c>.</summary>
    public static readonly Column ReachableNeighborCount = NeighborCount.At((Attributes.SystemNetworkNeighborState, "reachable"));

    /// <summary><see cref="NeighborCount"/> of <c>stale</c>.</summary>
    public static readonly Column StaleNeighborCount = NeighborCount.At((Attributes.SystemNetworkNeighborState, "stale"));

    /// <summary><see cref="NeighborCount"/> of <c>delay</c>.</summary>
    public static readonly Column DelayNeighborCount = NeighborCount.At((Attributes.SystemNetworkNeighborState, "delay"));

    /// <summary><see cref="NeighborCount"/> of <c>probe</c>.</summary>
    public static readonly Column ProbeNeighborCount = NeighborCount.At((Attributes.SystemNetworkNeighborState, "probe"));

    /// <summary><see cref="NeighborCount"/> of <c>failed</c>.</summary>
    public static readonly Column FailedNeighborCount = NeighborCount.At((Attributes.SystemNetworkNeighborState, "failed"));

    /// <summary><see cref="NeighborCount"/> of <c>incomplete</c>.</summary>
    public static readonly Column IncompleteNeighborCount = NeighborCount.At((Attributes.SystemNetworkNeighborState, "incomplete"));

    /// <summary><see cref="NeighborCount"/> of <c>permanent</c>.</summary>
    public static readonly Column PermanentNeighborCount = NeighborCount.At((Attributes.SystemNetworkNeighborState, "permanent"));

    /// <summary><see cref="NeighborCount"/> of <c>noarp</c>.</summary>
    public static readonly Column NoarpNeighborCount = NeighborCount.At((Attributes.SystemNetworkNeighborState, "noarp"));

    /// <summary>Entries the neighbor table may have before it is swept, soon swept, and full.</summary>
    public static readonly Instrument NeighborLimit = Instrument.UpDownCounter("system.network.neighbor.limit", Unit.Of("entry"), NumberType.Long,
        "Entries the neighbor table may have before it is swept, soon swept, and full.")
        .From("/proc/sys/net/ipv{4,6}/neigh/default/gc_thresh*").On(Systems.Linux).Optional();

    /// <summary><see cref="NeighborLimit"/> of <c>1</c>.</summary>
    public static readonly Column FirstNeighborLimit = NeighborLimit.At((Attributes.SystemNetworkNeighborThreshold, "1"));

    /// <summary><see cref="NeighborLimit"/> of <c>2</c>.</summary>
    public static readonly Column SecondNeighborLimit = NeighborLimit.At((Attributes.SystemNetworkNeighborThreshold, "2"));

    /// <summary><see cref="NeighborLimit"/> of <c>3</c>.</summary>
    public static readonly Column ThirdNeighborLimit = NeighborLimit.At((Attributes.SystemNetworkNeighborThreshold, "3"));

    /// <summary>What happened in the neighbor table.</summary>
    public static readonly Instrument NeighborEvents = Instrument.Counter("system.network.neighbor.events", Unit.Of("event"), NumberType.Long,
        "What happened in the neighbor table.")
        .From("/proc/net/stat/{arp_cache,ndisc_cache} (hex)").On(Systems.Linux).Optional();

    /// <summary><see cref="NeighborEvents"/> of <c>alloc</c>.</summary>
    public static readonly Column AllocNeighborEvents = NeighborEvents.At((Attributes.SystemNetworkNeighborEvent, "alloc"));

    /// <summary><see cref="NeighborEvents"/> of <c>destroy</c>.</summary>
    public static readonly Column DestroyNeighborEvents = NeighborEvents.At((Attributes.SystemNetworkNeighborEvent, "destroy"));

    /// <summary><see cref="NeighborEvents"/> of <c>lookup</c>.</summary>
    public static readonly Column LookupNeighborEvents = NeighborEvents.At((Attributes.SystemNetworkNeighborEvent, "lookup"));

    /// <summary><see cref="NeighborEvents"/> of <c>hit</c>.</summary>
    public static readonly Column HitNeighborEvents = NeighborEvents.At((Attributes.SystemNetworkNeighborEvent, "hit"));

    /// <summary><see cref="NeighborEvents"/> of <c>resolution_failed</c>.</summary>
    public static readonly Column ResolutionFailedNeighborEvents = NeighborEvents.At((Attributes.SystemNetworkNeighborEvent, "resolution_failed"));

    /// <summary><see cref="NeighborEvents"/> of <c>table_full</c>.</summary>
    public static readonly Column TableFullNeighborEvents = NeighborEvents.At((Attributes.SystemNetworkNeighborEvent, "table_full"));

    /// <summary><see cref="NeighborEvents"/> of <c>forced_gc</c>.</summary>
    public static readonly Column ForcedGcNeighborEvents = NeighborEvents.At((Attributes.SystemNetworkNeighborEvent, "forced_gc"));

    /// <summary>Routes out of an interface.</summary>
    public static readonly Column RouteCount = Instrument.UpDownCounter("system.network.route.count", Unit.Of("route"), NumberType.Long,
        "Routes out of an interface.")
        .From("RTM_GETROUTE; else /proc/net/route, /proc/net/ipv6_route");

    /// <summary>Addresses of an interface.</summary>
    public static readonly Column AddressCount = Instrument.UpDownCounter("system.network.address.count", Unit.Of("address"), NumberType.Long,
        "Addresses of an interface.")
        .From("RTM_GETADDR");

    /// <summary>Table <c>network.neighbors</c>: a row for each <c>network.interface.name</c> and <c>network.type</c>.</summary>
    public static readonly Schema Counts = new("network.neighbors", resourceKeys: [],
        keys: [Attributes.NetworkInterfaceName, Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [ReachableNeighborCount, StaleNeighborCount, DelayNeighborCount, ProbeNeighborCount, FailedNeighborCount,
            IncompleteNeighborCount, PermanentNeighborCount, NoarpNeighborCount], Scope.Host);

    /// <summary>Table <c>network.neighbors.limits</c>: a row for each <c>network.type</c>.</summary>
    public static readonly Schema Limits = new("network.neighbors.limits", resourceKeys: [], keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [FirstNeighborLimit, SecondNeighborLimit, ThirdNeighborLimit], Scope.Host);

    /// <summary>Table <c>network.neighbors.events</c>: a row for each <c>network.type</c>.</summary>
    public static readonly Schema Events = new("network.neighbors.events", resourceKeys: [], keys: [Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [AllocNeighborEvents, DestroyNeighborEvents, LookupNeighborEvents, HitNeighborEvents,
            ResolutionFailedNeighborEvents, TableFullNeighborEvents, ForcedGcNeighborEvents], Scope.Host);

    /// <summary>Table <c>network.routes</c>: a row for each <c>network.interface.name</c> and <c>network.type</c>.</summary>
    public static readonly Schema Routes = new("network.routes", resourceKeys: [],
        keys: [Attributes.NetworkInterfaceName, Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [RouteCount], Scope.Host);

    /// <summary>Table <c>network.addresses</c>: a row for each <c>network.interface.name</c> and <c>network.type</c>.</summary>
    public static readonly Schema Addresses = new("network.addresses", resourceKeys: [],
        keys: [Attributes.NetworkInterfaceName, Attributes.NetworkType.OneOf("ipv4", "ipv6")], details: [],
        columns: [AddressCount], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Counts, Limits, Events, Routes, Addresses];
}
