using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>The names of all attributes in the catalog, in order; those of <c>hw.</c> and <c>system.</c> stand in files of their own.</summary>
/// <remarks>Values, where they are an enumeration, stand with the columns and tables that use them.</remarks>
public static partial class Attributes
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
