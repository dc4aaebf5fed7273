using Probe.Metrics;

namespace Probe.Catalog;

public static partial class Attributes
{
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
}
