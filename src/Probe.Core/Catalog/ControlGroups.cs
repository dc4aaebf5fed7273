using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What control groups that are not containers use: slices, services, sessions.</summary>
public static class ControlGroups
{
    /// <summary>Control groups there are, and removed ones that still hold memory.</summary>
    public static readonly Instrument GroupCount = Instrument.UpDownCounter("cgroup.count", Unit.Of("cgroup"), NumberType.Long,
        "Control groups there are, and removed ones that still hold memory.")
        .From("v2 cgroup.stat nr_descendants,nr_dying_descendants; /proc/cgroups").On(Systems.Linux);

    /// <summary><see cref="GroupCount"/> of <c>live</c>.</summary>
    public static readonly Column LiveGroupCount = GroupCount.At((Attributes.CgroupState, "live"));

    /// <summary><see cref="GroupCount"/> of <c>dying</c>.</summary>
    public static readonly Column DyingGroupCount = GroupCount.At((Attributes.CgroupState, "dying"));

    /// <summary>Time a control group's processes ran, for themselves and in the kernel.</summary>
    public static readonly Instrument CpuTime = Instrument.Counter("cgroup.cpu.time", Unit.Seconds, NumberType.Double,
        "Time a control group's processes ran, for themselves and in the kernel.")
        .From("cpu.stat of non-container cgroups (depth-limited)").On(Systems.Linux).Optional();

    /// <summary><see cref="CpuTime"/> of <c>user</c>.</summary>
    public static readonly Column UserCpuTime = CpuTime.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="CpuTime"/> of <c>system</c>.</summary>
    public static readonly Column SystemCpuTime = CpuTime.At((Attributes.CpuMode, "system"));

    /// <summary>Time a control group's processes had to wait because its CPU quota was spent.</summary>
    public static readonly Column ThrottlingTime = Instrument.Counter("cgroup.cpu.throttling.time", Unit.Seconds, NumberType.Double,
        "Time a control group's processes had to wait because its CPU quota was spent.")
        .From("cpu.stat throttled_usec").On(Systems.Linux).Optional();

    /// <summary>CPUs a control group may keep busy at a time.</summary>
    public static readonly Column CpuLimit = Instrument.UpDownCounter("cgroup.cpu.limit", Unit.Of("cpu"), NumberType.Double,
        "CPUs a control group may keep busy at a time.")
        .From("cpu.max").On(Systems.Linux).Optional();

    /// <summary>Memory charged to a control group, its page cache included.</summary>
    public static readonly Column MemoryUsage = Instrument.UpDownCounter("cgroup.memory.usage", Unit.Bytes, NumberType.Long,
        "Memory charged to a control group, its page cache included.")
        .From("memory.current").On(Systems.Linux).Optional();

    /// <summary>Most memory a control group may have.</summary>
    public static readonly Column MemoryLimit = Instrument.UpDownCounter("cgroup.memory.limit", Unit.Bytes, NumberType.Long,
        "Most memory a control group may have.")
        .From("memory.max").On(Systems.Linux).Optional();

    /// <summary>Times a control group met a bound of its memory, or was killed for it.</summary>
    public static readonly Instrument MemoryEvents = Instrument.Counter("cgroup.memory.events", Unit.Of("event"), NumberType.Long,
        "Times a control group met a bound of its memory, or was killed for it.")
        .From("memory.events").On(Systems.Linux).Optional();

    /// <summary><see cref="MemoryEvents"/> of <c>low</c>.</summary>
    public static readonly Column LowMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "low"));

    /// <summary><see cref="MemoryEvents"/> of <c>high</c>.</summary>
    public static readonly Column HighMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "high"));

    /// <summary><see cref="MemoryEvents"/> of <c>max</c>.</summary>
    public static readonly Column MaxMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "max"));

    /// <summary><see cref="MemoryEvents"/> of <c>oom</c>.</summary>
    public static readonly Column OomMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "oom"));

    /// <summary><see cref="MemoryEvents"/> of <c>oom_kill</c>.</summary>
    public static readonly Column OomKillMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "oom_kill"));

    /// <summary><see cref="MemoryEvents"/> of <c>oom_group_kill</c>.</summary>
    public static readonly Column OomGroupKillMemoryEvents = MemoryEvents.At((Attributes.ContainerMemoryEvent, "oom_group_kill"));

    /// <summary>Threads in a control group.</summary>
    public static readonly Column ThreadCount = Instrument.UpDownCounter("cgroup.thread.count", Unit.Of("thread"), NumberType.Long,
        "Threads in a control group.")
        .From("pids.current").On(Systems.Linux).Optional();

    /// <summary>Bytes a control group read from and wrote to a block device.</summary>
    public static readonly Instrument DiskIo = Instrument.Counter("cgroup.disk.io", Unit.Bytes, NumberType.Long,
        "Bytes a control group read from and wrote to a block device.")
        .From("io.stat").On(Systems.Linux).Optional();

    /// <summary><see cref="DiskIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskIo = DiskIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskIo = DiskIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Table <c>cgroup.count</c>: a row for each <c>cgroup.subsystem</c>.</summary>
    public static readonly Schema Counts = new("cgroup.count", resourceKeys: [], keys: [Attributes.CgroupSubsystem], details: [],
        columns: [LiveGroupCount, DyingGroupCount], Scope.Host);

    /// <summary>Table <c>cgroup</c>: a row for each <c>cgroup.path</c>.</summary>
    public static readonly Schema Groups = new("cgroup", resourceKeys: [], keys: [Attributes.CgroupPath], details: [],
        columns: [UserCpuTime, SystemCpuTime, ThrottlingTime, CpuLimit, MemoryUsage, MemoryLimit, LowMemoryEvents,
            HighMemoryEvents, MaxMemoryEvents, OomMemoryEvents, OomKillMemoryEvents, OomGroupKillMemoryEvents, ThreadCount],
            Scope.Host);

    /// <summary>Table <c>cgroup.disk</c>: a row for each <c>cgroup.path</c> and <c>system.device</c>.</summary>
    public static readonly Schema Disks = new("cgroup.disk", resourceKeys: [], keys: [Attributes.CgroupPath, Attributes.SystemDevice], details: [],
        columns: [ReadDiskIo, WriteDiskIo], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Counts, Groups, Disks];
}
