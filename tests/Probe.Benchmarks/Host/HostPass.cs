using System.Diagnostics;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Benchmarks.Host;

/// <summary>One pass of the collectors over the basic files, into their rings, as the daemon's loops take it.</summary>
internal sealed class HostPass
{
    // Each with the file it reads; pressure reads three.
    private static readonly string[] s_collectors = ["cpu", "memory", "load", "disk", "network", "pressure", "uptime"];

    private readonly (ICollector Collector, SnapshotRing Ring, Snapshot Tables)[] _collectors;
    private readonly bool _toRings;

    /// <param name="toRings">True commits every pass to its ring; false parses it into tables that are cleared before.</param>
    public HostPass(bool toRings)
    {
        _toRings = toRings;
        Platform platform = LinuxPlatform.Create("/", TimeProvider.System);
        var kernel = new MeteredKernelSource(new WithoutIrqPressure(platform.Kernel));
        var context = new CollectorContext(kernel, platform.Host, TimeProvider.System, new SnapshotStore());
        var options = new SnapshotRingOptions { Wanted = static c => c.Instrument.Tier == Tier.Default && c.Schema != Cpu.Total };
        _collectors =
        [
            .. platform.Collectors.Where(d => s_collectors.Contains(d.Name))
                .Select(d => (d.Create(context), new SnapshotRing(d.Name, d.Tables, options, TimeProvider.System),
                    new Snapshot([.. d.Tables.Select(t => new Table(t, ColumnMask.Where(t, options.Wanted)))]))),
        ];
        if (_collectors.Length != s_collectors.Length)
            throw new InvalidOperationException("The roster has not all of the collectors.");
    }

    /// <summary>Rows that one pass gives.</summary>
    public int Rows => _collectors.Sum(c => c.Tables.RowCount);

    /// <summary>What each of so many passes took, in nanoseconds.</summary>
    public long[] Measure(bool cold, int passes)
    {
        long[] took = new long[passes];
        for (int i = 0; i < passes; i++)
        {
            if (cold)
                Thread.Sleep(20);
            long started = Stopwatch.GetTimestamp();
            Pass();
            took[i] = (long)Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        }

        return took;
    }

    /// <summary>What each collector's part of a pass takes at the median, in microseconds.</summary>
    public IEnumerable<(string Name, double Microseconds)> MeasureParts(int passes)
    {
        foreach ((ICollector collector, SnapshotRing ring, Snapshot tables) in _collectors)
        {
            var samples = new Samples();
            for (int i = 0; i < passes; i++)
            {
                long started = Stopwatch.GetTimestamp();
                Collect(collector, ring, tables);
                samples.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }

            yield return (ring.Name, samples.Median);
        }
    }

    /// <summary>Bytes that so many passes allocate.</summary>
    public long MeasureAllocation(int passes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < passes; i++)
            Pass();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Pass()
    {
        foreach ((ICollector collector, SnapshotRing ring, Snapshot tables) in _collectors)
            Collect(collector, ring, tables);
    }

    private void Collect(ICollector collector, SnapshotRing ring, Snapshot tables)
    {
        if (!_toRings)
        {
            tables.Clear();
            collector.Collect(tables);
            return;
        }

        using SnapshotWriter writer = ring.Begin();
        collector.Collect(writer.Snapshot);
        writer.Commit();
    }

    /// <summary>The kernel with three files of pressure: where interrupts are accounted there is a fourth, which the reference does not read.</summary>
    private sealed class WithoutIrqPressure(IKernelSource kernel) : IKernelSource
    {
        public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) =>
            name.SequenceEqual("/proc/pressure/irq"u8) ? buffer.Refuse(Refusal.Absent) : kernel.TryRead(name, buffer);

        public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => kernel.TryList(name, names);
    }
}
