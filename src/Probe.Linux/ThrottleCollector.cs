using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>How often, and for how long, heat held the processors' clocks down.</summary>
/// <remarks>
/// Sources: of each processor <c>thermal_throttle/core_throttle_count</c>, <c>package_throttle_count</c> and their
/// <c>_total_time_ms</c> below <c>/sys/devices/system/cpu</c>. All threads of a core, and all cores of a package, tell the same event: one of
/// each is asked. A sum of which a part is missing is unknown, since it would be too small.
/// </remarks>
internal sealed class ThrottleCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly ProcessorTopology _topology = new(context.Kernel);
    private readonly CounterMemory _memory = new(4);
    private readonly PerProcessor<Processor> _processors = new(number => new Processor(number));
    private Entity _throttling = new(CpuHardware.Throttling, context.Host.Boot);
    private readonly LastPass _lastPass = new(context);

    public void Collect(Snapshot snapshot)
    {
        _lastPass.Begin();
        if (!_topology.Refresh())
            return;
        Span<long> sums = stackalloc long[4];
        sums.Clear();
        Sum(_topology.CoreLeaders.AsSpan(), 0, ref sums[0]);
        Sum(_topology.CoreLeaders.AsSpan(), 1, ref sums[1]);
        Sum(_topology.PackageLeaders.AsSpan(), 2, ref sums[2]);
        Sum(_topology.PackageLeaders.AsSpan(), 3, ref sums[3]);
        if (!sums.ContainsAnyExcept(Cell.AbsentLong))
            return;

        // With a processor that goes offline its part goes from the sum.
        if (_memory.Fell(sums))
            _throttling = new Entity(CpuHardware.Throttling, _lastPass.Time);
        Table.Row row = snapshot[CpuHardware.Throttling].Add(_throttling);
        row.Set(CpuHardware.CoreThrottles, sums[0]);
        row[CpuHardware.CoreThrottleTime] = Numbers.Divide(sums[1], 1000);
        row.Set(CpuHardware.PackageThrottles, sums[2]);
        row[CpuHardware.PackageThrottleTime] = Numbers.Divide(sums[3], 1000);
        _lastPass.End();
    }

    private void Sum(ReadOnlySpan<int> leaders, int file, ref long sum)
    {
        if (leaders.IsEmpty)
            sum = Cell.AbsentLong;
        foreach (int number in leaders)
        {
            if (!context.Kernel.TryReadValue(_processors[number].Files[file], _text, out long value) || value < 0)
                value = Cell.AbsentLong;
            sum = Numbers.Add(sum, value);
            if (Cell.IsAbsent(sum))
                return;
        }
    }

    /// <summary>The names of a processor's four files.</summary>
    private sealed class Processor(int number)
    {
        public readonly byte[][] Files =
        [
            NameOf(number, "core_throttle_count"), NameOf(number, "core_throttle_total_time_ms"),
            NameOf(number, "package_throttle_count"), NameOf(number, "package_throttle_total_time_ms"),
        ];

        private static byte[] NameOf(int number, string file) =>
            Encoding.UTF8.GetBytes($"/sys/devices/system/cpu/cpu{number}/thermal_throttle/{file}");
    }
}
