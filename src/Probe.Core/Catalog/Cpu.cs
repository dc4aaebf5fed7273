using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What the processors do: time by mode, load, switches and interrupts.</summary>
public static class Cpu
{
    /// <summary>Time each logical CPU spent in each mode.</summary>
    public static readonly Instrument Time = Instrument.Counter("system.cpu.time", Unit.Seconds, NumberType.Double,
        "Time each logical CPU spent in each mode.")
        .From("/proc/stat cpu,cpuN (ticks/USER_HZ; interrupt=irq+softirq; user and nice include guest)");

    /// <summary><see cref="Time"/> of <c>user</c>.</summary>
    public static readonly Column UserTime = Time.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="Time"/> of <c>system</c>.</summary>
    public static readonly Column SystemTime = Time.At((Attributes.CpuMode, "system"));

    /// <summary><see cref="Time"/> of <c>nice</c>.</summary>
    public static readonly Column NiceTime = Time.At((Attributes.CpuMode, "nice"));

    /// <summary><see cref="Time"/> of <c>idle</c>.</summary>
    public static readonly Column IdleTime = Time.At((Attributes.CpuMode, "idle"));

    /// <summary><see cref="Time"/> of <c>iowait</c>.</summary>
    public static readonly Column IowaitTime = Time.At((Attributes.CpuMode, "iowait"));

    /// <summary><see cref="Time"/> of <c>interrupt</c>.</summary>
    public static readonly Column InterruptTime = Time.At((Attributes.CpuMode, "interrupt"));

    /// <summary><see cref="Time"/> of <c>steal</c>.</summary>
    public static readonly Column StealTime = Time.At((Attributes.CpuMode, "steal"));

    /// <summary>Time each logical CPU ran guests; already counted inside user and nice.</summary>
    public static readonly Instrument GuestTime = Instrument.Counter("system.cpu.guest.time", Unit.Seconds, NumberType.Double,
        "Time each logical CPU ran guests; already counted inside user and nice.")
        .From("/proc/stat cpuN guest,guest_nice (subset of user,nice; never summed with system.cpu.time)").On(Systems.Linux);

    /// <summary><see cref="GuestTime"/> of <c>user</c>.</summary>
    public static readonly Column UserGuestTime = GuestTime.At((Attributes.SystemCpuGuestMode, "user"));

    /// <summary><see cref="GuestTime"/> of <c>nice</c>.</summary>
    public static readonly Column NiceGuestTime = GuestTime.At((Attributes.SystemCpuGuestMode, "nice"));

    /// <summary>Time each logical CPU served interrupts, split into hardware and software ones.</summary>
    public static readonly Instrument InterruptSplit = Instrument.Counter("system.cpu.interrupt.time", Unit.Seconds, NumberType.Double,
        "Time each logical CPU served interrupts, split into hardware and software ones.")
        .From("/proc/stat cpuN irq,softirq (split of cpu.mode=interrupt)").On(Systems.Linux);

    /// <summary><see cref="InterruptSplit"/> of <c>hardware</c>.</summary>
    public static readonly Column HardwareInterruptTime = InterruptSplit.At((Attributes.SystemCpuInterruptType, "hardware"));

    /// <summary><see cref="InterruptSplit"/> of <c>software</c>.</summary>
    public static readonly Column SoftwareInterruptTime = InterruptSplit.At((Attributes.SystemCpuInterruptType, "software"));

    /// <summary><see cref="Time"/> of <c>user</c>, over all CPUs.</summary>
    public static readonly Column TotalUserTime = Time.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="Time"/> of <c>system</c>, over all CPUs.</summary>
    public static readonly Column TotalSystemTime = Time.At((Attributes.CpuMode, "system"));

    /// <summary><see cref="Time"/> of <c>nice</c>, over all CPUs.</summary>
    public static readonly Column TotalNiceTime = Time.At((Attributes.CpuMode, "nice"));

    /// <summary><see cref="Time"/> of <c>idle</c>, over all CPUs.</summary>
    public static readonly Column TotalIdleTime = Time.At((Attributes.CpuMode, "idle"));

    /// <summary><see cref="Time"/> of <c>iowait</c>, over all CPUs.</summary>
    public static readonly Column TotalIowaitTime = Time.At((Attributes.CpuMode, "iowait"));

    /// <summary><see cref="Time"/> of <c>interrupt</c>, over all CPUs.</summary>
    public static readonly Column TotalInterruptTime = Time.At((Attributes.CpuMode, "interrupt"));

    /// <summary><see cref="Time"/> of <c>steal</c>, over all CPUs.</summary>
    public static readonly Column TotalStealTime = Time.At((Attributes.CpuMode, "steal"));

    /// <summary><see cref="GuestTime"/> of <c>user</c>, over all CPUs.</summary>
    public static readonly Column TotalUserGuestTime = GuestTime.At((Attributes.SystemCpuGuestMode, "user"));

    /// <summary><see cref="GuestTime"/> of <c>nice</c>, over all CPUs.</summary>
    public static readonly Column TotalNiceGuestTime = GuestTime.At((Attributes.SystemCpuGuestMode, "nice"));

    /// <summary><see cref="InterruptSplit"/> of <c>hardware</c>, over all CPUs.</summary>
    public static readonly Column TotalHardwareInterruptTime = InterruptSplit.At((Attributes.SystemCpuInterruptType, "hardware"));

    /// <summary><see cref="InterruptSplit"/> of <c>software</c>, over all CPUs.</summary>
    public static readonly Column TotalSoftwareInterruptTime = InterruptSplit.At((Attributes.SystemCpuInterruptType, "software"));

    /// <summary>Share of the time between two passes that each logical CPU spent in each mode.</summary>
    public static readonly Instrument Utilization = Instrument.Gauge("system.cpu.utilization", Unit.One, NumberType.Double,
        "Share of the time between two passes that each logical CPU spent in each mode.")
        .From("delta(system.cpu.time)/elapsed");

    /// <summary><see cref="Utilization"/> of <c>user</c>.</summary>
    public static readonly Column UserUtilization = Utilization.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="Utilization"/> of <c>system</c>.</summary>
    public static readonly Column SystemUtilization = Utilization.At((Attributes.CpuMode, "system"));

    /// <summary><see cref="Utilization"/> of <c>nice</c>.</summary>
    public static readonly Column NiceUtilization = Utilization.At((Attributes.CpuMode, "nice"));

    /// <summary><see cref="Utilization"/> of <c>idle</c>.</summary>
    public static readonly Column IdleUtilization = Utilization.At((Attributes.CpuMode, "idle"));

    /// <summary><see cref="Utilization"/> of <c>iowait</c>.</summary>
    public static readonly Column IowaitUtilization = Utilization.At((Attributes.CpuMode, "iowait"));

    /// <summary><see cref="Utilization"/> of <c>interrupt</c>.</summary>
    public static readonly Column InterruptUtilization = Utilization.At((Attributes.CpuMode, "interrupt"));

    /// <summary><see cref="Utilization"/> of <c>steal</c>.</summary>
    public static readonly Column StealUtilization = Utilization.At((Attributes.CpuMode, "steal"));

    /// <summary>Switches from one task to another, over all CPUs.</summary>
    public static readonly Column ContextSwitches = Instrument.Counter("system.cpu.context_switches", Unit.Of("context_switch"), NumberType.Long,
        "Switches from one task to another, over all CPUs.")
        .From("/proc/stat ctxt").On(Systems.Linux | Systems.Bsd);

    /// <summary>Interrupts served since boot, of every kind.</summary>
    public static readonly Column Interrupts = Instrument.Counter("system.cpu.interrupts", Unit.Of("interrupt"), NumberType.Long,
        "Interrupts served since boot, of every kind.")
        .From("/proc/stat intr (first value)").On(Systems.Linux | Systems.Bsd);

    /// <summary>Tasks runnable or waiting for disk, averaged over one minute.</summary>
    public static readonly Column Load1 = Instrument.Gauge("system.cpu.load_average.1m", Unit.Of("thread"), NumberType.Double,
        "Tasks runnable or waiting for disk, averaged over one minute.")
        .From("/proc/loadavg");

    /// <summary>Tasks runnable or waiting for disk, averaged over five minutes.</summary>
    public static readonly Column Load5 = Instrument.Gauge("system.cpu.load_average.5m", Unit.Of("thread"), NumberType.Double,
        "Tasks runnable or waiting for disk, averaged over five minutes.")
        .From("/proc/loadavg");

    /// <summary>Tasks runnable or waiting for disk, averaged over fifteen minutes.</summary>
    public static readonly Column Load15 = Instrument.Gauge("system.cpu.load_average.15m", Unit.Of("thread"), NumberType.Double,
        "Tasks runnable or waiting for disk, averaged over fifteen minutes.")
        .From("/proc/loadavg");

    /// <summary>Time tasks ran on each logical CPU, as the scheduler accounts it.</summary>
    public static readonly Column RunTime = Instrument.Counter("system.cpu.runqueue.run.time", Unit.Seconds, NumberType.Double,
        "Time tasks ran on each logical CPU, as the scheduler accounts it.")
        .From("/proc/schedstat cpuN field 7 (ns)").On(Systems.Linux);

    /// <summary>Time tasks were runnable on each logical CPU and had to wait for it.</summary>
    public static readonly Column WaitTime = Instrument.Counter("system.cpu.runqueue.wait.time", Unit.Seconds, NumberType.Double,
        "Time tasks were runnable on each logical CPU and had to wait for it.")
        .From("/proc/schedstat cpuN field 8 (ns)").On(Systems.Linux);

    /// <summary>Times the scheduler gave each logical CPU to a task.</summary>
    public static readonly Column Timeslices = Instrument.Counter("system.cpu.runqueue.timeslices", Unit.Of("timeslice"), NumberType.Long,
        "Times the scheduler gave each logical CPU to a task.")
        .From("/proc/schedstat cpuN field 9").On(Systems.Linux);

    /// <summary>Software interrupts handled on each logical CPU, by vector.</summary>
    public static readonly Instrument SoftirqCount = Instrument.Counter("system.softirq.count", Unit.Of("softirq"), NumberType.Long,
        "Software interrupts handled on each logical CPU, by vector.")
        .From("/proc/softirqs; /proc/stat softirq").On(Systems.Linux);

    /// <summary><see cref="SoftirqCount"/> of <c>hi</c>.</summary>
    public static readonly Column HiSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "hi"));

    /// <summary><see cref="SoftirqCount"/> of <c>timer</c>.</summary>
    public static readonly Column TimerSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "timer"));

    /// <summary><see cref="SoftirqCount"/> of <c>net_tx</c>.</summary>
    public static readonly Column NetTxSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "net_tx"));

    /// <summary><see cref="SoftirqCount"/> of <c>net_rx</c>.</summary>
    public static readonly Column NetRxSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "net_rx"));

    /// <summary><see cref="SoftirqCount"/> of <c>block</c>.</summary>
    public static readonly Column BlockSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "block"));

    /// <summary><see cref="SoftirqCount"/> of <c>irq_poll</c>.</summary>
    public static readonly Column IrqPollSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "irq_poll"));

    /// <summary><see cref="SoftirqCount"/> of <c>tasklet</c>.</summary>
    public static readonly Column TaskletSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "tasklet"));

    /// <summary><see cref="SoftirqCount"/> of <c>sched</c>.</summary>
    public static readonly Column SchedSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "sched"));

    /// <summary><see cref="SoftirqCount"/> of <c>hrtimer</c>.</summary>
    public static readonly Column HrtimerSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "hrtimer"));

    /// <summary><see cref="SoftirqCount"/> of <c>rcu</c>.</summary>
    public static readonly Column RcuSoftirqCount = SoftirqCount.At((Attributes.SystemSoftirqVector, "rcu"));

    /// <summary>Interrupts of one line served by one logical CPU.</summary>
    public static readonly Column InterruptCount = Instrument.Counter("system.interrupt.count", Unit.Of("interrupt"), NumberType.Long,
        "Interrupts of one line served by one logical CPU.")
        .From("/proc/interrupts").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Processor traps taken since boot, over all CPUs.</summary>
    public static readonly Column Traps = Instrument.Counter("system.cpu.traps", Unit.Of("trap"), NumberType.Long,
        "Processor traps taken since boot, over all CPUs.").On(Systems.Bsd).Optional();

    /// <summary>Table <c>cpu</c>: a row for each <c>cpu.logical_number</c>.</summary>
    public static readonly Schema PerCpu = new("cpu", resourceKeys: [], keys: [Attributes.CpuLogicalNumber], details: [],
        columns: [UserTime, SystemTime, NiceTime, IdleTime, IowaitTime, InterruptTime, StealTime, UserGuestTime, NiceGuestTime,
            HardwareInterruptTime, SoftwareInterruptTime], Scope.Host);

    /// <summary>Table <c>cpu.total</c>: one row.</summary>
    public static readonly Schema Total = new("cpu.total", resourceKeys: [], keys: [], details: [],
        columns: [TotalUserTime, TotalSystemTime, TotalNiceTime, TotalIdleTime, TotalIowaitTime, TotalInterruptTime,
            TotalStealTime, TotalUserGuestTime, TotalNiceGuestTime, TotalHardwareInterruptTime, TotalSoftwareInterruptTime], Scope.Host);

    /// <summary>Table <c>cpu.utilization</c>: a row for each <c>cpu.logical_number</c>.</summary>
    public static readonly Schema Utilizations = new("cpu.utilization", resourceKeys: [], keys: [Attributes.CpuLogicalNumber], details: [],
        columns: [UserUtilization, SystemUtilization, NiceUtilization, IdleUtilization, IowaitUtilization, InterruptUtilization,
            StealUtilization], Scope.Host);

    /// <summary>Table <c>cpu.activity</c>: one row.</summary>
    public static readonly Schema Activity = new("cpu.activity", resourceKeys: [], keys: [], details: [],
        columns: [ContextSwitches, Interrupts], Scope.Host);

    /// <summary>Table <c>cpu.load</c>: one row.</summary>
    public static readonly Schema Load = new("cpu.load", resourceKeys: [], keys: [], details: [],
        columns: [Load1, Load5, Load15], Scope.Host);

    /// <summary>Table <c>cpu.runqueue</c>: a row for each <c>cpu.logical_number</c>.</summary>
    public static readonly Schema Runqueue = new("cpu.runqueue", resourceKeys: [], keys: [Attributes.CpuLogicalNumber], details: [],
        columns: [RunTime, WaitTime, Timeslices], Scope.Host);

    /// <summary>Table <c>cpu.softirqs</c>: a row for each <c>cpu.logical_number</c>.</summary>
    public static readonly Schema Softirqs = new("cpu.softirqs", resourceKeys: [], keys: [Attributes.CpuLogicalNumber], details: [],
        columns: [HiSoftirqCount, TimerSoftirqCount, NetTxSoftirqCount, NetRxSoftirqCount, BlockSoftirqCount,
            IrqPollSoftirqCount, TaskletSoftirqCount, SchedSoftirqCount, HrtimerSoftirqCount, RcuSoftirqCount], Scope.Host);

    /// <summary>Table <c>cpu.interrupts</c>: a row for each <c>system.interrupt.id</c> and <c>system.interrupt.name</c> and <c>cpu.logical_number</c>.</summary>
    public static readonly Schema InterruptLines = new("cpu.interrupts", resourceKeys: [], keys: [Attributes.SystemInterruptId, Attributes.SystemInterruptName, Attributes.CpuLogicalNumber], details: [],
        columns: [InterruptCount], Scope.Host);

    /// <summary>Table <c>cpu.traps</c>: one row.</summary>
    public static readonly Schema TrapCounts = new("cpu.traps", resourceKeys: [], keys: [], details: [],
        columns: [Traps], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [PerCpu, Total, Utilizations, Activity, Load, Runqueue, Softirqs, InterruptLines, TrapCounts];
}
