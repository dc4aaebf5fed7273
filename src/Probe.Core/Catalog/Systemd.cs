using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What the service manager says of its units.</summary>
public static class Systemd
{
    /// <summary>1 where the service manager has reached its goal with no unit failed, else 0.</summary>
    public static readonly Column Running = Instrument.UpDownCounter("systemd.running", Unit.One, NumberType.Long,
        "1 where the service manager has reached its goal with no unit failed, else 0.")
        .From("SystemState = running").On(Systems.Linux).Optional();

    /// <summary>Units the service manager has loaded, by state.</summary>
    public static readonly Instrument UnitCount = Instrument.UpDownCounter("systemd.unit.count", Unit.Of("unit"), NumberType.Long,
        "Units the service manager has loaded, by state.")
        .From("org.freedesktop.systemd1 ListUnits").On(Systems.Linux).Optional();

    /// <summary><see cref="UnitCount"/> of <c>active</c>.</summary>
    public static readonly Column ActiveUnitCount = UnitCount.At((Attributes.SystemdUnitState, "active"));

    /// <summary><see cref="UnitCount"/> of <c>activating</c>.</summary>
    public static readonly Column ActivatingUnitCount = UnitCount.At((Attributes.SystemdUnitState, "activating"));

    /// <summary><see cref="UnitCount"/> of <c>deactivating</c>.</summary>
    public static readonly Column DeactivatingUnitCount = UnitCount.At((Attributes.SystemdUnitState, "deactivating"));

    /// <summary><see cref="UnitCount"/> of <c>inactive</c>.</summary>
    public static readonly Column InactiveUnitCount = UnitCount.At((Attributes.SystemdUnitState, "inactive"));

    /// <summary><see cref="UnitCount"/> of <c>failed</c>.</summary>
    public static readonly Column FailedUnitCount = UnitCount.At((Attributes.SystemdUnitState, "failed"));

    /// <summary>1 in the state a unit is in, 0 in the others.</summary>
    public static readonly Instrument UnitStatus = Instrument.UpDownCounter("systemd.unit.status", Unit.One, NumberType.Long,
        "1 in the state a unit is in, 0 in the others.")
        .From("org.freedesktop.systemd1 ListUnits").On(Systems.Linux).Optional();

    /// <summary><see cref="UnitStatus"/> of <c>active</c>.</summary>
    public static readonly Column ActiveUnitStatus = UnitStatus.At((Attributes.SystemdUnitState, "active"));

    /// <summary><see cref="UnitStatus"/> of <c>activating</c>.</summary>
    public static readonly Column ActivatingUnitStatus = UnitStatus.At((Attributes.SystemdUnitState, "activating"));

    /// <summary><see cref="UnitStatus"/> of <c>deactivating</c>.</summary>
    public static readonly Column DeactivatingUnitStatus = UnitStatus.At((Attributes.SystemdUnitState, "deactivating"));

    /// <summary><see cref="UnitStatus"/> of <c>inactive</c>.</summary>
    public static readonly Column InactiveUnitStatus = UnitStatus.At((Attributes.SystemdUnitState, "inactive"));

    /// <summary><see cref="UnitStatus"/> of <c>failed</c>.</summary>
    public static readonly Column FailedUnitStatus = UnitStatus.At((Attributes.SystemdUnitState, "failed"));

    /// <summary>Times the service manager restarted a service by itself.</summary>
    public static readonly Column UnitRestarts = Instrument.Counter("systemd.unit.restarts", Unit.Of("restart"), NumberType.Long,
        "Times the service manager restarted a service by itself.")
        .From("org.freedesktop.systemd1.Service NRestarts").On(Systems.Linux).Optional();

    /// <summary>Threads in a unit's control group.</summary>
    public static readonly Column UnitTaskCount = Instrument.UpDownCounter("systemd.unit.task.count", Unit.Of("thread"), NumberType.Long,
        "Threads in a unit's control group.")
        .From("TasksCurrent or pids.current").On(Systems.Linux).Optional();

    /// <summary>Most threads a unit may have.</summary>
    public static readonly Column UnitTaskLimit = Instrument.UpDownCounter("systemd.unit.task.limit", Unit.Of("thread"), NumberType.Long,
        "Most threads a unit may have.")
        .From("TasksMax or pids.max").On(Systems.Linux).Optional();

    /// <summary>When a unit became active, in seconds since 1970.</summary>
    public static readonly Column UnitStartTime = Instrument.Gauge("systemd.unit.start.time", Unit.Seconds, NumberType.Double,
        "When a unit became active, in seconds since 1970.")
        .From("ActiveEnterTimestamp (Unix time)").On(Systems.Linux).Optional();

    /// <summary>Connections a socket unit accepted or refused.</summary>
    public static readonly Instrument SocketConnections = Instrument.Counter("systemd.socket.connections", Unit.Of("connection"), NumberType.Long,
        "Connections a socket unit accepted or refused.")
        .From("org.freedesktop.systemd1.Socket NAccepted,NRefused").On(Systems.Linux).Optional();

    /// <summary><see cref="SocketConnections"/> of <c>accepted</c>.</summary>
    public static readonly Column AcceptedSocketConnections = SocketConnections.At((Attributes.SystemdSocketOutcome, "accepted"));

    /// <summary><see cref="SocketConnections"/> of <c>refused</c>.</summary>
    public static readonly Column RefusedSocketConnections = SocketConnections.At((Attributes.SystemdSocketOutcome, "refused"));

    /// <summary>When a timer unit last fired, in seconds since 1970.</summary>
    public static readonly Column TimerLastTrigger = Instrument.Gauge("systemd.timer.last_trigger", Unit.Seconds, NumberType.Double,
        "When a timer unit last fired, in seconds since 1970.")
        .From("LastTriggerUSec (Unix time)").On(Systems.Linux).Optional();

    /// <summary>Table <c>systemd</c>: one row.</summary>
    public static readonly Schema Overview = new("systemd", resourceKeys: [], keys: [], details: [],
        columns: [Running, ActiveUnitCount, ActivatingUnitCount, DeactivatingUnitCount, InactiveUnitCount, FailedUnitCount], Scope.Host);

    /// <summary>Table <c>systemd.unit</c>: a row for each <c>systemd.unit.name</c> and <c>systemd.unit.type</c>.</summary>
    public static readonly Schema Units = new("systemd.unit", resourceKeys: [], keys: [Attributes.SystemdUnitName, Attributes.SystemdUnitType], details: [],
        columns: [ActiveUnitStatus, ActivatingUnitStatus, DeactivatingUnitStatus, InactiveUnitStatus, FailedUnitStatus], Scope.Host);

    /// <summary>Table <c>systemd.service</c>: a row for each <c>systemd.unit.name</c>.</summary>
    public static readonly Schema Services = new("systemd.service", resourceKeys: [], keys: [Attributes.SystemdUnitName], details: [],
        columns: [UnitRestarts, UnitTaskCount, UnitTaskLimit, UnitStartTime], Scope.Host);

    /// <summary>Table <c>systemd.socket</c>: a row for each <c>systemd.unit.name</c>.</summary>
    public static readonly Schema Sockets = new("systemd.socket", resourceKeys: [], keys: [Attributes.SystemdUnitName], details: [],
        columns: [AcceptedSocketConnections, RefusedSocketConnections], Scope.Host);

    /// <summary>Table <c>systemd.timer</c>: a row for each <c>systemd.unit.name</c>.</summary>
    public static readonly Schema Timers = new("systemd.timer", resourceKeys: [], keys: [Attributes.SystemdUnitName], details: [],
        columns: [TimerLastTrigger], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Overview, Units, Services, Sockets, Timers];
}
