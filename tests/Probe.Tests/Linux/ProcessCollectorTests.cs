using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Probe.Catalog;
using Probe.Collection;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;

namespace Probe.Tests.Linux;

public sealed class ProcessCollectorTests
{
    private readonly FakeProcesses _kernel = new();
    private readonly FakeTimeProvider _clock = Collecting.MakeClock();
    private readonly ProcessCollector _collector;
    private int _maxRows = 1000;

    public ProcessCollectorTests() => _collector = new ProcessCollector(Collecting.ContextOf(_kernel.Kernel, _clock));

    [Theory]
    [InlineData("a) R 1 (b")]
    [InlineData(")")]
    [InlineData("")]
    [InlineData("new\nline) S 1 2 3 4\n")]
    [InlineData("\u001b[31m")]
    public void A_name_may_be_anything(string name)
    {
        _kernel.Add(41, name, user: 250);

        Table all = Pass()[Processes.All];

        Assert.Equal(name, Assert.Single(all.Rows.ToArray()).Values[3]);
        Assert.Equal(2.5, all.Doubles(Processes.UserCpuTime)[0]);
        Assert.Equal(7, all.Longs(Processes.ThreadCount)[0]);
    }

    [Fact]
    public void A_name_that_is_no_text_is_told_as_far_as_it_is()
    {
        _kernel.Add(41, "x");
        byte[] text = Encoding.Latin1.GetBytes(FakeProcesses.Stat(41, "a\u00ffb"));
        _kernel.Kernel.Set("/proc/41/stat", text);

        Assert.Equal("a\ufffdb", Pass()[Processes.All].Rows[0].Values[3]);
    }

    [Fact]
    public void A_process_that_exits_between_listing_and_reading_leaves_no_row()
    {
        _kernel.Add(41, "gone");
        _kernel.Add(42, "there");
        _kernel.Kernel["/proc/41/stat"] = null;

        Snapshot pass = Pass();

        Assert.Equal("42", Assert.Single(pass[Processes.All].Rows.ToArray()).Values[0]);
        Assert.Equal(1, pass[ProcessCounts.States].Longs(ProcessCounts.SleepingCount)[0]);
    }

    [Fact]
    public void A_process_that_exits_while_it_is_read_has_a_row_of_what_was_read()
    {
        _kernel.Add(41, "going", user: 100);
        foreach (string file in (string[])["statm", "status", "io", "exe", "cgroup"])
            _kernel.Kernel[$"/proc/41/{file}"] = null;

        Table all = Pass()[Processes.All];

        Assert.Equal(1, all.Doubles(Processes.UserCpuTime)[0]);
        Assert.True(Cell.IsAbsent(all.Longs(Processes.ReadDiskIo)[0]));
        Assert.Equal(["41", "2026-01-01T00:00:01.000Z", "1", "going", "", ""], all.Rows[0].Values);
    }

    [Fact]
    public void A_pid_used_again_is_another_process_with_a_start_of_its_own()
    {
        _kernel.Add(41, "worker", start: 100, user: 5000);
        Entity first = Pass()[Processes.All].Rows[0];
        _kernel.Add(41, "worker", start: 9000, user: 20);
        Snapshot later = Pass();

        Entity second = later[Processes.All].Rows[0];

        Assert.NotSame(first, second);
        Assert.Equal("2026-01-01T00:01:30.000Z", second.Values[1]);
        Assert.Equal(Collecting.Host.Boot.UnixNanoseconds + 90_000_000_000, second.Since.UnixNanoseconds);
        Assert.Equal(0.2, later[Processes.All].Doubles(Processes.UserCpuTime)[0]);
        Assert.Equal(50.2, later.Value(ProcessGroups.UserCpuTime, "worker", "1000"), 6);
    }

    [Fact]
    public void A_process_that_stays_keeps_its_row()
    {
        _kernel.Add(41, "worker");
        Entity first = Pass()[Processes.All].Rows[0];
        Pass();

        Assert.Same(first, Pass()[Processes.All].Rows[0]);
    }

    [Fact]
    public void A_process_that_runs_another_program_is_told_by_its_new_name_and_began_when_it_began()
    {
        _kernel.Add(41, "sh", user: 100);
        Pass();
        Pass();
        _kernel.Add(41, "nginx", user: 300, owner: 33);
        Snapshot later = Pass();

        Assert.Equal(["41", "2026-01-01T00:00:01.000Z", "1", "nginx", "33", ""], later[Processes.All].Rows[0].Values);
        Assert.Equal(1, later.Value(ProcessGroups.UserCpuTime, "sh", "1000"));
        Assert.Equal(2, later.Value(ProcessGroups.UserCpuTime, "nginx", "33"));
    }

    [Fact]
    public void A_user_who_changes_right_after_the_start_is_met_in_the_second_pass()
    {
        _kernel.Add(41, "nginx", owner: 0);
        Pass();
        _kernel.Add(41, "nginx", owner: 33);

        Assert.Equal("33", Pass()[Processes.All].Rows[0].Values[4]);
    }

    [Fact]
    public void Users_have_the_names_of_the_password_file_and_numbers_where_it_has_none()
    {
        _kernel.Kernel["/etc/passwd"] = "root:x:0:0::/root:/bin/sh\nbroken line\nweb:x:33:33:::\n";
        _kernel.Add(41, "a", owner: 33);
        _kernel.Add(42, "b", owner: 4711);

        Table all = Pass()[Processes.All];

        Assert.Equal(["web", "4711"], all.Rows.ToArray().Select(r => r.Values[4]));
        Assert.Single(_kernel.Kernel.Asked, n => n == "/etc/passwd");
    }

    [Theory]
    [InlineData("/usr/bin/python3.13\0", "python3.13")]
    [InlineData("/opt/a b/c (deleted)\0", "c")]
    [InlineData("/memfd:x (deleted)\0", "memfd:x")]
    public void An_executable_is_named_by_its_file(string link, string name)
    {
        _kernel.Add(41, "comm");
        _kernel.Kernel["/readlink/proc/41/exe"] = link;

        Assert.Equal(name, Pass()[Processes.All].Rows[0].Values[3]);
    }

    [Theory]
    [InlineData("0::/system.slice/docker-{0}.scope\n")]
    [InlineData("12:cpu:/x\n3:memory:/kubepods/burstable/pod1/{0}\n")]
    [InlineData("0::/machine.slice/libpod-{0}.scope/container\n")]
    public void The_container_is_the_one_its_control_group_names(string groups)
    {
        string id = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));
        _kernel.Add(41, "a");
        _kernel.Add(42, "b");
        _kernel.Kernel["/proc/41/cgroup"] = string.Format(CultureInfo.InvariantCulture, groups, id);
        _kernel.Kernel["/proc/42/cgroup"] = "0::/" + id + "0\n";

        Table all = Pass()[Processes.All];

        Assert.Equal([id, ""], all.Rows.ToArray().Select(r => r.Values[5]));
    }

    [Fact]
    public void Zombies_and_all_other_states_are_counted()
    {
        foreach ((int i, char state) in "RSSDZZZTtIXP?".Index())
            _kernel.Add(41 + i, "x", state);

        Snapshot pass = Pass();

        Assert.Equal([1, 5, 2, 4], (double[])[pass.Value(ProcessCounts.RunningCount), pass.Value(ProcessCounts.SleepingCount),
            pass.Value(ProcessCounts.StoppedCount), pass.Value(ProcessCounts.DefunctCount)]);
        Assert.Equal(3, pass.Value(ProcessCounts.ZombieLinuxStates));
        Assert.Equal(13, pass[Processes.All].Rows.Length);
    }

    [Fact]
    public void What_may_not_be_read_is_absent_and_the_rest_is_there()
    {
        _kernel.Add(41, "theirs", user: 100);
        foreach (string file in (string[])["/proc/41/io", "/readlink/proc/41/exe", "/proc/41/fd", "/size/proc/41/fd"])
            _kernel.Kernel.Deny(file);

        Snapshot pass = Pass();

        Assert.True(double.IsNaN(pass.Value(Processes.ReadDiskIo, [.. pass[Processes.All].Rows[0].Values])));
        Assert.True(Cell.IsAbsent(pass[Processes.All].Longs(Processes.FileDescriptors)[0]));
        Assert.True(Cell.IsAbsent(pass[ProcessGroups.Groups].Longs(ProcessGroups.ReadDiskIo)[0]));
        Assert.Equal(1, pass.Value(ProcessGroups.UserCpuTime, "theirs", "1000"));
    }

    [Fact]
    public void The_share_of_the_processors_it_may_use_is_what_it_ran_between_two_passes()
    {
        _kernel.Add(41, "busy", user: 1000, system: 100);
        Assert.True(Pass()[Processes.Utilization].Rows.IsEmpty || double.IsNaN(Pass()[Processes.Utilization].Doubles(Processes.UserCpuUtilizationRatio)[0]));
        _clock.Advance(TimeSpan.FromSeconds(10));
        _kernel.Add(41, "busy", user: 2000, system: 200);

        Table shares = Pass()[Processes.Utilization];

        Assert.Equal(0.5, shares.Doubles(Processes.UserCpuUtilizationRatio)[0], 9);       // ten seconds of twice ten
        Assert.Equal(0.05, shares.Doubles(Processes.SystemCpuUtilizationRatio)[0], 9);
    }

    [Fact]
    public void Only_what_is_wanted_is_read()
    {
        _kernel.Add(41, "plain");
        var snapshot = new Snapshot([.. LinuxRoster.Collectors.Single(c => c.Name == "processes").Tables.Select(t =>
            new Table(t, ColumnMask.Where(t, static c => c == Processes.UserCpuTime)))]);
        _collector.Collect(snapshot);
        _kernel.Kernel.Asked.Clear();
        _collector.Collect(snapshot);
        _kernel.Kernel.Asked.Clear();

        _collector.Collect(snapshot);

        Assert.Equal(["/proc", "/proc/41/stat"], _kernel.Kernel.Asked);
    }

    [Fact]
    public void The_bound_keeps_those_that_use_the_most_and_counts_the_rest()
    {
        for (int pid = 1; pid <= 900; pid++)
            _kernel.Add(pid, "idle", user: pid == 500 ? 9000 : 1, pages: pid == 600 ? 100_000 : 10, written: pid == 700 ? 1 << 30 : 0);
        _maxRows = 30;

        Table all = Pass()[Processes.All];

        string[] kept = [.. all.Rows.ToArray().Select(r => r.Values[0])];
        Assert.InRange(kept.Length, 3, 30);
        Assert.Subset(kept.ToHashSet(), new HashSet<string> { "500", "600", "700" });
        Assert.Equal(900 - kept.Length, all.Dropped);
    }

    [Fact]
    public void Who_has_a_row_keeps_it_until_another_does_clearly_more()
    {
        var random = new Random(7);
        long[] ran = [.. Enumerable.Range(0, 100).Select(_ => 1000L)];
        _maxRows = 30;
        var members = new List<string[]>();
        for (int pass = 0; pass < 40; pass++)
        {
            for (int i = 0; i < ran.Length; i++)
                _kernel.Add(i + 1, "p", user: ran[i] += 100 + random.Next(10), pages: 1000 + random.Next(50));
            members.Add([.. Pass()[Processes.All].Rows.ToArray().Select(r => r.Values[0])]);
        }

        Assert.All(members[10..], m => Assert.Equal(members[10], m));
        for (int pass = 0; pass < 3; pass++)
        {
            _kernel.Add(99, "p", user: ran[98] += 1000, pages: 1000);
            Pass();
        }

        Assert.Contains("99", Pass()[Processes.All].Rows.ToArray().Select(r => r.Values[0]));
    }

    private Snapshot Pass()
    {
        var snapshot = new Snapshot([.. AllTables.Schemas.Select(s => new Table(s) { MaxRows = _maxRows })]);
        _collector.Collect(snapshot);
        return snapshot;
    }
}
