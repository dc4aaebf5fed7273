using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Hosting.SelfMetrics;

/// <summary>What the runtime tells of our own process: processor time, memory, garbage collections, threads, exceptions.</summary>
/// <remarks>Source: the runtime; for the working set on Linux <c>/proc/self/statm</c>, since the runtime's own way allocates. Always the process itself, whatever root is collected from.</remarks>
internal sealed class RuntimeCollector(CollectorContext context) : ICollector, IDisposable
{
    private static readonly (int Generation, Column Column)[] s_heaps =
        [(0, Self.Gen0HeapSize), (1, Self.Gen1HeapSize), (2, Self.Gen2HeapSize), (3, Self.LohHeapSize), (4, Self.PohHeapSize)];

    private readonly Entity _process = new(Self.Runtime, Timestamp.From(context.Clock.GetUtcNow()));
    private readonly FileKernelSource _own = new();
    private readonly KernelBuffer _memory = new();
    private readonly ExceptionCounts _exceptions = new(Timestamp.From(context.Clock.GetUtcNow()));
    private GCMemoryInfo _lastCollection;
    private long _collections = -1;

    public void Collect(Snapshot snapshot)
    {
        Table.Row row = snapshot[Self.Runtime].Add(_process);
        Environment.ProcessCpuUsage cpu = Environment.CpuUsage;
        row[Self.UserProcessCpuTime] = cpu.UserTime.TotalSeconds;
        row[Self.SystemProcessCpuTime] = cpu.PrivilegedTime.TotalSeconds;
        row.Set(Self.WorkingSet, ReadWorkingSet());
        row.Set(Self.Gen0Collections, GC.CollectionCount(0));
        row.Set(Self.Gen1Collections, GC.CollectionCount(1));
        row.Set(Self.Gen2Collections, GC.CollectionCount(2));
        row.Set(Self.TotalAllocated, GC.GetTotalAllocatedBytes());
        row[Self.PauseTime] = GC.GetTotalPauseDuration().TotalSeconds;
        row.Set(Self.ThreadPoolThreads, ThreadPool.ThreadCount);
        WriteHeap(snapshot[Self.Runtime], row);
        _exceptions.Write(snapshot[Self.Exceptions]);
    }

    public void Dispose()
    {
        _own.Dispose();
        _exceptions.Dispose();
    }

    // Asking allocates: once after each garbage collection, and only for somebody.
    private void WriteHeap(Table table, Table.Row row)
    {
        if (!table.Wants(Self.Gen0HeapSize) && !table.Wants(Self.CommittedSize))
            return;
        if (GC.CollectionCount(0) != _collections)
            (_lastCollection, _collections) = (GC.GetGCMemoryInfo(), GC.CollectionCount(0));
        if (_lastCollection.Index == 0)
            return;
        foreach ((int generation, Column column) in s_heaps)
            row.Set(column, _lastCollection.GenerationInfo[generation].SizeAfterBytes);
        row.Set(Self.CommittedSize, _lastCollection.TotalCommittedBytes);
    }

    private long ReadWorkingSet()
    {
        if (!OperatingSystem.IsLinux())
            return Environment.WorkingSet;
        if (!_own.TryRead("/proc/self/statm"u8, _memory))
            return Cell.AbsentLong;
        var statm = new FieldReader(_memory.Span, "/proc/self/statm");
        statm.SkipWords(1);
        return statm.TryReadCount(out long pages) && !Cell.IsAbsent(pages) ? pages * Environment.SystemPageSize : Cell.AbsentLong;
    }
}
