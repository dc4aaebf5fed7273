using System.Diagnostics;
using System.Globalization;
using Probe.Catalog;
using Probe.Collection;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;

namespace Probe.Tests.Linux;

/// <summary>Every process of the live system, as ps tells of it just before and just after.</summary>
public sealed class LiveProcessTests : IDisposable
{
    private readonly List<Process> _children = [];

    public void Dispose()
    {
        foreach (Process child in _children)
        {
            child.Kill();
            child.WaitForExit();
            child.Dispose();
        }
    }

    [Fact]
    public void Every_process_that_stood_still_is_told_as_ps_tells_it()
    {
        for (int i = 0; i < 20; i++)
            _children.Add(Process.Start("sleep", "600"));
        Platform platform = LinuxPlatform.Create("/", TimeProvider.System);
        var collector = new ProcessCollector(new CollectorContext(platform.Kernel, platform.Host, TimeProvider.System, new SnapshotStore()));
        Snapshot snapshot = Collecting.MakeSnapshot();

        Dictionary<int, PsRow> before = Ask();
        collector.Collect(snapshot);
        Dictionary<int, PsRow> after = Ask();

        Table all = snapshot[Processes.All];
        var told = all.Rows.ToArray().Select((row, i) => (Pid: int.Parse(row.Values[0], CultureInfo.InvariantCulture), Entity: row, Index: i)).ToDictionary(r => r.Pid);
        int compared = 0;
        foreach ((int pid, PsRow was) in before)
        {
            if (!after.TryGetValue(pid, out PsRow? isNow) || Math.Abs(isNow.Started - was.Started) > 2)
                continue;
            Assert.True(told.TryGetValue(pid, out var ours), $"{pid} {was.Name} is missing");
            int row = ours.Index;
            Assert.InRange(all.Doubles(Processes.UserCpuTime)[row] + all.Doubles(Processes.SystemCpuTime)[row], was.CpuSeconds, isNow.CpuSeconds + 1);
            Assert.InRange(Math.Abs(ours.Entity.Since.UnixNanoseconds / 1e9 - was.Started), 0, 2);
            if (was with { CpuSeconds = 0, Started = 0 } != isNow with { CpuSeconds = 0, Started = 0 })
                continue;
            compared++;
            Assert.Equal((was.Parent, was.Owner), (int.Parse(ours.Entity.Values[2], CultureInfo.InvariantCulture), ours.Entity.Values[4]));
            Assert.Equal((was.Threads, was.ResidentKib, was.VirtualKib, was.Nice), (all.Longs(Processes.ThreadCount)[row],
                all.Longs(Processes.MemoryUsage)[row] / 1024, all.Longs(Processes.VirtualMemory)[row] / 1024, all.Longs(Processes.Nice)[row]));
        }

        Assert.InRange(compared, 20, int.MaxValue);
        Assert.Equal(all.Rows.Length, snapshot[ProcessGroups.Groups].Longs(ProcessGroups.ProcessCount).ToArray().Sum());
    }

    private static Dictionary<int, PsRow> Ask()
    {
        double now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string[] lines = Oracle.Run("ps", "-eo", "pid=,ppid=,nlwp=,rss=,vsz=,ni=,cputimes=,etimes=,euser:32=,comm=").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Select(l => l.Split(' ', 10, StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length == 10).ToDictionary(
            w => int.Parse(w[0], CultureInfo.InvariantCulture),
            w => new PsRow(int.Parse(w[1], CultureInfo.InvariantCulture), Number(w[2]), Number(w[3]), Number(w[4]), w[5] == "-" ? 0 : Number(w[5]), Number(w[6]),
                (long)now - Number(w[7]), w[8], w[9]));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private sealed record PsRow(int Parent, long Threads, long ResidentKib, long VirtualKib, long Nice, long CpuSeconds, long Started, string Owner, string Name);
}
