using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>The machine as a whole: uptime, clock, entropy and the kernel's state.</summary>
public static class Machine
{
    /// <summary>Time since boot.</summary>
    public static readonly Column UptimeSeconds = Instrument.Gauge("system.uptime", Unit.Seconds, NumberType.Double,
        "Time since boot.")
        .From("/proc/uptime field 1");

    /// <summary>When the machine booted, in seconds since 1970.</summary>
    public static readonly Column BootTimeSeconds = Instrument.Gauge("system.boot.time", Unit.Seconds, NumberType.Double,
        "When the machine booted, in seconds since 1970.")
        .From("/proc/stat btime (Unix time)");

    /// <summary>The wall clock, in seconds since 1970.</summary>
    public static readonly Column ClockTime = Instrument.Gauge("system.clock.time", Unit.Seconds, NumberType.Double,
        "The wall clock, in seconds since 1970.")
        .From("clock_gettime(CLOCK_REALTIME)").Optional();

    /// <summary>What the kernel still has to slew the clock by, as its time service told it.</summary>
    public static readonly Column ClockOffset = Instrument.Gauge("system.clock.offset", Unit.Seconds, NumberType.Double,
        "What the kernel still has to slew the clock by, as its time service told it.")
        .From("adjtimex offset").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd);

    /// <summary>The error of the clock, as the time service estimates it and at most.</summary>
    public static readonly Instrument ClockError = Instrument.Gauge("system.clock.error", Unit.Seconds, NumberType.Double,
        "The error of the clock, as the time service estimates it and at most.")
        .From("adjtimex esterror,maxerror (us)").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd);

    /// <summary><see cref="ClockError"/> of <c>estimated</c>.</summary>
    public static readonly Column EstimatedClockError = ClockError.At((Attributes.SystemClockErrorType, "estimated"));

    /// <summary><see cref="ClockError"/> of <c>maximum</c>.</summary>
    public static readonly Column MaximumClockError = ClockError.At((Attributes.SystemClockErrorType, "maximum"));

    /// <summary>1 where a time service keeps the clock in step, 0 where none does.</summary>
    public static readonly Column ClockSynchronized = Instrument.UpDownCounter("system.clock.synchronized", Unit.One, NumberType.Long,
        "1 where a time service keeps the clock in step, 0 where none does.")
        .From("adjtimex return != TIME_ERROR").On(Systems.Linux | Systems.MacOS | Systems.FreeBsd | Systems.NetBsd);

    /// <summary>Factor by which the kernel runs the clock faster or slower than its crystal.</summary>
    public static readonly Column ClockFrequencyAdjustment = Instrument.Gauge("system.clock.frequency_adjustment", Unit.One, NumberType.Double,
        "Factor by which the kernel runs the clock faster or slower than its crystal.")
        .From("adjtimex freq (1 + scaled ppm)").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd).Optional();

    /// <summary>Whole seconds from UTC to international atomic time, as the kernel was told.</summary>
    public static readonly Column ClockTaiOffset = Instrument.Gauge("system.clock.tai_offset", Unit.Seconds, NumberType.Double,
        "Whole seconds from UTC to international atomic time, as the kernel was told.")
        .From("adjtimex tai").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd).Optional();

    /// <summary>Noise of the pulse-per-second signal and the length of its calibration interval.</summary>
    public static readonly Instrument ClockPps = Instrument.Gauge("system.clock.pps", Unit.Seconds, NumberType.Double,
        "Noise of the pulse-per-second signal and the length of its calibration interval.")
        .From("adjtimex jitter,shift").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd).Optional();

    /// <summary><see cref="ClockPps"/> of <c>jitter</c>.</summary>
    public static readonly Column JitterClockPps = ClockPps.At((Attributes.SystemClockPpsMeasure, "jitter"));

    /// <summary><see cref="ClockPps"/> of <c>shift</c>.</summary>
    public static readonly Column ShiftClockPps = ClockPps.At((Attributes.SystemClockPpsMeasure, "shift"));

    /// <summary>Entropy in the kernel's pool.</summary>
    public static readonly Column EntropyAvailable = Instrument.UpDownCounter("system.entropy.available", Unit.Bits, NumberType.Long,
        "Entropy in the kernel's pool.")
        .From("/proc/sys/kernel/random/entropy_avail").On(Systems.Linux);

    /// <summary>Most entropy the kernel's pool can hold.</summary>
    public static readonly Column EntropyLimit = Instrument.UpDownCounter("system.entropy.limit", Unit.Bits, NumberType.Long,
        "Most entropy the kernel's pool can hold.")
        .From("/proc/sys/kernel/random/poolsize").On(Systems.Linux).Optional();

    /// <summary>Users logged in, by the kind of their session.</summary>
    public static readonly Column SessionCount = Instrument.UpDownCounter("system.user.session.count", Unit.Of("session"), NumberType.Long,
        "Users logged in, by the kind of their session.")
        .From("utmp; logind ListSessions");

    /// <summary>Tasks the kernel has found stuck for longer than its limit.</summary>
    public static readonly Column HungTasks = Instrument.Counter("system.kernel.hung_tasks", Unit.Of("task"), NumberType.Long,
        "Tasks the kernel has found stuck for longer than its limit.")
        .From("/proc/sys/kernel/hung_task_detect_count").On(Systems.Linux);

    /// <summary>1 for every reason for which the kernel calls itself tainted.</summary>
    public static readonly Column KernelTaint = Instrument.UpDownCounter("system.kernel.taint", Unit.One, NumberType.Long,
        "1 for every reason for which the kernel calls itself tainted.")
        .From("/proc/sys/kernel/tainted bitmask").On(Systems.Linux).Optional();

    /// <summary>Messages in the kernel's log, by severity.</summary>
    public static readonly Instrument KernelLogMessages = Instrument.Counter("system.kernel.log.messages", Unit.Of("message"), NumberType.Long,
        "Messages in the kernel's log, by severity.")
        .From("/dev/kmsg priority (CAP_SYSLOG)").On(Systems.Linux).Optional();

    /// <summary><see cref="KernelLogMessages"/> of <c>emergency</c>.</summary>
    public static readonly Column EmergencyKernelLogMessages = KernelLogMessages.At((Attributes.SystemKernelLogSeverity, "emergency"));

    /// <summary><see cref="KernelLogMessages"/> of <c>alert</c>.</summary>
    public static readonly Column AlertKernelLogMessages = KernelLogMessages.At((Attributes.SystemKernelLogSeverity, "alert"));

    /// <summary><see cref="KernelLogMessages"/> of <c>critical</c>.</summary>
    public static readonly Column CriticalKernelLogMessages = KernelLogMessages.At((Attributes.SystemKernelLogSeverity, "critical"));

    /// <summary><see cref="KernelLogMessages"/> of <c>error</c>.</summary>
    public static readonly Column ErrorKernelLogMessages = KernelLogMessages.At((Attributes.SystemKernelLogSeverity, "error"));

    /// <summary><see cref="KernelLogMessages"/> of <c>warning</c>.</summary>
    public static readonly Column WarningKernelLogMessages = KernelLogMessages.At((Attributes.SystemKernelLogSeverity, "warning"));

    /// <summary><see cref="KernelLogMessages"/> of <c>notice</c>.</summary>
    public static readonly Column NoticeKernelLogMessages = KernelLogMessages.At((Attributes.SystemKernelLogSeverity, "notice"));

    /// <summary><see cref="KernelLogMessages"/> of <c>info</c>.</summary>
    public static readonly Column InfoKernelLogMessages = KernelLogMessages.At((Attributes.SystemKernelLogSeverity, "info"));

    /// <summary><see cref="KernelLogMessages"/> of <c>debug</c>.</summary>
    public static readonly Column DebugKernelLogMessages = KernelLogMessages.At((Attributes.SystemKernelLogSeverity, "debug"));

    /// <summary>1 where SELinux denies what its policy forbids, 0 where it only reports it.</summary>
    public static readonly Instrument SelinuxEnforcing = Instrument.UpDownCounter("system.selinux.enforcing", Unit.One, NumberType.Long,
        "1 where SELinux denies what its policy forbids, 0 where it only reports it.")
        .From("/sys/fs/selinux/enforce").On(Systems.Linux).Optional();

    /// <summary><see cref="SelinuxEnforcing"/> of <c>current</c>.</summary>
    public static readonly Column CurrentSelinuxEnforcing = SelinuxEnforcing.At((Attributes.SystemSelinuxScope, "current"));

    /// <summary><see cref="SelinuxEnforcing"/> of <c>config</c>.</summary>
    public static readonly Column ConfigSelinuxEnforcing = SelinuxEnforcing.At((Attributes.SystemSelinuxScope, "config"));

    /// <summary>A kernel parameter that the settings name.</summary>
    public static readonly Column SysctlValue = Instrument.Gauge("system.sysctl.value", Unit.One, NumberType.Double,
        "A kernel parameter that the settings name.")
        .From("/proc/sys/* (configured names)").Optional();

    /// <summary>System V semaphores, over all sets.</summary>
    public static readonly Column SemaphoreCount = Instrument.UpDownCounter("system.ipc.semaphore.count", Unit.Of("semaphore"), NumberType.Long,
        "System V semaphores, over all sets.")
        .From("/proc/sysvipc/sem").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Memory of System V shared segments.</summary>
    public static readonly Column SharedMemoryUsage = Instrument.UpDownCounter("system.ipc.shared_memory.usage", Unit.Bytes, NumberType.Long,
        "Memory of System V shared segments.")
        .From("/proc/sysvipc/shm").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Bytes waiting in System V message queues.</summary>
    public static readonly Column MessageQueueUsage = Instrument.UpDownCounter("system.ipc.message_queue.usage", Unit.Bytes, NumberType.Long,
        "Bytes waiting in System V message queues.")
        .From("/proc/sysvipc/msg").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary>Table <c>system.uptime</c>: one row.</summary>
    public static readonly Schema Uptime = new("system.uptime", resourceKeys: [], keys: [], details: [],
        columns: [UptimeSeconds], Scope.Host);

    /// <summary>Table <c>system.boot</c>: one row.</summary>
    public static readonly Schema BootTime = new("system.boot", resourceKeys: [], keys: [], details: [],
        columns: [BootTimeSeconds], Scope.Host);

    /// <summary>Table <c>system.clock</c>: one row.</summary>
    public static readonly Schema Clock = new("system.clock", resourceKeys: [], keys: [], details: [],
        columns: [ClockTime, ClockOffset, EstimatedClockError, MaximumClockError, ClockSynchronized, ClockFrequencyAdjustment,
            ClockTaiOffset, JitterClockPps, ShiftClockPps], Scope.Host);

    /// <summary>Table <c>system.entropy</c>: one row.</summary>
    public static readonly Schema Entropy = new("system.entropy", resourceKeys: [], keys: [], details: [],
        columns: [EntropyAvailable, EntropyLimit], Scope.Host);

    /// <summary>Table <c>system.sessions</c>: a row for each <c>system.user.session.type</c>.</summary>
    public static readonly Schema Sessions = new("system.sessions", resourceKeys: [], keys: [Attributes.SystemUserSessionType.OneOf("tty", "x11", "wayland", "mir", "web", "unspecified")], details: [],
        columns: [SessionCount], Scope.Host);

    /// <summary>Table <c>system.kernel</c>: one row.</summary>
    public static readonly Schema Kernel = new("system.kernel", resourceKeys: [], keys: [], details: [],
        columns: [HungTasks], Scope.Host);

    /// <summary>Table <c>system.kernel.taint</c>: a row for each <c>system.kernel.taint.flag</c>.</summary>
    public static readonly Schema Taint = new("system.kernel.taint", resourceKeys: [], keys: [Attributes.SystemKernelTaintFlag], details: [],
        columns: [KernelTaint], Scope.Host);

    /// <summary>Table <c>system.kernel.log</c>: one row.</summary>
    public static readonly Schema KernelLog = new("system.kernel.log", resourceKeys: [], keys: [], details: [],
        columns: [EmergencyKernelLogMessages, AlertKernelLogMessages, CriticalKernelLogMessages, ErrorKernelLogMessages,
            WarningKernelLogMessages, NoticeKernelLogMessages, InfoKernelLogMessages, DebugKernelLogMessages], Scope.Host);

    /// <summary>Table <c>system.selinux</c>: one row.</summary>
    public static readonly Schema Selinux = new("system.selinux", resourceKeys: [], keys: [], details: [],
        columns: [CurrentSelinuxEnforcing, ConfigSelinuxEnforcing], Scope.Host);

    /// <summary>Table <c>system.sysctl</c>: a row for each <c>system.sysctl.name</c> and <c>system.sysctl.index</c>.</summary>
    public static readonly Schema Sysctls = new("system.sysctl", resourceKeys: [], keys: [Attributes.SystemSysctlName, Attributes.SystemSysctlIndex], details: [],
        columns: [SysctlValue], Scope.Host);

    /// <summary>Table <c>system.ipc</c>: one row.</summary>
    public static readonly Schema Ipc = new("system.ipc", resourceKeys: [], keys: [], details: [],
        columns: [SemaphoreCount, SharedMemoryUsage, MessageQueueUsage], Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Uptime, BootTime, Clock, Entropy, Sessions, Kernel, Taint, KernelLog, Selinux, Sysctls, Ipc];
}
