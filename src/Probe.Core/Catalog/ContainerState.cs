using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What runtimes know of a container, and what only a walk over its processes or filesystem tells.</summary>
public static class ContainerState
{
    /// <summary>Times a container's runtime restarted it.</summary>
    public static readonly Column Restarts = Instrument.Counter("container.restarts", Unit.Of("restart"), NumberType.Long,
        "Times a container's runtime restarted it.")
        .From("runtime API restart count").On(Systems.Linux).Optional();

    /// <summary>1 in the state a container is in, 0 in the others.</summary>
    public static readonly Instrument Status = Instrument.UpDownCounter("container.status", Unit.One, NumberType.Long,
        "1 in the state a container is in, 0 in the others.")
        .From("runtime API (docker, containerd, CRI, podman)").On(Systems.Linux).Optional();

    /// <summary><see cref="Status"/> of <c>created</c>.</summary>
    public static readonly Column CreatedStatus = Status.At((Attributes.ContainerState, "created"));

    /// <summary><see cref="Status"/> of <c>running</c>.</summary>
    public static readonly Column RunningStatus = Status.At((Attributes.ContainerState, "running"));

    /// <summary><see cref="Status"/> of <c>paused</c>.</summary>
    public static readonly Column PausedStatus = Status.At((Attributes.ContainerState, "paused"));

    /// <summary><see cref="Status"/> of <c>restarting</c>.</summary>
    public static readonly Column RestartingStatus = Status.At((Attributes.ContainerState, "restarting"));

    /// <summary><see cref="Status"/> of <c>exited</c>.</summary>
    public static readonly Column ExitedStatus = Status.At((Attributes.ContainerState, "exited"));

    /// <summary><see cref="Status"/> of <c>dead</c>.</summary>
    public static readonly Column DeadStatus = Status.At((Attributes.ContainerState, "dead"));

    /// <summary>1 for the verdict of a container's health check, 0 for the others.</summary>
    public static readonly Instrument Health = Instrument.UpDownCounter("container.health.status", Unit.One, NumberType.Long,
        "1 for the verdict of a container's health check, 0 for the others.")
        .From("runtime API health check").On(Systems.Linux).Optional();

    /// <summary><see cref="Health"/> of <c>healthy</c>.</summary>
    public static readonly Column HealthyHealth = Health.At((Attributes.ContainerHealthState, "healthy"));

    /// <summary><see cref="Health"/> of <c>unhealthy</c>.</summary>
    public static readonly Column UnhealthyHealth = Health.At((Attributes.ContainerHealthState, "unhealthy"));

    /// <summary><see cref="Health"/> of <c>starting</c>.</summary>
    public static readonly Column StartingHealth = Health.At((Attributes.ContainerHealthState, "starting"));

    /// <summary><see cref="Health"/> of <c>none</c>.</summary>
    public static readonly Column NoneHealth = Health.At((Attributes.ContainerHealthState, "none"));

    /// <summary>Descriptors that a container's processes have open.</summary>
    public static readonly Column DescriptorCount = Instrument.UpDownCounter("container.file_descriptor.count", Unit.Of("file_descriptor"), NumberType.Long,
        "Descriptors that a container's processes have open.")
        .From("sum of /proc/[pid]/fd over cgroup.procs").On(Systems.Linux).Optional();

    /// <summary>Sockets that a container's processes have open.</summary>
    public static readonly Column SocketCount = Instrument.UpDownCounter("container.socket.count", Unit.Of("socket"), NumberType.Long,
        "Sockets that a container's processes have open.")
        .From("/proc/[pid]/fd socket links over cgroup.procs").On(Systems.Linux).Optional();

    /// <summary>Processes in a container, by state.</summary>
    public static readonly Instrument ProcessStates = Instrument.UpDownCounter("container.process.state.count", Unit.Of("process"), NumberType.Long,
        "Processes in a container, by state.")
        .From("/proc/[pid]/stat over cgroup.procs").On(Systems.Linux).Optional();

    /// <summary><see cref="ProcessStates"/> of <c>running</c>.</summary>
    public static readonly Column RunningProcessStates = ProcessStates.At((Attributes.ProcessState, "running"));

    /// <summary><see cref="ProcessStates"/> of <c>sleeping</c>.</summary>
    public static readonly Column SleepingProcessStates = ProcessStates.At((Attributes.ProcessState, "sleeping"));

    /// <summary><see cref="ProcessStates"/> of <c>stopped</c>.</summary>
    public static readonly Column StoppedProcessStates = ProcessStates.At((Attributes.ProcessState, "stopped"));

    /// <summary><see cref="ProcessStates"/> of <c>defunct</c>.</summary>
    public static readonly Column DefunctProcessStates = ProcessStates.At((Attributes.ProcessState, "defunct"));

    /// <summary>Time a container's threads ran, as the scheduler accounts it.</summary>
    public static readonly Column RunTime = Instrument.Counter("container.cpu.runqueue.run.time", Unit.Seconds, NumberType.Double,
        "Time a container's threads ran, as the scheduler accounts it.")
        .From("sum of /proc/[pid]/task/*/schedstat field 1 (ns)").On(Systems.Linux).Optional();

    /// <summary>Time a container's threads were runnable and had to wait for a CPU.</summary>
    public static readonly Column WaitTime = Instrument.Counter("container.cpu.runqueue.wait.time", Unit.Seconds, NumberType.Double,
        "Time a container's threads were runnable and had to wait for a CPU.")
        .From("sum of /proc/[pid]/task/*/schedstat field 2 (ns)").On(Systems.Linux).Optional();

    /// <summary>Space a container's writable layer takes.</summary>
    public static readonly Column FilesystemUsage = Instrument.UpDownCounter("container.filesystem.usage", Unit.Bytes, NumberType.Long,
        "Space a container's writable layer takes.")
        .From("runtime snapshot usage (containerd, docker, CRI API) or quota on upperdir").On(Systems.Linux).Optional();

    /// <summary>Size of the filesystem a container's root is on.</summary>
    public static readonly Column FilesystemCapacity = Instrument.UpDownCounter("container.filesystem.capacity", Unit.Bytes, NumberType.Long,
        "Size of the filesystem a container's root is on.")
        .From("statfs of the container root").On(Systems.Linux).Optional();

    /// <summary>Free space of the filesystem a container's root is on.</summary>
    public static readonly Column FilesystemAvailable = Instrument.UpDownCounter("container.filesystem.available", Unit.Bytes, NumberType.Long,
        "Free space of the filesystem a container's root is on.")
        .From("statfs of the container root").On(Systems.Linux).Optional();

    /// <summary>Inodes of the filesystem a container's root is on, taken and free.</summary>
    public static readonly Instrument InodeUsage = Instrument.UpDownCounter("container.filesystem.inode.usage", Unit.Of("inode"), NumberType.Long,
        "Inodes of the filesystem a container's root is on, taken and free.")
        .From("statfs of the container root files,ffree").On(Systems.Linux).Optional();

    /// <summary><see cref="InodeUsage"/> of <c>used</c>.</summary>
    public static readonly Column UsedInodeUsage = InodeUsage.At((Attributes.SystemFilesystemState, "used"));

    /// <summary><see cref="InodeUsage"/> of <c>free</c>.</summary>
    public static readonly Column FreeInodeUsage = InodeUsage.At((Attributes.SystemFilesystemState, "free"));

    /// <summary>Inodes the filesystem a container's root is on has.</summary>
    public static readonly Column InodeLimit = Instrument.UpDownCounter("container.filesystem.inode.limit", Unit.Of("inode"), NumberType.Long,
        "Inodes the filesystem a container's root is on has.")
        .From("statfs of the container root files").On(Systems.Linux).Optional();

    /// <summary>Energy a container used, estimated by its share of the processors' time.</summary>
    public static readonly Column Energy = Instrument.Counter("container.energy", Unit.Joules, NumberType.Double,
        "Energy a container used, estimated by its share of the processors' time.")
        .From("RAPL package delta shared by container CPU time share (estimate)").On(Systems.Linux).Optional();

    /// <summary>Containers that run here, by runtime.</summary>
    public static readonly Column ContainerCount = Instrument.UpDownCounter("container.count", Unit.Of("container"), NumberType.Long,
        "Containers that run here, by runtime.")
        .From("cgroup tree walk + cgroup path patterns").On(Systems.Linux);

    /// <summary>Table <c>container.runtime</c>: a row for each container.</summary>
    public static readonly Schema Runtime = new("container.runtime", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [Restarts, CreatedStatus, RunningStatus, PausedStatus, RestartingStatus, ExitedStatus, DeadStatus,
            HealthyHealth, UnhealthyHealth, StartingHealth, NoneHealth], Scope.Container);

    /// <summary>Table <c>container.tasks</c>: a row for each container.</summary>
    public static readonly Schema Tasks = new("container.tasks", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [DescriptorCount, SocketCount, RunningProcessStates, SleepingProcessStates, StoppedProcessStates,
            DefunctProcessStates, RunTime, WaitTime], Scope.Container);

    /// <summary>Table <c>container.filesystem</c>: a row for each container.</summary>
    public static readonly Schema Filesystem = new("container.filesystem", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [FilesystemUsage, FilesystemCapacity, FilesystemAvailable, UsedInodeUsage, FreeInodeUsage, InodeLimit],
            Scope.Container);

    /// <summary>Table <c>container.energy</c>: a row for each container.</summary>
    public static readonly Schema Energies = new("container.energy", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [Energy], Scope.Container);

    /// <summary>Table <c>containers</c>: a row for each <c>container.runtime.name</c>.</summary>
    public static readonly Schema Counts = new("containers", resourceKeys: [], keys: [Attributes.ContainerRuntimeName], details: [],
        columns: [ContainerCount], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Runtime, Tasks, Filesystem, Energies, Counts];
}
