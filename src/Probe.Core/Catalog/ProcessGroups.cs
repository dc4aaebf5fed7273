using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What processes of one executable and owner use together.</summary>
/// <remarks>The groups always add up to the host's total: processes that ended stay in their group's counters, and groups beyond the bound are one named &lt;c&gt;other&lt;/c&gt;.</remarks>
public static class ProcessGroups
{
    /// <summary>Processes of one executable and owner.</summary>
    public static readonly Column ProcessCount = Instrument.UpDownCounter("system.process.group.count", Unit.Of("process"), NumberType.Long,
        "Processes of one executable and owner.")
        .From("sum over pids of one executable and owner (bounded, rest in other)");

    /// <summary>Time that processes of one executable and owner ran, ended ones included.</summary>
    public static readonly Instrument CpuTime = Instrument.Counter("system.process.group.cpu.time", Unit.Seconds, NumberType.Double,
        "Time that processes of one executable and owner ran, ended ones included.")
        .From("sum of process.cpu.time incl. exited (kept monotonic)");

    /// <summary><see cref="CpuTime"/> of <c>user</c>.</summary>
    public static readonly Column UserCpuTime = CpuTime.At((Attributes.CpuMode, "user"));

    /// <summary><see cref="CpuTime"/> of <c>system</c>.</summary>
    public static readonly Column SystemCpuTime = CpuTime.At((Attributes.CpuMode, "system"));

    /// <summary>Physical memory that processes of one executable and owner hold, shared pages counted in each.</summary>
    public static readonly Column MemoryUsage = Instrument.UpDownCounter("system.process.group.memory.usage", Unit.Bytes, NumberType.Long,
        "Physical memory that processes of one executable and owner hold, shared pages counted in each.")
        .From("sum of process.memory.usage");

    /// <summary>Bytes that processes of one executable and owner caused to be read from and written to storage.</summary>
    public static readonly Instrument DiskIo = Instrument.Counter("system.process.group.disk.io", Unit.Bytes, NumberType.Long,
        "Bytes that processes of one executable and owner caused to be read from and written to storage.")
        .From("sum of process.disk.io").On(Systems.Linux | Systems.MacOS);

    /// <summary><see cref="DiskIo"/> of <c>read</c>.</summary>
    public static readonly Column ReadDiskIo = DiskIo.At((Attributes.DiskIoDirection, "read"));

    /// <summary><see cref="DiskIo"/> of <c>write</c>.</summary>
    public static readonly Column WriteDiskIo = DiskIo.At((Attributes.DiskIoDirection, "write"));

    /// <summary>Threads of all processes of one executable and owner.</summary>
    public static readonly Column ThreadCount = Instrument.UpDownCounter("system.process.group.thread.count", Unit.Of("thread"), NumberType.Long,
        "Threads of all processes of one executable and owner.")
        .From("sum of process.thread.count");

    /// <summary>Descriptors that processes of one executable and owner have open.</summary>
    public static readonly Column FileDescriptors = Instrument.UpDownCounter("system.process.group.file_descriptor.count", Unit.Of("file_descriptor"), NumberType.Long,
        "Descriptors that processes of one executable and owner have open.")
        .From("sum of process.unix.file_descriptor.count").Optional();

    /// <summary>Table <c>process.groups</c>: a row for each <c>process.executable.name</c> and <c>process.owner</c>.</summary>
    public static readonly Schema Groups = new("process.groups", resourceKeys: [], keys: [Attributes.ProcessExecutableName, Attributes.ProcessOwner], details: [],
        columns: [ProcessCount, UserCpuTime, SystemCpuTime, MemoryUsage, ReadDiskIo, WriteDiskIo, ThreadCount, FileDescriptors],
            Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Groups];
}
