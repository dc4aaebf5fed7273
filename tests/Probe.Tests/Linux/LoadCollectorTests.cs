using Probe.Catalog;
using Probe.Linux;
using Probe.Snapshots;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Linux;

public sealed class LoadCollectorTests
{
    [Fact]
    public void The_three_averages_and_the_threads_behind_the_slash_are_read()
    {
        Snapshot snapshot = CollectOnce(c => new LoadCollector(c), new FakeKernel { ["/proc/loadavg"] = "0.20 1.18 12.05 3/480 11206\n" });

        Assert.Equal(0.20, snapshot.Value(Cpu.Load1));
        Assert.Equal(1.18, snapshot.Value(Cpu.Load5));
        Assert.Equal(12.05, snapshot.Value(Cpu.Load15));
        Assert.Equal(480, snapshot.Value(ProcessCounts.ThreadCount));
    }

    [Fact]
    public void A_cut_line_is_no_line()
    {
        Snapshot snapshot = CollectOnce(c => new LoadCollector(c), new FakeKernel { ["/proc/loadavg"] = "0.20 1.18 12.0" });

        Assert.Equal(0, snapshot.RowCount);
    }
}
