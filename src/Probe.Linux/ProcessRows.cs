using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Writes the rows of processes that have rows of their own.</summary>
/// <remarks>
/// Beside what is known of every process it reads <c>statm</c>, <c>status</c>, <c>schedstat</c>, <c>limits</c>, <c>oom_score</c> and <c>oom_score_adj</c>, each only when a column of it is wanted.
/// The kernel counts context switches, and time waited for a processor, of the main thread alone: they are told of processes that have no other.
/// </remarks>
internal sealed class ProcessRows(CollectorContext context, ProcessNames names, ProcessDescriptors descriptors)
{
    private readonly double _ticksPerSecond = Math.Round(1 / context.Host.ClockTick);
    private readonly KernelBuffer _text = new();
    private readonly ProcessStatus _status = new(context, names);
    private readonly KeyedNumbers _memory = new(["MemTotal"], ':');
    private readonly LineNumbers _limits = new("/proc/[pid]/limits", "Max open files ");
    private bool _readsMemory, _readsStatus, _countsDescriptors, _countsDiskWaits;
    private long _totalMemory;
    private double _ticksSinceBoot;

    /// <summary>Begins a pass.</summary>
    public void Begin(Snapshot snapshot, double ticksSinceBoot)
    {
        Table all = snapshot[Processes.All], shares = snapshot[Processes.Utilization], limits = snapshot[ProcessDetail.Limits];
        _ticksSinceBoot = ticksSinceBoot;
        _readsMemory = all.Wants(Processes.MemoryUsage) || shares.Wants(Processes.MemoryUtilizationRatio) || snapshot[ProcessGroups.Groups].Wants(ProcessGroups.MemoryUsage);
        _readsStatus = shares.Wants(Processes.UserCpuUtilizationRatio) || WantsStatus(all);
        _countsDescriptors = all.Wants(Processes.FileDescriptors) || limits.Wants(ProcessDetail.DescriptorUtilization);
        _countsDiskWaits = snapshot[Processes.Delays].Wants(Processes.BlockIoDelay) && CountsDiskWaits();
        _totalMemory = shares.Wants(Processes.MemoryUtilizationRatio) ? ReadTotalMemory() : Cell.AbsentLong;
    }

    /// <summary>Writes a process's rows.</summary>
    public void Add(KnownProcess process, Snapshot snapshot, TimeSpan elapsed)
    {
        if (_readsMemory)
            ReadResidentMemory(process);
        if (_readsStatus)
            _status.Read(process.Pid);
        if (_countsDescriptors && Cell.IsAbsent(process.OpenDescriptors))
            process.OpenDescriptors = descriptors.Count(process.Pid);
        if (snapshot[Processes.All].WantsAny)
            Fill(snapshot[Processes.All].Add(process.EntityOf(Processes.All)), process);
        AddShares(process, snapshot[Processes.Utilization], elapsed);
        if (snapshot[Processes.Delays].WantsAny)
            AddDelays(process, snapshot[Processes.Delays]);
        if (snapshot[ProcessDetail.Limits].WantsAny)
            AddLimits(process, snapshot[ProcessDetail.Limits]);
    }

    private static bool WantsStatus(Table all) =>
        all.Wants(Processes.VoluntaryContextSwitches) || all.Wants(Processes.InvoluntaryContextSwitches) || all.Wants(Processes.PendingSignals)
        || all.Wants(Processes.AnonymousResidentMemory) || all.Wants(Processes.PeakMemory) || all.Wants(Processes.SwappedMemory)
        || all.Wants(Processes.LockedMemory) || all.Wants(Processes.PageTableMemory) || all.Wants(Processes.Affinity);

    private long ReadTotalMemory() =>
        context.Kernel.TryRead("/proc/meminfo"u8, _text) && _memory.Read(_text.Span, "/proc/meminfo") ? Numbers.Scale(_memory[0], 1024) : Cell.AbsentLong;

    // Off by default since Linux 5.14; before that there was no switch.
    private bool CountsDiskWaits() =>
        !context.Kernel.TryRead("/proc/sys/kernel/task_delayacct"u8, _text) || (FieldReader.TryReadValue(_text.Span, out long on) && on != 0);

    /// <summary>Pages held, exactly: since Linux 6.2 <c>stat</c> leaves out what each processor has not yet added.</summary>
    private void ReadResidentMemory(KnownProcess process)
    {
        if (context.Kernel.TryRead(names.Of(process.Pid, "/statm"u8), _text) && new FieldReader(_text.Span, "").TryReadLine(out FieldReader line)
            && line.TryReadCount(out _) && line.TryReadCount(out long resident))
            process.Now.ResidentPages = resident;
    }

    private void Fill(Table.Row row, KnownProcess process)
    {
        ref ProcessStat stat = ref process.Now;
        row[Processes.UserCpuTime] = Seconds(stat.UserTicks);
        row[Processes.SystemCpuTime] = Seconds(stat.SystemTicks);
        row[Processes.UserChildrenCpuTime] = Seconds(stat.ChildrenUserTicks);
        row[Processes.SystemChildrenCpuTime] = Seconds(stat.ChildrenSystemTicks);
        row.Set(Processes.MemoryUsage, Numbers.Scale(stat.ResidentPages, context.Host.PageSize));
        row.Set(Processes.VirtualMemory, stat.VirtualBytes);
        row.Set(Processes.ThreadCount, stat.Threads);
        row.Set(Processes.MajorPageFaults, stat.MajorFaults);
        row.Set(Processes.MinorPageFaults, stat.MinorFaults);
        row.Set(Processes.Nice, stat.Nice);
        row[Processes.Uptime] = Math.Max(_ticksSinceBoot - stat.Start, 0) / _ticksPerSecond;
        row.Set(Processes.FileDescriptors, process.OpenDescriptors);
        ProcessStates.Tell(row, stat.State);
        FillIo(row, in process.IoNow);
        if (_readsStatus)
            FillStatus(row, stat.Threads == 1);
    }

    private static void FillIo(Table.Row row, in ProcessIo io)
    {
        row.Set(Processes.ReadDiskIo, io.ReadBytes);
        row.Set(Processes.WriteDiskIo, io.WriteBytes);
        row.Set(Processes.ReadDiskOperations, io.ReadCalls);
        row.Set(Processes.WriteDiskOperations, io.WriteCalls);
        row.Set(Processes.ReadFileIo, io.ReadChars);
        row.Set(Processes.WriteFileIo, io.WriteChars);
        row.Set(Processes.CancelledIo, io.CancelledBytes);
    }

    private void FillStatus(Table.Row row, bool hasOneThread)
    {
        if (hasOneThread)
        {
            row.Set(Processes.VoluntaryContextSwitches, _status.VoluntarySwitches);
            row.Set(Processes.InvoluntaryContextSwitches, _status.InvoluntarySwitches);
        }

        row.Set(Processes.PendingSignals, _status.QueuedSignals);
        row.Set(Processes.AnonymousResidentMemory, _status.AnonymousBytes);
        row.Set(Processes.FileResidentMemory, _status.FileBytes);
        row.Set(Processes.ShmemResidentMemory, _status.SharedBytes);
        row.Set(Processes.PeakMemory, _status.PeakBytes);
        row.Set(Processes.SwappedMemory, _status.SwappedBytes);
        row.Set(Processes.LockedMemory, _status.LockedBytes);
        row.Set(Processes.PageTableMemory, _status.PageTableBytes);
        row.Set(Processes.Affinity, _status.AllowedProcessors);
    }

    private void AddShares(KnownProcess process, Table table, TimeSpan elapsed)
    {
        bool hasTime = process.WasMetBefore && elapsed > TimeSpan.Zero && _readsStatus && !Cell.IsAbsent(_status.AllowedProcessors);
        bool hasMemory = !Cell.IsAbsent(_totalMemory) && _totalMemory > 0 && !Cell.IsAbsent(process.Now.ResidentPages);
        if (!table.WantsAny || (!hasTime && !hasMemory))
            return;
        Table.Row row = table.Add(process.EntityOf(Processes.Utilization));
        if (hasTime)
        {
            double available = elapsed.TotalSeconds * _status.AllowedProcessors;
            row[Processes.UserCpuUtilizationRatio] = Share(process.Before.UserTicks, process.Now.UserTicks, available);
            row[Processes.SystemCpuUtilizationRatio] = Share(process.Before.SystemTicks, process.Now.SystemTicks, available);
        }

        if (hasMemory)
            row[Processes.MemoryUtilizationRatio] = Math.Min((double)process.Now.ResidentPages * context.Host.PageSize / _totalMemory, 1);
    }

    // The kernel counts in ticks, so that a share may come out above 1 by one of them.
    private double Share(long before, long now, double available) =>
        Cell.IsAbsent(before) || Cell.IsAbsent(now) || now < before ? double.NaN : Math.Min((now - before) / _ticksPerSecond / available, 1);

    private void AddDelays(KnownProcess process, Table table)
    {
        bool hasWait = process.Now.Threads == 1 & ReadRunqueueWait(process.Pid, table, out long nanoseconds);
        bool hasDisk = _countsDiskWaits && !Cell.IsAbsent(process.Now.DiskWaitTicks);
        if (!hasWait && !hasDisk)
            return;
        Table.Row row = table.Add(process.EntityOf(Processes.Delays));
        if (hasWait)
            row[Processes.CpuDelay] = Numbers.Divide(nanoseconds, 1e9);
        if (hasDisk)
            row[Processes.BlockIoDelay] = Seconds(process.Now.DiskWaitTicks);
    }

    private bool ReadRunqueueWait(int pid, Table table, out long nanoseconds)
    {
        nanoseconds = Cell.AbsentLong;
        return table.Wants(Processes.CpuDelay) && context.Kernel.TryRead(names.Of(pid, "/schedstat"u8), _text)
            && new FieldReader(_text.Span, "").TryReadLine(out FieldReader line) && line.TryReadCount(out _) && line.TryReadCount(out nanoseconds)
            && !Cell.IsAbsent(nanoseconds);
    }

    private void AddLimits(KnownProcess process, Table table)
    {
        long score = ReadValue(process.Pid, "/oom_score"u8, table.Wants(ProcessDetail.OomScore));
        long adjustment = ReadValue(process.Pid, "/oom_score_adj"u8, table.Wants(ProcessDetail.OomScoreAdjustment));
        (long soft, long hard) = WantsDescriptorLimit(table) ? ReadDescriptorLimit(process.Pid) : (Cell.AbsentLong, Cell.AbsentLong);
        if (Cell.IsAbsent(score) && Cell.IsAbsent(adjustment) && Cell.IsAbsent(soft) && Cell.IsAbsent(hard))
            return;
        Table.Row row = table.Add(process.EntityOf(ProcessDetail.Limits));
        row.Set(ProcessDetail.OomScore, score);
        row.Set(ProcessDetail.OomScoreAdjustment, adjustment);
        row.Set(ProcessDetail.SoftDescriptorLimit, soft);
        row.Set(ProcessDetail.HardDescriptorLimit, hard);
        if (soft > 0 && !Cell.IsAbsent(process.OpenDescriptors))
            row[ProcessDetail.DescriptorUtilization] = (double)process.OpenDescriptors / soft;
    }

    private static bool WantsDescriptorLimit(Table table) => table.Wants(ProcessDetail.SoftDescriptorLimit)
        || table.Wants(ProcessDetail.HardDescriptorLimit) || table.Wants(ProcessDetail.DescriptorUtilization);

    private long ReadValue(int pid, ReadOnlySpan<byte> file, bool isWanted) =>
        isWanted && context.Kernel.TryRead(names.Of(pid, file), _text) && FieldReader.TryReadValue(_text.Span, out long value) ? value : Cell.AbsentLong;

    /// <summary>Most descriptors it may have; <c>unlimited</c> is no number.</summary>
    private (long Soft, long Hard) ReadDescriptorLimit(int pid)
    {
        if (!context.Kernel.TryRead(names.Of(pid, "/limits"u8), _text))
            return (Cell.AbsentLong, Cell.AbsentLong);
        _limits.Read(_text.Span);
        FieldReader line = _limits.LineOf(0, _text.Span);
        bool isLimited = line.TryReadCount(out long soft);
        if (!isLimited)
            line.SkipWords(1);
        line.TryReadCount(out long hard);
        return (soft, hard);
    }

    private double Seconds(long ticks) => Numbers.Divide(ticks, _ticksPerSecond);
}
