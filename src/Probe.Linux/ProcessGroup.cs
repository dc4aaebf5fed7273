using Probe.Catalog;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>What processes of one executable and owner used and use together.</summary>
internal sealed class ProcessGroup(string name, string owner)
{
    /// <summary>Ticks that its processes ran since it is known, ended ones included.</summary>
    public long UserTicks, SystemTicks;

    /// <summary>Bytes that they had read and written.</summary>
    public long ReadBytes, WriteBytes;

    /// <summary>What its living processes have in this pass.</summary>
    public long Processes, Threads, ResidentPages, Descriptors;

    public string Name { get; } = name;

    public string Owner { get; } = owner;

    /// <summary>Its row; null while it is one of the others.</summary>
    public Entity? Entity { get; set; }

    /// <summary>Whether any of its processes told what it read and wrote.</summary>
    public bool KnowsIo { get; set; }

    /// <summary>Passes since it had a process.</summary>
    public int EmptyPasses { get; set; }

    /// <summary>Whether it was met in this pass.</summary>
    public bool IsMet { get; set; }

    /// <summary>Forgets what its processes have, and keeps what they did.</summary>
    public void Begin()
    {
        Processes = Threads = ResidentPages = Descriptors = 0;
        IsMet = false;
    }

    /// <summary>Takes in what a process did since it was last counted, and what it has.</summary>
    public void Count(KnownProcess process)
    {
        UserTicks += Grown(process.Now.UserTicks, ref process.CountedUserTicks);
        SystemTicks += Grown(process.Now.SystemTicks, ref process.CountedSystemTicks);
        ReadBytes += Grown(process.IoNow.ReadBytes, ref process.CountedReadBytes);
        WriteBytes += Grown(process.IoNow.WriteBytes, ref process.CountedWriteBytes);
        KnowsIo |= !Cell.IsAbsent(process.IoNow.ReadBytes);
        Processes++;
        Threads += Math.Max(process.Now.Threads, 0);
        ResidentPages += Math.Max(process.Now.ResidentPages, 0);
        Descriptors += Math.Max(process.OpenDescriptors, 0);
    }

    /// <summary>Takes over what another group's processes did.</summary>
    public void Absorb(ProcessGroup other)
    {
        UserTicks += other.UserTicks;
        SystemTicks += other.SystemTicks;
        ReadBytes += other.ReadBytes;
        WriteBytes += other.WriteBytes;
        KnowsIo |= other.KnowsIo;
    }

    /// <summary>Writes its row.</summary>
    public void Fill(Table.Row row, double ticksPerSecond, long pageSize)
    {
        row.Set(ProcessGroups.ProcessCount, Processes);
        row[ProcessGroups.UserCpuTime] = UserTicks / ticksPerSecond;
        row[ProcessGroups.SystemCpuTime] = SystemTicks / ticksPerSecond;
        row.Set(ProcessGroups.MemoryUsage, Numbers.Scale(ResidentPages, pageSize));
        row.Set(ProcessGroups.ReadDiskIo, KnowsIo ? ReadBytes : Cell.AbsentLong);
        row.Set(ProcessGroups.WriteDiskIo, KnowsIo ? WriteBytes : Cell.AbsentLong);
        row.Set(ProcessGroups.ThreadCount, Threads);
        row.Set(ProcessGroups.FileDescriptors, Descriptors);
    }

    private static long Grown(long now, ref long counted)
    {
        long grown = Cell.IsAbsent(now) ? 0 : Math.Max(now - counted, 0);
        counted += grown;
        return grown;
    }
}
