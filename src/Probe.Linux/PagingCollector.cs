using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Faults, reclaim, and traffic between memory, page cache and swap.</summary>
/// <remarks>
/// Source: <c>/proc/vmstat</c>; see proc_vmstat(5). The kernel counts a major fault as a fault first and as major later, so that their
/// difference, the minor faults, may step back by the faults then under way: it stands until it has caught up.
/// Linux has no count of minor paging operations, so there is no cell for them.
/// </remarks>
internal sealed class PagingCollector(CollectorContext context) : ICollector
{
    private const int KiB = 1024;

    private static readonly ImmutableArray<(string Key, Column Column, int Scale)> s_fields =
    [
        ("pgmajfault", Paging.MajorFaults, 1),
        ("oom_kill", Paging.OomKills, 1),
        ("compact_stall", Paging.StallCompactionEvents, 1),
        ("compact_success", Paging.SuccessCompactionEvents, 1),
        ("compact_fail", Paging.FailCompactionEvents, 1),
        ("numa_hint_faults", Paging.HintFaultNumaBalancingPages, 1),
        ("numa_hint_faults_local", Paging.HintFaultLocalNumaBalancingPages, 1),
        ("numa_pages_migrated", Paging.MigratedNumaBalancingPages, 1),
        ("pswpin", Paging.MajorInOperations, 1),
        ("pswpout", Paging.MajorOutOperations, 1),
        ("pgpgin", Paging.InIo, KiB),
        ("pgpgout", Paging.OutIo, KiB),
        ("pgscan_kswapd", Paging.KswapdReclaimScanned, 1),
        ("pgscan_direct", Paging.DirectReclaimScanned, 1),
        ("pgscan_khugepaged", Paging.KhugepagedReclaimScanned, 1),
        ("pgscan_proactive", Paging.ProactiveReclaimScanned, 1),
        ("pgsteal_kswapd", Paging.KswapdReclaimReclaimed, 1),
        ("pgsteal_direct", Paging.DirectReclaimReclaimed, 1),
        ("pgsteal_khugepaged", Paging.KhugepagedReclaimReclaimed, 1),
        ("pgsteal_proactive", Paging.ProactiveReclaimReclaimed, 1),
        ("workingset_refault_anon", Paging.RefaultAnonWorkingsetEvents, 1),
        ("workingset_refault_file", Paging.RefaultFileWorkingsetEvents, 1),
        ("workingset_activate_anon", Paging.ActivateAnonWorkingsetEvents, 1),
        ("workingset_activate_file", Paging.ActivateFileWorkingsetEvents, 1),
        ("workingset_restore_anon", Paging.RestoreAnonWorkingsetEvents, 1),
        ("workingset_restore_file", Paging.RestoreFileWorkingsetEvents, 1),
        ("thp_fault_alloc", Paging.FaultAllocTransparentHugePageEvents, 1),
        ("thp_fault_fallback", Paging.FaultFallbackTransparentHugePageEvents, 1),
        ("thp_collapse_alloc", Paging.CollapseAllocTransparentHugePageEvents, 1),
        ("thp_collapse_alloc_failed", Paging.CollapseAllocFailedTransparentHugePageEvents, 1),
        ("thp_split_page", Paging.SplitPageTransparentHugePageEvents, 1),
        ("thp_swpout", Paging.SwpoutTransparentHugePageEvents, 1),
        ("zswpin", Paging.InZswapOperations, 1),
        ("zswpout", Paging.OutZswapOperations, 1),
    ];

    private static readonly ImmutableArray<string> s_zones = ["dma", "dma32", "normal", "highmem", "movable", "device"];

    private const int MajorFaults = 0;
    private static readonly int s_faults = s_fields.Length, s_firstStall = s_fields.Length + 1;

    private readonly KernelBuffer _text = new();
    private readonly KeyedNumbers _numbers = new([.. s_fields.Select(f => f.Key), "pgfault", .. s_zones.Select(z => $"allocstall_{z}")], ' ');
    private readonly Entity _vmstat = new(Paging.Vmstat, context.Host.Boot);
    private readonly ImmutableArray<Entity> _stalls = [.. s_zones.Select(z => new Entity(Paging.Stalls, context.Host.Boot, z))];
    private long _minorFaults;

    public void Collect(Snapshot snapshot)
    {
        if (!context.Kernel.TryRead("/proc/vmstat"u8, _text) || !_numbers.Read(_text.Span, "/proc/vmstat"))
            return;

        Table.Row row = snapshot[Paging.Vmstat].Add(_vmstat);
        for (int i = 0; i < s_fields.Length; i++)
            row.Set(s_fields[i].Column, Numbers.Scale(_numbers[i], s_fields[i].Scale));
        row.Set(Paging.MinorFaults, CountMinorFaults());

        Table stalls = snapshot[Paging.Stalls];
        for (int zone = 0; zone < s_zones.Length; zone++)
        {
            if (!Cell.IsAbsent(_numbers[s_firstStall + zone]))
                stalls.Add(_stalls[zone]).Set(Paging.ReclaimStalls, _numbers[s_firstStall + zone]);
        }
    }

    private long CountMinorFaults()
    {
        long minor = Numbers.Subtract(_numbers[s_faults], _numbers[MajorFaults]);
        if (!Cell.IsAbsent(minor))
            minor = _minorFaults = Math.Max(minor, _minorFaults);
        return minor;
    }
}
