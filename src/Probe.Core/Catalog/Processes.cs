using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What each process uses: a row for each process that is kept, read in one pass over them all.</summary>
/// <remarks>A process is its pid and start, so a reused pid is another row with its own counters. Which processes have a row is bounded; the rest is in &lt;see cref="ProcessGroups"/&gt;.</remarks>
public static class Processes
{
    /// <summary>Time a process's threads ran, for itself and in the kernel.</summary>
    public static readonly Instrument CpuTime = Instrument.Counter("process.cpu.time", Unit.Seconds, NumberType.Double,
        "Time a process's threads ran, for itself and in the kernel.")
        .From("/proc/[pid]/stat utime,stime (ticks/USER_HZ)");

    /// <summary><see cref="CpuTime"/> of <c>user</c>.</summary>
    public static readonly Column UserCpuTime = CpuTime.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="CpuTime"/> of <c>system</c>.</summary>
    public static readonly Column SystemCpuTime = CpuTime.At((Attributes.CpuMode, "system"));

    /// <summary>Physical memory a process holds, shared pages included.</summary>
    public static readonly Column MemoryUsage = Instrument.UpDownCounter("process.memory.usage", Unit.Bytes, NumberType.Long,
        "Physical memory a process holds, shared pages included.")
        .From("/proc/[pid]/statm resident (pages); /proc/[pid]/status VmRSS");

    /// <summary>Addresses a process has mapped, whether memory stands behind them or not.</summary>
    public static readonly Column VirtualMemory = Instrument.UpDownCounter("process.memory.virtual", Unit.Bytes, NumberType.Long,
        "Addresses a process has mapped, whether memory stands behind them or not.")
        .From("/proc/[pid]/statm size; /proc/[pid]/stat vsize");

    /// <summary>Bytes a process caused to be read from and written to storage.</summary>
    public static readonly Instrument DiskIo = Instrument.Counter("process.disk.io", Unit.Bytes, NumberType.Long,
        "Bytes a process caused to be read from and written to storage.")
        .From("/proc/[pid]/io read_bytes,write_bytes (CAP_SYS_PTRACE for others)").On(Systems.Linux | Systems.MacOS);

    /// <summary><see cref="DiskIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskIo = DiskIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskIo = DiskIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Threads of a process.</summary>
    public static readonly Column ThreadCount = Instrument.UpDownCounter("process.thread.count", Unit.Of("thread"), NumberType.Long,
        "Threads of a process.")
        .From("/proc/[pid]/stat num_threads");

    /// <summary>Descriptors a process has open.</summary>
    public static readonly Column FileDescriptors = Instrument.UpDownCounter("process.unix.file_descriptor.count", Unit.Of("file_descriptor"), NumberType.Long,
        "Descriptors a process has open.")
        .From("/proc/[pid]/fd st_size (6.2+) else readdir count");

    /// <summary>Times a process's threads gave up a CPU by themselves, and were made to.</summary>
    public static readonly Instrument ContextSwitches = Instrument.Counter("process.context_switches", Unit.Of("context_switch"), NumberType.Long,
        "Times a process's threads gave up a CPU by themselves, and were made to.")
        .From("/proc/[pid]/status voluntary_ctxt_switches,nonvoluntary_ctxt_switches").On(Systems.Linux | Systems.Bsd);

    /// <summary><see cref="ContextSwitches"/> of <c>voluntary</c>.</summary>
    public static readonly Column VoluntaryContextSwitches = ContextSwitches.At((Attributes.ProcessContextSwitchType, "voluntary"));

    /// <summary><see cref="ContextSwitches"/> of <c>involuntary</c>.</summary>
    public static readonly Column InvoluntaryContextSwitches = ContextSwitches.At((Attributes.ProcessContextSwitchType, "involuntary"));

    /// <summary>Page faults of a process that had to wait for storage, and that did not.</summary>
    public static readonly Instrument PageFaults = Instrument.Counter("process.paging.faults", Unit.Of("fault"), NumberType.Long,
        "Page faults of a process that had to wait for storage, and that did not.")
        .From("/proc/[pid]/stat majflt,minflt");

    /// <summary><see cref="PageFaults"/> of <c>major</c>.</summary>
    public static readonly Column MajorPageFaults = PageFaults.At((Attributes.SystemPagingFaultType, "major"));

    /// <summary><see cref="PageFaults"/> of <c>minor</c>.</summary>
    public static readonly Column MinorPageFaults = PageFaults.At((Attributes.SystemPagingFaultType, "minor"));

    /// <summary>Time since a process started.</summary>
    public static readonly Column Uptime = Instrument.Gauge("process.uptime", Unit.Seconds, NumberType.Double,
        "Time since a process started.")
        .From("now - (btime + /proc/[pid]/stat starttime/USER_HZ)");

    /// <summary>Read and write calls of a process; on the BSDs blocks it had read and written.</summary>
    public static readonly Instrument DiskOperations = Instrument.Counter("process.disk.operations", Unit.Of("operation"), NumberType.Long,
        "Read and write calls of a process; on the BSDs blocks it had read and written.")
        .From("/proc/[pid]/io syscr,syscw (no block-op count exists on Linux); BSD ru_inblock,ru_oublock").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary><see cref="DiskOperations"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskOperations = DiskOperations.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskOperations"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskOperations = DiskOperations.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Bytes a process read and wrote by calls, whether storage was needed or not.</summary>
    public static readonly Instrument FileIo = Instrument.Counter("process.file.io", Unit.Bytes, NumberType.Long,
        "Bytes a process read and wrote by calls, whether storage was needed or not.")
        .From("/proc/[pid]/io rchar,wchar").On(Systems.Linux).Optional();

    /// <summary><see cref="FileIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadFileIo = FileIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="FileIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteFileIo = FileIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Bytes a process wrote and truncated before they reached storage.</summary>
    public static readonly Column CancelledIo = Instrument.Counter("process.disk.cancelled", Unit.Bytes, NumberType.Long,
        "Bytes a process wrote and truncated before they reached storage.")
        .From("/proc/[pid]/io cancelled_write_bytes").On(Systems.Linux).Optional();

    /// <summary>1 in the state a process is in, 0 in the others.</summary>
    public static readonly Instrument Status = Instrument.UpDownCounter("process.status", Unit.One, NumberType.Long,
        "1 in the state a process is in, 0 in the others.")
        .From("/proc/[pid]/stat state (R running; S,D,I,P sleeping; T,t stopped; Z,X defunct)").Optional();

    /// <summary><see cref="Status"/> of <c>running</c>.</summary>
    public static readonly Column RunningStatus = Status.At((Attributes.ProcessState, "running"));

    /// <summary><see cref="Status"/> of <c>sleeping</c>.</summary>
    public static readonly Column SleepingStatus = Status.At((Attributes.ProcessState, "sleeping"));

    /// <summary><see cref="Status"/> of <c>stopped</c>.</summary>
    public static readonly Column StoppedStatus = Status.At((Attributes.ProcessState, "stopped"));

    /// <summary><see cref="Status"/> of <c>defunct</c>.</summary>
    public static readonly Column DefunctStatus = Status.At((Attributes.ProcessState, "defunct"));

    /// <summary>1 where a process waits in the kernel and cannot be killed, else 0.</summary>
    public static readonly Column Uninterruptible = Instrument.UpDownCounter("process.linux.uninterruptible", Unit.One, NumberType.Long,
        "1 where a process waits in the kernel and cannot be killed, else 0.")
        .From("/proc/[pid]/stat state = D").On(Systems.Linux).Optional();

    /// <summary>Time that ended children ran and their parent has been told of.</summary>
    public static readonly Instrument ChildrenCpuTime = Instrument.Counter("process.children.cpu.time", Unit.Seconds, NumberType.Double,
        "Time that ended children ran and their parent has been told of.")
        .From("/proc/[pid]/stat cutime,cstime").On(Systems.Linux | Systems.Bsd).Optional();

    /// <summary><see cref="ChildrenCpuTime"/> of <c>user</c>.</summary>
    public static readonly Column UserChildrenCpuTime = ChildrenCpuTime.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="ChildrenCpuTime"/> of <c>system</c>.</summary>
    public static readonly Column SystemChildrenCpuTime = ChildrenCpuTime.At((Attributes.CpuMode, "system"));

    /// <summary>Nice value of a process, from -20, most favored, to 19.</summary>
    public static readonly Column Nice = Instrument.Gauge("process.scheduling.nice", Unit.One, NumberType.Long,
        "Nice value of a process, from -20, most favored, to 19.")
        .From("/proc/[pid]/stat nice").Optional();

    /// <summary>Signals queued for all processes of the user a process belongs to.</summary>
    public static readonly Column PendingSignals = Instrument.UpDownCounter("process.signals_pending", Unit.Of("signal"), NumberType.Long,
        "Signals queued for all processes of the user a process belongs to.")
        .From("/proc/[pid]/status SigQ (first number)").On(Systems.Linux).Optional();

    /// <summary>Physical memory a process holds, by what stands behind it.</summary>
    public static readonly Instrument ResidentMemory = Instrument.UpDownCounter("process.memory.resident", Unit.Bytes, NumberType.Long,
        "Physical memory a process holds, by what stands behind it.")
        .From("/proc/[pid]/status RssAnon,RssFile,RssShmem").On(Systems.Linux).Optional();

    /// <summary><see cref="ResidentMemory"/> of <c>anonymous</c>.</summary>
    public static readonly Column AnonymousResidentMemory = ResidentMemory.At((Attributes.ProcessMemoryResidentType, "anonymous"));

    /// <summary><see cref="ResidentMemory"/> of <c>file</c>.</summary>
    public static readonly Column FileResidentMemory = ResidentMemory.At((Attributes.ProcessMemoryResidentType, "file"));

    /// <summary><see cref="ResidentMemory"/> of <c>shmem</c>.</summary>
    public static readonly Column ShmemResidentMemory = ResidentMemory.At((Attributes.ProcessMemoryResidentType, "shmem"));

    /// <summary>Most physical memory a process has held at a time.</summary>
    public static readonly Column PeakMemory = Instrument.UpDownCounter("process.memory.resident_peak", Unit.Bytes, NumberType.Long,
        "Most physical memory a process has held at a time.")
        .From("/proc/[pid]/status VmHWM").Optional();

    /// <summary>Memory of a process that is swapped out.</summary>
    public static readonly Column SwappedMemory = Instrument.UpDownCounter("process.memory.swap", Unit.Bytes, NumberType.Long,
        "Memory of a process that is swapped out.")
        .From("/proc/[pid]/status VmSwap").On(Systems.Linux).Optional();

    /// <summary>Memory a process has locked against swapping.</summary>
    public static readonly Column LockedMemory = Instrument.UpDownCounter("process.memory.locked", Unit.Bytes, NumberType.Long,
        "Memory a process has locked against swapping.")
        .From("/proc/[pid]/status VmLck").On(Systems.Linux).Optional();

    /// <summary>Memory the page tables of a process take.</summary>
    public static readonly Column PageTableMemory = Instrument.UpDownCounter("process.memory.page_tables", Unit.Bytes, NumberType.Long,
        "Memory the page tables of a process take.")
        .From("/proc/[pid]/status VmPTE").On(Systems.Linux).Optional();

    /// <summary>CPUs a process may run on.</summary>
    public static readonly Column Affinity = Instrument.UpDownCounter("process.scheduling.affinity.count", Unit.Of("cpu"), NumberType.Long,
        "CPUs a process may run on.")
        .From("/proc/[pid]/status Cpus_allowed").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>Time a process's threads could not go on, by what they waited for.</summary>
    public static readonly Instrument Delay = Instrument.Counter("process.delay.time", Unit.Seconds, NumberType.Double,
        "Time a process's threads could not go on, by what they waited for.")
        .From("/proc/[pid]/schedstat field 2 (ns) for cpu; taskstats *_delay_total (ns, CAP_NET_ADMIN); /proc/[pid]/stat delayacct_blkio_ticks for block_io").On(Systems.Linux).Optional();

    /// <summary><see cref="Delay"/> of <c>cpu</c>.</summary>
    public static readonly Column CpuDelay = Delay.At((Attributes.ProcessDelayType, "cpu"));

    /// <summary><see cref="Delay"/> of <c>block_io</c>.</summary>
    public static readonly Column BlockIoDelay = Delay.At((Attributes.ProcessDelayType, "block_io"));

    /// <summary><see cref="Delay"/> of <c>swap_in</c>.</summary>
    public static readonly Column SwapInDelay = Delay.At((Attributes.ProcessDelayType, "swap_in"));

    /// <summary><see cref="Delay"/> of <c>reclaim</c>.</summary>
    public static readonly Column ReclaimDelay = Delay.At((Attributes.ProcessDelayType, "reclaim"));

    /// <summary><see cref="Delay"/> of <c>thrashing</c>.</summary>
    public static readonly Column ThrashingDelay = Delay.At((Attributes.ProcessDelayType, "thrashing"));

    /// <summary><see cref="Delay"/> of <c>compaction</c>.</summary>
    public static readonly Column CompactionDelay = Delay.At((Attributes.ProcessDelayType, "compaction"));

    /// <summary><see cref="Delay"/> of <c>write_protect_copy</c>.</summary>
    public static readonly Column WriteProtectCopyDelay = Delay.At((Attributes.ProcessDelayType, "write_protect_copy"));

    /// <summary><see cref="Delay"/> of <c>irq</c>.</summary>
    public static readonly Column IrqDelay = Delay.At((Attributes.ProcessDelayType, "irq"));

    /// <summary>Times a process's main thread moved to another CPU.</summary>
    public static readonly Column Migrations = Instrument.Counter("process.cpu.migrations", Unit.Of("migration"), NumberType.Long,
        "Times a process's main thread moved to another CPU.")
        .From("/proc/[pid]/sched se.nr_migrations (CONFIG_SCHED_DEBUG)").On(Systems.Linux).Optional();

    /// <summary>Share of the CPUs a process may use that it kept busy between two passes.</summary>
    public static readonly Instrument CpuUtilizationRatio = Instrument.Gauge("process.cpu.utilization", Unit.One, NumberType.Double,
        "Share of the CPUs a process may use that it kept busy between two passes.")
        .From("delta(process.cpu.time)/elapsed/allowed CPUs (Cpus_allowed)");

    /// <summary><see cref="CpuUtilizationRatio"/> of <c>user</c>.</summary>
    public static readonly Column UserCpuUtilizationRatio = CpuUtilizationRatio.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="CpuUtilizationRatio"/> of <c>system</c>.</summary>
    public static readonly Column SystemCpuUtilizationRatio = CpuUtilizationRatio.At((Attributes.CpuMode, "system"));

    /// <summary>Share of the host's memory a process holds.</summary>
    public static readonly Column MemoryUtilizationRatio = Instrument.Gauge("process.memory.utilization", Unit.One, NumberType.Double,
        "Share of the host's memory a process holds.")
        .From("process.memory.usage/system.memory.limit").Optional();

    /// <summary>Table <c>process</c>: a row for each process.</summary>
    /// <remarks>All that a walk over tasks in the kernel tells at once; by text it is <c>stat</c>, <c>statm</c>, <c>io</c>, <c>status</c> and <c>fd</c>, each read only when a column of it is wanted.</remarks>
    public static readonly Schema All = new("process", resourceKeys: ResourceKeys.Process, keys: [], details: [],
        columns: [UserCpuTime, SystemCpuTime, MemoryUsage, VirtualMemory, ReadDiskIo, WriteDiskIo, ThreadCount, FileDescriptors,
            VoluntaryContextSwitches, InvoluntaryContextSwitches, MajorPageFaults, MinorPageFaults, Uptime, ReadDiskOperations,
            WriteDiskOperations, ReadFileIo, WriteFileIo, CancelledIo, RunningStatus, SleepingStatus, StoppedStatus,
            DefunctStatus, Uninterruptible, UserChildrenCpuTime, SystemChildrenCpuTime, Nice, PendingSignals,
            AnonymousResidentMemory, FileResidentMemory, ShmemResidentMemory, PeakMemory, SwappedMemory, LockedMemory,
            PageTableMemory, Affinity], Scope.Process);

    /// <summary>Table <c>process.delay</c>: a row for each process.</summary>
    public static readonly Schema Delays = new("process.delay", resourceKeys: ResourceKeys.Process, keys: [], details: [],
        columns: [CpuDelay, BlockIoDelay, SwapInDelay, ReclaimDelay, ThrashingDelay, CompactionDelay, WriteProtectCopyDelay,
            IrqDelay, Migrations], Scope.Process);

    /// <summary>Table <c>process.utilization</c>: a row for each process.</summary>
    public static readonly Schema Utilization = new("process.utilization", resourceKeys: ResourceKeys.Process, keys: [], details: [],
        columns: [UserCpuUtilizationRatio, SystemCpuUtilizationRatio, MemoryUtilizationRatio], Scope.Process);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [All, Delays, Utilization];
}
