using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Batteries, and what feeds the machine.</summary>
public static class PowerSupplies
{
    private static readonly ImmutableArray<AttributeKey> s_battery =
    [
        Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwBatteryChemistry, Attributes.HwBatteryCapacity,
        Attributes.HwModel, Attributes.HwVendor,
    ];

    private static readonly ImmutableArray<AttributeKey> s_supply =
    [
        Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwModel, Attributes.HwSerialNumber, Attributes.HwVendor,
    ];

    /// <summary>Share of its charge a battery has left.</summary>
    public static readonly Column Charge = Instrument.Gauge("hw.battery.charge", Unit.One, NumberType.Double,
        "Share of its charge a battery has left.")
        .From("/sys/class/power_supply/BAT*/capacity (percent) or energy_now/energy_full");

    /// <summary>Charge of a battery below which the machine warns, and below which it acts.</summary>
    public static readonly Instrument ChargeLimit = Instrument.Gauge("hw.battery.charge.limit", Unit.One, NumberType.Double,
        "Charge of a battery below which the machine warns, and below which it acts.")
        .From("/sys/class/power_supply/BAT*/capacity_alert_min, alarm").On(Systems.Linux).Optional();

    /// <summary><see cref="ChargeLimit"/> of <c>low.critical</c>.</summary>
    public static readonly Column LowCriticalChargeLimit = ChargeLimit.At((Attributes.HwLimitType, "low.critical"));

    /// <summary><see cref="ChargeLimit"/> of <c>low.degraded</c>.</summary>
    public static readonly Column LowDegradedChargeLimit = ChargeLimit.At((Attributes.HwLimitType, "low.degraded"));

    /// <summary>Time until a battery is empty, or full, by its condition.</summary>
    public static readonly Instrument TimeLeft = Instrument.Gauge("hw.battery.time_left", Unit.Seconds, NumberType.Double,
        "Time until a battery is empty, or full, by its condition.")
        .From("/sys/class/power_supply/BAT*/time_to_{empty,full}_now or energy_now/power_now").On(Systems.Linux | Systems.MacOS | Systems.FreeBsd | Systems.OpenBsd);

    /// <summary><see cref="TimeLeft"/> of <c>ok</c>, <c>charging</c>.</summary>
    public static readonly Column OkChargingTimeLeft = TimeLeft.At((Attributes.HwState, "ok"), (Attributes.HwBatteryState, "charging"));

    /// <summary><see cref="TimeLeft"/> of <c>ok</c>, <c>discharging</c>.</summary>
    public static readonly Column OkDischargingTimeLeft = TimeLeft.At((Attributes.HwState, "ok"), (Attributes.HwBatteryState, "discharging"));

    /// <summary><see cref="TimeLeft"/> of <c>degraded</c>, <c>charging</c>.</summary>
    public static readonly Column DegradedChargingTimeLeft = TimeLeft.At((Attributes.HwState, "degraded"), (Attributes.HwBatteryState, "charging"));

    /// <summary><see cref="TimeLeft"/> of <c>degraded</c>, <c>discharging</c>.</summary>
    public static readonly Column DegradedDischargingTimeLeft = TimeLeft.At(
        (Attributes.HwState, "degraded"), (Attributes.HwBatteryState, "discharging"));

    /// <summary><see cref="TimeLeft"/> of <c>failed</c>, <c>charging</c>.</summary>
    public static readonly Column FailedChargingTimeLeft = TimeLeft.At((Attributes.HwState, "failed"), (Attributes.HwBatteryState, "charging"));

    /// <summary><see cref="TimeLeft"/> of <c>failed</c>, <c>discharging</c>.</summary>
    public static readonly Column FailedDischargingTimeLeft = TimeLeft.At((Attributes.HwState, "failed"), (Attributes.HwBatteryState, "discharging"));

    /// <summary>Share of the charge it was built for that a battery still holds when full.</summary>
    public static readonly Column Health = Instrument.Gauge("hw.battery.health", Unit.One, NumberType.Double,
        "Share of the charge it was built for that a battery still holds when full.")
        .From("energy_full/energy_full_design or charge_full/charge_full_design");

    /// <summary>Times a battery was discharged and charged again.</summary>
    public static readonly Column Cycles = Instrument.Counter("hw.battery.cycles", Unit.Of("cycle"), NumberType.Long,
        "Times a battery was discharged and charged again.")
        .From("/sys/class/power_supply/BAT*/cycle_count").On(Systems.Linux | Systems.MacOS | Systems.FreeBsd);

    /// <summary>1 where a supply feeds the machine, else 0.</summary>
    public static readonly Column Online = Instrument.UpDownCounter("hw.power_supply.online", Unit.One, NumberType.Long,
        "1 where a supply feeds the machine, else 0.")
        .From("/sys/class/power_supply/*/online");

    /// <summary>Power a supply is rated for, and is held to.</summary>
    public static readonly Instrument SupplyLimit = Instrument.UpDownCounter("hw.power_supply.limit", Unit.Watts, NumberType.Long,
        "Power a supply is rated for, and is held to.")
        .From("hwmon power*_rated_max, power*_crit, power*_cap (uW)").On(Systems.Linux).Optional();

    /// <summary><see cref="SupplyLimit"/> of <c>max</c>.</summary>
    public static readonly Column MaxSupplyLimit = SupplyLimit.At((Attributes.HwLimitType, "max"));

    /// <summary><see cref="SupplyLimit"/> of <c>critical</c>.</summary>
    public static readonly Column CriticalSupplyLimit = SupplyLimit.At((Attributes.HwLimitType, "critical"));

    /// <summary><see cref="SupplyLimit"/> of <c>throttled</c>.</summary>
    public static readonly Column ThrottledSupplyLimit = SupplyLimit.At((Attributes.HwLimitType, "throttled"));

    /// <summary>Power a supply gives.</summary>
    public static readonly Column SupplyUsage = Instrument.UpDownCounter("hw.power_supply.usage", Unit.Watts, NumberType.Double,
        "Power a supply gives.")
        .From("hwmon (pmbus, corsair-psu) power*_input (uW)").On(Systems.Linux).Optional();

    /// <summary>Share of its rated power that a supply gives.</summary>
    public static readonly Column SupplyUtilizationRatio = Instrument.Gauge("hw.power_supply.utilization", Unit.One, NumberType.Double,
        "Share of its rated power that a supply gives.")
        .From("power_supply.usage/limit{max}").On(Systems.Linux).Optional();

    /// <summary><see cref="Power.ActivePower"/> of <c>battery</c>.</summary>
    public static readonly Column BatteryPower = Power.ActivePower.At((Attributes.HwType, "battery"));

    /// <summary>Table <c>battery</c>: a row for each battery.</summary>
    /// <remarks>The time left stands in the column of what is so at the moment; the other columns are absent.</remarks>
    public static readonly Schema Batteries = new("battery", resourceKeys: [], keys: s_battery, details: [],
        columns: [Charge, LowCriticalChargeLimit, LowDegradedChargeLimit, OkChargingTimeLeft, OkDischargingTimeLeft,
            DegradedChargingTimeLeft, DegradedDischargingTimeLeft, FailedChargingTimeLeft, FailedDischargingTimeLeft],
            Scope.Host);

    /// <summary>Table <c>battery.health</c>: a row for each <c>hw.id</c> and <c>hw.name</c> and <c>hw.parent</c> and <c>hw.model</c> and <c>hw.vendor</c>.</summary>
    public static readonly Schema BatteryHealth = new("battery.health", resourceKeys: [],
        keys: [Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwModel, Attributes.HwVendor], details: [],
        columns: [Health, Cycles], Scope.Host);

    /// <summary>Table <c>power.source</c>: a row for each source.</summary>
    public static readonly Schema Sources = new("power.source", resourceKeys: [], keys: Power.Part, details: [],
        columns: [Online, BatteryPower], Scope.Host);

    /// <summary>Table <c>power.supply</c>: a row for each supply.</summary>
    public static readonly Schema Supplies = new("power.supply", resourceKeys: [], keys: s_supply, details: [],
        columns: [MaxSupplyLimit, CriticalSupplyLimit, ThrottledSupplyLimit, SupplyUsage], Scope.Host);

    /// <summary>Table <c>power.supply.utilization</c>: a row for each supply.</summary>
    public static readonly Schema SupplyUtilization = new("power.supply.utilization", resourceKeys: [], keys: s_supply, details: [],
        columns: [SupplyUtilizationRatio], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Batteries, BatteryHealth, Sources, Supplies, SupplyUtilization];
}
