using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Memory of each NUMA node, and where its pages went.</summary>
/// <remarks>
/// Sources: <c>/sys/devices/system/node/online</c> and of each node <c>meminfo</c> (KiB) and <c>numastat</c> (pages); see the kernel's
/// <c>admin-guide/numastat</c>. Writing 0 to <c>vm.numa_stat</c> clears the counters: then they began anew.
/// </remarks>
internal sealed class NumaCollector : ICollector
{
    private static readonly ImmutableArray<(string Key, Column Column)> s_allocations =
    [
        ("numa_hit", MemoryDetail.HitNumaAllocations),
        ("numa_miss", MemoryDetail.MissNumaAllocations),
        ("numa_foreign", MemoryDetail.ForeignNumaAllocations),
        ("interleave_hit", MemoryDetail.InterleaveHitNumaAllocations),
        ("local_node", MemoryDetail.LocalNodeNumaAllocations),
        ("other_node", MemoryDetail.OtherNodeNumaAllocations),
    ];

    private readonly CollectorContext _context;
    private readonly KernelBuffer _text = new();
    private readonly List<int> _online = [];
    private readonly PerProcessor<Node> _nodes;
    private readonly KeyedNumbers _memory = new(["MemTotal", "MemFree"], ':', leadingWords: 2);
    private readonly KeyedNumbers _allocations = new(s_allocations.Select(a => a.Key), ' ');
    private readonly LastPass _lastPass;

    public NumaCollector(CollectorContext context)
    {
        _context = context;
        _lastPass = new LastPass(context);
        _nodes = new PerProcessor<Node>(number => new Node(number, _lastPass.Time));
    }

    public void Collect(Snapshot snapshot)
    {
        _lastPass.Begin();
        if (!_context.Kernel.TryReadSet("/sys/devices/system/node/online"u8, _text, _online))
            return;
        Table table = snapshot[MemoryDetail.NumaNodes];
        foreach (int number in _online)
            AddNode(_nodes[number], table, snapshot[MemoryDetail.NumaFields]);
        _lastPass.End();
    }

    private void AddNode(Node node, Table table, Table fields)
    {
        bool hasMemory = _context.Kernel.TryRead(node.Meminfo, _text) && _memory.Read(_text.Span, node.Source);
        if (hasMemory && fields.WantsAny)
            AddFields(node, fields);
        bool hasAllocations = _context.Kernel.TryRead(node.Numastat, _text) && _allocations.Read(_text.Span, node.Source);
        if (hasAllocations)
            node.Watch(_allocations, _lastPass.Time);
        if (!hasMemory && !hasAllocations)
            return;

        Table.Row row = table.Add(node.Entity);
        if (hasMemory)
        {
            row.Set(MemoryDetail.NumaLimit, Numbers.Scale(_memory[0], 1024));
            row.Set(MemoryDetail.FreeNumaUsage, Numbers.Scale(_memory[1], 1024));
            row.Set(MemoryDetail.UsedNumaUsage, Numbers.Scale(Numbers.Subtract(_memory[0], _memory[1]), 1024));
        }

        for (int i = 0; hasAllocations && i < s_allocations.Length; i++)
            row.Set(s_allocations[i].Column, _allocations[i]);
    }

    /// <summary>The fields in KiB that the node's own row does not have.</summary>
    private void AddFields(Node node, Table table)
    {
        var text = new FieldReader(_text.Span, node.Source);
        node.Fields.Begin();
        while (text.TryReadLine(out FieldReader line))
        {
            line.SkipWords(2);
            if (!line.TrySkip(" "u8) || !line.TryReadUntil((byte)':', out ReadOnlySpan<byte> name) || !line.TryReadCount(out long value)
                || !line.TrySkip(" kB"u8) || name.SequenceEqual("MemTotal"u8) || name.SequenceEqual("MemFree"u8) || name.SequenceEqual("MemUsed"u8))
                continue;
            if (node.Fields.Meet(name) is { } field)
                table.Add(field).Set(MemoryDetail.NumaDetail, Numbers.Scale(value, 1024));
        }

        node.Fields.Sweep();
    }

    /// <summary>A node between passes.</summary>
    private sealed class Node(int number, Timestamp since)
    {
        private readonly CounterMemory _counters = new(s_allocations.Length);

        public Entity Entity { get; private set; } = MakeEntity(number, since);

        public NamedSet<Entity> Fields { get; } = new(field =>
            new Entity(MemoryDetail.NumaFields, since, number.ToString(CultureInfo.InvariantCulture), field));

        public string Source { get; } = $"/sys/devices/system/node/node{number}";

        public byte[] Meminfo { get; } = Encoding.UTF8.GetBytes($"/sys/devices/system/node/node{number}/meminfo");

        public byte[] Numastat { get; } = Encoding.UTF8.GetBytes($"/sys/devices/system/node/node{number}/numastat");

        public void Watch(KeyedNumbers allocations, Timestamp lastPass)
        {
            Span<long> counts = stackalloc long[s_allocations.Length];
            for (int i = 0; i < counts.Length; i++)
                counts[i] = allocations[i];
            if (_counters.Fell(counts))
                Entity = MakeEntity(number, lastPass);
        }

        private static Entity MakeEntity(int number, Timestamp since) =>
            new(MemoryDetail.NumaNodes, since, number.ToString(CultureInfo.InvariantCulture));
    }
}
