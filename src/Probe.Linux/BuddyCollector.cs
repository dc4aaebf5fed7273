using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Free blocks of each order in each zone, and how much a lack of them would be due to fragmentation.</summary>
/// <remarks>
/// Sources: <c>/proc/buddyinfo</c>, see proc_buddyinfo(5), and <c>/sys/kernel/debug/extfrag/extfrag_index</c>, which root alone may read; there a
/// negative index means that an allocation would succeed, and has no value.
/// </remarks>
internal sealed class BuddyCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly NamedSet<Zone> _blocks = new(name => new Zone(name, MemoryDetail.Buddy, context.Host.Boot));
    private readonly NamedSet<Zone> _indices = new(name => new Zone(name, MemoryDetail.Fragmentation, context.Host.Boot));

    public void Collect(Snapshot snapshot)
    {
        if (snapshot[MemoryDetail.Buddy].WantsAny && context.Kernel.TryRead("/proc/buddyinfo"u8, _text))
            AddBlocks(snapshot[MemoryDetail.Buddy]);
        if (snapshot[MemoryDetail.Fragmentation].WantsAny && context.Kernel.TryRead("/sys/kernel/debug/extfrag/extfrag_index"u8, _text))
            AddIndices(snapshot[MemoryDetail.Fragmentation]);
    }

    private void AddBlocks(Table table)
    {
        var text = new FieldReader(_text.Span, "/proc/buddyinfo");
        _blocks.Begin();
        while (text.TryReadLine(out FieldReader line))
        {
            Zone? zone = Zone.Meet(_blocks, ref line);
            for (int order = 0; zone is not null && line.TryReadCount(out long blocks); order++)
                table.Add(zone.Order(order)).Set(MemoryDetail.BuddyFree, blocks);
        }

        _blocks.Sweep();
    }

    private void AddIndices(Table table)
    {
        var text = new FieldReader(_text.Span, "extfrag_index");
        _indices.Begin();
        while (text.TryReadLine(out FieldReader line))
        {
            Zone? zone = Zone.Meet(_indices, ref line);
            for (int order = 0; zone is not null && !line.AtEnd; order++)
            {
                if (!line.TryReadDecimal(out double index))
                    line.SkipWords(1);
                Table.Row row = table.Add(zone.Order(order));
                row[MemoryDetail.FragmentationIndex] = index;
            }
        }

        _indices.Sweep();
    }
}
