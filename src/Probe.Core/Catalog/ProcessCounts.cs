using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>How many processes and threads there are, and in which states.</summary>
public static class ProcessCounts
{
    /// <summary>Processes and threads created since boot.</summary>
    public static readonly Column Created = Instrument.Counter("system.process.created", Unit.Of("process"), NumberType.Long,
        "Processes and threads created since boot.")
        .From("/proc/stat processes").On(Systems.Linux | Systems.Bsd);

    /// <summary>Threads that run or could run.</summary>
    public static readonly Column Runnable = Instrument.UpDownCounter("system.process.runnable.count", Unit.Of("thread"), NumberType.Long,
        "Threads that run or could run.")
        .From("/proc/stat procs_running").On(Systems.Linux | Systems.Bsd);

    /// <summary>Threads that wait for a disk.</summary>
    public static readonly Column Blocked = Instrument.UpDownCounter("system.process.blocked.count", Unit.Of("thread"), NumberType.Long,
        "Threads that wait for a disk.")
        .From("/proc/stat procs_blocked").On(Systems.Linux);

    /// <summary>Threads in existence, of the kernel and of users.</summary>
    public static readonly Column ThreadCount = Instrument.UpDownCounter("system.thread.count", Unit.Of("thread"), NumberType.Long,
        "Threads in existence, of the kernel and of users.")
        .From("/proc/loadavg field 4 denominator");

    /// <summary>Processes in existence, by state.</summary>
    public static readonly Instrument Count = Instrument.UpDownCounter("system.process.count", Unit.Of("process"), NumberType.Long,
        "Processes in existence, by state.")
        .From("/proc/[pid]/stat state over all pids");

    /// <summary><see cref="Count"/> of <c>running</c>.</summary>
    public static readonly Column RunningCount = Count.At((Attributes.ProcessState, "running"));

    /// <summary><see cref="Count"/> of <c>sleeping</c>.</summary>
    public static readonly Column SleepingCount = Count.At((Attributes.ProcessState, "sleeping"));

    /// <summary><see cref="Count"/> of <c>stopped</c>.</summary>
    public static readonly Column StoppedCount = Count.At((Attributes.ProcessState, "stopped"));

    /// <summary><see cref="Count"/> of <c>defunct</c>.</summary>
    public static readonly Column DefunctCount = Count.At((Attributes.ProcessState, "defunct"));

    /// <summary>Processes in existence, by the letter the kernel gives their state.</summary>
    public static readonly Instrument LinuxStates = Instrument.UpDownCounter("system.process.linux.state.count", Unit.Of("process"), NumberType.Long,
        "Processes in existence, by the letter the kernel gives their state.")
        .From("/proc/[pid]/stat state over all pids").On(Systems.Linux);

    /// <summary><see cref="LinuxStates"/> of <c>R</c>.</summary>
    public static readonly Column RunningLinuxStates = LinuxStates.At((Attributes.SystemProcessLinuxState, "R"));

    /// <summary><see cref="LinuxStates"/> of <c>S</c>.</summary>
    public static readonly Column SleepingLinuxStates = LinuxStates.At((Attributes.SystemProcessLinuxState, "S"));

    /// <summary><see cref="LinuxStates"/> of <c>D</c>.</summary>
    public static readonly Column UninterruptibleLinuxStates = LinuxStates.At((Attributes.SystemProcessLinuxState, "D"));

    /// <summary><see cref="LinuxStates"/> of <c>Z</c>.</summary>
    public static readonly Column ZombieLinuxStates = LinuxStates.At((Attributes.SystemProcessLinuxState, "Z"));

    /// <summary><see cref="LinuxStates"/> of <c>T</c>.</summary>
    public static readonly Column StoppedLinuxStates = LinuxStates.At((Attributes.SystemProcessLinuxState, "T"));

    /// <summary><see cref="LinuxStates"/> of <c>t</c>.</summary>
    public static readonly Column TracedLinuxStates = LinuxStates.At((Attributes.SystemProcessLinuxState, "t"));

    /// <summary><see cref="LinuxStates"/> of <c>I</c>.</summary>
    public static readonly Column IdleLinuxStates = LinuxStates.At((Attributes.SystemProcessLinuxState, "I"));

    /// <summary><see cref="LinuxStates"/> of <c>X</c>.</summary>
    public static readonly Column DeadLinuxStates = LinuxStates.At((Attributes.SystemProcessLinuxState, "X"));

    /// <summary><see cref="LinuxStates"/> of <c>P</c>.</summary>
    public static readonly Column ParkedLinuxStates = LinuxStates.At((Attributes.SystemProcessLinuxState, "P"));

    /// <summary>Most processes and threads there may be at a time.</summary>
    public static readonly Column Limit = Instrument.UpDownCounter("system.process.limit", Unit.Of("thread"), NumberType.Long,
        "Most processes and threads there may be at a time.")
        .From("min(/proc/sys/kernel/pid_max, /proc/sys/kernel/threads-max)");

    /// <summary>Table <c>process.activity</c>: one row.</summary>
    public static readonly Schema Activity = new("process.activity", resourceKeys: [], keys: [], details: [],
        columns: [Created, Runnable, Blocked], Scope.Host);

    /// <summary>Table <c>process.threads</c>: one row.</summary>
    public static readonly Schema Threads = new("process.threads", resourceKeys: [], keys: [], details: [],
        columns: [ThreadCount], Scope.Host);

    /// <summary>Table <c>process.states</c>: one row.</summary>
    /// <remarks>Filled by the walk over all processes, whether they have a row of their own or not.</remarks>
    public static readonly Schema States = new("process.states", resourceKeys: [], keys: [], details: [],
        columns: [RunningCount, SleepingCount, StoppedCount, DefunctCount, RunningLinuxStates, SleepingLinuxStates,
            UninterruptibleLinuxStates, ZombieLinuxStates, StoppedLinuxStates, TracedLinuxStates, IdleLinuxStates,
            DeadLinuxStates, ParkedLinuxStates], Scope.Host);

    /// <summary>Table <c>process.limit</c>: one row.</summary>
    public static readonly Schema Limits = new("process.limit", resourceKeys: [], keys: [], details: [],
        columns: [Limit], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Activity, Threads, States, Limits];
}
