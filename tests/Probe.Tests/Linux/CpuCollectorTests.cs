using Probe.Catalog;
using Probe.Collection;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Linux;

public sealed class CpuCollectorTests
{
    private const string Stat = """
        cpu  300 20 100 4000 30 7 8 9 50 6
        cpu0 100 20 60 2000 30 3 4 9 50 6
        cpu2 200 0 40 2000 0 4 4 0 0 0
        intr 90 1 0 3
        ctxt 123456789012
        btime 1767225600
        processes 777
        procs_running 3
        procs_blocked 1
        softirq 5 1 2

        """;

    [Fact]
    public void Ticks_become_seconds_in_their_modes_and_both_interrupts_add_up()
    {
        Snapshot snapshot = Collect(Stat);

        Assert.Equal(1.0, snapshot.Value(Cpu.UserTime, "0"));
        Assert.Equal(0.2, snapshot.Value(Cpu.NiceTime, "0"));
        Assert.Equal(0.6, snapshot.Value(Cpu.SystemTime, "0"));
        Assert.Equal(20.0, snapshot.Value(Cpu.IdleTime, "0"));
        Assert.Equal(0.3, snapshot.Value(Cpu.IowaitTime, "0"));
        Assert.Equal(0.07, snapshot.Value(Cpu.InterruptTime, "0"));
        Assert.Equal(0.03, snapshot.Value(Cpu.HardwareInterruptTime, "0"));
        Assert.Equal(0.04, snapshot.Value(Cpu.SoftwareInterruptTime, "0"));
        Assert.Equal(0.09, snapshot.Value(Cpu.StealTime, "0"));
        Assert.Equal(0.5, snapshot.Value(Cpu.UserGuestTime, "0"));
        Assert.Equal(0.06, snapshot.Value(Cpu.NiceGuestTime, "0"));
        Assert.Equal(3.0, snapshot.Value(Cpu.TotalUserTime));
        Assert.Equal(0.15, snapshot.Value(Cpu.TotalInterruptTime));
    }

    [Fact]
    public void A_processor_keeps_its_number_where_another_is_offline()
    {
        Assert.Equal(["0", "2"], Collect(Stat)[Cpu.PerCpu].Rows.ToArray().Select(r => r.Values[0]));
    }

    [Fact]
    public void The_other_lines_count_switches_interrupts_and_processes()
    {
        Snapshot snapshot = Collect(Stat);

        Assert.Equal(123456789012, snapshot.Value(Cpu.ContextSwitches));
        Assert.Equal(90, snapshot.Value(Cpu.Interrupts));
        Assert.Equal(777, snapshot.Value(ProcessCounts.Created));
        Assert.Equal(3, snapshot.Value(ProcessCounts.Runnable));
        Assert.Equal(1, snapshot.Value(ProcessCounts.Blocked));
        Assert.Equal(1767225600, snapshot.Value(Machine.BootTimeSeconds));
    }

    [Fact]
    public void An_iowait_that_steps_back_stands_until_it_catches_up()
    {
        double[] seen = Iowaits("100", "97", "99", "102");

        Assert.Equal([1.00, 1.00, 1.00, 1.02], seen);
    }

    [Fact]
    public void An_idle_time_that_begins_anew_when_its_processor_returns_goes_on_from_where_it_was()
    {
        double[] seen = Iowaits("90000", "5", "8");

        Assert.Equal([900.00, 900.05, 900.08], seen);
    }

    [Fact]
    public void A_kernel_without_steal_and_guest_leaves_them_unknown()
    {
        Snapshot snapshot = Collect("cpu0 1 2 3 4 5 6 7\n");

        Assert.Equal(0.13, snapshot.Value(Cpu.InterruptTime, "0"));
        Assert.True(double.IsNaN(snapshot.Value(Cpu.StealTime, "0")));
        Assert.True(double.IsNaN(snapshot.Value(Cpu.NiceGuestTime, "0")));
    }

    [Fact]
    public void By_default_the_processors_are_wanted_and_their_sum_is_not()
    {
        var ring = new SnapshotRing("cpu", [Cpu.PerCpu, Cpu.Total, Cpu.Activity, ProcessCounts.Activity, Machine.BootTime],
            new SnapshotRingOptions(), MakeClock());
        using SnapshotWriter writer = ring.Begin();

        new CpuCollector(ContextOf(new FakeKernel { ["/proc/stat"] = Stat })).Collect(writer.Snapshot);

        Assert.Equal(2, writer.Snapshot[Cpu.PerCpu].Rows.Length);
        Assert.True(writer.Snapshot[Cpu.Total].Rows.IsEmpty);
    }

    private static Snapshot Collect(string stat) => CollectOnce(c => new CpuCollector(c), new FakeKernel { ["/proc/stat"] = stat });

    private static double[] Iowaits(params string[] values)
    {
        var kernel = new FakeKernel();
        var collector = new CpuCollector(ContextOf(kernel));
        return [.. values.Select(value =>
        {
            kernel["/proc/stat"] = $"cpu0 1 2 3 4 {value} 6 7 8 9 10\n";
            Snapshot snapshot = MakeSnapshot();
            collector.Collect(snapshot);
            return snapshot.Value(Cpu.IowaitTime, "0");
        })];
    }
}
