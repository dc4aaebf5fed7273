using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Space on each swap device and swap file.</summary>
/// <remarks>Source: <c>/proc/swaps</c>, a heading and then a line for each, in KiB; blanks within a name are octal there. See proc_swaps(5).</remarks>
internal sealed class SwapCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly NamedSet<Entity> _devices = new(name => new Entity(Paging.Swaps, context.Host.Boot, OctalText.Decode(name)));

    public void Collect(Snapshot snapshot)
    {
        if (!context.Kernel.TryRead("/proc/swaps"u8, _text))
            return;
        Table swaps = snapshot[Paging.Swaps];
        var text = new FieldReader(_text.Span, "/proc/swaps");
        text.TryReadLine(out _);
        _devices.Begin();
        while (text.TryReadLine(out FieldReader line))
            ReadDevice(ref line, swaps);
        _devices.Sweep();
    }

    private void ReadDevice(ref FieldReader line, Table swaps)
    {
        Entity? device = _devices.Meet(line.ReadWord());
        line.SkipWords(1);
        long size = line.ReadCount(), used = line.ReadCount();
        if (device is null)
            return;
        Table.Row row = swaps.Add(device);
        row.Set(Paging.SwapLimit, Numbers.Scale(size, 1024));
        row.Set(Paging.UsedSwapUsage, Numbers.Scale(used, 1024));
        row.Set(Paging.FreeSwapUsage, Numbers.Scale(Numbers.Subtract(size, used), 1024));
    }
}
