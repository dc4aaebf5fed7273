using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Energy and power that the machine's parts report.</summary>
public static class Power
{
    internal static readonly ImmutableArray<AttributeKey> Part = [Attributes.HwId, Attributes.HwName, Attributes.HwParent];

    /// <summary>Energy a part of the machine has used.</summary>
    public static readonly Instrument Energy = Instrument.Counter("hw.energy", Unit.Joules, NumberType.Double,
        "Energy a part of the machine has used.")
        .From("/sys/class/powercap/intel-rapl*:*/energy_uj (root; wrap at max_energy_range_uj; hw.name=name; sub-zones carry hw.parent=package); nvmlDeviceGetTotalEnergyConsumption (mJ); i915/xe/amdgpu hwmon energy1_input (uJ)")
        .On(Systems.Linux);

    /// <summary><see cref="Energy"/> of table <c>power.zone</c>.</summary>
    public static readonly Column ZoneEnergy = Energy;

    /// <summary>Power a part of the machine draws.</summary>
    public static readonly Instrument ActivePower = Instrument.Gauge("hw.power", Unit.Watts, NumberType.Double,
        "Power a part of the machine draws.")
        .From("delta(hw.energy)/elapsed; nvmlDeviceGetPowerUsage (mW); amdgpu hwmon power1_average or power1_input (uW); /sys/class/power_supply/*/power_now (uW)")
        .On(Systems.Linux | Systems.MacOS);

    /// <summary><see cref="ActivePower"/> of table <c>power.zone.rate</c>.</summary>
    public static readonly Column ZonePower = ActivePower;

    /// <summary><see cref="ActivePower"/> of <c>enclosure</c>.</summary>
    public static readonly Column EnclosurePower = ActivePower.At((Attributes.HwType, "enclosure"));

    /// <summary>Energy the whole machine has used.</summary>
    public static readonly Column HostEnergy = Instrument.Counter("hw.host.energy", Unit.Joules, NumberType.Long,
        "Energy the whole machine has used.")
        .From("RAPL psys zone energy_uj; else integral of hw.host.power").On(Systems.Linux);

    /// <summary>Power the whole machine draws.</summary>
    public static readonly Column HostPower = Instrument.Gauge("hw.host.power", Unit.Watts, NumberType.Double,
        "Power the whole machine draws.")
        .From("acpi power_meter hwmon power1_average; IPMI DCMI power reading; RAPL psys rate").On(Systems.Linux | Systems.MacOS);

    /// <summary>Power a processor package is held to, over a long and a short window and at its peak.</summary>
    public static readonly Instrument CpuPowerLimit = Instrument.Gauge("hw.cpu.power.limit", Unit.Watts, NumberType.Double,
        "Power a processor package is held to, over a long and a short window and at its peak.")
        .From("/sys/class/powercap/intel-rapl*:*/constraint_*_power_limit_uw").On(Systems.Linux).Optional();

    /// <summary><see cref="CpuPowerLimit"/> of <c>long_term</c>.</summary>
    public static readonly Column LongTermCpuPowerLimit = CpuPowerLimit.At((Attributes.HwCpuPowerConstraint, "long_term"));

    /// <summary><see cref="CpuPowerLimit"/> of <c>short_term</c>.</summary>
    public static readonly Column ShortTermCpuPowerLimit = CpuPowerLimit.At((Attributes.HwCpuPowerConstraint, "short_term"));

    /// <summary><see cref="CpuPowerLimit"/> of <c>peak_power</c>.</summary>
    public static readonly Column PeakPowerCpuPowerLimit = CpuPowerLimit.At((Attributes.HwCpuPowerConstraint, "peak_power"));

    /// <summary>Table <c>power.zone</c>: a row for each zone and <c>hw.type</c>.</summary>
    /// <remarks>Counters of the processor's own meters, which wrap; for root.</remarks>
    public static readonly Schema Zones = new("power.zone", resourceKeys: [], keys: [.. Part, Attributes.HwType.OneOf("cpu", "memory", "gpu")], details: [],
        columns: [ZoneEnergy], Scope.Host);

    /// <summary>Table <c>power.zone.rate</c>: a row for each zone and <c>hw.type</c>.</summary>
    /// <remarks>Derived from <see cref="Zones"/>.</remarks>
    public static readonly Schema ZoneRates = new("power.zone.rate", resourceKeys: [], keys: [.. Part, Attributes.HwType.OneOf("cpu", "memory", "gpu")], details: [],
        columns: [ZonePower], Scope.Host);

    /// <summary>Table <c>power.zone.limit</c>: a row for each zone.</summary>
    public static readonly Schema ZoneLimits = new("power.zone.limit", resourceKeys: [], keys: Part, details: [],
        columns: [LongTermCpuPowerLimit, ShortTermCpuPowerLimit, PeakPowerCpuPowerLimit], Scope.Host);

    /// <summary>Table <c>power.host</c>: a row for each machine.</summary>
    public static readonly Schema Host = new("power.host", resourceKeys: [], keys: Part, details: [],
        columns: [HostEnergy, HostPower, EnclosurePower], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Zones, ZoneRates, ZoneLimits, Host];
}
