using Probe.Catalog;
using Probe.Derived;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;

namespace Probe.Tests.Derived;

public sealed class CpuUtilizationCollectorTests
{
    private readonly DerivedHost _host = new([Cpu.PerCpu, Cpu.Total], c => new CpuUtilizationCollector(c));
    private readonly Entity _first = new(Cpu.PerCpu, Collecting.Host.Boot, "0");
    private readonly Entity _second = new(Cpu.PerCpu, Collecting.Host.Boot, "1");

    [Fact]
    public void A_first_pass_has_nothing_to_compare_with()
    {
        Snapshot first = _host.Pass(s => Fill(s, _first, user: 10, idle: 20));

        Assert.Equal(0, first.RowCount);
    }

    [Fact]
    public void Shares_are_what_the_modes_grew_by_in_the_time_that_passed()
    {
        _host.Pass(s => Fill(s, _first, user: 10, idle: 20));
        _host.Wait(10);

        Snapshot later = _host.Pass(s => Fill(s, _first, user: 12.5, idle: 27.5));

        Assert.Equal(0.25, later.Value(Cpu.UserUtilization, "0"), 12);
        Assert.Equal(0.75, later.Value(Cpu.IdleUtilization, "0"), 12);
        Assert.True(double.IsNaN(later.Value(Cpu.StealUtilization, "0")));      // its time is unknown
    }

    [Fact]
    public void A_step_of_the_wall_clock_changes_nothing()
    {
        _host.Pass(s => Fill(s, _first, user: 10, idle: 20));
        _host.Wait(10);
        _host.StepWallClock(TimeSpan.FromHours(-3));

        Assert.Equal(0.25, _host.Pass(s => Fill(s, _first, user: 12.5, idle: 20)).Value(Cpu.UserUtilization, "0"), 12);
    }

    [Fact]
    public void A_tick_too_many_is_all_of_the_time_and_not_more()
    {
        _host.Pass(s => Fill(s, _first, user: 10, idle: 20));
        _host.Wait(0.25);

        Assert.Equal(1, _host.Pass(s => Fill(s, _first, user: 10.26, idle: 20)).Value(Cpu.UserUtilization, "0"));
    }

    [Fact]
    public void A_counter_that_fell_has_no_share_and_the_others_keep_theirs()
    {
        _host.Pass(s => Fill(s, _first, user: 10, idle: 20));
        _host.Wait(10);

        Snapshot later = _host.Pass(s => Fill(s, _first, user: 15, idle: 3));

        Assert.True(double.IsNaN(later.Value(Cpu.IdleUtilization, "0")));
        Assert.Equal(0.5, later.Value(Cpu.UserUtilization, "0"), 12);
    }

    [Fact]
    public void Two_passes_at_one_moment_have_no_shares()
    {
        _host.Pass(s => Fill(s, _first, user: 10, idle: 20));

        Assert.Equal(0, _host.Pass(s => Fill(s, _first, user: 11, idle: 20)).RowCount);
    }

    [Fact]
    public void A_processor_is_compared_with_itself_when_another_before_it_goes_or_comes()
    {
        _host.Pass(s =>
        {
            Fill(s, _first, user: 100, idle: 0);
            Fill(s, _second, user: 1, idle: 0);
        });
        _host.Wait(10);

        Snapshot without = _host.Pass(s => Fill(s, _second, user: 4, idle: 0));
        _host.Wait(10);
        Snapshot again = _host.Pass(s =>
        {
            Fill(s, _first, user: 100, idle: 0);
            Fill(s, _second, user: 5, idle: 0);
        });

        Assert.Equal(0.3, without.Value(Cpu.UserUtilization, "1"), 12);
        Assert.Equal(["1"], again[Cpu.Utilizations].Rows.ToArray().Select(r => r.Values[0]));
        Assert.Equal(0.1, again.Value(Cpu.UserUtilization, "1"), 12);
    }

    [Fact]
    public void Where_only_the_sum_is_wanted_the_shares_are_those_of_all_processors_together()
    {
        var all = new Entity(Cpu.Total, Collecting.Host.Boot);
        _host.Pass(s => FillTotal(s, all, user: 10, idle: 20));
        _host.Wait(10);

        Snapshot later = _host.Pass(s => FillTotal(s, all, user: 16, idle: 54));

        Assert.Equal(0.15, later.Value(Cpu.UserUtilization, ""), 12);
        Assert.Equal(0.85, later.Value(Cpu.IdleUtilization, ""), 12);
    }

    [Fact]
    public void Deriving_allocates_nothing()
    {
        _host.Pass(s => Fill(s, _first, user: 10, idle: 20));
        _host.Wait(10);
        _host.Pass(s => Fill(s, _first, user: 12, idle: 28));

        Assert.Equal(0, _host.MeasureAllocation());
    }

    private static void Fill(Snapshot snapshot, Entity processor, double user, double idle)
    {
        Table.Row row = snapshot[Cpu.PerCpu].Add(processor);
        row[Cpu.UserTime] = user;
        row[Cpu.IdleTime] = idle;
    }

    private static void FillTotal(Snapshot snapshot, Entity all, double user, double idle)
    {
        Table.Row row = snapshot[Cpu.Total].Add(all);
        row[Cpu.TotalUserTime] = user;
        row[Cpu.TotalIdleTime] = idle;
    }
}
