using Probe.Metrics;

namespace Probe.Catalog;

public static partial class Attributes
{
    /// <summary><c>hw.battery.capacity</c></summary>
    public static readonly AttributeKey HwBatteryCapacity = new("hw.battery.capacity");

    /// <summary><c>hw.battery.chemistry</c></summary>
    public static readonly AttributeKey HwBatteryChemistry = new("hw.battery.chemistry");

    /// <summary><c>hw.battery.state</c></summary>
    public static readonly AttributeKey HwBatteryState = new("hw.battery.state");

    /// <summary><c>hw.cooling_device.type</c></summary>
    public static readonly AttributeKey HwCoolingDeviceType = new("hw.cooling_device.type");

    /// <summary><c>hw.cpu.power.constraint</c></summary>
    public static readonly AttributeKey HwCpuPowerConstraint = new("hw.cpu.power.constraint");

    /// <summary><c>hw.driver_version</c></summary>
    public static readonly AttributeKey HwDriverVersion = new("hw.driver_version");

    /// <summary><c>hw.fibre_channel.error.type</c></summary>
    public static readonly AttributeKey HwFibreChannelErrorType = new("hw.fibre_channel.error.type");

    /// <summary><c>hw.firmware_version</c></summary>
    public static readonly AttributeKey HwFirmwareVersion = new("hw.firmware_version");

    /// <summary><c>hw.gpu.clock.domain</c></summary>
    public static readonly AttributeKey HwGpuClockDomain = new("hw.gpu.clock.domain");

    /// <summary><c>hw.gpu.driver.error.code</c></summary>
    public static readonly AttributeKey HwGpuDriverErrorCode = new("hw.gpu.driver.error.code");

    /// <summary><c>hw.gpu.ecc.location</c></summary>
    public static readonly AttributeKey HwGpuEccLocation = new("hw.gpu.ecc.location");

    /// <summary><c>hw.gpu.ecc.severity</c></summary>
    public static readonly AttributeKey HwGpuEccSeverity = new("hw.gpu.ecc.severity");

    /// <summary><c>hw.gpu.engine.class</c></summary>
    public static readonly AttributeKey HwGpuEngineClass = new("hw.gpu.engine.class");

    /// <summary><c>hw.gpu.idle_state.name</c></summary>
    public static readonly AttributeKey HwGpuIdleStateName = new("hw.gpu.idle_state.name");

    /// <summary><c>hw.gpu.interconnect.error.type</c></summary>
    public static readonly AttributeKey HwGpuInterconnectErrorType = new("hw.gpu.interconnect.error.type");

    /// <summary><c>hw.gpu.interconnect.link</c></summary>
    public static readonly AttributeKey HwGpuInterconnectLink = new("hw.gpu.interconnect.link");

    /// <summary><c>hw.gpu.memory.remapped_row.type</c></summary>
    public static readonly AttributeKey HwGpuMemoryRemappedRowType = new("hw.gpu.memory.remapped_row.type");

    /// <summary><c>hw.gpu.memory.retired.cause</c></summary>
    public static readonly AttributeKey HwGpuMemoryRetiredCause = new("hw.gpu.memory.retired.cause");

    /// <summary><c>hw.gpu.process.type</c></summary>
    public static readonly AttributeKey HwGpuProcessType = new("hw.gpu.process.type");

    /// <summary><c>hw.gpu.task</c></summary>
    public static readonly AttributeKey HwGpuTask = new("hw.gpu.task");

    /// <summary><c>hw.gpu.throttle.reason</c></summary>
    public static readonly AttributeKey HwGpuThrottleReason = new("hw.gpu.throttle.reason");

    /// <summary><c>hw.id</c></summary>
    public static readonly AttributeKey HwId = new("hw.id");

    /// <summary><c>hw.infiniband.error.type</c></summary>
    public static readonly AttributeKey HwInfinibandErrorType = new("hw.infiniband.error.type");

    /// <summary><c>hw.infiniband.packet.type</c></summary>
    public static readonly AttributeKey HwInfinibandPacketType = new("hw.infiniband.packet.type");

    /// <summary><c>hw.infiniband.port</c></summary>
    public static readonly AttributeKey HwInfinibandPort = new("hw.infiniband.port");

    /// <summary><c>hw.limit_type</c></summary>
    public static readonly AttributeKey HwLimitType = new("hw.limit_type");

    /// <summary><c>hw.logical_disk.raid_level</c></summary>
    public static readonly AttributeKey HwLogicalDiskRaidLevel = new("hw.logical_disk.raid_level");

    /// <summary><c>hw.logical_disk.state</c></summary>
    public static readonly AttributeKey HwLogicalDiskState = new("hw.logical_disk.state");

    /// <summary><c>hw.memory.type</c></summary>
    public static readonly AttributeKey HwMemoryType = new("hw.memory.type");

    /// <summary><c>hw.model</c></summary>
    public static readonly AttributeKey HwModel = new("hw.model");

    /// <summary><c>hw.name</c></summary>
    public static readonly AttributeKey HwName = new("hw.name");

    /// <summary><c>hw.network.physical_address</c></summary>
    public static readonly AttributeKey HwNetworkPhysicalAddress = new("hw.network.physical_address");

    /// <summary><c>hw.nvme.namespace.id</c></summary>
    public static readonly AttributeKey HwNvmeNamespaceId = new("hw.nvme.namespace.id");

    /// <summary><c>hw.nvme.path.state</c></summary>
    public static readonly AttributeKey HwNvmePathState = new("hw.nvme.path.state");

    /// <summary><c>hw.parent</c></summary>
    public static readonly AttributeKey HwParent = new("hw.parent");

    /// <summary><c>hw.pcie.error.severity</c></summary>
    public static readonly AttributeKey HwPcieErrorSeverity = new("hw.pcie.error.severity");

    /// <summary><c>hw.pcie.error.type</c></summary>
    public static readonly AttributeKey HwPcieErrorType = new("hw.pcie.error.type");

    /// <summary><c>hw.pcie.link.bound</c></summary>
    public static readonly AttributeKey HwPcieLinkBound = new("hw.pcie.link.bound");

    /// <summary><c>hw.pcie.virtual_function.bound</c></summary>
    public static readonly AttributeKey HwPcieVirtualFunctionBound = new("hw.pcie.virtual_function.bound");

    /// <summary><c>hw.physical_disk.overheat.level</c></summary>
    public static readonly AttributeKey HwPhysicalDiskOverheatLevel = new("hw.physical_disk.overheat.level");

    /// <summary><c>hw.physical_disk.smart_attribute</c></summary>
    public static readonly AttributeKey HwPhysicalDiskSmartAttribute = new("hw.physical_disk.smart_attribute");

    /// <summary><c>hw.physical_disk.spare.bound</c></summary>
    public static readonly AttributeKey HwPhysicalDiskSpareBound = new("hw.physical_disk.spare.bound");

    /// <summary><c>hw.physical_disk.state</c></summary>
    public static readonly AttributeKey HwPhysicalDiskState = new("hw.physical_disk.state");

    /// <summary><c>hw.physical_disk.type</c></summary>
    public static readonly AttributeKey HwPhysicalDiskType = new("hw.physical_disk.type");

    /// <summary><c>hw.physical_disk.warning.type</c></summary>
    public static readonly AttributeKey HwPhysicalDiskWarningType = new("hw.physical_disk.warning.type");

    /// <summary><c>hw.sensor.type</c></summary>
    public static readonly AttributeKey HwSensorType = new("hw.sensor.type");

    /// <summary><c>hw.sensor_location</c></summary>
    public static readonly AttributeKey HwSensorLocation = new("hw.sensor_location");

    /// <summary><c>hw.serial_number</c></summary>
    public static readonly AttributeKey HwSerialNumber = new("hw.serial_number");

    /// <summary><c>hw.state</c></summary>
    public static readonly AttributeKey HwState = new("hw.state");

    /// <summary><c>hw.type</c></summary>
    public static readonly AttributeKey HwType = new("hw.type");

    /// <summary><c>hw.vendor</c></summary>
    public static readonly AttributeKey HwVendor = new("hw.vendor");
}
