using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Objects and memory of each kernel cache.</summary>
/// <remarks>Source: <c>/proc/slabinfo</c>, two lines of heading and a line for each cache, readable by root alone; see slabinfo(5). It takes milliseconds.</remarks>
internal sealed class SlabCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly NamedSet<Entity> _caches = new(name => new Entity(MemoryDetail.SlabCaches, context.Host.Boot, name));

    public void Collect(Snapshot snapshot)
    {
        Table table = snapshot[MemoryDetail.SlabCaches];
        if (!table.WantsAny || !context.Kernel.TryRead("/proc/slabinfo"u8, _text))
            return;
        var text = new FieldReader(_text.Span, "/proc/slabinfo");
        _caches.Begin();
        while (text.TryReadLine(out FieldReader line))
        {
            if (!line.StartsWith("slabinfo"u8) && !line.StartsWith("#"u8))
                AddCache(ref line, table);
        }

        _caches.Sweep();
    }

    private void AddCache(ref FieldReader line, Table table)
    {
        ReadOnlySpan<byte> name = line.ReadWord();
        if (!line.TryReadCount(out long active) || !line.TryReadCount(out long objects) || !line.TryReadCount(out long size)
            || _caches.Meet(name) is not { } cache)
            return;
        long inactive = Numbers.Subtract(objects, active);
        Table.Row row = table.Add(cache);
        row.Set(MemoryDetail.ActiveSlabCacheObjects, active);
        row.Set(MemoryDetail.InactiveSlabCacheObjects, inactive);
        row.Set(MemoryDetail.ActiveSlabCacheUsage, Numbers.Multiply(active, size));
        row.Set(MemoryDetail.InactiveSlabCacheUsage, Numbers.Multiply(inactive, size));
    }
}
