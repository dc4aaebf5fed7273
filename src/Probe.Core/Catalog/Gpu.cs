using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What each GPU does and holds.</summary>
/// <remarks>One table whatever the maker: a GPU is in it once, by the library or driver that knows it best, and what that does not tell is absent.</remarks>
public static class Gpu
{
    private static readonly ImmutableArray<AttributeKey> s_gpu =
    [
        Attributes.HwId, Attributes.HwName, Attributes.HwParent, Attributes.HwDriverVersion, Attributes.HwFirmwareVersion,
        Attributes.HwModel, Attributes.HwSerialNumber, Attributes.HwVendor,
    ];

    internal static readonly ImmutableArray<AttributeKey> Card = [Attributes.HwId, Attributes.HwName, Attributes.HwVendor];

    /// <summary>Share of the time a GPU was at work, in all and in its video encoder and decoder.</summary>
    public static readonly Instrument Utilization = Instrument.Gauge("hw.gpu.utilization", Unit.One, NumberType.Double,
        "Share of the time a GPU was at work, in all and in its video encoder and decoder.")
        .From("nvmlDeviceGetUtilizationRates, GetEncoderUtilization, GetDecoderUtilization; amdgpu /sys/class/drm/card*/device/gpu_busy_percent; xe,i915 via hw.gpu.engine.time")
        .On(Systems.Linux | Systems.MacOS);

    /// <summary><see cref="Utilization"/> of <c>general</c>.</summary>
    public static readonly Column GeneralUtilization = Utilization.At((Attributes.HwGpuTask, "general"));

    /// <summary><see cref="Utilization"/> of <c>encoder</c>.</summary>
    public static readonly Column EncoderUtilization = Utilization.At((Attributes.HwGpuTask, "encoder"));

    /// <summary><see cref="Utilization"/> of <c>decoder</c>.</summary>
    public static readonly Column DecoderUtilization = Utilization.At((Attributes.HwGpuTask, "decoder"));

    /// <summary>Memory of a GPU.</summary>
    public static readonly Column MemoryLimit = Instrument.UpDownCounter("hw.gpu.memory.limit", Unit.Bytes, NumberType.Long,
        "Memory of a GPU.")
        .From("nvmlDeviceGetMemoryInfo_v2 total; amdgpu mem_info_vram_total").On(Systems.Linux);

    /// <summary>Memory of a GPU that is taken.</summary>
    public static readonly Column MemoryUsage = Instrument.UpDownCounter("hw.gpu.memory.usage", Unit.Bytes, NumberType.Long,
        "Memory of a GPU that is taken.")
        .From("nvmlDeviceGetMemoryInfo_v2 used; amdgpu mem_info_vram_used").On(Systems.Linux | Systems.MacOS);

    /// <summary>Bytes a GPU received from and sent to the host.</summary>
    public static readonly Instrument Io = Instrument.Counter("hw.gpu.io", Unit.Bytes, NumberType.Long,
        "Bytes a GPU received from and sent to the host.")
        .From("nvmlDeviceGetPcieThroughput (KB/s over 20 ms, integrated) or nvmlDeviceGetFieldValues PCIE_COUNT_RX/TX_BYTES; amdgpu pcie_bw (x max payload)")
        .On(Systems.Linux).Optional();

    /// <summary><see cref="Io"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveIo = Io.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Io"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitIo = Io.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Share of a GPU's memory that is taken.</summary>
    public static readonly Column MemoryUtilizationRatio = Instrument.Gauge("hw.gpu.memory.utilization", Unit.One, NumberType.Double,
        "Share of a GPU's memory that is taken.")
        .From("memory.usage/memory.limit").On(Systems.Linux);

    /// <summary>Frequency a part of a GPU runs at.</summary>
    public static readonly Instrument ClockFrequency = Instrument.Gauge("hw.gpu.clock.frequency", Unit.Hertz, NumberType.Long,
        "Frequency a part of a GPU runs at.")
        .From("nvmlDeviceGetClockInfo (MHz); amdgpu hwmon freq*_input (Hz); i915 gt/gt*/rps_act_freq_mhz, gt_cur_freq_mhz; xe tile*/gt*/freq0/act_freq").On(Systems.Linux);

    /// <summary><see cref="ClockFrequency"/> of <c>graphics</c>.</summary>
    public static readonly Column GraphicsClockFrequency = ClockFrequency.At((Attributes.HwGpuClockDomain, "graphics"));

    /// <summary><see cref="ClockFrequency"/> of <c>sm</c>.</summary>
    public static readonly Column SmClockFrequency = ClockFrequency.At((Attributes.HwGpuClockDomain, "sm"));

    /// <summary><see cref="ClockFrequency"/> of <c>memory</c>.</summary>
    public static readonly Column MemoryClockFrequency = ClockFrequency.At((Attributes.HwGpuClockDomain, "memory"));

    /// <summary><see cref="ClockFrequency"/> of <c>video</c>.</summary>
    public static readonly Column VideoClockFrequency = ClockFrequency.At((Attributes.HwGpuClockDomain, "video"));

    /// <summary><see cref="ClockFrequency"/> of <c>soc</c>.</summary>
    public static readonly Column SocClockFrequency = ClockFrequency.At((Attributes.HwGpuClockDomain, "soc"));

    /// <summary><see cref="ClockFrequency"/> of <c>media</c>.</summary>
    public static readonly Column MediaClockFrequency = ClockFrequency.At((Attributes.HwGpuClockDomain, "media"));

    /// <summary>Highest frequency a part of a GPU may run at.</summary>
    public static readonly Instrument ClockLimit = Instrument.Gauge("hw.gpu.clock.limit", Unit.Hertz, NumberType.Long,
        "Highest frequency a part of a GPU may run at.")
        .From("nvmlDeviceGetMaxClockInfo; amdgpu pp_dpm_sclk,pp_dpm_mclk top level; i915 gt_RP0_freq_mhz").On(Systems.Linux);

    /// <summary><see cref="ClockLimit"/> of <c>graphics</c>.</summary>
    public static readonly Column GraphicsClockLimit = ClockLimit.At((Attributes.HwGpuClockDomain, "graphics"));

    /// <summary><see cref="ClockLimit"/> of <c>sm</c>.</summary>
    public static readonly Column SmClockLimit = ClockLimit.At((Attributes.HwGpuClockDomain, "sm"));

    /// <summary><see cref="ClockLimit"/> of <c>memory</c>.</summary>
    public static readonly Column MemoryClockLimit = ClockLimit.At((Attributes.HwGpuClockDomain, "memory"));

    /// <summary><see cref="ClockLimit"/> of <c>video</c>.</summary>
    public static readonly Column VideoClockLimit = ClockLimit.At((Attributes.HwGpuClockDomain, "video"));

    /// <summary><see cref="ClockLimit"/> of <c>soc</c>.</summary>
    public static readonly Column SocClockLimit = ClockLimit.At((Attributes.HwGpuClockDomain, "soc"));

    /// <summary><see cref="ClockLimit"/> of <c>media</c>.</summary>
    public static readonly Column MediaClockLimit = ClockLimit.At((Attributes.HwGpuClockDomain, "media"));

    /// <summary>Performance state a GPU is in, 0 being the fastest.</summary>
    public static readonly Column PerformanceState = Instrument.Gauge("hw.gpu.performance.state", Unit.One, NumberType.Long,
        "Performance state a GPU is in, 0 being the fastest.")
        .From("nvmlDeviceGetPerformanceState (0 fastest)").On(Systems.Linux).Optional();

    /// <summary>Share of the time a GPU's memory was being read or written.</summary>
    public static readonly Column BandwidthUtilization = Instrument.Gauge("hw.gpu.memory.bandwidth.utilization", Unit.One, NumberType.Double,
        "Share of the time a GPU's memory was being read or written.")
        .From("nvmlDeviceGetUtilizationRates memory; amdgpu mem_busy_percent").On(Systems.Linux);

    /// <summary>Memory of a GPU that its driver and firmware keep for themselves.</summary>
    public static readonly Column ReservedMemory = Instrument.UpDownCounter("hw.gpu.memory.reserved", Unit.Bytes, NumberType.Long,
        "Memory of a GPU that its driver and firmware keep for themselves.")
        .From("nvmlDeviceGetMemoryInfo_v2 reserved").On(Systems.Linux).Optional();

    /// <summary>Memory of the host that a GPU uses as its own.</summary>
    public static readonly Column HostMemoryUsage = Instrument.UpDownCounter("hw.gpu.memory.host.usage", Unit.Bytes, NumberType.Long,
        "Memory of the host that a GPU uses as its own.")
        .From("amdgpu mem_info_gtt_used").On(Systems.Linux).Optional();

    /// <summary>Memory of the host that a GPU may use as its own.</summary>
    public static readonly Column HostMemoryLimit = Instrument.UpDownCounter("hw.gpu.memory.host.limit", Unit.Bytes, NumberType.Long,
        "Memory of the host that a GPU may use as its own.")
        .From("amdgpu mem_info_gtt_total").On(Systems.Linux).Optional();

    /// <summary>Memory of a GPU taken in the window that the host can address.</summary>
    public static readonly Column VisibleMemoryUsage = Instrument.UpDownCounter("hw.gpu.memory.visible.usage", Unit.Bytes, NumberType.Long,
        "Memory of a GPU taken in the window that the host can address.")
        .From("amdgpu mem_info_vis_vram_used; nvmlDeviceGetBAR1MemoryInfo bar1Used").On(Systems.Linux).Optional();

    /// <summary>Memory of a GPU in the window that the host can address.</summary>
    public static readonly Column VisibleMemoryLimit = Instrument.UpDownCounter("hw.gpu.memory.visible.limit", Unit.Bytes, NumberType.Long,
        "Memory of a GPU in the window that the host can address.")
        .From("amdgpu mem_info_vis_vram_total; nvmlDeviceGetBAR1MemoryInfo bar1Total").On(Systems.Linux).Optional();

    /// <summary>Processes that use a GPU, to compute and to draw.</summary>
    public static readonly Instrument ProcessCount = Instrument.UpDownCounter("hw.gpu.process.count", Unit.Of("process"), NumberType.Long,
        "Processes that use a GPU, to compute and to draw.")
        .From("nvmlDeviceGetComputeRunningProcesses_v3, GetGraphicsRunningProcesses_v3; distinct drm-client-id in fdinfo").On(Systems.Linux);

    /// <summary><see cref="ProcessCount"/> of <c>compute</c>.</summary>
    public static readonly Column ComputeProcessCount = ProcessCount.At((Attributes.HwGpuProcessType, "compute"));

    /// <summary><see cref="ProcessCount"/> of <c>graphics</c>.</summary>
    public static readonly Column GraphicsProcessCount = ProcessCount.At((Attributes.HwGpuProcessType, "graphics"));

    /// <summary>Video encodings a GPU has at work.</summary>
    public static readonly Column EncoderSessions = Instrument.UpDownCounter("hw.gpu.encoder.session.count", Unit.Of("session"), NumberType.Long,
        "Video encodings a GPU has at work.")
        .From("nvmlDeviceGetEncoderStats").On(Systems.Linux).Optional();

    /// <summary>Partitions a GPU is divided into.</summary>
    public static readonly Column PartitionCount = Instrument.UpDownCounter("hw.gpu.partition.count", Unit.Of("partition"), NumberType.Long,
        "Partitions a GPU is divided into.")
        .From("nvmlDeviceGetMaxMigDeviceCount, GetMigDeviceHandleByIndex (MIG slices get their own hw.id, hw.parent = the GPU)").On(Systems.Linux).Optional();

    /// <summary>Time an engine of a GPU was busy.</summary>
    public static readonly Instrument EngineTime = Instrument.Counter("hw.gpu.engine.time", Unit.Seconds, NumberType.Double,
        "Time an engine of a GPU was busy.")
        .From("i915/xe PMU *-busy (ns) via perf_event_open; else sum of fdinfo drm-engine-* (ns)").On(Systems.Linux);

    /// <summary><see cref="EngineTime"/> of <c>render</c>.</summary>
    public static readonly Column RenderEngineTime = EngineTime.At((Attributes.HwGpuEngineClass, "render"));

    /// <summary><see cref="EngineTime"/> of <c>copy</c>.</summary>
    public static readonly Column CopyEngineTime = EngineTime.At((Attributes.HwGpuEngineClass, "copy"));

    /// <summary><see cref="EngineTime"/> of <c>video</c>.</summary>
    public static readonly Column VideoEngineTime = EngineTime.At((Attributes.HwGpuEngineClass, "video"));

    /// <summary><see cref="EngineTime"/> of <c>video_enhance</c>.</summary>
    public static readonly Column VideoEnhanceEngineTime = EngineTime.At((Attributes.HwGpuEngineClass, "video_enhance"));

    /// <summary><see cref="EngineTime"/> of <c>compute</c>.</summary>
    public static readonly Column ComputeEngineTime = EngineTime.At((Attributes.HwGpuEngineClass, "compute"));

    /// <summary><see cref="EngineTime"/> of <c>gfx</c>.</summary>
    public static readonly Column GfxEngineTime = EngineTime.At((Attributes.HwGpuEngineClass, "gfx"));

    /// <summary><see cref="EngineTime"/> of <c>enc</c>.</summary>
    public static readonly Column EncEngineTime = EngineTime.At((Attributes.HwGpuEngineClass, "enc"));

    /// <summary><see cref="EngineTime"/> of <c>dec</c>.</summary>
    public static readonly Column DecEngineTime = EngineTime.At((Attributes.HwGpuEngineClass, "dec"));

    /// <summary>Time a GPU spent in each of its idle states.</summary>
    public static readonly Instrument IdleStateTime = Instrument.Counter("hw.gpu.idle_state.time", Unit.Seconds, NumberType.Double,
        "Time a GPU spent in each of its idle states.")
        .From("i915 gt/gt*/rc6_residency_ms, power/rc6_residency_ms; xe tile*/gt*/gtidle/idle_residency_ms").On(Systems.Linux);

    /// <summary><see cref="IdleStateTime"/> of <c>rc6</c>.</summary>
    public static readonly Column Rc6IdleStateTime = IdleStateTime.At((Attributes.HwGpuIdleStateName, "rc6"));

    /// <summary><see cref="IdleStateTime"/> of <c>gt_c6</c>.</summary>
    public static readonly Column GtC6IdleStateTime = IdleStateTime.At((Attributes.HwGpuIdleStateName, "gt_c6"));

    /// <summary><see cref="IdleStateTime"/> of <c>mc6</c>.</summary>
    public static readonly Column Mc6IdleStateTime = IdleStateTime.At((Attributes.HwGpuIdleStateName, "mc6"));

    /// <summary>Memory of a GPU that a process holds.</summary>
    public static readonly Column ProcessMemory = Instrument.UpDownCounter("process.gpu.memory.usage", Unit.Bytes, NumberType.Long,
        "Memory of a GPU that a process holds.")
        .From("nvmlDeviceGetComputeRunningProcesses_v3 usedGpuMemory; /proc/[pid]/fdinfo drm-memory-*, drm-resident-*").On(Systems.Linux).Optional();

    /// <summary>Time an engine of a GPU worked for a process.</summary>
    public static readonly Instrument ProcessEngineTime = Instrument.Counter("process.gpu.engine.time", Unit.Seconds, NumberType.Double,
        "Time an engine of a GPU worked for a process.")
        .From("/proc/[pid]/fdinfo drm-engine-* (ns, once per drm-client-id)").On(Systems.Linux).Optional();

    /// <summary><see cref="ProcessEngineTime"/> of <c>render</c>.</summary>
    public static readonly Column RenderProcessEngineTime = ProcessEngineTime.At((Attributes.HwGpuEngineClass, "render"));

    /// <summary><see cref="ProcessEngineTime"/> of <c>copy</c>.</summary>
    public static readonly Column CopyProcessEngineTime = ProcessEngineTime.At((Attributes.HwGpuEngineClass, "copy"));

    /// <summary><see cref="ProcessEngineTime"/> of <c>video</c>.</summary>
    public static readonly Column VideoProcessEngineTime = ProcessEngineTime.At((Attributes.HwGpuEngineClass, "video"));

    /// <summary><see cref="ProcessEngineTime"/> of <c>video_enhance</c>.</summary>
    public static readonly Column VideoEnhanceProcessEngineTime = ProcessEngineTime.At((Attributes.HwGpuEngineClass, "video_enhance"));

    /// <summary><see cref="ProcessEngineTime"/> of <c>compute</c>.</summary>
    public static readonly Column ComputeProcessEngineTime = ProcessEngineTime.At((Attributes.HwGpuEngineClass, "compute"));

    /// <summary><see cref="ProcessEngineTime"/> of <c>gfx</c>.</summary>
    public static readonly Column GfxProcessEngineTime = ProcessEngineTime.At((Attributes.HwGpuEngineClass, "gfx"));

    /// <summary><see cref="ProcessEngineTime"/> of <c>enc</c>.</summary>
    public static readonly Column EncProcessEngineTime = ProcessEngineTime.At((Attributes.HwGpuEngineClass, "enc"));

    /// <summary><see cref="ProcessEngineTime"/> of <c>dec</c>.</summary>
    public static readonly Column DecProcessEngineTime = ProcessEngineTime.At((Attributes.HwGpuEngineClass, "dec"));

    /// <summary>Share of the time a GPU worked for a process, in all and in its video encoder and decoder.</summary>
    public static readonly Instrument ProcessUtilization = Instrument.Gauge("process.gpu.utilization", Unit.One, NumberType.Double,
        "Share of the time a GPU worked for a process, in all and in its video encoder and decoder.")
        .From("nvmlDeviceGetProcessUtilization").On(Systems.Linux).Optional();

    /// <summary><see cref="ProcessUtilization"/> of <c>general</c>.</summary>
    public static readonly Column GeneralProcessUtilization = ProcessUtilization.At((Attributes.HwGpuTask, "general"));

    /// <summary><see cref="ProcessUtilization"/> of <c>encoder</c>.</summary>
    public static readonly Column EncoderProcessUtilization = ProcessUtilization.At((Attributes.HwGpuTask, "encoder"));

    /// <summary><see cref="ProcessUtilization"/> of <c>decoder</c>.</summary>
    public static readonly Column DecoderProcessUtilization = ProcessUtilization.At((Attributes.HwGpuTask, "decoder"));

    /// <summary>Table <c>gpu</c>: a row for each GPU.</summary>
    public static readonly Schema Devices = new("gpu", resourceKeys: [], keys: s_gpu, details: [],
        columns: [GeneralUtilization, EncoderUtilization, DecoderUtilization, MemoryLimit, MemoryUsage, ReceiveIo, TransmitIo],
            Scope.Host);

    /// <summary>Table <c>gpu.memory.utilization</c>: a row for each GPU.</summary>
    public static readonly Schema MemoryUtilization = new("gpu.memory.utilization", resourceKeys: [], keys: s_gpu, details: [],
        columns: [MemoryUtilizationRatio], Scope.Host);

    /// <summary>Table <c>gpu.state</c>: a row for each GPU.</summary>
    public static readonly Schema States = new("gpu.state", resourceKeys: [], keys: Card, details: [],
        columns: [GraphicsClockFrequency, SmClockFrequency, MemoryClockFrequency, VideoClockFrequency, SocClockFrequency,
            MediaClockFrequency, GraphicsClockLimit, SmClockLimit, MemoryClockLimit, VideoClockLimit, SocClockLimit,
            MediaClockLimit, PerformanceState, BandwidthUtilization, ReservedMemory, HostMemoryUsage, HostMemoryLimit,
            VisibleMemoryUsage, VisibleMemoryLimit, ComputeProcessCount, GraphicsProcessCount, EncoderSessions, PartitionCount],
            Scope.Host);

    /// <summary>Table <c>gpu.engine</c>: a row for each GPU.</summary>
    public static readonly Schema Engines = new("gpu.engine", resourceKeys: [], keys: Card, details: [],
        columns: [RenderEngineTime, CopyEngineTime, VideoEngineTime, VideoEnhanceEngineTime, ComputeEngineTime, GfxEngineTime,
            EncEngineTime, DecEngineTime, Rc6IdleStateTime, GtC6IdleStateTime, Mc6IdleStateTime], Scope.Host);

    /// <summary>Table <c>process.gpu</c>: a row for each process and <c>hw.id</c>.</summary>
    public static readonly Schema Processes = new("process.gpu", resourceKeys: ResourceKeys.Process, keys: [Attributes.HwId], details: [],
        columns: [ProcessMemory, RenderProcessEngineTime, CopyProcessEngineTime, VideoProcessEngineTime,
            VideoEnhanceProcessEngineTime, ComputeProcessEngineTime, GfxProcessEngineTime, EncProcessEngineTime,
            DecProcessEngineTime, GeneralProcessUtilization, EncoderProcessUtilization, DecoderProcessUtilization],
            Scope.Process);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Devices, MemoryUtilization, States, Engines, Processes];
}
