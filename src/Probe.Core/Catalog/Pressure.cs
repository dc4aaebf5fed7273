using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>Time lost to waiting for CPU, memory, I/O and interrupts.</summary>
public static class Pressure
{
    /// <summary>Time in which some, or all, runnable tasks waited for a resource.</summary>
    public static readonly Instrument StallTime = Instrument.Counter("system.psi.stall.time", Unit.Seconds, NumberType.Double,
        "Time in which some, or all, runnable tasks waited for a resource.")
        .From("/proc/pressure/{cpu,memory,io,irq} total (us)").On(Systems.Linux);

    /// <summary><see cref="StallTime"/> of <c>cpu</c>, <c>some</c>.</summary>
    public static readonly Column CpuSomeStallTime = StallTime.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="StallTime"/> of <c>cpu</c>, <c>full</c>.</summary>
    public static readonly Column CpuFullStallTime = StallTime.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "full"));

    /// <summary><see cref="StallTime"/> of <c>memory</c>, <c>some</c>.</summary>
    public static readonly Column MemorySomeStallTime = StallTime.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="StallTime"/> of <c>memory</c>, <c>full</c>.</summary>
    public static readonly Column MemoryFullStallTime = StallTime.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "full"));

    /// <summary><see cref="StallTime"/> of <c>io</c>, <c>some</c>.</summary>
    public static readonly Column IoSomeStallTime = StallTime.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="StallTime"/> of <c>io</c>, <c>full</c>.</summary>
    public static readonly Column IoFullStallTime = StallTime.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "full"));

    /// <summary><see cref="StallTime"/> of <c>irq</c>, <c>some</c>.</summary>
    public static readonly Column IrqSomeStallTime = StallTime.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="StallTime"/> of <c>irq</c>, <c>full</c>.</summary>
    public static readonly Column IrqFullStallTime = StallTime.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "full"));

    /// <summary>Share of a recent window in which some, or all, runnable tasks waited for a resource.</summary>
    public static readonly Instrument StallUtilization = Instrument.Gauge("system.psi.stall.utilization", Unit.One, NumberType.Double,
        "Share of a recent window in which some, or all, runnable tasks waited for a resource.")
        .From("/proc/pressure/* avg10,avg60,avg300 (percent/100)").On(Systems.Linux);

    /// <summary><see cref="StallUtilization"/> of <c>cpu</c>, <c>some</c>, <c>10s</c>.</summary>
    public static readonly Column CpuSome10sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="StallUtilization"/> of <c>cpu</c>, <c>some</c>, <c>60s</c>.</summary>
    public static readonly Column CpuSome60sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="StallUtilization"/> of <c>cpu</c>, <c>some</c>, <c>300s</c>.</summary>
    public static readonly Column CpuSome300sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="StallUtilization"/> of <c>cpu</c>, <c>full</c>, <c>10s</c>.</summary>
    public static readonly Column CpuFull10sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="StallUtilization"/> of <c>cpu</c>, <c>full</c>, <c>60s</c>.</summary>
    public static readonly Column CpuFull60sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="StallUtilization"/> of <c>cpu</c>, <c>full</c>, <c>300s</c>.</summary>
    public static readonly Column CpuFull300sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="StallUtilization"/> of <c>memory</c>, <c>some</c>, <c>10s</c>.</summary>
    public static readonly Column MemorySome10sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="StallUtilization"/> of <c>memory</c>, <c>some</c>, <c>60s</c>.</summary>
    public static readonly Column MemorySome60sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="StallUtilization"/> of <c>memory</c>, <c>some</c>, <c>300s</c>.</summary>
    public static readonly Column MemorySome300sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="StallUtilization"/> of <c>memory</c>, <c>full</c>, <c>10s</c>.</summary>
    public static readonly Column MemoryFull10sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="StallUtilization"/> of <c>memory</c>, <c>full</c>, <c>60s</c>.</summary>
    public static readonly Column MemoryFull60sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="StallUtilization"/> of <c>memory</c>, <c>full</c>, <c>300s</c>.</summary>
    public static readonly Column MemoryFull300sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="StallUtilization"/> of <c>io</c>, <c>some</c>, <c>10s</c>.</summary>
    public static readonly Column IoSome10sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="StallUtilization"/> of <c>io</c>, <c>some</c>, <c>60s</c>.</summary>
    public static readonly Column IoSome60sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="StallUtilization"/> of <c>io</c>, <c>some</c>, <c>300s</c>.</summary>
    public static readonly Column IoSome300sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="StallUtilization"/> of <c>io</c>, <c>full</c>, <c>10s</c>.</summary>
    public static readonly Column IoFull10sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="StallUtilization"/> of <c>io</c>, <c>full</c>, <c>60s</c>.</summary>
    public static readonly Column IoFull60sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="StallUtilization"/> of <c>io</c>, <c>full</c>, <c>300s</c>.</summary>
    public static readonly Column IoFull300sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="StallUtilization"/> of <c>irq</c>, <c>some</c>, <c>10s</c>.</summary>
    public static readonly Column IrqSome10sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="StallUtilization"/> of <c>irq</c>, <c>some</c>, <c>60s</c>.</summary>
    public static readonly Column IrqSome60sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="StallUtilization"/> of <c>irq</c>, <c>some</c>, <c>300s</c>.</summary>
    public static readonly Column IrqSome300sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="StallUtilization"/> of <c>irq</c>, <c>full</c>, <c>10s</c>.</summary>
    public static readonly Column IrqFull10sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="StallUtilization"/> of <c>irq</c>, <c>full</c>, <c>60s</c>.</summary>
    public static readonly Column IrqFull60sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="StallUtilization"/> of <c>irq</c>, <c>full</c>, <c>300s</c>.</summary>
    public static readonly Column IrqFull300sStallUtilization = StallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary>Time in which some, or all, tasks of a container waited for a resource.</summary>
    public static readonly Instrument ContainerStallTime = Instrument.Counter("container.psi.stall.time", Unit.Seconds, NumberType.Double,
        "Time in which some, or all, tasks of a container waited for a resource.")
        .From("cgroup v2 {cpu,memory,io,irq}.pressure total (us)").On(Systems.Linux);

    /// <summary><see cref="ContainerStallTime"/> of <c>cpu</c>, <c>some</c>.</summary>
    public static readonly Column CpuSomeContainerStallTime = ContainerStallTime.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="ContainerStallTime"/> of <c>cpu</c>, <c>full</c>.</summary>
    public static readonly Column CpuFullContainerStallTime = ContainerStallTime.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "full"));

    /// <summary><see cref="ContainerStallTime"/> of <c>memory</c>, <c>some</c>.</summary>
    public static readonly Column MemorySomeContainerStallTime = ContainerStallTime.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="ContainerStallTime"/> of <c>memory</c>, <c>full</c>.</summary>
    public static readonly Column MemoryFullContainerStallTime = ContainerStallTime.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "full"));

    /// <summary><see cref="ContainerStallTime"/> of <c>io</c>, <c>some</c>.</summary>
    public static readonly Column IoSomeContainerStallTime = ContainerStallTime.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="ContainerStallTime"/> of <c>io</c>, <c>full</c>.</summary>
    public static readonly Column IoFullContainerStallTime = ContainerStallTime.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "full"));

    /// <summary><see cref="ContainerStallTime"/> of <c>irq</c>, <c>some</c>.</summary>
    public static readonly Column IrqSomeContainerStallTime = ContainerStallTime.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="ContainerStallTime"/> of <c>irq</c>, <c>full</c>.</summary>
    public static readonly Column IrqFullContainerStallTime = ContainerStallTime.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "full"));

    /// <summary>Share of a recent window in which some, or all, tasks of a container waited for a resource.</summary>
    public static readonly Instrument ContainerStallUtilization = Instrument.Gauge("container.psi.stall.utilization", Unit.One, NumberType.Double,
        "Share of a recent window in which some, or all, tasks of a container waited for a resource.")
        .From("cgroup v2 *.pressure avg*").On(Systems.Linux).Optional();

    /// <summary><see cref="ContainerStallUtilization"/> of <c>cpu</c>, <c>some</c>, <c>10s</c>.</summary>
    public static readonly Column CpuSome10sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>cpu</c>, <c>some</c>, <c>60s</c>.</summary>
    public static readonly Column CpuSome60sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>cpu</c>, <c>some</c>, <c>300s</c>.</summary>
    public static readonly Column CpuSome300sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>cpu</c>, <c>full</c>, <c>10s</c>.</summary>
    public static readonly Column CpuFull10sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>cpu</c>, <c>full</c>, <c>60s</c>.</summary>
    public static readonly Column CpuFull60sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>cpu</c>, <c>full</c>, <c>300s</c>.</summary>
    public static readonly Column CpuFull300sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>memory</c>, <c>some</c>, <c>10s</c>.</summary>
    public static readonly Column MemorySome10sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>memory</c>, <c>some</c>, <c>60s</c>.</summary>
    public static readonly Column MemorySome60sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>memory</c>, <c>some</c>, <c>300s</c>.</summary>
    public static readonly Column MemorySome300sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>memory</c>, <c>full</c>, <c>10s</c>.</summary>
    public static readonly Column MemoryFull10sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>memory</c>, <c>full</c>, <c>60s</c>.</summary>
    public static readonly Column MemoryFull60sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>memory</c>, <c>full</c>, <c>300s</c>.</summary>
    public static readonly Column MemoryFull300sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>io</c>, <c>some</c>, <c>10s</c>.</summary>
    public static readonly Column IoSome10sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>io</c>, <c>some</c>, <c>60s</c>.</summary>
    public static readonly Column IoSome60sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>io</c>, <c>some</c>, <c>300s</c>.</summary>
    public static readonly Column IoSome300sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>io</c>, <c>full</c>, <c>10s</c>.</summary>
    public static readonly Column IoFull10sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>io</c>, <c>full</c>, <c>60s</c>.</summary>
    public static readonly Column IoFull60sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>io</c>, <c>full</c>, <c>300s</c>.</summary>
    public static readonly Column IoFull300sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>irq</c>, <c>some</c>, <c>10s</c>.</summary>
    public static readonly Column IrqSome10sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>irq</c>, <c>some</c>, <c>60s</c>.</summary>
    public static readonly Column IrqSome60sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>irq</c>, <c>some</c>, <c>300s</c>.</summary>
    public static readonly Column IrqSome300sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "some"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>irq</c>, <c>full</c>, <c>10s</c>.</summary>
    public static readonly Column IrqFull10sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "10s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>irq</c>, <c>full</c>, <c>60s</c>.</summary>
    public static readonly Column IrqFull60sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "60s"));

    /// <summary><see cref="ContainerStallUtilization"/> of <c>irq</c>, <c>full</c>, <c>300s</c>.</summary>
    public static readonly Column IrqFull300sContainerStallUtilization = ContainerStallUtilization.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "full"), (Attributes.SystemPsiWindow, "300s"));

    /// <summary>Time in which some, or all, tasks of a control group waited for a resource.</summary>
    public static readonly Instrument CgroupStallTime = Instrument.Counter("cgroup.psi.stall.time", Unit.Seconds, NumberType.Double,
        "Time in which some, or all, tasks of a control group waited for a resource.")
        .From("cgroup v2 *.pressure total of non-container cgroups (slices, services)").On(Systems.Linux).Optional();

    /// <summary><see cref="CgroupStallTime"/> of <c>cpu</c>, <c>some</c>.</summary>
    public static readonly Column CpuSomeCgroupStallTime = CgroupStallTime.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="CgroupStallTime"/> of <c>cpu</c>, <c>full</c>.</summary>
    public static readonly Column CpuFullCgroupStallTime = CgroupStallTime.At((Attributes.SystemPsiResource, "cpu"), (Attributes.SystemPsiStallType, "full"));

    /// <summary><see cref="CgroupStallTime"/> of <c>memory</c>, <c>some</c>.</summary>
    public static readonly Column MemorySomeCgroupStallTime = CgroupStallTime.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="CgroupStallTime"/> of <c>memory</c>, <c>full</c>.</summary>
    public static readonly Column MemoryFullCgroupStallTime = CgroupStallTime.At((Attributes.SystemPsiResource, "memory"), (Attributes.SystemPsiStallType, "full"));

    /// <summary><see cref="CgroupStallTime"/> of <c>io</c>, <c>some</c>.</summary>
    public static readonly Column IoSomeCgroupStallTime = CgroupStallTime.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="CgroupStallTime"/> of <c>io</c>, <c>full</c>.</summary>
    public static readonly Column IoFullCgroupStallTime = CgroupStallTime.At((Attributes.SystemPsiResource, "io"), (Attributes.SystemPsiStallType, "full"));

    /// <summary><see cref="CgroupStallTime"/> of <c>irq</c>, <c>some</c>.</summary>
    public static readonly Column IrqSomeCgroupStallTime = CgroupStallTime.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "some"));

    /// <summary><see cref="CgroupStallTime"/> of <c>irq</c>, <c>full</c>.</summary>
    public static readonly Column IrqFullCgroupStallTime = CgroupStallTime.At((Attributes.SystemPsiResource, "irq"), (Attributes.SystemPsiStallType, "full"));

    /// <summary>Table <c>pressure</c>: one row.</summary>
    public static readonly Schema Host = new("pressure", resourceKeys: [], keys: [], details: [],
        columns: [CpuSomeStallTime, CpuFullStallTime, MemorySomeStallTime, MemoryFullStallTime, IoSomeStallTime, IoFullStallTime,
            IrqSomeStallTime, IrqFullStallTime, CpuSome10sStallUtilization, CpuSome60sStallUtilization,
            CpuSome300sStallUtilization, CpuFull10sStallUtilization, CpuFull60sStallUtilization, CpuFull300sStallUtilization,
            MemorySome10sStallUtilization, MemorySome60sStallUtilization, MemorySome300sStallUtilization,
            MemoryFull10sStallUtilization, MemoryFull60sStallUtilization, MemoryFull300sStallUtilization,
            IoSome10sStallUtilization, IoSome60sStallUtilization, IoSome300sStallUtilization, IoFull10sStallUtilization,
            IoFull60sStallUtilization, IoFull300sStallUtilization, IrqSome10sStallUtilization, IrqSome60sStallUtilization,
            IrqSome300sStallUtilization, IrqFull10sStallUtilization, IrqFull60sStallUtilization, IrqFull300sStallUtilization], Scope.Host);

    /// <summary>Table <c>pressure.container</c>: a row for each container.</summary>
    public static readonly Schema Containers = new("pressure.container", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [CpuSomeContainerStallTime, CpuFullContainerStallTime, MemorySomeContainerStallTime,
            MemoryFullContainerStallTime, IoSomeContainerStallTime, IoFullContainerStallTime, IrqSomeContainerStallTime,
            IrqFullContainerStallTime, CpuSome10sContainerStallUtilization, CpuSome60sContainerStallUtilization,
            CpuSome300sContainerStallUtilization, CpuFull10sContainerStallUtilization, CpuFull60sContainerStallUtilization,
            CpuFull300sContainerStallUtilization, MemorySome10sContainerStallUtilization, MemorySome60sContainerStallUtilization,
            MemorySome300sContainerStallUtilization, MemoryFull10sContainerStallUtilization,
            MemoryFull60sContainerStallUtilization, MemoryFull300sContainerStallUtilization, IoSome10sContainerStallUtilization,
            IoSome60sContainerStallUtilization, IoSome300sContainerStallUtilization, IoFull10sContainerStallUtilization,
            IoFull60sContainerStallUtilization, IoFull300sContainerStallUtilization, IrqSome10sContainerStallUtilization,
            IrqSome60sContainerStallUtilization, IrqSome300sContainerStallUtilization, IrqFull10sContainerStallUtilization,
            IrqFull60sContainerStallUtilization, IrqFull300sContainerStallUtilization], Scope.Container);

    /// <summary>Table <c>pressure.cgroup</c>: a row for each <c>cgroup.path</c>.</summary>
    public static readonly Schema Cgroups = new("pressure.cgroup", resourceKeys: [], keys: [Attributes.CgroupPath], details: [],
        columns: [CpuSomeCgroupStallTime, CpuFullCgroupStallTime, MemorySomeCgroupStallTime, MemoryFullCgroupStallTime,
            IoSomeCgroupStallTime, IoFullCgroupStallTime, IrqSomeCgroupStallTime, IrqFullCgroupStallTime], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Host, Containers, Cgroups];
}
