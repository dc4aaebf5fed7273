using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>What physical memory is used for.</summary>
/// <remarks>
/// Source: <c>/proc/meminfo</c>, in KiB; see proc_meminfo(5). Used is what a new workload could not get without swapping, so that used and
/// available add up to the limit; free, buffers and cached lie within them. Where the kernel does not estimate what is available
/// (before Linux 3.14), used is unknown. Page cache is told without shared memory, which nothing can drop.
/// </remarks>
internal sealed class MemoryCollector(CollectorContext context) : ICollector
{
    private const int KiB = 1024;

    private static readonly ImmutableArray<(string Key, Column Column, int Scale)> s_fields =
    [
        ("MemTotal", Memory.Limit, KiB),
        ("MemFree", Memory.FreeUsageBytes, KiB),
        ("MemAvailable", Memory.LinuxAvailable, KiB),
        ("Buffers", Memory.BuffersUsageBytes, KiB),
        ("Shmem", Memory.Shared, KiB),
        ("SReclaimable", Memory.ReclaimableSlabUsage, KiB),
        ("SUnreclaim", Memory.UnreclaimableSlabUsage, KiB),
        ("HugePages_Total", Memory.HugePageLimit, 1),
        ("HugePages_Free", Memory.FreeHugePageUsage, 1),
        ("HugePages_Rsvd", Memory.HugePageReserved, 1),
        ("HugePages_Surp", Memory.HugePageSurplus, 1),
        ("Hugepagesize", Memory.HugePageSize, KiB),
        ("Dirty", Memory.Dirty, KiB),
        ("Writeback", Memory.Writeback, KiB),
        ("WritebackTmp", Memory.WritebackTemporary, KiB),
        ("Mapped", Memory.Mapped, KiB),
        ("AnonPages", Memory.Anonymous, KiB),
        ("PageTables", Memory.PrimaryPageTables, KiB),
        ("SecPageTables", Memory.SecondaryPageTables, KiB),
        ("Active(anon)", Memory.ActiveAnonLruUsage, KiB),
        ("Inactive(anon)", Memory.InactiveAnonLruUsage, KiB),
        ("Active(file)", Memory.ActiveFileLruUsage, KiB),
        ("Inactive(file)", Memory.InactiveFileLruUsage, KiB),
        ("Unevictable", Memory.UnevictableLruUsage, KiB),
        ("Mlocked", Memory.Mlocked, KiB),
        ("KernelStack", Memory.KernelStack, KiB),
        ("KReclaimable", Memory.KernelReclaimable, KiB),
        ("SwapCached", Memory.SwapCached, KiB),
        ("Committed_AS", Memory.CommitUsage, KiB),
        ("CommitLimit", Memory.CommitLimit, KiB),
        ("VmallocUsed", Memory.VmallocUsage, KiB),
        ("VmallocTotal", Memory.VmallocLimit, KiB),
        ("Percpu", Memory.PerCpu, KiB),
        ("Bounce", Memory.Bounce, KiB),
        ("NFS_Unstable", Memory.NfsUnstable, KiB),
        ("HardwareCorrupted", Memory.HardwareCorrupted, KiB),
        ("DirectMap4k", Memory.DirectMap4k, KiB),
        ("DirectMap2M", Memory.DirectMap2M, KiB),
        ("DirectMap4M", Memory.DirectMap4M, KiB),
        ("DirectMap1G", Memory.DirectMap1G, KiB),
        ("AnonHugePages", Memory.AnonymousTransparentHugePageUsage, KiB),
        ("ShmemHugePages", Memory.ShmemTransparentHugePageUsage, KiB),
        ("FileHugePages", Memory.FileTransparentHugePageUsage, KiB),
        ("CmaFree", Memory.FreeCmaUsage, KiB),
        ("Zswap", Memory.CompressedZswapUsage, KiB),
        ("Zswapped", Memory.OriginalZswapUsage, KiB),
    ];

    private const int Total = 0, Available = 2, Shmem = 4, SReclaimable = 5, HugeTotal = 7, HugeFree = 8;

    private static readonly ImmutableArray<int> s_parts = [Total, Available, Shmem, SReclaimable, HugeTotal, HugeFree];

    private static readonly int s_cmaFree = s_fields.IndexOf(s_fields.First(f => f.Key == "CmaFree"));
    private static readonly int s_cached = s_fields.Length, s_cmaTotal = s_fields.Length + 1;

    private readonly KernelBuffer _text = new();
    private readonly KeyedNumbers _numbers = new([.. s_fields.Select(f => f.Key), "Cached", "CmaTotal"], ':');
    private readonly Entity _memory = new(Memory.Usage, context.Host.Boot);
    private readonly Entity _host = new(Memory.Host, context.Host.Boot);
    private ColumnMask? _wanted;
    private int[] _told = [];

    public void Collect(Snapshot snapshot)
    {
        Table usage = snapshot[Memory.Usage];
        if (usage.Wanted != _wanted)
            Choose(usage);
        if (!context.Kernel.TryRead("/proc/meminfo"u8, _text) || !_numbers.Read(_text.Span, "/proc/meminfo"))
            return;

        Table.Row row = usage.Add(_memory);
        foreach (int i in _told)
            row.Set(s_fields[i].Column, Numbers.Scale(_numbers[i], s_fields[i].Scale));
        row.Set(Memory.UsedUsageBytes, Numbers.Scale(Numbers.Subtract(_numbers[Total], _numbers[Available]), KiB));
        row.Set(Memory.CachedUsageBytes, Numbers.Scale(Numbers.Subtract(Numbers.Add(_numbers[s_cached], _numbers[SReclaimable]), _numbers[Shmem]), KiB));
        row.Set(Memory.UsedHugePageUsage, Numbers.Subtract(_numbers[HugeTotal], _numbers[HugeFree]));
        row.Set(Memory.UsedCmaUsage, Numbers.Scale(Numbers.Subtract(_numbers[s_cmaTotal], _numbers[s_cmaFree]), KiB));

        if (snapshot[Memory.Host].WantsAny)
            snapshot[Memory.Host].Add(_host).Set(Memory.PageSize, context.Host.PageSize);
    }

    /// <summary>Of some fifty lines the settings ask for a dozen.</summary>
    private void Choose(Table usage)
    {
        _wanted = usage.Wanted;
        _told = [.. Enumerable.Range(0, s_fields.Length).Where(i => usage.Wants(s_fields[i].Column))];
        _numbers.Choose([.. _told.Union(s_parts), s_cmaFree, s_cached, s_cmaTotal]);
    }
}
