using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Power, heat, throttling, links and errors of GPUs.</summary>
public static class GpuHealth
{
    /// <summary>Power a GPU may draw at most, and is held to at present.</summary>
    public static readonly Instrument PowerLimit = Instrument.Gauge("hw.gpu.power.limit", Unit.Watts, NumberType.Double,
        "Power a GPU may draw at most, and is held to at present.")
        .From("nvmlDeviceGetEnforcedPowerLimit (mW); amdgpu hwmon power1_cap,power1_cap_max (uW); i915/xe hwmon power1_max").On(Systems.Linux);

    /// <summary><see cref="PowerLimit"/> of <c>max</c>.</summary>
    public static readonly Column MaxPowerLimit = PowerLimit.At((Attributes.HwLimitType, "max"));

    /// <summary><see cref="PowerLimit"/> of <c>throttled</c>.</summary>
    public static readonly Column ThrottledPowerLimit = PowerLimit.At((Attributes.HwLimitType, "throttled"));

    /// <summary>1 for each reason a GPU runs slower than it could, else 0.</summary>
    public static readonly Instrument ThrottleActive = Instrument.UpDownCounter("hw.gpu.throttle.active", Unit.One, NumberType.Long,
        "1 for each reason a GPU runs slower than it could, else 0.")
        .From("nvmlDeviceGetCurrentClocksEventReasons bitmask; i915 throttle_reason_*; xe freq0/throttle/reason_*").On(Systems.Linux);

    /// <summary><see cref="ThrottleActive"/> of <c>idle</c>.</summary>
    public static readonly Column IdleThrottleActive = ThrottleActive.At((Attributes.HwGpuThrottleReason, "idle"));

    /// <summary><see cref="ThrottleActive"/> of <c>power_cap</c>.</summary>
    public static readonly Column PowerCapThrottleActive = ThrottleActive.At((Attributes.HwGpuThrottleReason, "power_cap"));

    /// <summary><see cref="ThrottleActive"/> of <c>thermal_software</c>.</summary>
    public static readonly Column ThermalSoftwareThrottleActive = ThrottleActive.At((Attributes.HwGpuThrottleReason, "thermal_software"));

    /// <summary><see cref="ThrottleActive"/> of <c>thermal_hardware</c>.</summary>
    public static readonly Column ThermalHardwareThrottleActive = ThrottleActive.At((Attributes.HwGpuThrottleReason, "thermal_hardware"));

    /// <summary><see cref="ThrottleActive"/> of <c>power_brake</c>.</summary>
    public static readonly Column PowerBrakeThrottleActive = ThrottleActive.At((Attributes.HwGpuThrottleReason, "power_brake"));

    /// <summary><see cref="ThrottleActive"/> of <c>sync_boost</c>.</summary>
    public static readonly Column SyncBoostThrottleActive = ThrottleActive.At((Attributes.HwGpuThrottleReason, "sync_boost"));

    /// <summary><see cref="ThrottleActive"/> of <c>display_clock</c>.</summary>
    public static readonly Column DisplayClockThrottleActive = ThrottleActive.At((Attributes.HwGpuThrottleReason, "display_clock"));

    /// <summary><see cref="ThrottleActive"/> of <c>hardware_slowdown</c>.</summary>
    public static readonly Column HardwareSlowdownThrottleActive = ThrottleActive.At((Attributes.HwGpuThrottleReason, "hardware_slowdown"));

    /// <summary>Time a GPU ran slower than it could, because of power and of heat.</summary>
    public static readonly Instrument ThrottleTime = Instrument.Counter("hw.gpu.throttle.time", Unit.Seconds, NumberType.Double,
        "Time a GPU ran slower than it could, because of power and of heat.")
        .From("nvmlDeviceGetViolationStatus POWER,THERMAL (ns)").On(Systems.Linux);

    /// <summary><see cref="ThrottleTime"/> of <c>power</c>.</summary>
    public static readonly Column PowerThrottleTime = ThrottleTime.At((Attributes.HwGpuThrottleReason, "power"));

    /// <summary><see cref="ThrottleTime"/> of <c>thermal</c>.</summary>
    public static readonly Column ThermalThrottleTime = ThrottleTime.At((Attributes.HwGpuThrottleReason, "thermal"));

    /// <summary>Speed of a GPU's link to the host, as it is and at most.</summary>
    public static readonly Instrument LinkSpeed = Instrument.Gauge("hw.gpu.pcie.link.speed", Unit.BytesPerSecond, NumberType.Long,
        "Speed of a GPU's link to the host, as it is and at most.")
        .From("nvmlDeviceGetPcieSpeed; /sys/class/drm/card*/device/{current,max}_link_speed x width (after encoding overhead)").On(Systems.Linux);

    /// <summary><see cref="LinkSpeed"/> of <c>current</c>.</summary>
    public static readonly Column CurrentLinkSpeed = LinkSpeed.At((Attributes.HwPcieLinkBound, "current"));

    /// <summary><see cref="LinkSpeed"/> of <c>max</c>.</summary>
    public static readonly Column MaxLinkSpeed = LinkSpeed.At((Attributes.HwPcieLinkBound, "max"));

    /// <summary>Lanes of a GPU's link to the host, as they are and at most.</summary>
    public static readonly Instrument LinkWidth = Instrument.Gauge("hw.gpu.pcie.link.width", Unit.Of("lane"), NumberType.Long,
        "Lanes of a GPU's link to the host, as they are and at most.")
        .From("nvmlDeviceGet{Curr,Max}PcieLinkWidth; /sys/class/drm/card*/device/{current,max}_link_width").On(Systems.Linux);

    /// <summary><see cref="LinkWidth"/> of <c>current</c>.</summary>
    public static readonly Column CurrentLinkWidth = LinkWidth.At((Attributes.HwPcieLinkBound, "current"));

    /// <summary><see cref="LinkWidth"/> of <c>max</c>.</summary>
    public static readonly Column MaxLinkWidth = LinkWidth.At((Attributes.HwPcieLinkBound, "max"));

    /// <summary>Packets that had to be sent again on a GPU's link to the host.</summary>
    public static readonly Column LinkReplays = Instrument.Counter("hw.gpu.pcie.replays", Unit.Of("replay"), NumberType.Long,
        "Packets that had to be sent again on a GPU's link to the host.")
        .From("nvmlDeviceGetPcieReplayCounter; amdgpu pcie_replay_count").On(Systems.Linux);

    /// <summary>Memory errors a GPU found, mended and not, by where.</summary>
    public static readonly Instrument EccErrors = Instrument.Counter("hw.gpu.ecc.errors", Unit.Of("error"), NumberType.Long,
        "Memory errors a GPU found, mended and not, by where.")
        .From("nvmlDeviceGetTotalEccErrors, nvmlDeviceGetMemoryErrorCounter (volatile); amdgpu ras/*_err_count").On(Systems.Linux);

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>total</c>.</summary>
    public static readonly Column CorrectedTotalEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "total"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>dram</c>.</summary>
    public static readonly Column CorrectedDramEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "dram"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>l1_cache</c>.</summary>
    public static readonly Column CorrectedL1CacheEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "l1_cache"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>l2_cache</c>.</summary>
    public static readonly Column CorrectedL2CacheEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "l2_cache"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>register_file</c>.</summary>
    public static readonly Column CorrectedRegisterFileEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "register_file"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>sram</c>.</summary>
    public static readonly Column CorrectedSramEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "sram"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>umc</c>.</summary>
    public static readonly Column CorrectedUmcEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "umc"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>gfx</c>.</summary>
    public static readonly Column CorrectedGfxEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "gfx"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>sdma</c>.</summary>
    public static readonly Column CorrectedSdmaEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "sdma"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>mmhub</c>.</summary>
    public static readonly Column CorrectedMmhubEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "mmhub"));

    /// <summary><see cref="EccErrors"/> of <c>corrected</c>, <c>xgmi</c>.</summary>
    public static readonly Column CorrectedXgmiEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "corrected"), (Attributes.HwGpuEccLocation, "xgmi"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>total</c>.</summary>
    public static readonly Column UncorrectedTotalEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "total"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>dram</c>.</summary>
    public static readonly Column UncorrectedDramEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "dram"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>l1_cache</c>.</summary>
    public static readonly Column UncorrectedL1CacheEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "l1_cache"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>l2_cache</c>.</summary>
    public static readonly Column UncorrectedL2CacheEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "l2_cache"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>register_file</c>.</summary>
    public static readonly Column UncorrectedRegisterFileEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "register_file"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>sram</c>.</summary>
    public static readonly Column UncorrectedSramEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "sram"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>umc</c>.</summary>
    public static readonly Column UncorrectedUmcEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "umc"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>gfx</c>.</summary>
    public static readonly Column UncorrectedGfxEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "gfx"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>sdma</c>.</summary>
    public static readonly Column UncorrectedSdmaEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "sdma"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>mmhub</c>.</summary>
    public static readonly Column UncorrectedMmhubEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "mmhub"));

    /// <summary><see cref="EccErrors"/> of <c>uncorrected</c>, <c>xgmi</c>.</summary>
    public static readonly Column UncorrectedXgmiEccErrors = EccErrors.At(
        (Attributes.HwGpuEccSeverity, "uncorrected"), (Attributes.HwGpuEccLocation, "xgmi"));

    /// <summary>Pages of a GPU's memory that are no longer used, or will not be after a restart.</summary>
    public static readonly Instrument RetiredPages = Instrument.UpDownCounter("hw.gpu.memory.retired.count", Unit.Of("page"), NumberType.Long,
        "Pages of a GPU's memory that are no longer used, or will not be after a restart.")
        .From("nvmlDeviceGetRetiredPages; amdgpu ras gpu_vram_bad_pages").On(Systems.Linux);

    /// <summary><see cref="RetiredPages"/> of <c>multiple_single_bit</c>.</summary>
    public static readonly Column MultipleSingleBitRetiredPages = RetiredPages.At((Attributes.HwGpuMemoryRetiredCause, "multiple_single_bit"));

    /// <summary><see cref="RetiredPages"/> of <c>double_bit</c>.</summary>
    public static readonly Column DoubleBitRetiredPages = RetiredPages.At((Attributes.HwGpuMemoryRetiredCause, "double_bit"));

    /// <summary><see cref="RetiredPages"/> of <c>pending</c>.</summary>
    public static readonly Column PendingRetiredPages = RetiredPages.At((Attributes.HwGpuMemoryRetiredCause, "pending"));

    /// <summary>Rows of a GPU's memory replaced by spare ones, to be replaced, or beyond replacement.</summary>
    public static readonly Instrument RemappedRows = Instrument.UpDownCounter("hw.gpu.memory.remapped_row.count", Unit.Of("row"), NumberType.Long,
        "Rows of a GPU's memory replaced by spare ones, to be replaced, or beyond replacement.")
        .From("nvmlDeviceGetRemappedRows").On(Systems.Linux);

    /// <summary><see cref="RemappedRows"/> of <c>correctable</c>.</summary>
    public static readonly Column CorrectableRemappedRows = RemappedRows.At((Attributes.HwGpuMemoryRemappedRowType, "correctable"));

    /// <summary><see cref="RemappedRows"/> of <c>uncorrectable</c>.</summary>
    public static readonly Column UncorrectableRemappedRows = RemappedRows.At((Attributes.HwGpuMemoryRemappedRowType, "uncorrectable"));

    /// <summary><see cref="RemappedRows"/> of <c>pending</c>.</summary>
    public static readonly Column PendingRemappedRows = RemappedRows.At((Attributes.HwGpuMemoryRemappedRowType, "pending"));

    /// <summary><see cref="RemappedRows"/> of <c>failed</c>.</summary>
    public static readonly Column FailedRemappedRows = RemappedRows.At((Attributes.HwGpuMemoryRemappedRowType, "failed"));

    /// <summary>Errors a GPU's driver reported, by its code.</summary>
    public static readonly Column DriverErrors = Instrument.Counter("hw.gpu.driver.errors", Unit.Of("error"), NumberType.Long,
        "Errors a GPU's driver reported, by its code.")
        .From("nvmlEventSetWait XID events (in-band); /dev/kmsg NVRM Xid").On(Systems.Linux);

    /// <summary>Bytes a GPU received from and sent to other GPUs, by link.</summary>
    public static readonly Instrument InterconnectIo = Instrument.Counter("hw.gpu.interconnect.io", Unit.Bytes, NumberType.Long,
        "Bytes a GPU received from and sent to other GPUs, by link.")
        .From("nvmlDeviceGetFieldValues NVLINK_THROUGHPUT_DATA_RX/TX (KiB); amdgpu gpu_metrics xgmi_read/write_data_acc").On(Systems.Linux).Optional();

    /// <summary><see cref="InterconnectIo"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveInterconnectIo = InterconnectIo.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="InterconnectIo"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitInterconnectIo = InterconnectIo.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Errors on a GPU's links to other GPUs, by kind.</summary>
    public static readonly Instrument InterconnectErrors = Instrument.Counter("hw.gpu.interconnect.errors", Unit.Of("error"), NumberType.Long,
        "Errors on a GPU's links to other GPUs, by kind.")
        .From("nvmlDeviceGetNvLinkErrorCounter").On(Systems.Linux).Optional();

    /// <summary><see cref="InterconnectErrors"/> of <c>crc_flit</c>.</summary>
    public static readonly Column CrcFlitInterconnectErrors = InterconnectErrors.At((Attributes.HwGpuInterconnectErrorType, "crc_flit"));

    /// <summary><see cref="InterconnectErrors"/> of <c>crc_data</c>.</summary>
    public static readonly Column CrcDataInterconnectErrors = InterconnectErrors.At((Attributes.HwGpuInterconnectErrorType, "crc_data"));

    /// <summary><see cref="InterconnectErrors"/> of <c>replay</c>.</summary>
    public static readonly Column ReplayInterconnectErrors = InterconnectErrors.At((Attributes.HwGpuInterconnectErrorType, "replay"));

    /// <summary><see cref="InterconnectErrors"/> of <c>recovery</c>.</summary>
    public static readonly Column RecoveryInterconnectErrors = InterconnectErrors.At((Attributes.HwGpuInterconnectErrorType, "recovery"));

    /// <summary><see cref="Power.Energy"/> of <c>gpu</c>.</summary>
    public static readonly Column GpuEnergy = Power.Energy.At((Attributes.HwType, "gpu"));

    /// <summary><see cref="Power.ActivePower"/> of <c>gpu</c>.</summary>
    public static readonly Column GpuPower = Power.ActivePower.At((Attributes.HwType, "gpu"));

    /// <summary><see cref="Sensors.Temperature"/> of table <c>gpu.temperature</c>.</summary>
    public static readonly Column Temperature = Sensors.Temperature;

    /// <summary><see cref="Sensors.TemperatureLimit"/> of <c>low.critical</c>.</summary>
    public static readonly Column LowCriticalTemperatureLimit = Sensors.TemperatureLimit.At((Attributes.HwLimitType, "low.critical"));

    /// <summary><see cref="Sensors.TemperatureLimit"/> of <c>low.degraded</c>.</summary>
    public static readonly Column LowDegradedTemperatureLimit = Sensors.TemperatureLimit.At((Attributes.HwLimitType, "low.degraded"));

    /// <summary><see cref="Sensors.TemperatureLimit"/> of <c>high.degraded</c>.</summary>
    public static readonly Column HighDegradedTemperatureLimit = Sensors.TemperatureLimit.At((Attributes.HwLimitType, "high.degraded"));

    /// <summary><see cref="Sensors.TemperatureLimit"/> of <c>high.critical</c>.</summary>
    public static readonly Column HighCriticalTemperatureLimit = Sensors.TemperatureLimit.At((Attributes.HwLimitType, "high.critical"));

    /// <summary><see cref="Sensors.FanSpeedRatio"/> of table <c>gpu.fan</c>.</summary>
    public static readonly Column FanSpeedRatio = Sensors.FanSpeedRatio;

    /// <summary><see cref="Hardware.Errors"/> of <c>gpu</c>, <c>corrected</c>.</summary>
    public static readonly Column GpuCorrectedErrors = Hardware.Errors.At((Attributes.HwType, "gpu"), (Attributes.ErrorType, "corrected"));

    /// <summary><see cref="Hardware.Errors"/> of <c>gpu</c>, <c>uncorrected</c>.</summary>
    public static readonly Column GpuUncorrectedErrors = Hardware.Errors.At((Attributes.HwType, "gpu"), (Attributes.ErrorType, "uncorrected"));

    /// <summary>Table <c>gpu.throttling</c>: a row for each GPU.</summary>
    public static readonly Schema Throttling = new("gpu.throttling", resourceKeys: [], keys: Gpu.Card, details: [],
        columns: [MaxPowerLimit, ThrottledPowerLimit, IdleThrottleActive, PowerCapThrottleActive, ThermalSoftwareThrottleActive,
            ThermalHardwareThrottleActive, PowerBrakeThrottleActive, SyncBoostThrottleActive, DisplayClockThrottleActive,
            HardwareSlowdownThrottleActive, PowerThrottleTime, ThermalThrottleTime], Scope.Host);

    /// <summary>Table <c>gpu.link</c>: a row for each GPU.</summary>
    public static readonly Schema Links = new("gpu.link", resourceKeys: [], keys: Gpu.Card, details: [],
        columns: [CurrentLinkSpeed, MaxLinkSpeed, CurrentLinkWidth, MaxLinkWidth, LinkReplays], Scope.Host);

    /// <summary>Table <c>gpu.ecc</c>: a row for each GPU.</summary>
    public static readonly Schema Ecc = new("gpu.ecc", resourceKeys: [], keys: Gpu.Card, details: [],
        columns: [CorrectedTotalEccErrors, CorrectedDramEccErrors, CorrectedL1CacheEccErrors, CorrectedL2CacheEccErrors,
            CorrectedRegisterFileEccErrors, CorrectedSramEccErrors, CorrectedUmcEccErrors, CorrectedGfxEccErrors,
            CorrectedSdmaEccErrors, CorrectedMmhubEccErrors, CorrectedXgmiEccErrors, UncorrectedTotalEccErrors,
            UncorrectedDramEccErrors, UncorrectedL1CacheEccErrors, UncorrectedL2CacheEccErrors,
            UncorrectedRegisterFileEccErrors, UncorrectedSramEccErrors, UncorrectedUmcEccErrors, UncorrectedGfxEccErrors,
            UncorrectedSdmaEccErrors, UncorrectedMmhubEccErrors, UncorrectedXgmiEccErrors, MultipleSingleBitRetiredPages,
            DoubleBitRetiredPages, PendingRetiredPages, CorrectableRemappedRows, UncorrectableRemappedRows, PendingRemappedRows,
            FailedRemappedRows], Scope.Host);

    /// <summary>Table <c>gpu.driver</c>: a row for each GPU and <c>hw.gpu.driver.error.code</c>.</summary>
    public static readonly Schema DriverErrorCodes = new("gpu.driver", resourceKeys: [], keys: [.. Gpu.Card, Attributes.HwGpuDriverErrorCode], details: [],
        columns: [DriverErrors], Scope.Host);

    /// <summary>Table <c>gpu.interconnect</c>: a row for each GPU and <c>hw.gpu.interconnect.link</c>.</summary>
    public static readonly Schema Interconnects = new("gpu.interconnect", resourceKeys: [], keys: [.. Gpu.Card, Attributes.HwGpuInterconnectLink], details: [],
        columns: [ReceiveInterconnectIo, TransmitInterconnectIo, CrcFlitInterconnectErrors, CrcDataInterconnectErrors,
            ReplayInterconnectErrors, RecoveryInterconnectErrors], Scope.Host);

    /// <summary>Table <c>gpu.power</c>: a row for each GPU.</summary>
    public static readonly Schema PowerUse = new("gpu.power", resourceKeys: [], keys: Power.Part, details: [],
        columns: [GpuEnergy, GpuPower], Scope.Host);

    /// <summary>Table <c>gpu.temperature</c>: a row for each sensor.</summary>
    public static readonly Schema Temperatures = new("gpu.temperature", resourceKeys: [], keys: Sensors.Sensor, details: [],
        columns: [Temperature, LowCriticalTemperatureLimit, LowDegradedTemperatureLimit, HighDegradedTemperatureLimit,
            HighCriticalTemperatureLimit], Scope.Host);

    /// <summary>Table <c>gpu.fan</c>: a row for each fan.</summary>
    public static readonly Schema Fans = new("gpu.fan", resourceKeys: [], keys: Sensors.Sensor, details: [],
        columns: [FanSpeedRatio], Scope.Host);

    /// <summary>Table <c>gpu.errors</c>: a row for each GPU.</summary>
    public static readonly Schema Errors = new("gpu.errors", resourceKeys: [], keys: Power.Part, details: [],
        columns: [GpuCorrectedErrors, GpuUncorrectedErrors], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        Throttling, Links, Ecc, DriverErrorCodes, Interconnects, PowerUse, Temperatures, Fans, Errors,
    ];
}
