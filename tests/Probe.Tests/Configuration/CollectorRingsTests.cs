using Probe.Catalog;
using Probe.Collection;
using Probe.Configuration;
using Probe.Metrics;

namespace Probe.Tests.Configuration;

public sealed class CollectorRingsTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Times_of_each_cpu_and_their_sum_are_never_wanted_together(string perCpu, bool each)
    {
        using var fixture = new SettingsFixture { Arguments = [$"--Probe:Collectors:cpu:PerCpu={perCpu}"] };

        Func<Column, bool> wanted = CollectorRings.Wanted(fixture.LoadGood().Options);

        Assert.Equal((each, !each), (wanted(Cpu.UserTime), wanted(Cpu.TotalUserTime)));
    }

    [Theory]
    [InlineData("", "", false, true)]
    [InlineData("system.interrupt.count", "", true, true)]
    [InlineData("system.*", "", true, true)]
    [InlineData("*count", "", true, true)]
    [InlineData("system.*", "*.count,system.cpu.*", false, false)]
    public void A_metric_is_wanted_by_its_tier_or_by_name_unless_it_is_excluded(string include, string exclude, bool optional, bool standard)
    {
        using var fixture = new SettingsFixture { Variables = { ["PROBE__METRICS__INCLUDE"] = include, ["PROBE__METRICS__EXCLUDE"] = exclude } };

        Func<Column, bool> wanted = CollectorRings.Wanted(fixture.LoadGood().Options);

        Assert.Equal((optional, standard), (wanted(Cpu.InterruptCount), wanted(Cpu.ContextSwitches)));
    }

    [Fact]
    public void A_ring_keeps_what_the_settings_of_its_collector_and_of_the_push_say()
    {
        using var fixture = new SettingsFixture
        {
            Arguments = ["--Probe:Collectors:memory:Budget=1MiB", "--Probe:Collectors:memory:MaxRows=7", "--Probe:Collectors:memory:Interval=20s", "--Probe:Otlp:Interval=30s"],
        };
        var descriptor = new CollectorDescriptor("memory", Memory.Schemas, Intervals.Default, _ => throw new NotSupportedException());

        var ring = CollectorRings.OptionsOf(descriptor, fixture.LoadGood().Options);

        Assert.Equal((1 << 20, 7, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30)), (ring.Budget, ring.MaxRows, ring.MaxAge, ring.ExportInterval));
    }
}
