using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What the processors are: how many, how fast, how they rest and when they are throttled.</summary>
public static class CpuHardware
{
    /// <summary>Logical CPUs that are online.</summary>
    public static readonly Column LogicalCount = Instrument.UpDownCounter("system.cpu.logical.count", Unit.Of("cpu"), NumberType.Long,
        "Logical CPUs that are online.")
        .From("/sys/devices/system/cpu/online");

    /// <summary>Physical cores, however many hardware threads each has.</summary>
    public static readonly Column PhysicalCount = Instrument.UpDownCounter("system.cpu.physical.count", Unit.Of("cpu"), NumberType.Long,
        "Physical cores, however many hardware threads each has.")
        .From("/sys/devices/system/cpu/cpu*/topology/{physical_package_id,core_id} distinct pairs").On(Systems.Linux | Systems.MacOS | Systems.FreeBsd);

    /// <summary>Processor packages with at least one CPU online.</summary>
    public static readonly Column SocketCount = Instrument.UpDownCounter("system.cpu.socket.count", Unit.Of("socket"), NumberType.Long,
        "Processor packages with at least one CPU online.")
        .From("/sys/devices/system/cpu/cpu*/topology/physical_package_id distinct").On(Systems.Linux | Systems.MacOS);

    /// <summary>NUMA nodes that are online.</summary>
    public static readonly Column NumaNodeCount = Instrument.UpDownCounter("system.cpu.numa_node.count", Unit.Of("node"), NumberType.Long,
        "NUMA nodes that are online.")
        .From("/sys/devices/system/node/online").On(Systems.Linux | Systems.FreeBsd);

    /// <summary>Logical CPUs that exist and are switched off.</summary>
    public static readonly Column OfflineCount = Instrument.UpDownCounter("system.cpu.offline.count", Unit.Of("cpu"), NumberType.Long,
        "Logical CPUs that exist and are switched off.")
        .From("/sys/devices/system/cpu/offline").On(Systems.Linux);

    /// <summary>Logical CPUs kept out of the scheduler's balancing at boot.</summary>
    public static readonly Column IsolatedCount = Instrument.UpDownCounter("system.cpu.isolated.count", Unit.Of("cpu"), NumberType.Long,
        "Logical CPUs kept out of the scheduler's balancing at boot.")
        .From("/sys/devices/system/cpu/isolated").On(Systems.Linux).Optional();

    /// <summary>1 where clocks above the base frequency are allowed, 0 where they are not.</summary>
    public static readonly Column TurboEnabled = Instrument.UpDownCounter("system.cpu.turbo.enabled", Unit.One, NumberType.Long,
        "1 where clocks above the base frequency are allowed, 0 where they are not.")
        .From("/sys/devices/system/cpu/intel_pstate/no_turbo (inverted) else /sys/devices/system/cpu/cpufreq/boost").On(Systems.Linux);

    /// <summary>Clock of each logical CPU at the moment.</summary>
    public static readonly Column CurrentFrequency = Instrument.Gauge("system.cpu.frequency", Unit.Hertz, NumberType.Long,
        "Clock of each logical CPU at the moment.")
        .From("/sys/devices/system/cpu/cpu*/cpufreq/scaling_cur_freq (kHz) else /proc/cpuinfo cpu MHz").On(Systems.Linux | Systems.Bsd);

    /// <summary>Bounds that frequency scaling keeps to on each logical CPU.</summary>
    public static readonly Instrument ScalingLimit = Instrument.Gauge("system.cpu.scaling.limit", Unit.Hertz, NumberType.Long,
        "Bounds that frequency scaling keeps to on each logical CPU.")
        .From("/sys/devices/system/cpu/cpu*/cpufreq/scaling_{min,max}_freq (kHz)").On(Systems.Linux).Optional();

    /// <summary><see cref="ScalingLimit"/> of <c>min</c>.</summary>
    public static readonly Column MinScalingLimit = ScalingLimit.At((Attributes.SystemCpuScalingBound, "min"));

    /// <summary><see cref="ScalingLimit"/> of <c>max</c>.</summary>
    public static readonly Column MaxScalingLimit = ScalingLimit.At((Attributes.SystemCpuScalingBound, "max"));

    /// <summary>Logical CPUs run by each frequency governor.</summary>
    public static readonly Column GovernorCpus = Instrument.UpDownCounter("system.cpu.scaling.governor.cpu.count", Unit.Of("cpu"), NumberType.Long,
        "Logical CPUs run by each frequency governor.")
        .From("/sys/devices/system/cpu/cpu*/cpufreq/scaling_governor").On(Systems.Linux);

    /// <summary>Highest clock a processor may reach, by what limits it.</summary>
    public static readonly Column SpeedLimit = Instrument.Gauge("hw.cpu.speed.limit", Unit.Hertz, NumberType.Long,
        "Highest clock a processor may reach, by what limits it.")
        .From("/sys/devices/system/cpu/cpu*/cpufreq/{cpuinfo_max_freq,base_frequency,bios_limit} (kHz)").On(Systems.Linux | Systems.MacOS);

    /// <summary>Time each logical CPU rested in each idle state.</summary>
    public static readonly Column IdleTime = Instrument.Counter("system.cpu.idle_state.time", Unit.Seconds, NumberType.Double,
        "Time each logical CPU rested in each idle state.")
        .From("/sys/devices/system/cpu/cpu*/cpuidle/state*/{name,time} (us)").On(Systems.Linux);

    /// <summary>Times each logical CPU entered each idle state.</summary>
    public static readonly Column IdleEntries = Instrument.Counter("system.cpu.idle_state.entries", Unit.Of("entry"), NumberType.Long,
        "Times each logical CPU entered each idle state.")
        .From("/sys/devices/system/cpu/cpu*/cpuidle/state*/usage").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Times the clock was lowered for heat, in a core or in its package.</summary>
    public static readonly Instrument Throttles = Instrument.Counter("system.cpu.throttles", Unit.Of("throttle"), NumberType.Long,
        "Times the clock was lowered for heat, in a core or in its package.")
        .From("/sys/devices/system/cpu/cpu*/thermal_throttle/{core,package}_throttle_count").On(Systems.Linux);

    /// <summary><see cref="Throttles"/> of <c>core</c>.</summary>
    public static readonly Column CoreThrottles = Throttles.At((Attributes.SystemCpuThrottleScope, "core"));

    /// <summary><see cref="Throttles"/> of <c>package</c>.</summary>
    public static readonly Column PackageThrottles = Throttles.At((Attributes.SystemCpuThrottleScope, "package"));

    /// <summary>Time the clock was held down for heat, in a core or in its package.</summary>
    public static readonly Instrument ThrottleTime = Instrument.Counter("system.cpu.throttle.time", Unit.Seconds, NumberType.Double,
        "Time the clock was held down for heat, in a core or in its package.")
        .From("/sys/devices/system/cpu/cpu*/thermal_throttle/{core,package}_throttle_total_time_ms").On(Systems.Linux);

    /// <summary><see cref="ThrottleTime"/> of <c>core</c>.</summary>
    public static readonly Column CoreThrottleTime = ThrottleTime.At((Attributes.SystemCpuThrottleScope, "core"));

    /// <summary><see cref="ThrottleTime"/> of <c>package</c>.</summary>
    public static readonly Column PackageThrottleTime = ThrottleTime.At((Attributes.SystemCpuThrottleScope, "package"));

    /// <summary>1 in the state that the kernel reports for a known processor flaw, 0 in the others.</summary>
    public static readonly Instrument VulnerabilityStatus = Instrument.UpDownCounter("system.cpu.vulnerability.status", Unit.One, NumberType.Long,
        "1 in the state that the kernel reports for a known processor flaw, 0 in the others.")
        .From("/sys/devices/system/cpu/vulnerabilities/*").On(Systems.Linux).Optional();

    /// <summary><see cref="VulnerabilityStatus"/> of <c>not_affected</c>.</summary>
    public static readonly Column NotAffectedVulnerabilityStatus = VulnerabilityStatus.At((Attributes.SystemCpuVulnerabilityState, "not_affected"));

    /// <summary><see cref="VulnerabilityStatus"/> of <c>vulnerable</c>.</summary>
    public static readonly Column VulnerableVulnerabilityStatus = VulnerabilityStatus.At((Attributes.SystemCpuVulnerabilityState, "vulnerable"));

    /// <summary><see cref="VulnerabilityStatus"/> of <c>mitigated</c>.</summary>
    public static readonly Column MitigatedVulnerabilityStatus = VulnerabilityStatus.At((Attributes.SystemCpuVulnerabilityState, "mitigated"));

    /// <summary><see cref="VulnerabilityStatus"/> of <c>unknown</c>.</summary>
    public static readonly Column UnknownVulnerabilityStatus = VulnerabilityStatus.At((Attributes.SystemCpuVulnerabilityState, "unknown"));

    /// <summary>Table <c>cpu.topology</c>: one row.</summary>
    public static readonly Schema Topology = new("cpu.topology", resourceKeys: [], keys: [], details: [],
        columns: [LogicalCount, PhysicalCount, SocketCount, NumaNodeCount, OfflineCount, IsolatedCount, TurboEnabled], Scope.Host);

    /// <summary>Table <c>cpu.frequency</c>: a row for each <c>cpu.logical_number</c>.</summary>
    public static readonly Schema Frequency = new("cpu.frequency", resourceKeys: [], keys: [Attributes.CpuLogicalNumber], details: [],
        columns: [CurrentFrequency], Scope.Host);

    /// <summary>Table <c>cpu.scaling</c>: a row for each <c>cpu.logical_number</c>.</summary>
    public static readonly Schema Scaling = new("cpu.scaling", resourceKeys: [], keys: [Attributes.CpuLogicalNumber], details: [],
        columns: [MinScalingLimit, MaxScalingLimit], Scope.Host);

    /// <summary>Table <c>cpu.governors</c>: a row for each <c>system.cpu.scaling.governor</c>.</summary>
    public static readonly Schema Governors = new("cpu.governors", resourceKeys: [], keys: [Attributes.SystemCpuScalingGovernor], details: [],
        columns: [GovernorCpus], Scope.Host);

    /// <summary>Table <c>cpu.speed</c>: a row for each <c>hw.id</c> and <c>hw.name</c> and <c>hw.parent</c> and <c>hw.model</c> and <c>hw.vendor</c> and <c>hw.limit_type</c>.</summary>
    public static readonly Schema SpeedLimits = new("cpu.speed", resourceKeys: [], keys: [Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwModel, Attributes.HwVendor, Attributes.HwLimitType.OneOf("max", "turbo", "throttled")], details: [],
        columns: [SpeedLimit], Scope.Host);

    /// <summary>Table <c>cpu.idle</c>: a row for each <c>system.cpu.idle_state.name</c> and <c>cpu.logical_number</c>.</summary>
    public static readonly Schema IdleStates = new("cpu.idle", resourceKeys: [], keys: [Attributes.SystemCpuIdleStateName, Attributes.CpuLogicalNumber], details: [],
        columns: [IdleTime, IdleEntries], Scope.Host);

    /// <summary>Table <c>cpu.throttling</c>: one row.</summary>
    public static readonly Schema Throttling = new("cpu.throttling", resourceKeys: [], keys: [], details: [],
        columns: [CoreThrottles, PackageThrottles, CoreThrottleTime, PackageThrottleTime], Scope.Host);

    /// <summary>Table <c>cpu.vulnerabilities</c>: a row for each <c>system.cpu.vulnerability.name</c>.</summary>
    public static readonly Schema Vulnerabilities = new("cpu.vulnerabilities", resourceKeys: [], keys: [Attributes.SystemCpuVulnerabilityName], details: [],
        columns: [NotAffectedVulnerabilityStatus, VulnerableVulnerabilityStatus, MitigatedVulnerabilityStatus,
            UnknownVulnerabilityStatus], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Topology, Frequency, Scaling, Governors, SpeedLimits, IdleStates, Throttling, Vulnerabilities];
}
