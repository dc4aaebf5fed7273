using Microsoft.Extensions.Time.Testing;
using Probe.Catalog;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Linux;

public sealed class ProcessorCollectorTests
{
    private const string Cpu0 = "/sys/devices/system/cpu/cpu0", Cpu1 = "/sys/devices/system/cpu/cpu1";

    [Fact]
    public void Cores_are_pairs_of_package_and_core_and_a_silent_processor_leaves_them_uncounted()
    {
        FakeKernel kernel = MakeKernel();
        var collector = new TopologyCollector(ContextOf(kernel));
        Snapshot snapshot = MakeSnapshot();

        collector.Collect(snapshot);
        Assert.Equal((2, 1, 1), (snapshot.Value(CpuHardware.LogicalCount), snapshot.Value(CpuHardware.PhysicalCount), snapshot.Value(CpuHardware.SocketCount)));

        kernel["/sys/devices/system/cpu/online"] = "0-2\n";     // the third says nothing
        snapshot.Clear();
        collector.Collect(snapshot);
        Assert.Equal(3, snapshot.Value(CpuHardware.LogicalCount));
        Assert.True(double.IsNaN(snapshot.Value(CpuHardware.PhysicalCount)));
    }

    [Fact]
    public void A_processor_switched_off_leaves_the_count_and_comes_back()
    {
        FakeKernel kernel = MakeKernel();
        var collector = new TopologyCollector(ContextOf(kernel));
        double[] counts = [.. new[] { "0-1\n", "0\n", "0-1\n" }.Select(online =>
        {
            kernel["/sys/devices/system/cpu/online"] = online;
            Snapshot snapshot = MakeSnapshot();
            collector.Collect(snapshot);
            return snapshot.Value(CpuHardware.LogicalCount);
        })];

        Assert.Equal([2, 1, 2], counts);
    }

    [Fact]
    public void Threads_of_a_core_tell_its_throttling_once()
    {
        FakeKernel kernel = MakeKernel();
        foreach (string cpu in new[] { Cpu0, Cpu1 })
        {
            kernel[$"{cpu}/thermal_throttle/core_throttle_count"] = "5\n";
            kernel[$"{cpu}/thermal_throttle/package_throttle_count"] = "7\n";
        }

        Snapshot snapshot = CollectOnce(c => new ThrottleCollector(c), kernel);

        Assert.Equal(5, snapshot.Value(CpuHardware.CoreThrottles));
        Assert.Equal(7, snapshot.Value(CpuHardware.PackageThrottles));
        Assert.True(double.IsNaN(snapshot.Value(CpuHardware.CoreThrottleTime)));
    }

    [Fact]
    public void Frequencies_of_cpuinfo_stand_in_where_no_processor_is_scaled()
    {
        FakeKernel kernel = MakeKernel();
        kernel["/proc/cpuinfo"] = "processor\t: 0\ncpu MHz\t\t: 2449.998\n\nprocessor\t: 1\ncpu MHz\t\t: 800.000\n";
        Assert.Equal(2449998000, CollectOnce(c => new FrequencyCollector(c), kernel).Value(CpuHardware.CurrentFrequency, "0"));

        kernel[$"{Cpu1}/cpufreq/scaling_cur_freq"] = "1200000\n";
        Snapshot scaled = CollectOnce(c => new FrequencyCollector(c), kernel);
        Assert.Equal(1200000000, scaled.Value(CpuHardware.CurrentFrequency, "1"));
        Assert.True(double.IsNaN(scaled.Value(CpuHardware.CurrentFrequency, "0")));
    }

    [Fact]
    public void An_interrupt_line_that_another_device_took_over_began_anew()
    {
        var clock = MakeClock();
        var kernel = new FakeKernel { ["/proc/interrupts"] = "      CPU0 CPU1\n 24: 7 8  PCI-MSI-0000:00:1f.2  0-edge  ahci\nERR: 0\n" };
        var collector = new InterruptCollector(ContextOf(kernel, clock));
        Snapshot snapshot = MakeSnapshot();
        collector.Collect(snapshot);
        Assert.Equal(8, snapshot.Value(Cpu.InterruptCount, "24", "ahci", "1"));
        Assert.Equal(2, snapshot[Cpu.InterruptLines].Rows.Length);

        Timestamp before = Timestamp.From(clock.GetUtcNow());
        clock.Advance(TimeSpan.FromMinutes(1));
        kernel["/proc/interrupts"] = "      CPU0 CPU1\n 24: 1 0  PCI-MSI-0000:00:1f.2  0-edge  nvme0q1, nvme0q2\n";
        snapshot.Clear();
        collector.Collect(snapshot);

        Assert.Equal(1, snapshot.Value(Cpu.InterruptCount, "24", "nvme0q1, nvme0q2", "0"));
        Assert.Equal(before, snapshot[Cpu.InterruptLines].Rows[0].Since);
    }

    [Fact]
    public void Softirqs_are_told_by_processor_and_one_that_never_ran_has_no_row()
    {
        Snapshot snapshot = CollectOnce(c => new SoftirqCollector(c), new FakeKernel
        {
            ["/proc/softirqs"] = "   CPU0 CPU1 CPU3\n HI: 1 0 2\n TIMER: 3 0 4\n UNHEARD_OF: 9 9 9\n",
        });

        Assert.Equal(["0", "3"], snapshot[Cpu.Softirqs].Rows.ToArray().Select(r => r.Values[0]));
        Assert.Equal(4, snapshot.Value(Cpu.TimerSoftirqCount, "3"));
        Assert.True(double.IsNaN(snapshot.Value(Cpu.RcuSoftirqCount, "3")));
    }

    private static FakeKernel MakeKernel() => new()
    {
        ["/sys/devices/system/cpu/online"] = "0-1\n",
        [$"{Cpu0}/topology/physical_package_id"] = "0\n",
        [$"{Cpu0}/topology/core_id"] = "4\n",
        [$"{Cpu1}/topology/physical_package_id"] = "0\n",
        [$"{Cpu1}/topology/core_id"] = "4\n",
    };
}
