using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What only tracing sees of tasks: how long they wait, run and hold locks, and how they come and go.</summary>
public static class TracedScheduling
{
    /// <summary>Times tasks were runnable and had to wait for a CPU.</summary>
    public static readonly Column WaitDuration = Instrument.Durations("system.cpu.runqueue.wait.duration",
        "Times tasks were runnable and had to wait for a CPU.")
        .From("eBPF tp_btf sched_wakeup,sched_wakeup_new,sched_switch").On(Systems.Linux).Optional();

    /// <summary>Times tasks ran before they left a CPU.</summary>
    public static readonly Column RunDuration = Instrument.Durations("system.cpu.oncpu.duration",
        "Times tasks ran before they left a CPU.")
        .From("eBPF tp_btf sched_switch").On(Systems.Linux).Optional();

    /// <summary>Moves of tasks from one CPU to another.</summary>
    public static readonly Column Migrations = Instrument.Counter("system.cpu.task.migrations", Unit.Of("migration"), NumberType.Long,
        "Moves of tasks from one CPU to another.")
        .From("eBPF tp sched_migrate_task").On(Systems.Linux).Optional();

    /// <summary>Times software interrupts took, by vector.</summary>
    public static readonly Column SoftirqDuration = Instrument.Durations("system.softirq.duration",
        "Times software interrupts took, by vector.")
        .From("eBPF tp irq/softirq_entry,softirq_exit").On(Systems.Linux).Optional();

    /// <summary>Times software interrupts waited after they were raised, by vector.</summary>
    public static readonly Column SoftirqWaitDuration = Instrument.Durations("system.softirq.wait.duration",
        "Times software interrupts waited after they were raised, by vector.")
        .From("eBPF tp irq/softirq_raise,softirq_entry").On(Systems.Linux).Optional();

    /// <summary>Times interrupt handlers took, by line.</summary>
    public static readonly Column InterruptDuration = Instrument.Durations("system.interrupt.duration",
        "Times interrupt handlers took, by line.")
        .From("eBPF tp irq/irq_handler_entry,irq_handler_exit").On(Systems.Linux).Optional();

    /// <summary>Times a container had to stand still because its CPU quota was spent.</summary>
    public static readonly Column ThrottlingDuration = Instrument.Durations("container.cpu.throttling.duration",
        "Times a container had to stand still because its CPU quota was spent.")
        .From("eBPF fentry throttle_cfs_rq,unthrottle_cfs_rq").On(Systems.Linux).Optional();

    /// <summary>Times a process's threads were off the CPU and not runnable.</summary>
    public static readonly Column BlockedDuration = Instrument.Durations("process.blocked.duration",
        "Times a process's threads were off the CPU and not runnable.")
        .From("eBPF tp_btf sched_switch off-CPU per watched pid").On(Systems.Linux).Optional();

    /// <summary>Programs started, by executable.</summary>
    public static readonly Column Executed = Instrument.Counter("system.process.executed", Unit.Of("process"), NumberType.Long,
        "Programs started, by executable.")
        .From("eBPF tp sched/sched_process_exec").On(Systems.Linux).Optional();

    /// <summary>Processes created, threads not counted.</summary>
    public static readonly Column Forked = Instrument.Counter("system.process.forked", Unit.Of("process"), NumberType.Long,
        "Processes created, threads not counted.")
        .From("eBPF tp sched/sched_process_fork").On(Systems.Linux).Optional();

    /// <summary>Processes that ended, by how.</summary>
    public static readonly Instrument Exited = Instrument.Counter("system.process.exited", Unit.Of("process"), NumberType.Long,
        "Processes that ended, by how.")
        .From("eBPF tp sched/sched_process_exit exit_code").On(Systems.Linux).Optional();

    /// <summary><see cref="Exited"/> of <c>success</c>.</summary>
    public static readonly Column SuccessExited = Exited.At((Attributes.SystemProcessExitCause, "success"));

    /// <summary><see cref="Exited"/> of <c>failure</c>.</summary>
    public static readonly Column FailureExited = Exited.At((Attributes.SystemProcessExitCause, "failure"));

    /// <summary><see cref="Exited"/> of <c>signal</c>.</summary>
    public static readonly Column SignalExited = Exited.At((Attributes.SystemProcessExitCause, "signal"));

    /// <summary>Times processes lived.</summary>
    public static readonly Column Lifetime = Instrument.Durations("system.process.lifetime",
        "Times processes lived.")
        .From("eBPF tp sched/sched_process_exit - start_boottime").On(Systems.Linux).Optional();

    /// <summary>Times the kernel waited for its locks, by kind of lock.</summary>
    public static readonly Column LockDuration = Instrument.Durations("system.lock.contention.duration",
        "Times the kernel waited for its locks, by kind of lock.")
        .From("eBPF tp lock/contention_begin,contention_end").On(Systems.Linux).Optional();

    /// <summary>Times programs waited for their locks.</summary>
    public static readonly Column FutexDuration = Instrument.Durations("system.lock.futex.duration",
        "Times programs waited for their locks.")
        .From("eBPF tp syscalls/sys_enter_futex,sys_exit_futex (FUTEX_WAIT)").On(Systems.Linux).Optional();

    /// <summary>Table <c>traced.runqueue</c>: one row.</summary>
    public static readonly Schema RunQueue = new("traced.runqueue", resourceKeys: [], keys: [], details: [],
        columns: [WaitDuration, RunDuration, Migrations], Scope.Host);

    /// <summary>Table <c>traced.softirq</c>: a row for each <c>system.softirq.vector</c>.</summary>
    public static readonly Schema Softirqs = new("traced.softirq", resourceKeys: [],
        keys: [Attributes.SystemSoftirqVector.OneOf("hi", "timer", "net_tx", "net_rx", "block", "irq_poll", "tasklet", "sched", "hrtimer", "rcu")], details: [],
        columns: [SoftirqDuration, SoftirqWaitDuration], Scope.Host);

    /// <summary>Table <c>traced.interrupt</c>: a row for each <c>system.interrupt.name</c>.</summary>
    public static readonly Schema Interrupts = new("traced.interrupt", resourceKeys: [], keys: [Attributes.SystemInterruptName], details: [],
        columns: [InterruptDuration], Scope.Host);

    /// <summary>Table <c>traced.throttling</c>: a row for each container.</summary>
    public static readonly Schema Throttling = new("traced.throttling", resourceKeys: ResourceKeys.Container, keys: [], details: [],
        columns: [ThrottlingDuration], Scope.Container);

    /// <summary>Table <c>traced.blocked</c>: a row for each process.</summary>
    public static readonly Schema Blocked = new("traced.blocked", resourceKeys: ResourceKeys.Process, keys: [], details: [],
        columns: [BlockedDuration], Scope.Process);

    /// <summary>Table <c>traced.execution</c>: a row for each <c>process.executable.name</c>.</summary>
    public static readonly Schema Executions = new("traced.execution", resourceKeys: [], keys: [Attributes.ProcessExecutableName], details: [],
        columns: [Executed], Scope.Host);

    /// <summary>Table <c>traced.process</c>: one row.</summary>
    public static readonly Schema Lives = new("traced.process", resourceKeys: [], keys: [], details: [],
        columns: [Forked, SuccessExited, FailureExited, SignalExited, Lifetime], Scope.Host);

    /// <summary>Table <c>traced.lock</c>: a row for each <c>system.lock.type</c>.</summary>
    public static readonly Schema KernelLocks = new("traced.lock", resourceKeys: [],
        keys: [Attributes.SystemLockType.OneOf("mutex", "spinlock", "rwlock", "rwsem", "rtmutex", "percpu_rwsem")], details: [],
        columns: [LockDuration], Scope.Host);

    /// <summary>Table <c>traced.futex</c>: one row.</summary>
    public static readonly Schema ProgramLocks = new("traced.futex", resourceKeys: [], keys: [], details: [],
        columns: [FutexDuration], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } =
    [
        RunQueue, Softirqs, Interrupts, Throttling, Blocked, Executions, Lives, KernelLocks, ProgramLocks,
    ];
}
