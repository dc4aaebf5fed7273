using System.Collections.Immutable;
using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>What same-page merging does.</summary>
/// <remarks>Sources: <c>pages_shared</c>, <c>pages_sharing</c>, <c>pages_unshared</c>, <c>pages_volatile</c>, <c>full_scans</c> and
/// <c>general_profit</c> below <c>/sys/kernel/mm/ksm</c>; see the kernel's <c>admin-guide/mm/ksm</c>.</remarks>
internal sealed class KsmCollector(CollectorContext context) : ICollector
{
    private static readonly ImmutableArray<(byte[] Name, Column Column)> s_files =
    [
        .. new (string File, Column Column)[]
        {
            ("pages_shared", MemoryDetail.SharedKsmPages),
            ("pages_sharing", MemoryDetail.SharingKsmPages),
            ("pages_unshared", MemoryDetail.UnsharedKsmPages),
            ("pages_volatile", MemoryDetail.VolatileKsmPages),
            ("full_scans", MemoryDetail.KsmScans),
            ("general_profit", MemoryDetail.KsmProfit),
        }.Select(f => (Encoding.UTF8.GetBytes($"/sys/kernel/mm/ksm/{f.File}"), f.Column)),
    ];

    private readonly KernelBuffer _text = new();
    private readonly Entity _ksm = new(MemoryDetail.Ksm, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        Table table = snapshot[MemoryDetail.Ksm];
        Table.Row row = default;
        bool hasRow = false;
        foreach ((byte[] name, Column column) in s_files)
        {
            if (!table.Wants(column) || !context.Kernel.TryReadValue(name, _text, out long value))
                continue;
            if (!hasRow)
                row = table.Add(_ksm);
            hasRow = true;
            row.Set(column, value);
        }
    }
}
