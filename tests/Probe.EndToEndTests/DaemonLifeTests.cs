using Probe.EndToEndTests.Peers;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>What may happen to a daemon: told to stop, stood still, given new settings, left without rights, a terminal or a place for its log.</summary>
public sealed class DaemonLifeTests(PublishedProbe probe) : IAsyncLifetime
{
    private const long Second = 1_000_000_000;

    private Collector? _collector;

    private Collector Collector => _collector!;

    public async ValueTask InitializeAsync() => _collector = await Collector.StartAsync();

    public ValueTask DisposeAsync() => Collector.DisposeAsync();

    [Fact]
    public async Task A_changed_settings_file_takes_effect_by_itself()
    {
        await using ProbeDaemon daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", Collector.Http));
        await Collector.ReceivedAsync("an uptime", r => r["system.uptime"].Any());

        daemon.Configure(("Otlp:Endpoint", Collector.Http), ("Resource:Attributes:test.round", "two"), ("Collectors:load:Enabled", "false"));

        Received received = await Collector.ReceivedAsync("two passes under the new settings", r => New(r)["system.uptime"].Count() >= 2);
        Assert.Empty(New(received)["system.cpu.load_average.1m"]);
        long[] times = [.. received["system.uptime"].Select(p => p.Time).Order()];
        Assert.All(times.Skip(1).Zip(times), pair => Assert.InRange(pair.First - pair.Second, Second / 2, 3 * Second / 2));

        static Received New(Received r) => r with { Points = [.. r.Points.Where(p => p.Source.Resource.ContainsKey("test.round"))] };
    }

    [Fact]
    public async Task Told_to_stop_during_an_outage_it_ends_well_and_soon()
    {
        await using ProbeDaemon daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", Collector.Http), ("Otlp:Timeout", "30s"));
        await Collector.ReceivedAsync("an uptime", r => r["system.uptime"].Any());
        Collector.Daemon.Signal(Signal.Stop);
        await daemon.AddressAsync();

        (int exitCode, TimeSpan took) = await daemon.Daemon.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(5), $"it took {took}");
        Faults.Report("62", "SIGTERM while the Collector hangs and a request has thirty seconds left", "ends with 0 within five seconds");
    }

    [Fact]
    public async Task Stood_still_and_let_go_it_leaves_one_gap_and_no_burst()
    {
        await using ProbeDaemon daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", Collector.Http));
        await Collector.ReceivedAsync("two passes", r => r["system.uptime"].Count() >= 2);

        daemon.Daemon.Signal(Signal.Stop);
        long stopped = Now();
        await Poll.UntilAsync("four seconds", () => Now() > stopped + 4 * Second);
        long gone = Now();
        daemon.Daemon.Signal(Signal.Cont);

        Received received = await Collector.ReceivedAsync("three passes after", r => r["system.uptime"].Count(p => p.Time >= gone) >= 3);
        ReceivedPoint[] uptimes = [.. received["system.uptime"].OrderBy(p => p.Time)];
        Assert.DoesNotContain(uptimes, p => p.Time > stopped + Second / 10 && p.Time < gone);
        long[] after = [.. uptimes.Select(p => p.Time).Where(t => t >= gone)];
        Assert.All(after.Skip(2).Zip(after.Skip(1)), pair => Assert.InRange(pair.First - pair.Second, Second / 2, 3 * Second / 2));
        Assert.All(uptimes.Skip(1).Zip(uptimes), pair =>
            Assert.InRange(pair.First.Value - pair.Second.Value - 1e-9 * (pair.First.Time - pair.Second.Time), -0.5, 0.5));
        Faults.Report("43", "SIGSTOP to the daemon for four seconds", "one gap, then single passes at true times");
    }

    [Fact]
    public async Task A_user_without_rights_gets_all_that_needs_none()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can become nobody.");
        await using Daemon daemon = Daemon.Start("setpriv",
            ["--reuid=65534", "--regid=65534", "--clear-groups", probe.Program, "run", .. Arguments(Collector.Http)]);

        Received received = await Collector.ReceivedAsync("points", r => r["system.cpu.time"].Any() && r["system.disk.io"].Any() && r["system.network.io"].Any());

        Assert.False(daemon.HasExited);
        Assert.NotEmpty(received["system.memory.usage"]);
        Command doctor = await Command.RunAsync("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", probe.Program, "doctor"]);
        Assert.InRange(doctor.ExitCode, 0, 1);
        Faults.Report("38", "run as nobody, without any capability", "all that needs no right arrives, doctor tells the rest");
    }

    [Fact]
    public async Task Without_a_place_for_its_log_it_pushes_all_the_same()
    {
        await using Daemon daemon = Daemon.Start("sh", ["-c", "exec \"$@\" >&- 2>&-", "sh", probe.Program, "run", .. Arguments(Collector.Http)]);

        await Collector.ReceivedAsync("three passes", r => r["system.uptime"].Count() >= 3);

        Assert.False(daemon.HasExited);
        Faults.Report("68", "standard output and error closed", "pushes all the same");
    }

    [Fact]
    public async Task A_log_that_nobody_reads_holds_up_nothing()
    {
        using var folder = new ScratchFolder();
        string pipe = folder.At("pipe");
        await Command.MustAsync("mkfifo", [pipe]);
        // The shell fills the pipe before the daemon writes its first line, and holds its other end without reading.
        await using Daemon daemon = Daemon.Start("sh", ["-c", "exec 3<>\"$0\"; head -c 65536 /dev/zero >&3; exec \"$@\" >\"$0\" 2>\"$0\"",
            pipe, probe.Program, "run", "--Probe:Log:Level=Trace", .. Arguments(Collector.Http)]);

        await Collector.ReceivedAsync("a pass", r => r["system.uptime"].Any());
        daemon.Signal(Signal.Hup);
        int passes = Collector.Received()["system.uptime"].Count();
        await Collector.ReceivedAsync("three more passes", r => r["system.uptime"].Count() >= passes + 3);
        Assert.Equal(0, (await daemon.EndAsync()).ExitCode);
        Faults.Report("68", "standard output is a full pipe that nobody reads", "pushes all the same, reloads and ends");
    }

    [Theory]
    [InlineData("LANG", "tr_TR.UTF-8")]
    [InlineData("LC_ALL", "de_DE.UTF-8")]
    [InlineData("TZ", "Asia/Kathmandu")]
    [InlineData("TZ", ":nowhere")]
    [InlineData("TERM", "")]
    [InlineData("HOME", "")]
    public async Task Where_it_runs_changes_no_number(string variable, string value)
    {
        string root = Repository.At("tests", "fixtures", "linux", "vm-6.18");
        string[] arguments = ["snapshot", "--format", "prometheus", $"--Probe:Kernel:Root={root}", "--collector", "load", "--collector", "memory"];

        Command here = await Command.RunAsync(probe.Program, arguments);
        Command there = await Command.RunAsync(probe.Program, arguments, variables: new Dictionary<string, string> { [variable] = value });

        Assert.Equal((0, 0), (here.ExitCode, there.ExitCode));
        Assert.Equal(WithoutIdentity(here.Output), WithoutIdentity(there.Output));
        Faults.Report("69", $"{variable}={value}", "starts, and no number differs");

        static string WithoutIdentity(string text) => text[text.IndexOf("# HELP system", StringComparison.Ordinal)..];
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1_000_000;

    private static string[] Arguments(string endpoint) =>
    [
        $"--Probe:Otlp:Endpoint={endpoint}", "--Probe:Otlp:Interval=1s", "--Probe:Web:Listen=127.0.0.1:0", "--Probe:Cloud:Enabled=false",
        "--Probe:Collectors:uptime:Interval=1s",
    ];
}
