using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>The names of all attributes in the catalog, in order.</summary>
/// <remarks>Values, where they are an enumeration, stand with the columns and tables that use them.</remarks>
public static class Attributes
{
    /// <summary><c>bcache.result</c></summary>
    public static readonly AttributeKey BcacheResult = new("bcache.result");

    /// <summary><c>bcache.uuid</c></summary>
    public static readonly AttributeKey BcacheUuid = new("bcache.uuid");

    /// <summary><c>bcachefs.compression.algorithm</c></summary>
    public static readonly AttributeKey BcachefsCompressionAlgorithm = new("bcachefs.compression.algorithm");

    /// <summary><c>bcachefs.compression.state</c></summary>
    public static readonly AttributeKey BcachefsCompressionState = new("bcachefs.compression.state");

    /// <summary><c>bcachefs.counter</c></summary>
    public static readonly AttributeKey BcachefsCounter = new("bcachefs.counter");

    /// <summary><c>bcachefs.data.type</c></summary>
    public static readonly AttributeKey BcachefsDataType = new("bcachefs.data.type");

    /// <summary><c>bcachefs.error.type</c></summary>
    public static readonly AttributeKey BcachefsErrorType = new("bcachefs.error.type");

    /// <summary><c>bcachefs.uuid</c></summary>
    public static readonly AttributeKey BcachefsUuid = new("bcachefs.uuid");

    /// <summary><c>btrfs.block_group.profile</c></summary>
    public static readonly AttributeKey BtrfsBlockGroupProfile = new("btrfs.block_group.profile");

    /// <summary><c>btrfs.block_group.type</c></summary>
    public static readonly AttributeKey BtrfsBlockGroupType = new("btrfs.block_group.type");

    /// <summary><c>btrfs.error.type</c></summary>
    public static readonly AttributeKey BtrfsErrorType = new("btrfs.error.type");

    /// <summary><c>btrfs.uuid</c></summary>
    public static readonly AttributeKey BtrfsUuid = new("btrfs.uuid");

    /// <summary><c>cgroup.path</c></summary>
    public static readonly AttributeKey CgroupPath = new("cgroup.path");

    /// <summary><c>cgroup.state</c></summary>
    public static readonly AttributeKey CgroupState = new("cgroup.state");

    /// <summary><c>cgroup.subsystem</c></summary>
    public static readonly AttributeKey CgroupSubsystem = new("cgroup.subsystem");

    /// <summary><c>container.cpu.throttling.period.state</c></summary>
    public static readonly AttributeKey ContainerCpuThrottlingPeriodState = new("container.cpu.throttling.period.state");

    /// <summary><c>container.disk.cost.type</c></summary>
    public static readonly AttributeKey ContainerDiskCostType = new("container.disk.cost.type");

    /// <summary><c>container.disk.limit.type</c></summary>
    public static readonly AttributeKey ContainerDiskLimitType = new("container.disk.limit.type");

    /// <summary><c>container.health.state</c></summary>
    public static readonly AttributeKey ContainerHealthState = new("container.health.state");

    /// <summary><c>container.id</c></summary>
    public static readonly AttributeKey ContainerId = new("container.id");

    /// <summary><c>container.image.name</c></summary>
    public static readonly AttributeKey ContainerImageName = new("container.image.name");

    /// <summary><c>container.memory.component</c></summary>
    public static readonly AttributeKey ContainerMemoryComponent = new("container.memory.component");

    /// <summary><c>container.memory.event</c></summary>
    public static readonly AttributeKey ContainerMemoryEvent = new("container.memory.event");

    /// <summary><c>container.memory.hugepages.page_size</c></summary>
    public static readonly AttributeKey ContainerMemoryHugepagesPageSize = new("container.memory.hugepages.page_size");

    /// <summary><c>container.memory.protection.type</c></summary>
    public static readonly AttributeKey ContainerMemoryProtectionType = new("container.memory.protection.type");

    /// <summary><c>container.memory.reclaim.stage</c></summary>
    public static readonly AttributeKey ContainerMemoryReclaimStage = new("container.memory.reclaim.stage");

    /// <summary><c>container.memory.zswap.type</c></summary>
    public static readonly AttributeKey ContainerMemoryZswapType = new("container.memory.zswap.type");

    /// <summary><c>container.name</c></summary>
    public static readonly AttributeKey ContainerName = new("container.name");

    /// <summary><c>container.network.tcp.event</c></summary>
    public static readonly AttributeKey ContainerNetworkTcpEvent = new("container.network.tcp.event");

    /// <summary><c>container.runtime.name</c></summary>
    public static readonly AttributeKey ContainerRuntimeName = new("container.runtime.name");

    /// <summary><c>container.state</c></summary>
    public static readonly AttributeKey ContainerState = new("container.state");

    /// <summary><c>cpu.logical_number</c></summary>
    public static readonly AttributeKey CpuLogicalNumber = AttributeKey.Integer("cpu.logical_number");

    /// <summary><c>cpu.mode</c></summary>
    public static readonly AttributeKey CpuMode = new("cpu.mode");

    /// <summary><c>disk.io.direction</c></summary>
    public static readonly AttributeKey DiskIoDirection = new("disk.io.direction");

    /// <summary><c>dotnet.gc.heap.generation</c></summary>
    public static readonly AttributeKey DotnetGcHeapGeneration = new("dotnet.gc.heap.generation");

    /// <summary><c>drbd.link</c></summary>
    public static readonly AttributeKey DrbdLink = new("drbd.link");

    /// <summary><c>error.type</c></summary>
    public static readonly AttributeKey ErrorType = new("error.type");

    /// <summary><c>file.lock.mechanism</c></summary>
    public static readonly AttributeKey FileLockMechanism = new("file.lock.mechanism");

    /// <summary><c>file.lock.mode</c></summary>
    public static readonly AttributeKey FileLockMode = new("file.lock.mode");

    /// <summary><c>file.lock.type</c></summary>
    public static readonly AttributeKey FileLockType = new("file.lock.type");

    /// <summary><c>file.name</c></summary>
    public static readonly AttributeKey FileName = new("file.name");

    /// <summary><c>http.response.status_code</c></summary>
    public static readonly AttributeKey HttpResponseStatusCode = AttributeKey.Integer("http.response.status_code");

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

    /// <summary><c>k8s.namespace.name</c></summary>
    public static readonly AttributeKey K8sNamespaceName = new("k8s.namespace.name");

    /// <summary><c>k8s.pod.name</c></summary>
    public static readonly AttributeKey K8sPodName = new("k8s.pod.name");

    /// <summary><c>k8s.pod.uid</c></summary>
    public static readonly AttributeKey K8sPodUid = new("k8s.pod.uid");

    /// <summary><c>lvm.cache.result</c></summary>
    public static readonly AttributeKey LvmCacheResult = new("lvm.cache.result");

    /// <summary><c>lvm.logical_volume</c></summary>
    public static readonly AttributeKey LvmLogicalVolume = new("lvm.logical_volume");

    /// <summary><c>lvm.thin_pool.space</c></summary>
    public static readonly AttributeKey LvmThinPoolSpace = new("lvm.thin_pool.space");

    /// <summary><c>lvm.volume.state</c></summary>
    public static readonly AttributeKey LvmVolumeState = new("lvm.volume.state");

    /// <summary><c>lvm.volume_group</c></summary>
    public static readonly AttributeKey LvmVolumeGroup = new("lvm.volume_group");

    /// <summary><c>mdraid.disk.state</c></summary>
    public static readonly AttributeKey MdraidDiskState = new("mdraid.disk.state");

    /// <summary><c>mdraid.state</c></summary>
    public static readonly AttributeKey MdraidState = new("mdraid.state");

    /// <summary><c>multipath.path.state</c></summary>
    public static readonly AttributeKey MultipathPathState = new("multipath.path.state");

    /// <summary><c>multipath.state</c></summary>
    public static readonly AttributeKey MultipathState = new("multipath.state");

    /// <summary><c>network.connection.state</c></summary>
    public static readonly AttributeKey NetworkConnectionState = new("network.connection.state");

    /// <summary><c>network.interface.name</c></summary>
    public static readonly AttributeKey NetworkInterfaceName = new("network.interface.name");

    /// <summary><c>network.io.direction</c></summary>
    public static readonly AttributeKey NetworkIoDirection = new("network.io.direction");

    /// <summary><c>network.local.address</c></summary>
    public static readonly AttributeKey NetworkLocalAddress = new("network.local.address");

    /// <summary><c>network.local.port</c></summary>
    public static readonly AttributeKey NetworkLocalPort = AttributeKey.Integer("network.local.port");

    /// <summary><c>network.peer.address</c></summary>
    public static readonly AttributeKey NetworkPeerAddress = new("network.peer.address");

    /// <summary><c>network.peer.port</c></summary>
    public static readonly AttributeKey NetworkPeerPort = AttributeKey.Integer("network.peer.port");

    /// <summary><c>network.transport</c></summary>
    public static readonly AttributeKey NetworkTransport = new("network.transport");

    /// <summary><c>network.type</c></summary>
    public static readonly AttributeKey NetworkType = new("network.type");

    /// <summary><c>nfs.client.mount.phase</c></summary>
    public static readonly AttributeKey NfsClientMountPhase = new("nfs.client.mount.phase");

    /// <summary><c>nfs.operation.name</c></summary>
    public static readonly AttributeKey NfsOperationName = new("nfs.operation.name");

    /// <summary><c>nfs.server.repcache.status</c></summary>
    public static readonly AttributeKey NfsServerRepcacheStatus = new("nfs.server.repcache.status");

    /// <summary><c>onc_rpc.procedure.name</c></summary>
    public static readonly AttributeKey OncRpcProcedureName = new("onc_rpc.procedure.name");

    /// <summary><c>onc_rpc.version</c></summary>
    public static readonly AttributeKey OncRpcVersion = AttributeKey.Integer("onc_rpc.version");

    /// <summary><c>otel.component.name</c></summary>
    public static readonly AttributeKey OtelComponentName = new("otel.component.name");

    /// <summary><c>otel.component.type</c></summary>
    public static readonly AttributeKey OtelComponentType = new("otel.component.type");

    /// <summary><c>probe.capability.name</c></summary>
    public static readonly AttributeKey ProbeCapabilityName = new("probe.capability.name");

    /// <summary><c>probe.collector.name</c></summary>
    public static readonly AttributeKey ProbeCollectorName = new("probe.collector.name");

    /// <summary><c>probe.collector.outcome</c></summary>
    public static readonly AttributeKey ProbeCollectorOutcome = new("probe.collector.outcome");

    /// <summary><c>probe.ebpf.module.name</c></summary>
    public static readonly AttributeKey ProbeEbpfModuleName = new("probe.ebpf.module.name");

    /// <summary><c>probe.ebpf.module.state</c></summary>
    public static readonly AttributeKey ProbeEbpfModuleState = new("probe.ebpf.module.state");

    /// <summary><c>probe.ebpf.program.name</c></summary>
    public static readonly AttributeKey ProbeEbpfProgramName = new("probe.ebpf.program.name");

    /// <summary><c>probe.ebpf.program.state</c></summary>
    public static readonly AttributeKey ProbeEbpfProgramState = new("probe.ebpf.program.state");

    /// <summary><c>probe.export.drop.reason</c></summary>
    public static readonly AttributeKey ProbeExportDropReason = new("probe.export.drop.reason");

    /// <summary><c>probe.export.name</c></summary>
    public static readonly AttributeKey ProbeExportName = new("probe.export.name");

    /// <summary><c>probe.series.drop.reason</c></summary>
    public static readonly AttributeKey ProbeSeriesDropReason = new("probe.series.drop.reason");

    /// <summary><c>probe.source.path</c></summary>
    public static readonly AttributeKey ProbeSourcePath = new("probe.source.path");

    /// <summary><c>process.context_switch.type</c></summary>
    public static readonly AttributeKey ProcessContextSwitchType = new("process.context_switch.type");

    /// <summary><c>process.creation.time</c></summary>
    public static readonly AttributeKey ProcessCreationTime = new("process.creation.time");

    /// <summary><c>process.delay.type</c></summary>
    public static readonly AttributeKey ProcessDelayType = new("process.delay.type");

    /// <summary><c>process.executable.name</c></summary>
    public static readonly AttributeKey ProcessExecutableName = new("process.executable.name");

    /// <summary><c>process.limit.type</c></summary>
    public static readonly AttributeKey ProcessLimitType = new("process.limit.type");

    /// <summary><c>process.memory.resident.type</c></summary>
    public static readonly AttributeKey ProcessMemoryResidentType = new("process.memory.resident.type");

    /// <summary><c>process.owner</c></summary>
    public static readonly AttributeKey ProcessOwner = new("process.owner");

    /// <summary><c>process.parent_pid</c></summary>
    public static readonly AttributeKey ProcessParentPid = AttributeKey.Integer("process.parent_pid");

    /// <summary><c>process.pid</c></summary>
    public static readonly AttributeKey ProcessPid = AttributeKey.Integer("process.pid");

    /// <summary><c>process.state</c></summary>
    public static readonly AttributeKey ProcessState = new("process.state");

    /// <summary><c>process.unix.file_descriptor.type</c></summary>
    public static readonly AttributeKey ProcessUnixFileDescriptorType = new("process.unix.file_descriptor.type");

    /// <summary><c>server.address</c></summary>
    public static readonly AttributeKey ServerAddress = new("server.address");

    /// <summary><c>server.port</c></summary>
    public static readonly AttributeKey ServerPort = AttributeKey.Integer("server.port");

    /// <summary><c>system.clock.error.type</c></summary>
    public static readonly AttributeKey SystemClockErrorType = new("system.clock.error.type");

    /// <summary><c>system.clock.pps.measure</c></summary>
    public static readonly AttributeKey SystemClockPpsMeasure = new("system.clock.pps.measure");

    /// <summary><c>system.cpu.guest.mode</c></summary>
    public static readonly AttributeKey SystemCpuGuestMode = new("system.cpu.guest.mode");

    /// <summary><c>system.cpu.idle_state.name</c></summary>
    public static readonly AttributeKey SystemCpuIdleStateName = new("system.cpu.idle_state.name");

    /// <summary><c>system.cpu.interrupt.type</c></summary>
    public static readonly AttributeKey SystemCpuInterruptType = new("system.cpu.interrupt.type");

    /// <summary><c>system.cpu.scaling.bound</c></summary>
    public static readonly AttributeKey SystemCpuScalingBound = new("system.cpu.scaling.bound");

    /// <summary><c>system.cpu.scaling.governor</c></summary>
    public static readonly AttributeKey SystemCpuScalingGovernor = new("system.cpu.scaling.governor");

    /// <summary><c>system.cpu.throttle.scope</c></summary>
    public static readonly AttributeKey SystemCpuThrottleScope = new("system.cpu.throttle.scope");

    /// <summary><c>system.cpu.vulnerability.name</c></summary>
    public static readonly AttributeKey SystemCpuVulnerabilityName = new("system.cpu.vulnerability.name");

    /// <summary><c>system.cpu.vulnerability.state</c></summary>
    public static readonly AttributeKey SystemCpuVulnerabilityState = new("system.cpu.vulnerability.state");

    /// <summary><c>system.device</c></summary>
    public static readonly AttributeKey SystemDevice = new("system.device");

    /// <summary><c>system.disk.scsi.error</c></summary>
    public static readonly AttributeKey SystemDiskScsiError = new("system.disk.scsi.error");

    /// <summary><c>system.filesystem.cache.state</c></summary>
    public static readonly AttributeKey SystemFilesystemCacheState = new("system.filesystem.cache.state");

    /// <summary><c>system.filesystem.cache.type</c></summary>
    public static readonly AttributeKey SystemFilesystemCacheType = new("system.filesystem.cache.type");

    /// <summary><c>system.filesystem.mode</c></summary>
    public static readonly AttributeKey SystemFilesystemMode = new("system.filesystem.mode");

    /// <summary><c>system.filesystem.mountpoint</c></summary>
    public static readonly AttributeKey SystemFilesystemMountpoint = new("system.filesystem.mountpoint");

    /// <summary><c>system.filesystem.operation</c></summary>
    public static readonly AttributeKey SystemFilesystemOperation = new("system.filesystem.operation");

    /// <summary><c>system.filesystem.state</c></summary>
    public static readonly AttributeKey SystemFilesystemState = new("system.filesystem.state");

    /// <summary><c>system.filesystem.type</c></summary>
    public static readonly AttributeKey SystemFilesystemType = new("system.filesystem.type");

    /// <summary><c>system.interrupt.id</c></summary>
    public static readonly AttributeKey SystemInterruptId = new("system.interrupt.id");

    /// <summary><c>system.interrupt.name</c></summary>
    public static readonly AttributeKey SystemInterruptName = new("system.interrupt.name");

    /// <summary><c>system.kernel.log.severity</c></summary>
    public static readonly AttributeKey SystemKernelLogSeverity = new("system.kernel.log.severity");

    /// <summary><c>system.kernel.taint.flag</c></summary>
    public static readonly AttributeKey SystemKernelTaintFlag = new("system.kernel.taint.flag");

    /// <summary><c>system.lock.type</c></summary>
    public static readonly AttributeKey SystemLockType = new("system.lock.type");

    /// <summary><c>system.memory.allocation.source</c></summary>
    public static readonly AttributeKey SystemMemoryAllocationSource = new("system.memory.allocation.source");

    /// <summary><c>system.memory.linux.cma.state</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxCmaState = new("system.memory.linux.cma.state");

    /// <summary><c>system.memory.linux.compaction.result</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxCompactionResult = new("system.memory.linux.compaction.result");

    /// <summary><c>system.memory.linux.direct_map.page_size</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxDirectMapPageSize = new("system.memory.linux.direct_map.page_size");

    /// <summary><c>system.memory.linux.hugepages.state</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxHugepagesState = new("system.memory.linux.hugepages.state");

    /// <summary><c>system.memory.linux.ksm.state</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxKsmState = new("system.memory.linux.ksm.state");

    /// <summary><c>system.memory.linux.lru.list</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxLruList = new("system.memory.linux.lru.list");

    /// <summary><c>system.memory.linux.page_table.level</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxPageTableLevel = new("system.memory.linux.page_table.level");

    /// <summary><c>system.memory.linux.slab.cache.name</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxSlabCacheName = new("system.memory.linux.slab.cache.name");

    /// <summary><c>system.memory.linux.slab.cache.state</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxSlabCacheState = new("system.memory.linux.slab.cache.state");

    /// <summary><c>system.memory.linux.slab.state</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxSlabState = new("system.memory.linux.slab.state");

    /// <summary><c>system.memory.linux.transparent_hugepages.type</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxTransparentHugepagesType = new("system.memory.linux.transparent_hugepages.type");

    /// <summary><c>system.memory.linux.zswap.type</c></summary>
    public static readonly AttributeKey SystemMemoryLinuxZswapType = new("system.memory.linux.zswap.type");

    /// <summary><c>system.memory.numa.allocation.type</c></summary>
    public static readonly AttributeKey SystemMemoryNumaAllocationType = new("system.memory.numa.allocation.type");

    /// <summary><c>system.memory.numa.balancing.type</c></summary>
    public static readonly AttributeKey SystemMemoryNumaBalancingType = new("system.memory.numa.balancing.type");

    /// <summary><c>system.memory.numa.field</c></summary>
    public static readonly AttributeKey SystemMemoryNumaField = new("system.memory.numa.field");

    /// <summary><c>system.memory.order</c></summary>
    public static readonly AttributeKey SystemMemoryOrder = new("system.memory.order");

    /// <summary><c>system.memory.page_cache.result</c></summary>
    public static readonly AttributeKey SystemMemoryPageCacheResult = new("system.memory.page_cache.result");

    /// <summary><c>system.memory.page_queue</c></summary>
    public static readonly AttributeKey SystemMemoryPageQueue = new("system.memory.page_queue");

    /// <summary><c>system.memory.shrinker.name</c></summary>
    public static readonly AttributeKey SystemMemoryShrinkerName = new("system.memory.shrinker.name");

    /// <summary><c>system.memory.state</c></summary>
    public static readonly AttributeKey SystemMemoryState = new("system.memory.state");

    /// <summary><c>system.memory.zone</c></summary>
    public static readonly AttributeKey SystemMemoryZone = new("system.memory.zone");

    /// <summary><c>system.memory.zone_field</c></summary>
    public static readonly AttributeKey SystemMemoryZoneField = new("system.memory.zone_field");

    /// <summary><c>system.network.bond.member.state</c></summary>
    public static readonly AttributeKey SystemNetworkBondMemberState = new("system.network.bond.member.state");

    /// <summary><c>system.network.conntrack.event</c></summary>
    public static readonly AttributeKey SystemNetworkConntrackEvent = new("system.network.conntrack.event");

    /// <summary><c>system.network.conntrack.protocol</c></summary>
    public static readonly AttributeKey SystemNetworkConntrackProtocol = new("system.network.conntrack.protocol");

    /// <summary><c>system.network.conntrack.state</c></summary>
    public static readonly AttributeKey SystemNetworkConntrackState = new("system.network.conntrack.state");

    /// <summary><c>system.network.icmp.message.type</c></summary>
    public static readonly AttributeKey SystemNetworkIcmpMessageType = new("system.network.icmp.message.type");

    /// <summary><c>system.network.interface.carrier.direction</c></summary>
    public static readonly AttributeKey SystemNetworkInterfaceCarrierDirection = new("system.network.interface.carrier.direction");

    /// <summary><c>system.network.interface.driver.statistic</c></summary>
    public static readonly AttributeKey SystemNetworkInterfaceDriverStatistic = new("system.network.interface.driver.statistic");

    /// <summary><c>system.network.interface.duplex.mode</c></summary>
    public static readonly AttributeKey SystemNetworkInterfaceDuplexMode = new("system.network.interface.duplex.mode");

    /// <summary><c>system.network.interface.error.type</c></summary>
    public static readonly AttributeKey SystemNetworkInterfaceErrorType = new("system.network.interface.error.type");

    /// <summary><c>system.network.interface.state</c></summary>
    public static readonly AttributeKey SystemNetworkInterfaceState = new("system.network.interface.state");

    /// <summary><c>system.network.ip.error.type</c></summary>
    public static readonly AttributeKey SystemNetworkIpErrorType = new("system.network.ip.error.type");

    /// <summary><c>system.network.ip.fragment.operation</c></summary>
    public static readonly AttributeKey SystemNetworkIpFragmentOperation = new("system.network.ip.fragment.operation");

    /// <summary><c>system.network.ipvs.backend.state</c></summary>
    public static readonly AttributeKey SystemNetworkIpvsBackendState = new("system.network.ipvs.backend.state");

    /// <summary><c>system.network.neighbor.event</c></summary>
    public static readonly AttributeKey SystemNetworkNeighborEvent = new("system.network.neighbor.event");

    /// <summary><c>system.network.neighbor.state</c></summary>
    public static readonly AttributeKey SystemNetworkNeighborState = new("system.network.neighbor.state");

    /// <summary><c>system.network.neighbor.threshold</c></summary>
    public static readonly AttributeKey SystemNetworkNeighborThreshold = new("system.network.neighbor.threshold");

    /// <summary><c>system.network.netisr.outcome</c></summary>
    public static readonly AttributeKey SystemNetworkNetisrOutcome = new("system.network.netisr.outcome");

    /// <summary><c>system.network.netisr.protocol</c></summary>
    public static readonly AttributeKey SystemNetworkNetisrProtocol = new("system.network.netisr.protocol");

    /// <summary><c>system.network.packet.discard.reason</c></summary>
    public static readonly AttributeKey SystemNetworkPacketDiscardReason = new("system.network.packet.discard.reason");

    /// <summary><c>system.network.qdisc.kind</c></summary>
    public static readonly AttributeKey SystemNetworkQdiscKind = new("system.network.qdisc.kind");

    /// <summary><c>system.network.qdisc.outcome</c></summary>
    public static readonly AttributeKey SystemNetworkQdiscOutcome = new("system.network.qdisc.outcome");

    /// <summary><c>system.network.socket.memory.threshold</c></summary>
    public static readonly AttributeKey SystemNetworkSocketMemoryThreshold = new("system.network.socket.memory.threshold");

    /// <summary><c>system.network.socket.protocol</c></summary>
    public static readonly AttributeKey SystemNetworkSocketProtocol = new("system.network.socket.protocol");

    /// <summary><c>system.network.tcp.abort.reason</c></summary>
    public static readonly AttributeKey SystemNetworkTcpAbortReason = new("system.network.tcp.abort.reason");

    /// <summary><c>system.network.tcp.drop.reason</c></summary>
    public static readonly AttributeKey SystemNetworkTcpDropReason = new("system.network.tcp.drop.reason");

    /// <summary><c>system.network.tcp.error.type</c></summary>
    public static readonly AttributeKey SystemNetworkTcpErrorType = new("system.network.tcp.error.type");

    /// <summary><c>system.network.tcp.event</c></summary>
    public static readonly AttributeKey SystemNetworkTcpEvent = new("system.network.tcp.event");

    /// <summary><c>system.network.tcp.failure.type</c></summary>
    public static readonly AttributeKey SystemNetworkTcpFailureType = new("system.network.tcp.failure.type");

    /// <summary><c>system.network.tcp.fast_open.outcome</c></summary>
    public static readonly AttributeKey SystemNetworkTcpFastOpenOutcome = new("system.network.tcp.fast_open.outcome");

    /// <summary><c>system.network.tcp.listen.drop.reason</c></summary>
    public static readonly AttributeKey SystemNetworkTcpListenDropReason = new("system.network.tcp.listen.drop.reason");

    /// <summary><c>system.network.tcp.open.type</c></summary>
    public static readonly AttributeKey SystemNetworkTcpOpenType = new("system.network.tcp.open.type");

    /// <summary><c>system.network.tcp.retransmit.cause</c></summary>
    public static readonly AttributeKey SystemNetworkTcpRetransmitCause = new("system.network.tcp.retransmit.cause");

    /// <summary><c>system.network.tcp.syncookie.outcome</c></summary>
    public static readonly AttributeKey SystemNetworkTcpSyncookieOutcome = new("system.network.tcp.syncookie.outcome");

    /// <summary><c>system.network.tcp.zero_window.event</c></summary>
    public static readonly AttributeKey SystemNetworkTcpZeroWindowEvent = new("system.network.tcp.zero_window.event");

    /// <summary><c>system.network.udp.error.type</c></summary>
    public static readonly AttributeKey SystemNetworkUdpErrorType = new("system.network.udp.error.type");

    /// <summary><c>system.network.unix.socket.state</c></summary>
    public static readonly AttributeKey SystemNetworkUnixSocketState = new("system.network.unix.socket.state");

    /// <summary><c>system.network.unix.socket.type</c></summary>
    public static readonly AttributeKey SystemNetworkUnixSocketType = new("system.network.unix.socket.type");

    /// <summary><c>system.network.wireless.outcome</c></summary>
    public static readonly AttributeKey SystemNetworkWirelessOutcome = new("system.network.wireless.outcome");

    /// <summary><c>system.network.xdp.action</c></summary>
    public static readonly AttributeKey SystemNetworkXdpAction = new("system.network.xdp.action");

    /// <summary><c>system.network.xfrm.error.type</c></summary>
    public static readonly AttributeKey SystemNetworkXfrmErrorType = new("system.network.xfrm.error.type");

    /// <summary><c>system.numa.node</c></summary>
    public static readonly AttributeKey SystemNumaNode = new("system.numa.node");

    /// <summary><c>system.paging.direction</c></summary>
    public static readonly AttributeKey SystemPagingDirection = new("system.paging.direction");

    /// <summary><c>system.paging.fault.type</c></summary>
    public static readonly AttributeKey SystemPagingFaultType = new("system.paging.fault.type");

    /// <summary><c>system.paging.reclaim.source</c></summary>
    public static readonly AttributeKey SystemPagingReclaimSource = new("system.paging.reclaim.source");

    /// <summary><c>system.paging.state</c></summary>
    public static readonly AttributeKey SystemPagingState = new("system.paging.state");

    /// <summary><c>system.paging.transparent_hugepages.event</c></summary>
    public static readonly AttributeKey SystemPagingTransparentHugepagesEvent = new("system.paging.transparent_hugepages.event");

    /// <summary><c>system.paging.workingset.event</c></summary>
    public static readonly AttributeKey SystemPagingWorkingsetEvent = new("system.paging.workingset.event");

    /// <summary><c>system.paging.workingset.type</c></summary>
    public static readonly AttributeKey SystemPagingWorkingsetType = new("system.paging.workingset.type");

    /// <summary><c>system.perf.cache.domain</c></summary>
    public static readonly AttributeKey SystemPerfCacheDomain = new("system.perf.cache.domain");

    /// <summary><c>system.perf.cache.level</c></summary>
    public static readonly AttributeKey SystemPerfCacheLevel = new("system.perf.cache.level");

    /// <summary><c>system.perf.cache.operation</c></summary>
    public static readonly AttributeKey SystemPerfCacheOperation = new("system.perf.cache.operation");

    /// <summary><c>system.perf.cache.result</c></summary>
    public static readonly AttributeKey SystemPerfCacheResult = new("system.perf.cache.result");

    /// <summary><c>system.perf.event</c></summary>
    public static readonly AttributeKey SystemPerfEvent = new("system.perf.event");

    /// <summary><c>system.perf.memory_bandwidth.scope</c></summary>
    public static readonly AttributeKey SystemPerfMemoryBandwidthScope = new("system.perf.memory_bandwidth.scope");

    /// <summary><c>system.perf.monitoring.group</c></summary>
    public static readonly AttributeKey SystemPerfMonitoringGroup = new("system.perf.monitoring.group");

    /// <summary><c>system.perf.stall.stage</c></summary>
    public static readonly AttributeKey SystemPerfStallStage = new("system.perf.stall.stage");

    /// <summary><c>system.process.exit.cause</c></summary>
    public static readonly AttributeKey SystemProcessExitCause = new("system.process.exit.cause");

    /// <summary><c>system.process.linux.state</c></summary>
    public static readonly AttributeKey SystemProcessLinuxState = new("system.process.linux.state");

    /// <summary><c>system.psi.resource</c></summary>
    public static readonly AttributeKey SystemPsiResource = new("system.psi.resource");

    /// <summary><c>system.psi.stall_type</c></summary>
    public static readonly AttributeKey SystemPsiStallType = new("system.psi.stall_type");

    /// <summary><c>system.psi.window</c></summary>
    public static readonly AttributeKey SystemPsiWindow = new("system.psi.window");

    /// <summary><c>system.selinux.scope</c></summary>
    public static readonly AttributeKey SystemSelinuxScope = new("system.selinux.scope");

    /// <summary><c>system.softirq.vector</c></summary>
    public static readonly AttributeKey SystemSoftirqVector = new("system.softirq.vector");

    /// <summary><c>system.syscall.name</c></summary>
    public static readonly AttributeKey SystemSyscallName = new("system.syscall.name");

    /// <summary><c>system.sysctl.index</c></summary>
    public static readonly AttributeKey SystemSysctlIndex = new("system.sysctl.index");

    /// <summary><c>system.sysctl.name</c></summary>
    public static readonly AttributeKey SystemSysctlName = new("system.sysctl.name");

    /// <summary><c>system.user.session.type</c></summary>
    public static readonly AttributeKey SystemUserSessionType = new("system.user.session.type");

    /// <summary><c>systemd.socket.outcome</c></summary>
    public static readonly AttributeKey SystemdSocketOutcome = new("systemd.socket.outcome");

    /// <summary><c>systemd.unit.name</c></summary>
    public static readonly AttributeKey SystemdUnitName = new("systemd.unit.name");

    /// <summary><c>systemd.unit.state</c></summary>
    public static readonly AttributeKey SystemdUnitState = new("systemd.unit.state");

    /// <summary><c>systemd.unit.type</c></summary>
    public static readonly AttributeKey SystemdUnitType = new("systemd.unit.type");

    /// <summary><c>xfs.directory.operation</c></summary>
    public static readonly AttributeKey XfsDirectoryOperation = new("xfs.directory.operation");

    /// <summary><c>xfs.extent.operation</c></summary>
    public static readonly AttributeKey XfsExtentOperation = new("xfs.extent.operation");

    /// <summary><c>xfs.inode.operation</c></summary>
    public static readonly AttributeKey XfsInodeOperation = new("xfs.inode.operation");

    /// <summary><c>zfs.arc.bound</c></summary>
    public static readonly AttributeKey ZfsArcBound = new("zfs.arc.bound");

    /// <summary><c>zfs.arc.component</c></summary>
    public static readonly AttributeKey ZfsArcComponent = new("zfs.arc.component");

    /// <summary><c>zfs.arc.demand</c></summary>
    public static readonly AttributeKey ZfsArcDemand = new("zfs.arc.demand");

    /// <summary><c>zfs.arc.eviction.reason</c></summary>
    public static readonly AttributeKey ZfsArcEvictionReason = new("zfs.arc.eviction.reason");

    /// <summary><c>zfs.arc.result</c></summary>
    public static readonly AttributeKey ZfsArcResult = new("zfs.arc.result");

    /// <summary><c>zfs.dataset.name</c></summary>
    public static readonly AttributeKey ZfsDatasetName = new("zfs.dataset.name");

    /// <summary><c>zfs.l2arc.error.type</c></summary>
    public static readonly AttributeKey ZfsL2arcErrorType = new("zfs.l2arc.error.type");

    /// <summary><c>zfs.l2arc.size.type</c></summary>
    public static readonly AttributeKey ZfsL2arcSizeType = new("zfs.l2arc.size.type");

    /// <summary><c>zfs.pool.error.type</c></summary>
    public static readonly AttributeKey ZfsPoolErrorType = new("zfs.pool.error.type");

    /// <summary><c>zfs.pool.name</c></summary>
    public static readonly AttributeKey ZfsPoolName = new("zfs.pool.name");

    /// <summary><c>zfs.pool.space</c></summary>
    public static readonly AttributeKey ZfsPoolSpace = new("zfs.pool.space");

    /// <summary><c>zfs.pool.state</c></summary>
    public static readonly AttributeKey ZfsPoolState = new("zfs.pool.state");

    /// <summary><c>zfs.pool.vdev</c></summary>
    public static readonly AttributeKey ZfsPoolVdev = new("zfs.pool.vdev");

    /// <summary><c>zfs.zil.target</c></summary>
    public static readonly AttributeKey ZfsZilTarget = new("zfs.zil.target");
}
