using System.Collections.Immutable;
using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>What the machine's firmware and hypervisor say it is.</summary>
/// <remarks>
/// Source: one line in each file of <c>/sys/class/dmi/id</c> (serials and UUID for root alone), <c>/sys/hypervisor</c> (Xen) and the clock sources.
/// A fact that can't be read is absent; a machine that offers none has no row.
/// </remarks>
internal sealed class DmiCollector(CollectorContext context) : ICollector
{
    // In the order of the table's details.
    private static readonly ImmutableArray<byte[]> s_files =
    [
        "/sys/class/dmi/id/sys_vendor"u8.ToArray(),
        "/sys/class/dmi/id/product_name"u8.ToArray(),
        "/sys/class/dmi/id/product_version"u8.ToArray(),
        "/sys/class/dmi/id/product_serial"u8.ToArray(),
        "/sys/class/dmi/id/product_uuid"u8.ToArray(),
        "/sys/class/dmi/id/board_vendor"u8.ToArray(),
        "/sys/class/dmi/id/board_name"u8.ToArray(),
        "/sys/class/dmi/id/board_asset_tag"u8.ToArray(),
        "/sys/class/dmi/id/chassis_vendor"u8.ToArray(),
        "/sys/class/dmi/id/chassis_asset_tag"u8.ToArray(),
        "/sys/class/dmi/id/bios_vendor"u8.ToArray(),
        "/sys/class/dmi/id/bios_version"u8.ToArray(),
        "/sys/class/dmi/id/bios_date"u8.ToArray(),
        "/sys/hypervisor/type"u8.ToArray(),
        "/sys/hypervisor/uuid"u8.ToArray(),
        "/sys/devices/system/clocksource/clocksource0/available_clocksource"u8.ToArray(),
    ];

    private readonly KernelBuffer _text = new();
    private byte[] _facts = new byte[1024];
    private byte[] _known = [];
    private Entity? _machine;

    public void Collect(Snapshot snapshot)
    {
        ReadOnlySpan<byte> facts = ReadFacts();
        if (!facts.SequenceEqual(_known))
            _machine = Learn(facts);
        if (_machine is not null)
            snapshot[Dmi.Schema].Add(_machine);
    }

    /// <summary>All facts in order, each ended by a newline.</summary>
    private ReadOnlySpan<byte> ReadFacts()
    {
        int length = 0;
        foreach (byte[] name in s_files)
        {
            ReadOnlySpan<byte> fact = context.Kernel.TryRead(name, _text) && new FieldReader(_text.Span, "").TryReadLine(out FieldReader line) ? line.Rest : default;
            if (length + fact.Length + 1 > _facts.Length)
                Array.Resize(ref _facts, (length + fact.Length + 1) * 2);
            fact.CopyTo(_facts.AsSpan(length));
            length += fact.Length;
            _facts[length++] = (byte)'\n';
        }

        return _facts.AsSpan(0, length);
    }

    private Entity? Learn(ReadOnlySpan<byte> facts)
    {
        _known = facts.ToArray();
        ImmutableArray<string> values = [.. Encoding.UTF8.GetString(facts).Split('\n', StringSplitOptions.TrimEntries).Take(s_files.Length)];
        return values.All(v => v.Length == 0) ? null : new Entity(Dmi.Schema, context.Host.Boot, values);
    }
}
