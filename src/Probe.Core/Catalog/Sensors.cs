using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Temperatures, fans, voltages and currents, by sensor.</summary>
/// <remarks>What a sensor cannot mean, such as -274 degrees or the fault flag beside it, is an absent cell.</remarks>
public static class Sensors
{
    internal static readonly ImmutableArray<AttributeKey> Sensor =
    [
        Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwSensorLocation,
    ];

    /// <summary>Temperature at a sensor.</summary>
    public static readonly Instrument Temperature = Instrument.Gauge("hw.temperature", Unit.Celsius, NumberType.Double,
        "Temperature at a sensor.")
        .From("/sys/class/hwmon/*/temp*_input and /sys/class/thermal/thermal_zone*/temp (mCel); nvmlDeviceGetTemperature; NVMe composite (K)");

    /// <summary><see cref="Temperature"/> of table <c>sensor.temperature</c>.</summary>
    public static readonly Column SensorTemperature = Temperature;

    /// <summary>Temperature at which a part is too cold or too hot, to be warned of and to be acted on.</summary>
    public static readonly Instrument TemperatureLimit = Instrument.Gauge("hw.temperature.limit", Unit.Celsius, NumberType.Double,
        "Temperature at which a part is too cold or too hot, to be warned of and to be acted on.")
        .From("/sys/class/hwmon/*/temp*_{lcrit,min,max,crit}; nvmlDeviceGetTemperatureThreshold").On(Systems.Linux | Systems.FreeBsd);

    /// <summary><see cref="TemperatureLimit"/> of <c>low.critical</c>.</summary>
    public static readonly Column LowCriticalSensorTemperatureLimit = TemperatureLimit.At((Attributes.HwLimitType, "low.critical"));

    /// <summary><see cref="TemperatureLimit"/> of <c>low.degraded</c>.</summary>
    public static readonly Column LowDegradedSensorTemperatureLimit = TemperatureLimit.At((Attributes.HwLimitType, "low.degraded"));

    /// <summary><see cref="TemperatureLimit"/> of <c>high.degraded</c>.</summary>
    public static readonly Column HighDegradedSensorTemperatureLimit = TemperatureLimit.At((Attributes.HwLimitType, "high.degraded"));

    /// <summary><see cref="TemperatureLimit"/> of <c>high.critical</c>.</summary>
    public static readonly Column HighCriticalSensorTemperatureLimit = TemperatureLimit.At((Attributes.HwLimitType, "high.critical"));

    /// <summary>Speed of a fan.</summary>
    public static readonly Column FanSpeed = Instrument.Gauge("hw.fan.speed", Unit.RevolutionsPerMinute, NumberType.Long,
        "Speed of a fan.")
        .From("/sys/class/hwmon/*/fan*_input").On(Systems.Linux | Systems.MacOS | Systems.OpenBsd | Systems.NetBsd);

    /// <summary>Slowest speed a fan may have before it counts as stopped, and its fastest.</summary>
    public static readonly Instrument FanSpeedLimit = Instrument.Gauge("hw.fan.speed.limit", Unit.RevolutionsPerMinute, NumberType.Long,
        "Slowest speed a fan may have before it counts as stopped, and its fastest.")
        .From("/sys/class/hwmon/*/fan*_{min,max}").On(Systems.Linux | Systems.MacOS).Optional();

    /// <summary><see cref="FanSpeedLimit"/> of <c>low.critical</c>.</summary>
    public static readonly Column LowCriticalFanSpeedLimit = FanSpeedLimit.At((Attributes.HwLimitType, "low.critical"));

    /// <summary><see cref="FanSpeedLimit"/> of <c>max</c>.</summary>
    public static readonly Column MaxFanSpeedLimit = FanSpeedLimit.At((Attributes.HwLimitType, "max"));

    /// <summary>Share of its full speed that a fan is driven at.</summary>
    public static readonly Instrument FanSpeedRatio = Instrument.Gauge("hw.fan.speed_ratio", Unit.One, NumberType.Double,
        "Share of its full speed that a fan is driven at.")
        .From("nvmlDeviceGetFanSpeed_v2 (percent); hwmon pwm*/255").On(Systems.Linux | Systems.MacOS);

    /// <summary><see cref="FanSpeedRatio"/> of table <c>sensor.fan</c>.</summary>
    public static readonly Column SensorFanSpeedRatio = FanSpeedRatio;

    /// <summary>Voltage at a sensor.</summary>
    public static readonly Instrument Voltage = Instrument.Gauge("hw.voltage", Unit.Volts, NumberType.Double,
        "Voltage at a sensor.")
        .From("/sys/class/hwmon/*/in*_input (mV); /sys/class/power_supply/*/voltage_now (uV)").On(Systems.Linux | Systems.MacOS | Systems.OpenBsd | Systems.NetBsd);

    /// <summary><see cref="Voltage"/> of table <c>sensor.voltage</c>.</summary>
    public static readonly Column SensorVoltage = Voltage;

    /// <summary><see cref="Voltage"/> of table <c>power.source.voltage</c>.</summary>
    public static readonly Column SourceVoltage = Voltage;

    /// <summary>Voltage at which a rail is too low or too high, to be warned of and to be acted on.</summary>
    public static readonly Instrument VoltageLimit = Instrument.Gauge("hw.voltage.limit", Unit.Volts, NumberType.Double,
        "Voltage at which a rail is too low or too high, to be warned of and to be acted on.")
        .From("/sys/class/hwmon/*/in*_{lcrit,min,max,crit}").On(Systems.Linux).Optional();

    /// <summary><see cref="VoltageLimit"/> of <c>low.critical</c>.</summary>
    public static readonly Column LowCriticalVoltageLimit = VoltageLimit.At((Attributes.HwLimitType, "low.critical"));

    /// <summary><see cref="VoltageLimit"/> of <c>low.degraded</c>.</summary>
    public static readonly Column LowDegradedVoltageLimit = VoltageLimit.At((Attributes.HwLimitType, "low.degraded"));

    /// <summary><see cref="VoltageLimit"/> of <c>high.degraded</c>.</summary>
    public static readonly Column HighDegradedVoltageLimit = VoltageLimit.At((Attributes.HwLimitType, "high.degraded"));

    /// <summary><see cref="VoltageLimit"/> of <c>high.critical</c>.</summary>
    public static readonly Column HighCriticalVoltageLimit = VoltageLimit.At((Attributes.HwLimitType, "high.critical"));

    /// <summary>Voltage a rail or battery is built for.</summary>
    public static readonly Instrument NominalVoltage = Instrument.Gauge("hw.voltage.nominal", Unit.Volts, NumberType.Double,
        "Voltage a rail or battery is built for.")
        .From("/sys/class/power_supply/*/voltage_min_design, IPMI SDR nominal").On(Systems.Linux).Optional();

    /// <summary><see cref="NominalVoltage"/> of table <c>sensor.voltage</c>.</summary>
    public static readonly Column SensorNominalVoltage = NominalVoltage;

    /// <summary><see cref="NominalVoltage"/> of table <c>power.source.voltage</c>.</summary>
    public static readonly Column SourceNominalVoltage = NominalVoltage;

    /// <summary>Current through a sensor.</summary>
    public static readonly Column Current = Instrument.Gauge("hw.current", Unit.Amperes, NumberType.Double,
        "Current through a sensor.")
        .From("/sys/class/hwmon/*/curr*_input (mA)").On(Systems.Linux | Systems.MacOS | Systems.OpenBsd | Systems.NetBsd);

    /// <summary>Relative humidity at a sensor.</summary>
    public static readonly Column Humidity = Instrument.Gauge("hw.humidity", Unit.One, NumberType.Double,
        "Relative humidity at a sensor.")
        .From("/sys/class/hwmon/*/humidity*_input (milli-percent)").On(Systems.Linux | Systems.OpenBsd | Systems.NetBsd).Optional();

    /// <summary>1 where a sensor's chip raises an alarm, else 0.</summary>
    public static readonly Column Alarm = Instrument.UpDownCounter("hw.sensor.alarm", Unit.One, NumberType.Long,
        "1 where a sensor's chip raises an alarm, else 0.")
        .From("/sys/class/hwmon/*/*_alarm, intrusion*_alarm").On(Systems.Linux | Systems.OpenBsd);

    /// <summary>Step a cooling device is at, 0 being off.</summary>
    public static readonly Column CoolingState = Instrument.Gauge("hw.cooling_device.state", Unit.One, NumberType.Long,
        "Step a cooling device is at, 0 being off.")
        .From("/sys/class/thermal/cooling_device*/cur_state").On(Systems.Linux).Optional();

    /// <summary>Highest step of a cooling device.</summary>
    public static readonly Column CoolingLimit = Instrument.Gauge("hw.cooling_device.limit", Unit.One, NumberType.Long,
        "Highest step of a cooling device.")
        .From("/sys/class/thermal/cooling_device*/max_state").On(Systems.Linux).Optional();

    /// <summary>Degrees the machine's hottest part is below the first of its limits.</summary>
    public static readonly Column HeatingMargin = Instrument.Gauge("hw.host.heating_margin", Unit.Celsius, NumberType.Double,
        "Degrees the machine's hottest part is below the first of its limits.")
        .From("min over sensors of temperature.limit{high.degraded} - temperature").On(Systems.Linux | Systems.FreeBsd);

    /// <summary>Temperature of the air that the machine takes in.</summary>
    public static readonly Column AmbientTemperature = Instrument.Gauge("hw.host.ambient_temperature", Unit.Celsius, NumberType.Double,
        "Temperature of the air that the machine takes in.")
        .From("IPMI SDR inlet sensor; hwmon label ambient").On(Systems.Linux).Optional();

    /// <summary>Share of their full speed that heat leaves to the processors.</summary>
    public static readonly Column CpuSpeedRatio = Instrument.Gauge("system.cpu.thermal.speed_ratio", Unit.One, NumberType.Double,
        "Share of their full speed that heat leaves to the processors.").On(Systems.MacOS | Systems.OpenBsd);

    /// <summary>Table <c>sensor.temperature</c>: a row for each sensor.</summary>
    public static readonly Schema Temperatures = new("sensor.temperature", resourceKeys: [], keys: Sensor, details: [],
        columns: [SensorTemperature, LowCriticalSensorTemperatureLimit, LowDegradedSensorTemperatureLimit,
            HighDegradedSensorTemperatureLimit, HighCriticalSensorTemperatureLimit], Scope.Host);

    /// <summary>Table <c>sensor.fan</c>: a row for each fan.</summary>
    public static readonly Schema Fans = new("sensor.fan", resourceKeys: [], keys: Sensor, details: [],
        columns: [FanSpeed, LowCriticalFanSpeedLimit, MaxFanSpeedLimit, SensorFanSpeedRatio], Scope.Host);

    /// <summary>Table <c>sensor.voltage</c>: a row for each sensor.</summary>
    public static readonly Schema Voltages = new("sensor.voltage", resourceKeys: [], keys: Sensor, details: [],
        columns: [SensorVoltage, LowCriticalVoltageLimit, LowDegradedVoltageLimit, HighDegradedVoltageLimit,
            HighCriticalVoltageLimit, SensorNominalVoltage], Scope.Host);

    /// <summary>Table <c>sensor.current</c>: a row for each sensor.</summary>
    public static readonly Schema Currents = new("sensor.current", resourceKeys: [], keys: Sensor, details: [],
        columns: [Current], Scope.Host);

    /// <summary>Table <c>sensor.humidity</c>: a row for each sensor.</summary>
    public static readonly Schema Humidities = new("sensor.humidity", resourceKeys: [], keys: Sensor, details: [],
        columns: [Humidity], Scope.Host);

    /// <summary>Table <c>sensor.alarm</c>: a row for each sensor and <c>hw.sensor.type</c>.</summary>
    public static readonly Schema Alarms = new("sensor.alarm", resourceKeys: [],
        keys: [.. Sensor, Attributes.HwSensorType.OneOf("temperature", "fan", "voltage", "current", "power", "intrusion")], details: [],
        columns: [Alarm], Scope.Host);

    /// <summary>Table <c>power.source.voltage</c>: a row for each source.</summary>
    /// <remarks>Of batteries and supplies, which another part of the kernel reports than the rails.</remarks>
    public static readonly Schema SourceVoltages = new("power.source.voltage", resourceKeys: [], keys: Sensor, details: [],
        columns: [SourceVoltage, SourceNominalVoltage], Scope.Host);

    /// <summary>Table <c>cooling</c>: a row for each device and <c>hw.cooling_device.type</c>.</summary>
    public static readonly Schema Cooling = new("cooling", resourceKeys: [], keys: [.. Power.Part, Attributes.HwCoolingDeviceType], details: [],
        columns: [CoolingState, CoolingLimit], Scope.Host);

    /// <summary>Table <c>thermal.host</c>: a row for each machine.</summary>
    /// <remarks>Derived from <see cref="Temperatures"/>.</remarks>
    public static readonly Schema Host = new("thermal.host", resourceKeys: [], keys: Power.Part, details: [],
        columns: [HeatingMargin, AmbientTemperature], Scope.Host);

    /// <summary>Table <c>thermal.cpu</c>: one row.</summary>
    public static readonly Schema CpuSpeed = new("thermal.cpu", resourceKeys: [], keys: [], details: [],
        columns: [CpuSpeedRatio], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        Temperatures, Fans, Voltages, Currents, Humidities, Alarms, SourceVoltages, Cooling, Host, CpuSpeed,
    ];
}
