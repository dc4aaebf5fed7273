using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What is dear to learn about a process, and read more rarely than &lt;see cref="Processes"/&gt;.</summary>
public static class ProcessDetail
{
    /// <summary>Physical memory of a process, each shared page divided among those who share it.</summary>
    public static readonly Column ProportionalMemory = Instrument.UpDownCounter("process.memory.proportional", Unit.Bytes, NumberType.Long,
        "Physical memory of a process, each shared page divided among those who share it.")
        .From("/proc/[pid]/smaps_rollup Pss (CAP_SYS_PTRACE)").On(Systems.Linux).Optional();

    /// <summary>Physical memory a process shares with no one, which its end would free.</summary>
    public static readonly Column UniqueMemory = Instrument.UpDownCounter("process.memory.unique", Unit.Bytes, NumberType.Long,
        "Physical memory a process shares with no one, which its end would free.")
        .From("/proc/[pid]/smaps_rollup Private_Clean+Private_Dirty").On(Systems.Linux | Systems.MacOS).Optional();

    /// <summary>Mappings of a process's memory.</summary>
    public static readonly Column MapCount = Instrument.UpDownCounter("process.memory.map.count", Unit.Of("map"), NumberType.Long,
        "Mappings of a process's memory.")
        .From("/proc/[pid]/maps line count").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary>How likely the kernel is to kill a process when memory runs out; the highest goes first.</summary>
    public static readonly Column OomScore = Instrument.Gauge("process.oom.score", Unit.One, NumberType.Long,
        "How likely the kernel is to kill a process when memory runs out; the highest goes first.")
        .From("/proc/[pid]/oom_score").On(Systems.Linux).Optional();

    /// <summary>What is added to the likelihood of being killed when memory runs out, from -1000, never, to 1000.</summary>
    public static readonly Column OomScoreAdjustment = Instrument.Gauge("process.oom.score_adjustment", Unit.One, NumberType.Long,
        "What is added to the likelihood of being killed when memory runs out, from -1000, never, to 1000.")
        .From("/proc/[pid]/oom_score_adj").On(Systems.Linux).Optional();

    /// <summary>Most descriptors a process may have open, and the most it may raise that to.</summary>
    public static readonly Instrument DescriptorLimit = Instrument.UpDownCounter("process.unix.file_descriptor.limit", Unit.Of("file_descriptor"), NumberType.Long,
        "Most descriptors a process may have open, and the most it may raise that to.")
        .From("/proc/[pid]/limits Max open files").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd).Optional();

    /// <summary><see cref="DescriptorLimit"/> of <c>soft</c>.</summary>
    public static readonly Column SoftDescriptorLimit = DescriptorLimit.At((Attributes.ProcessLimitType, "soft"));

    /// <summary><see cref="DescriptorLimit"/> of <c>hard</c>.</summary>
    public static readonly Column HardDescriptorLimit = DescriptorLimit.At((Attributes.ProcessLimitType, "hard"));

    /// <summary>Share of its limit that a process's open descriptors take.</summary>
    public static readonly Column DescriptorUtilization = Instrument.Gauge("process.unix.file_descriptor.utilization", Unit.One, NumberType.Double,
        "Share of its limit that a process's open descriptors take.")
        .From("file_descriptor.count / soft limit").On(Systems.Linux | Systems.FreeBsd | Systems.NetBsd).Optional();

    /// <summary>Descriptors a process has open, by what they refer to.</summary>
    public static readonly Instrument DescriptorTypes = Instrument.UpDownCounter("process.unix.file_descriptor.type.count", Unit.Of("file_descriptor"), NumberType.Long,
        "Descriptors a process has open, by what they refer to.")
        .From("readlink /proc/[pid]/fd/*").On(Systems.Linux | Systems.FreeBsd).Optional();

    /// <summary><see cref="DescriptorTypes"/> of <c>file</c>.</summary>
    public static readonly Column FileDescriptorTypes = DescriptorTypes.At((Attributes.ProcessUnixFileDescriptorType, "file"));

    /// <summary><see cref="DescriptorTypes"/> of <c>directory</c>.</summary>
    public static readonly Column DirectoryDescriptorTypes = DescriptorTypes.At((Attributes.ProcessUnixFileDescriptorType, "directory"));

    /// <summary><see cref="DescriptorTypes"/> of <c>socket</c>.</summary>
    public static readonly Column SocketDescriptorTypes = DescriptorTypes.At((Attributes.ProcessUnixFileDescriptorType, "socket"));

    /// <summary><see cref="DescriptorTypes"/> of <c>pipe</c>.</summary>
    public static readonly Column PipeDescriptorTypes = DescriptorTypes.At((Attributes.ProcessUnixFileDescriptorType, "pipe"));

    /// <summary><see cref="DescriptorTypes"/> of <c>anon_inode</c>.</summary>
    public static readonly Column AnonInodeDescriptorTypes = DescriptorTypes.At((Attributes.ProcessUnixFileDescriptorType, "anon_inode"));

    /// <summary><see cref="DescriptorTypes"/> of <c>device</c>.</summary>
    public static readonly Column DeviceDescriptorTypes = DescriptorTypes.At((Attributes.ProcessUnixFileDescriptorType, "device"));

    /// <summary><see cref="DescriptorTypes"/> of <c>other</c>.</summary>
    public static readonly Column OtherDescriptorTypes = DescriptorTypes.At((Attributes.ProcessUnixFileDescriptorType, "other"));

    /// <summary>Sockets a process has open, by state of the connection.</summary>
    public static readonly Instrument ConnectionCount = Instrument.UpDownCounter("process.network.connection.count", Unit.Of("connection"), NumberType.Long,
        "Sockets a process has open, by state of the connection.")
        .From("/proc/[pid]/fd socket inodes joined with SOCK_DIAG dump").On(Systems.Linux | Systems.MacOS | Systems.FreeBsd | Systems.OpenBsd).Optional();

    /// <summary><see cref="ConnectionCount"/> of <c>established</c>.</summary>
    public static readonly Column EstablishedConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "established"));

    /// <summary><see cref="ConnectionCount"/> of <c>listen</c>.</summary>
    public static readonly Column ListenConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "listen"));

    /// <summary><see cref="ConnectionCount"/> of <c>close_wait</c>.</summary>
    public static readonly Column CloseWaitConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "close_wait"));

    /// <summary><see cref="ConnectionCount"/> of <c>time_wait</c>.</summary>
    public static readonly Column TimeWaitConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "time_wait"));

    /// <summary><see cref="ConnectionCount"/> of <c>syn_sent</c>.</summary>
    public static readonly Column SynSentConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "syn_sent"));

    /// <summary><see cref="ConnectionCount"/> of <c>closed</c>.</summary>
    public static readonly Column ClosedConnectionCount = ConnectionCount.At((Attributes.NetworkConnectionState, "closed"));

    /// <summary>Bytes a process received and sent over TCP and UDP.</summary>
    public static readonly Instrument NetworkIo = Instrument.Counter("process.network.io", Unit.Bytes, NumberType.Long,
        "Bytes a process received and sent over TCP and UDP.")
        .From("eBPF kprobes tcp_sendmsg,tcp_cleanup_rbuf,udp_sendmsg,skb_consume_udp (CAP_BPF)").On(Systems.Linux).Optional();

    /// <summary><see cref="NetworkIo"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveNetworkIo = NetworkIo.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="NetworkIo"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitNetworkIo = NetworkIo.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>System calls of a process, by name.</summary>
    public static readonly Column Syscalls = Instrument.Counter("process.syscall.count", Unit.Of("syscall"), NumberType.Long,
        "System calls of a process, by name.")
        .From("eBPF raw_syscalls/sys_enter hash map (CAP_BPF+CAP_PERFMON)").On(Systems.Linux).Optional();

    /// <summary>Energy a process used, estimated by its share of the processors' time.</summary>
    public static readonly Column Energy = Instrument.Counter("process.energy", Unit.Joules, NumberType.Double,
        "Energy a process used, estimated by its share of the processors' time.")
        .From("RAPL package delta shared by process CPU time share (estimate)").On(Systems.Linux | Systems.MacOS).Optional();

    /// <summary>Table <c>process.memory</c>: a row for each process.</summary>
    /// <remarks>Walks a process's mappings under its memory lock: seconds on a large process.</remarks>
    public static readonly Schema Memory = new("process.memory", resourceKeys: ResourceKeys.Process, keys: [], details: [],
        columns: [ProportionalMemory, UniqueMemory, MapCount], Scope.Process);

    /// <summary>Table <c>process.limits</c>: a row for each process.</summary>
    public static readonly Schema Limits = new("process.limits", resourceKeys: ResourceKeys.Process, keys: [], details: [],
        columns: [OomScore, OomScoreAdjustment, SoftDescriptorLimit, HardDescriptorLimit, DescriptorUtilization],
            Scope.Process);

    /// <summary>Table <c>process.descriptors</c>: a row for each process.</summary>
    public static readonly Schema Descriptors = new("process.descriptors", resourceKeys: ResourceKeys.Process, keys: [], details: [],
        columns: [FileDescriptorTypes, DirectoryDescriptorTypes, SocketDescriptorTypes, PipeDescriptorTypes,
            AnonInodeDescriptorTypes, DeviceDescriptorTypes, OtherDescriptorTypes], Scope.Process);

    /// <summary>Table <c>process.connections</c>: a row for each process and <c>network.transport</c>.</summary>
    public static readonly Schema Connections = new("process.connections", resourceKeys: ResourceKeys.Process,
        keys: [Attributes.NetworkTransport.OneOf("tcp", "udp", "unix")], details: [],
        columns: [EstablishedConnectionCount, ListenConnectionCount, CloseWaitConnectionCount, TimeWaitConnectionCount,
            SynSentConnectionCount, ClosedConnectionCount], Scope.Process);

    /// <summary>Table <c>process.network</c>: a row for each process.</summary>
    public static readonly Schema Network = new("process.network", resourceKeys: ResourceKeys.Process, keys: [], details: [],
        columns: [ReceiveNetworkIo, TransmitNetworkIo], Scope.Process);

    /// <summary>Table <c>process.syscalls</c>: a row for each process and <c>system.syscall.name</c>.</summary>
    public static readonly Schema SyscallNames = new("process.syscalls", resourceKeys: ResourceKeys.Process, keys: [Attributes.SystemSyscallName], details: [],
        columns: [Syscalls], Scope.Process);

    /// <summary>Table <c>process.energy</c>: a row for each process.</summary>
    public static readonly Schema Energies = new("process.energy", resourceKeys: ResourceKeys.Process, keys: [], details: [],
        columns: [Energy], Scope.Process);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Memory, Limits, Descriptors, Connections, Network, SyscallNames, Energies];
}
