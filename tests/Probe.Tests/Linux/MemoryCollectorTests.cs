using Probe.Catalog;
using Probe.Linux;
using Probe.Snapshots;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Linux;

public sealed class MemoryCollectorTests
{
    [Fact]
    public void Used_is_what_is_not_available_and_cached_is_what_can_be_dropped()
    {
        Snapshot snapshot = Collect("MemTotal: 1000 kB\nMemFree: 100 kB\nMemAvailable: 600 kB\nBuffers: 10 kB\nCached: 300 kB\nShmem: 50 kB\nSReclaimable: 70 kB\n");

        Assert.Equal(400 * 1024, snapshot.Value(Memory.UsedUsageBytes));
        Assert.Equal(100 * 1024, snapshot.Value(Memory.FreeUsageBytes));
        Assert.Equal(10 * 1024, snapshot.Value(Memory.BuffersUsageBytes));
        Assert.Equal(320 * 1024, snapshot.Value(Memory.CachedUsageBytes));
        Assert.Equal(1000 * 1024, snapshot.Value(Memory.Limit));
    }

    [Fact]
    public void Where_the_kernel_makes_no_estimate_used_is_unknown()
    {
        Snapshot snapshot = Collect("MemTotal: 1000 kB\nMemFree: 100 kB\n");

        Assert.True(double.IsNaN(snapshot.Value(Memory.UsedUsageBytes)));
        Assert.True(double.IsNaN(snapshot.Value(Memory.LinuxAvailable)));
        Assert.Equal(100 * 1024, snapshot.Value(Memory.FreeUsageBytes));
    }

    [Fact]
    public void More_available_than_there_is_makes_nothing_used_that_is_negative()
    {
        Assert.True(double.IsNaN(Collect("MemTotal: 1000 kB\nMemAvailable: 1001 kB\n").Value(Memory.UsedUsageBytes)));
    }

    [Fact]
    public void A_line_without_a_number_is_unknown_alone()
    {
        Snapshot snapshot = Collect("MemTotal: many kB\nMemFree: 100 kB\n");

        Assert.True(double.IsNaN(snapshot.Value(Memory.Limit)));
        Assert.Equal(100 * 1024, snapshot.Value(Memory.FreeUsageBytes));
    }

    [Fact]
    public void Minor_faults_stand_while_a_fault_is_counted_as_major_late()
    {
        var kernel = new FakeKernel { ["/proc/vmstat"] = "pgfault 100\npgmajfault 10\n" };
        var collector = new PagingCollector(ContextOf(kernel));
        Snapshot snapshot = MakeSnapshot();
        double[] minors = [.. new[] { "pgfault 100\npgmajfault 10\n", "pgfault 100\npgmajfault 11\n", "pgfault 103\npgmajfault 11\n" }.Select(text =>
        {
            kernel["/proc/vmstat"] = text;
            snapshot.Clear();
            collector.Collect(snapshot);
            return snapshot.Value(Paging.MinorFaults);
        })];

        Assert.Equal([90, 90, 92], minors);
    }

    private static Snapshot Collect(string meminfo) => CollectOnce(c => new MemoryCollector(c), new FakeKernel { ["/proc/meminfo"] = meminfo });
}
