using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Probe.Catalog;
using Probe.Collection;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Collection;

namespace Probe.Tests.Linux;

/// <summary>What we collect from the live kernel lies between what other programs read just before and just after.</summary>
public sealed class LiveOracleTests
{
    private const string Exact = "OFMT=%.17g";      // else awk prints six digits

    // A value of the moment may leave the span between two readings and come back. Sooner or later it does not.
    private const int Tries = 100;

    private static readonly ImmutableArray<(string Collector, Column Column, string Entity, string File, string Awk)> s_readings =
    [
        ("cpu", Cpu.UserTime, "0", "/proc/stat", "$1 == \"cpu0\" { print $2 / 100 }"),
        ("cpu", Cpu.NiceTime, "0", "/proc/stat", "$1 == \"cpu0\" { print $3 / 100 }"),
        ("cpu", Cpu.SystemTime, "0", "/proc/stat", "$1 == \"cpu0\" { print $4 / 100 }"),
        ("cpu", Cpu.IdleTime, "0", "/proc/stat", "$1 == \"cpu0\" { print $5 / 100 }"),
        ("cpu", Cpu.InterruptTime, "0", "/proc/stat", "$1 == \"cpu0\" { print ($7 + $8) / 100 }"),
        ("cpu", Cpu.StealTime, "0", "/proc/stat", "$1 == \"cpu0\" { print $9 / 100 }"),
        ("cpu", Cpu.TotalUserTime, "", "/proc/stat", "$1 == \"cpu\" { print $2 / 100 }"),
        ("cpu", Cpu.TotalIowaitTime, "", "/proc/stat", "$1 == \"cpu\" { print $6 / 100 }"),
        ("cpu", Cpu.ContextSwitches, "", "/proc/stat", "$1 == \"ctxt\" { print $2 }"),
        ("cpu", Cpu.Interrupts, "", "/proc/stat", "$1 == \"intr\" { print $2 }"),
        ("cpu", ProcessCounts.Created, "", "/proc/stat", "$1 == \"processes\" { print $2 }"),
        ("cpu", ProcessCounts.Blocked, "", "/proc/stat", "$1 == \"procs_blocked\" { print $2 }"),
        ("load", Cpu.Load1, "", "/proc/loadavg", "{ print $1 }"),
        ("load", Cpu.Load15, "", "/proc/loadavg", "{ print $3 }"),
        ("load", ProcessCounts.ThreadCount, "", "/proc/loadavg", "{ split($4, threads, \"/\"); print threads[2] }"),
        ("memory", Memory.Limit, "", "/proc/meminfo", "$1 == \"MemTotal:\" { print $2 * 1024 }"),
        ("memory", Memory.UsedUsageBytes, "", "/proc/meminfo", "{ a[$1] = $2 } END { print (a[\"MemTotal:\"] - a[\"MemAvailable:\"]) * 1024 }"),
        ("memory", Memory.FreeUsageBytes, "", "/proc/meminfo", "$1 == \"MemFree:\" { print $2 * 1024 }"),
        ("memory", Memory.CachedUsageBytes, "", "/proc/meminfo", "{ a[$1] = $2 } END { print (a[\"Cached:\"] + a[\"SReclaimable:\"] - a[\"Shmem:\"]) * 1024 }"),
        ("memory", Memory.Anonymous, "", "/proc/meminfo", "$1 == \"AnonPages:\" { print $2 * 1024 }"),
        ("memory", Memory.CommitUsage, "", "/proc/meminfo", "$1 == \"Committed_AS:\" { print $2 * 1024 }"),
        ("paging", Paging.MajorFaults, "", "/proc/vmstat", "$1 == \"pgmajfault\" { print $2 }"),
        ("paging", Paging.MinorFaults, "", "/proc/vmstat", "{ a[$1] = $2 } END { print a[\"pgfault\"] - a[\"pgmajfault\"] }"),
        ("paging", Paging.InIo, "", "/proc/vmstat", "$1 == \"pgpgin\" { print $2 * 1024 }"),
        ("paging", Paging.OutIo, "", "/proc/vmstat", "$1 == \"pgpgout\" { print $2 * 1024 }"),
        ("pressure", Pressure.IoSomeStallTime, "", "/proc/pressure/io", "/^some/ { split($5, t, \"=\"); print t[2] / 1000000 }"),
        ("pressure", Pressure.CpuSome10sStallUtilization, "", "/proc/pressure/cpu", "/^some/ { split($2, t, \"=\"); sub(/[.]/, \"\", t[2]); print t[2] / 10000 }"),
        ("network", NetworkInterfaces.ReceiveIo, "lo", "/proc/net/dev", "$1 == \"lo:\" { print $2 }"),
        ("network", NetworkInterfaces.TransmitIo, "lo", "/proc/net/dev", "$1 == \"lo:\" { print $10 }"),
        ("network", NetworkInterfaces.ReceivePacketCount, "lo", "/proc/net/dev", "$1 == \"lo:\" { print $3 }"),
        ("uptime", Machine.UptimeSeconds, "", "/proc/uptime", "{ print $1 }"),
        ("entropy", Machine.EntropyAvailable, "", "/proc/sys/kernel/random/entropy_avail", "{ print $1 }"),
        ("softirqs", Cpu.TimerSoftirqCount, "0", "/proc/softirqs", "$1 == \"TIMER:\" { print $2 }"),
        ("softirqs", Cpu.RcuSoftirqCount, "0", "/proc/softirqs", "$1 == \"RCU:\" { print $2 }"),
        ("zones", MemoryDetail.ManagedZoneUsage, "0,Normal", "/proc/zoneinfo", "/^Node/ { z = $4 } z == \"Normal\" && $1 == \"managed\" { print $2 }"),
        ("numa", MemoryDetail.HitNumaAllocations, "0", "/sys/devices/system/node/node0/numastat", "$1 == \"numa_hit\" { print $2 }"),
        ("slab", MemoryDetail.ActiveSlabCacheUsage, "kmalloc-8", "/proc/slabinfo", "$1 == \"kmalloc-8\" { print $2 * $4 }"),
    ];

    public static TheoryData<int, string> Readings => [.. s_readings.Select((r, i) => (i, r.Column.ToString()))];

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_value_lies_between_two_readings_of_awk(int reading, string column)
    {
        (string collector, Column asked, string entity, string file, string awk) = s_readings[reading];
        Assert.SkipUnless(IsReadable(file), $"{file} is not readable here.");
        Live live = new(collector);
        string seen = "";
        for (int i = 0; i < Tries; i++)
        {
            // Awk reads the texts later: while it runs, it is itself among what they count.
            byte[] earlier = ReadWhole(file);
            Snapshot now = live.Collect();
            byte[] later = ReadWhole(file);
            double value = now.Value(asked, entity.Length == 0 ? [] : entity.Split(','));
            double before = Number(Awk(awk, earlier)), after = Number(Awk(awk, later));
            if (Math.Min(before, after) <= value && value <= Math.Max(before, after))
                return;
            seen = $"{before} .. {value} .. {after}";
            if (asked.Instrument.Kind == InstrumentKind.Counter)
                break;
        }

        Assert.Fail($"{column}: {seen}");
    }

    [Fact]
    public void Every_disk_of_diskstats_is_told_as_awk_reads_it()
    {
        const string Program = "{ print $3, $4, $8, $6 * 512, $10 * 512, $13 / 1000 }";
        Live live = new("disk");

        byte[] earlier = ReadWhole("/proc/diskstats");
        Snapshot now = live.Collect();
        byte[] later = ReadWhole("/proc/diskstats");
        string[] before = Lines(Awk(Program, earlier)), after = Lines(Awk(Program, later));

        Assert.False(now[Disk.Devices].Rows.IsEmpty);
        foreach (Entity disk in now[Disk.Devices].Rows)
        {
            double[] least = Find(before, disk.Values[0]), most = Find(after, disk.Values[0]);
            Column[] columns = [Disk.ReadOperations, Disk.WriteOperations, Disk.ReadIo, Disk.WriteIo, Disk.IoTime];
            for (int i = 0; i < columns.Length; i++)
                Assert.InRange(now.Value(columns[i], disk.Values[0]), least[i], most[i]);
        }
    }

    [Fact]
    public void Counts_of_vmstat_bracket_ours()
    {
        Live cpu = new("cpu"), paging = new("paging");

        string before = Oracle.Run("vmstat", "-s");
        Snapshot counts = cpu.Collect(), pages = paging.Collect();
        string after = Oracle.Run("vmstat", "-s");

        Assert.InRange(counts.Value(Cpu.ContextSwitches), Named(before, "CPU context switches"), Named(after, "CPU context switches"));
        Assert.InRange(counts.Value(Cpu.Interrupts), Named(before, "interrupts"), Named(after, "interrupts"));
        Assert.InRange(counts.Value(ProcessCounts.Created), Named(before, "forks"), Named(after, "forks"));
        Assert.InRange(pages.Value(Paging.InIo), Named(before, "K paged in") * 1024, Named(after, "K paged in") * 1024);
        Assert.InRange(pages.Value(Paging.OutIo), Named(before, "K paged out") * 1024, Named(after, "K paged out") * 1024);
        Assert.Equal(Named(before, "boot time"), counts.Value(Machine.BootTimeSeconds));
    }

    [Fact]
    public void The_processors_online_are_as_many_as_nproc_finds()
    {
        Assert.Equal(Number(Oracle.Run("nproc", "--all")), new Live("topology").Collect().Value(CpuHardware.LogicalCount)
            + new Live("topology").Collect().Value(CpuHardware.OfflineCount));
    }

    [Fact]
    public void The_limit_of_memory_is_the_total_of_free()
    {
        string[] fields = Lines(Oracle.Run("free", "-b"))[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Number(fields[1]), new Live("memory").Collect().Value(Memory.Limit));
    }

    [Fact]
    public void The_sizes_of_disks_are_those_that_lsblk_tells()
    {
        Snapshot limits = new Live("disk-limits").Collect();

        string[] told = Lines(Oracle.Run("lsblk", "-b", "-d", "-n", "-o", "NAME,SIZE"));

        foreach (Entity disk in limits[Disk.Limits].Rows)
            Assert.Equal(Find(told, disk.Values[0])[0], limits.Value(Disk.Limit, disk.Values[0]));
    }

    private static bool IsReadable(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            return stream.ReadByte() >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static byte[] ReadWhole(string file)
    {
        using FileStream stream = File.OpenRead(file);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Awk(string program, byte[] text)
    {
        using Process awk = Process.Start(new ProcessStartInfo("awk", ["-v", Exact, program])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C" },
        })!;
        using (Stream input = awk.StandardInput.BaseStream)
            input.Write(text);
        string output = awk.StandardOutput.ReadToEnd();
        awk.WaitForExit();
        Assert.Equal(0, awk.ExitCode);
        return output;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Named(string text, string name) => Number(Regex.Match(text, $@"(?m)^\s*(\d+) {name}$").Groups[1].Value);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static double[] Find(string[] lines, string name) =>
        [.. lines.Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Single(w => w[0] == name)[1..].Select(Number)];

    /// <summary>A collector on the live system.</summary>
    private sealed class Live
    {
        private readonly Snapshot _snapshot = Collecting.MakeSnapshot();
        private readonly ICollector _collector;

        public Live(string collector)
        {
            Platform platform = LinuxPlatform.Create("/", TimeProvider.System);
            _collector = platform.Collectors.First(c => c.Name == collector)
                .Create(new CollectorContext(platform.Kernel, platform.Host, TimeProvider.System, new SnapshotStore()));
        }

        public Snapshot Collect()
        {
            _snapshot.Clear();
            _collector.Collect(_snapshot);
            return _snapshot;
        }
    }
}
