using Probe.Catalog;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;

namespace Probe.Tests.Linux;

/// <summary>Groups add up to everything that every process did, whatever comes and goes.</summary>
public sealed class ProcessGroupTests
{
    private readonly FakeProcesses _kernel = new();
    private readonly ProcessCollector _collector;

    public ProcessGroupTests() => _collector = new ProcessCollector(Collecting.ContextOf(_kernel.Kernel));

    [Fact]
    public void What_a_process_did_stays_when_it_ends()
    {
        _kernel.Add(1, "init");
        _kernel.Add(41, "job", user: 500, written: 100);
        _kernel.Add(42, "job", user: 300, written: 10);
        Pass();
        _kernel.Remove(41);

        Snapshot later = Pass();

        Assert.Equal(8, later.Value(ProcessGroups.UserCpuTime, "job", "1000"));
        Assert.Equal(110, later.Value(ProcessGroups.WriteDiskIo, "job", "1000"));
        Assert.Equal(1, later.Value(ProcessGroups.ProcessCount, "job", "1000"));
        Assert.Equal(40960, later.Value(ProcessGroups.MemoryUsage, "job", "1000"));
    }

    [Fact]
    public void A_process_that_a_listing_overlooked_is_not_counted_twice()
    {
        _kernel.Add(1, "init");
        _kernel.Add(41, "job", user: 500);
        Pass();
        _kernel.Remove(41);
        Pass();
        _kernel.Add(41, "job", user: 510);

        Assert.Equal(5.1, Pass().Value(ProcessGroups.UserCpuTime, "job", "1000"), 9);
    }

    [Fact]
    public void A_group_without_processes_gives_its_place_to_the_others_and_its_counters_with_it()
    {
        _kernel.Add(1, "init", user: 100);
        _kernel.Add(41, "job", user: 500);
        Pass();
        _kernel.Remove(41);
        for (int pass = 0; pass < 10; pass++)
            Assert.Equal(5, Pass().Value(ProcessGroups.UserCpuTime, "job", "1000"));

        Snapshot later = Pass();

        Assert.True(double.IsNaN(later.Value(ProcessGroups.UserCpuTime, "job", "1000")));
        Assert.Equal(5, later.Value(ProcessGroups.UserCpuTime, "other", ""));
    }

    [Fact]
    public void Groups_beyond_the_bound_are_one_and_are_counted()
    {
        for (int pid = 1; pid <= 50; pid++)
            _kernel.Add(pid, $"name{pid}", user: 100);

        Snapshot pass = Pass(maxRows: 11);

        Table groups = pass[ProcessGroups.Groups];
        Assert.Equal(11, groups.Rows.Length);
        Assert.Equal(40, groups.Dropped);
        Assert.Equal(40, pass.Value(ProcessGroups.ProcessCount, "other", ""));
        Assert.Equal(40, pass.Value(ProcessGroups.UserCpuTime, "other", ""));
    }

    [Fact]
    public void Whatever_comes_and_goes_the_groups_add_up_and_no_counter_falls()
    {
        var random = new Random(11);
        var ran = new Dictionary<int, long>();
        long total = 0;
        int next = 1;
        Snapshot? before = null;
        for (int pass = 0; pass < 300; pass++)
        {
            for (int i = 0; i < 5; i++)
                ran[next++] = 0;
            foreach (int pid in ran.Keys.Where(_ => random.Next(20) == 0).ToList())
            {
                ran.Remove(pid);
                _kernel.Remove(pid);
            }

            foreach (int pid in ran.Keys.ToList())
            {
                long grown = random.Next(50);
                total += grown;
                _kernel.Add(pid, $"name{pid % 37}", start: pid, user: ran[pid] += grown, owner: pid % 3);
            }

            Snapshot now = Pass(maxRows: random.Next(10) == 0 ? 8 : 20);
            Table groups = now[ProcessGroups.Groups];
            Assert.Equal(total / 100.0, Sum(groups.Doubles(ProcessGroups.UserCpuTime)), 6);
            Assert.Equal(ran.Count, groups.Longs(ProcessGroups.ProcessCount).ToArray().Sum());
            Assert.InRange(groups.Rows.Length, 1, 20);
            if (before is not null)
                Assert.Empty(Rows.FindFallen(before, now));
            before = now;
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum;
    }

    private Snapshot Pass(int maxRows = 1000)
    {
        var snapshot = new Snapshot([.. AllTables.Schemas.Select(s => new Table(s) { MaxRows = maxRows })]);
        _collector.Collect(snapshot);
        return snapshot;
    }
}
