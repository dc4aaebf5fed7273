using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>The condition of the machine's parts, and the errors they count.</summary>
public static class Hardware
{
    /// <summary>1 for the condition a part of the machine is in, 0 for the others.</summary>
    public static readonly Instrument Status = Instrument.UpDownCounter("hw.status", Unit.One, NumberType.Long,
        "1 for the condition a part of the machine is in, 0 for the others.")
        .From("derived: SMART verdict, NVMe critical_warning, md array_state, hwmon *_alarm, EDAC, nvml row remap failure").On(Systems.Linux | Systems.FreeBsd | Systems.OpenBsd);

    /// <summary><see cref="Status"/> of <c>ok</c>.</summary>
    public static readonly Column OkStatus = Status.At((Attributes.HwState, "ok"));

    /// <summary><see cref="Status"/> of <c>degraded</c>.</summary>
    public static readonly Column DegradedStatus = Status.At((Attributes.HwState, "degraded"));

    /// <summary><see cref="Status"/> of <c>failed</c>.</summary>
    public static readonly Column FailedStatus = Status.At((Attributes.HwState, "failed"));

    /// <summary><see cref="Status"/> of <c>predicted_failure</c>.</summary>
    public static readonly Column PredictedFailureStatus = Status.At((Attributes.HwState, "predicted_failure"));

    /// <summary>Errors of a part of the machine, by what they were.</summary>
    public static readonly Instrument Errors = Instrument.Counter("hw.errors", Unit.Of("error"), NumberType.Long,
        "Errors of a part of the machine, by what they were.")
        .From("/sys/devices/system/edac/mc/mc*/{ce,ue}_count, dimm*/dimm_{ce,ue}_count; NVMe media_errors; SMART 199; nvml ECC totals").On(Systems.Linux);

    /// <summary><see cref="Errors"/> of <c>corrected</c>.</summary>
    public static readonly Column CorrectedErrors = Errors.At((Attributes.ErrorType, "corrected"));

    /// <summary><see cref="Errors"/> of <c>uncorrected</c>.</summary>
    public static readonly Column UncorrectedErrors = Errors.At((Attributes.ErrorType, "uncorrected"));

    /// <summary><see cref="Errors"/> of <c>crc</c>.</summary>
    public static readonly Column CrcErrors = Errors.At((Attributes.ErrorType, "crc"));

    /// <summary><see cref="Errors"/> of <c>timeout</c>.</summary>
    public static readonly Column TimeoutErrors = Errors.At((Attributes.ErrorType, "timeout"));

    /// <summary>Size of a memory module.</summary>
    public static readonly Column ModuleSize = Instrument.UpDownCounter("hw.memory.size", Unit.Bytes, NumberType.Long,
        "Size of a memory module.")
        .From("SMBIOS type 17 (/sys/firmware/dmi/tables/DMI, root) or /sys/devices/system/edac/mc/mc*/dimm*/size").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Exceptions by which processors reported an error of the machine.</summary>
    public static readonly Column MachineChecks = Instrument.Counter("hw.cpu.machine_checks", Unit.Of("exception"), NumberType.Long,
        "Exceptions by which processors reported an error of the machine.")
        .From("/proc/interrupts MCE; MCP for polls").On(Systems.Linux);

    /// <summary>Time until a hardware watchdog restarts the machine.</summary>
    public static readonly Column WatchdogTimeLeft = Instrument.Gauge("hw.watchdog.time_left", Unit.Seconds, NumberType.Double,
        "Time until a hardware watchdog restarts the machine.")
        .From("/sys/class/watchdog/watchdog*/timeleft").On(Systems.Linux).Optional();

    /// <summary>Time a hardware watchdog waits before it restarts the machine.</summary>
    public static readonly Column WatchdogTimeout = Instrument.Gauge("hw.watchdog.timeout", Unit.Seconds, NumberType.Double,
        "Time a hardware watchdog waits before it restarts the machine.")
        .From("/sys/class/watchdog/watchdog*/timeout").On(Systems.Linux).Optional();

    /// <summary>Errors a PCI Express device reported, by kind.</summary>
    public static readonly Instrument PcieErrors = Instrument.Counter("hw.pcie.errors", Unit.Of("error"), NumberType.Long,
        "Errors a PCI Express device reported, by kind.")
        .From("/sys/bus/pci/devices/*/aer_dev_{correctable,nonfatal,fatal}").On(Systems.Linux);

    /// <summary><see cref="PcieErrors"/> of <c>correctable</c>.</summary>
    public static readonly Column CorrectablePcieErrors = PcieErrors.At((Attributes.HwPcieErrorSeverity, "correctable"));

    /// <summary><see cref="PcieErrors"/> of <c>nonfatal</c>.</summary>
    public static readonly Column NonfatalPcieErrors = PcieErrors.At((Attributes.HwPcieErrorSeverity, "nonfatal"));

    /// <summary><see cref="PcieErrors"/> of <c>fatal</c>.</summary>
    public static readonly Column FatalPcieErrors = PcieErrors.At((Attributes.HwPcieErrorSeverity, "fatal"));

    /// <summary>Rate of a PCI Express link, as it is and at most.</summary>
    public static readonly Instrument PcieTransferRate = Instrument.Gauge("hw.pcie.link.transfer_rate", Unit.OfPerSecond("transfer"), NumberType.Double,
        "Rate of a PCI Express link, as it is and at most.")
        .From("/sys/bus/pci/devices/*/{current,max}_link_speed").On(Systems.Linux).Optional();

    /// <summary><see cref="PcieTransferRate"/> of <c>current</c>.</summary>
    public static readonly Column CurrentPcieTransferRate = PcieTransferRate.At((Attributes.HwPcieLinkBound, "current"));

    /// <summary><see cref="PcieTransferRate"/> of <c>max</c>.</summary>
    public static readonly Column MaxPcieTransferRate = PcieTransferRate.At((Attributes.HwPcieLinkBound, "max"));

    /// <summary>Lanes of a PCI Express link, as it is and at most.</summary>
    public static readonly Instrument PcieWidth = Instrument.Gauge("hw.pcie.link.width", Unit.Of("lane"), NumberType.Long,
        "Lanes of a PCI Express link, as it is and at most.")
        .From("/sys/bus/pci/devices/*/{current,max}_link_width").On(Systems.Linux).Optional();

    /// <summary><see cref="PcieWidth"/> of <c>current</c>.</summary>
    public static readonly Column CurrentPcieWidth = PcieWidth.At((Attributes.HwPcieLinkBound, "current"));

    /// <summary><see cref="PcieWidth"/> of <c>max</c>.</summary>
    public static readonly Column MaxPcieWidth = PcieWidth.At((Attributes.HwPcieLinkBound, "max"));

    /// <summary>Virtual functions of a PCI Express device, enabled and possible.</summary>
    public static readonly Instrument VirtualFunctions = Instrument.UpDownCounter("hw.pcie.virtual_function.count", Unit.Of("function"), NumberType.Long,
        "Virtual functions of a PCI Express device, enabled and possible.")
        .From("/sys/bus/pci/devices/*/sriov_{numvfs,totalvfs}").On(Systems.Linux).Optional();

    /// <summary><see cref="VirtualFunctions"/> of <c>enabled</c>.</summary>
    public static readonly Column EnabledVirtualFunctions = VirtualFunctions.At((Attributes.HwPcieVirtualFunctionBound, "enabled"));

    /// <summary><see cref="VirtualFunctions"/> of <c>total</c>.</summary>
    public static readonly Column TotalVirtualFunctions = VirtualFunctions.At((Attributes.HwPcieVirtualFunctionBound, "total"));

    /// <summary>Table <c>hardware.status</c>: a row for each part and <c>hw.type</c>.</summary>
    /// <remarks>Derived from the tables of drives, arrays, sensors, memory and GPUs: the one table that tells what is broken.</remarks>
    public static readonly Schema Conditions = new("hardware.status", resourceKeys: [],
        keys: [.. Power.Part, Attributes.HwType.OneOf("cpu", "memory", "gpu", "physical_disk", "logical_disk", "network", "battery", "fan",
            "power_supply", "temperature", "voltage", "enclosure")], details: [],
        columns: [OkStatus, DegradedStatus, FailedStatus, PredictedFailureStatus], Scope.Host);

    /// <summary>Table <c>hardware.errors</c>: a row for each part and <c>hw.type</c>.</summary>
    public static readonly Schema ErrorCounts = new("hardware.errors", resourceKeys: [],
        keys: [.. Power.Part, Attributes.HwType.OneOf("memory", "cpu", "network")], details: [],
        columns: [CorrectedErrors, UncorrectedErrors, CrcErrors, TimeoutErrors], Scope.Host);

    /// <summary>Table <c>memory.module</c>: a row for each <c>hw.id</c> and <c>hw.name</c> and <c>hw.parent</c> and <c>hw.model</c> and <c>hw.serial_number</c> and <c>hw.memory.type</c> and <c>hw.vendor</c>.</summary>
    public static readonly Schema MemoryModules = new("memory.module", resourceKeys: [],
        keys: [Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwModel, Attributes.HwSerialNumber, Attributes.HwMemoryType,
            Attributes.HwVendor], details: [],
        columns: [ModuleSize], Scope.Host);

    /// <summary>Table <c>cpu.machine_checks</c>: one row.</summary>
    public static readonly Schema MachineCheckCounts = new("cpu.machine_checks", resourceKeys: [], keys: [], details: [],
        columns: [MachineChecks], Scope.Host);

    /// <summary>Table <c>watchdog</c>: a row for each watchdog.</summary>
    public static readonly Schema Watchdogs = new("watchdog", resourceKeys: [], keys: Power.Part, details: [],
        columns: [WatchdogTimeLeft, WatchdogTimeout], Scope.Host);

    /// <summary>Table <c>pcie.errors</c>: a row for each device and <c>hw.pcie.error.type</c>.</summary>
    public static readonly Schema PcieDeviceErrors = new("pcie.errors", resourceKeys: [], keys: [.. Power.Part, Attributes.HwPcieErrorType], details: [],
        columns: [CorrectablePcieErrors, NonfatalPcieErrors, FatalPcieErrors], Scope.Host);

    /// <summary>Table <c>pcie.link</c>: a row for each device.</summary>
    public static readonly Schema PcieLinks = new("pcie.link", resourceKeys: [], keys: Power.Part, details: [],
        columns: [CurrentPcieTransferRate, MaxPcieTransferRate, CurrentPcieWidth, MaxPcieWidth, EnabledVirtualFunctions,
            TotalVirtualFunctions], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        Conditions, ErrorCounts, MemoryModules, MachineCheckCounts, Watchdogs, PcieDeviceErrors, PcieLinks,
    ];
}
