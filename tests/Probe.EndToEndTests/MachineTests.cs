using System.Diagnostics;
using System.Globalization;
using Probe.EndToEndTests.Peers;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>The shipped unit and the native program under a real systemd, with a real Collector outside.</summary>
public sealed class MachineTests(PublishedProbe probe) : IAsyncLifetime
{
    private const string Unit = "probe.service";
    private const string Settings = "/etc/probe/appsettings.json";

    private Collector? _collector;
    private Machine? _machine;

    private Collector Collector => _collector!;

    private Machine Machine => _machine!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can boot a machine.");
        _collector = await Collector.StartAsync();
        _machine = await Machine.BootAsync((probe.Program, "/usr/bin/probe"), (Repository.At(Unit), $"/etc/systemd/system/{Unit}"));
        await Machine.MustAsync("useradd", "--system", "--user-group", "--no-create-home", "probe");
        await Machine.MustAsync("mkdir", "/etc/probe");
        await ConfigureAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_machine is not null)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(await Machine.JournalAsync(Unit));
            await _machine.DisposeAsync();
        }

        if (_collector is not null)
            await _collector.DisposeAsync();
    }

    [Fact]
    public async Task The_unit_is_active_once_it_collects_and_its_numbers_arrive_outside()
    {
        await StartAsync();

        Assert.Equal("active", await Machine.PropertyAsync(Unit, "ActiveState"));
        Assert.Equal("notify", await Machine.PropertyAsync(Unit, "Type"));
        Assert.NotEqual("", await Machine.PropertyAsync(Unit, "StatusText"));
        Received received = await Collector.ReceivedAsync("cpu times", r => r["system.cpu.time"].Any());
        Assert.Equal(await Machine.MustAsync("cat", "/proc/sys/kernel/hostname"), received["system.cpu.time"].First().Source.Resource["host.name"]);
        Assert.Equal("probe", await Machine.MustAsync("ps", "-o", "user=", "-p", await MainProcessAsync()));
    }

    [Fact]
    public async Task A_reload_applies_a_changed_setting_without_a_restart()
    {
        await StartAsync();
        string process = await MainProcessAsync();

        await ConfigureAsync(("Resource:Attributes:deployment.environment.name", "changed"));
        await Machine.MustAsync("systemctl", "reload", Unit);

        await Collector.ReceivedAsync("points with the new attribute",
            r => r.Points.Any(p => p.Source.Resource.GetValueOrDefault("deployment.environment.name") == "changed"));
        Assert.Equal(process, await MainProcessAsync());
    }

    [Fact]
    public async Task A_reload_of_a_bad_file_keeps_the_old_settings_and_says_file_line_and_key()
    {
        await StartAsync();
        string process = await MainProcessAsync();
        await Collector.ReceivedAsync("cpu times", r => r["system.cpu.time"].Any());

        await Machine.WriteAsync(Settings, "{\n  \"Probe\": {\n    \"Otlp\": { \"Intervall\": \"1s\" }\n  }\n}\n");
        await Machine.MustAsync("systemctl", "reload", Unit);

        string journal = await Poll.UntilAsync("complaint", async () =>
            await Machine.JournalAsync(Unit) is { } text && text.Contains("Intervall", StringComparison.Ordinal) ? text : null);
        Assert.Contains($"{Settings}:3", journal, StringComparison.Ordinal);
        Assert.Contains("Probe:Otlp:Interval", journal, StringComparison.Ordinal);
        int count = Collector.Received().Points.Length;
        await Collector.ReceivedAsync("more points", r => r.Points.Length > count);
        Assert.Equal(process, await MainProcessAsync());
        Faults.Report("63", "systemctl reload of a file with an unknown key", "the old settings stay, the journal says file, line, key and the nearest name");
    }

    [Fact]
    public async Task The_watchdog_restarts_a_daemon_that_stands_still()
    {
        await Machine.MustAsync("mkdir", "-p", $"/etc/systemd/system/{Unit}.d");
        await Machine.WriteAsync($"/etc/systemd/system/{Unit}.d/soon.conf", "[Service]\nWatchdogSec=2\nRestartSec=100ms\n");
        await StartAsync();
        string process = await MainProcessAsync();

        await Machine.MustAsync("kill", "-STOP", process);

        await Poll.UntilAsync("restart", async () => await Machine.PropertyAsync(Unit, "NRestarts") == "1" ? "yes" : null);
        await Poll.UntilAsync("second start", async () => await Machine.PropertyAsync(Unit, "ActiveState") == "active" ? "yes" : null);
        Assert.NotEqual(process, await MainProcessAsync());
        Assert.Contains("Watchdog timeout", await Machine.JournalAsync(Unit), StringComparison.Ordinal);
        int count = Collector.Received().Points.Length;
        await Collector.ReceivedAsync("points of the second start", r => r.Points.Length > count);
        Faults.Report("61", "SIGSTOP under systemd, WatchdogSec=2", "SIGABRT by the watchdog, one restart, points arrive again");
    }

    [Fact]
    public async Task An_absent_collector_never_makes_the_watchdog_restart_it()
    {
        await Machine.MustAsync("mkdir", "-p", $"/etc/systemd/system/{Unit}.d");
        await Machine.WriteAsync($"/etc/systemd/system/{Unit}.d/soon.conf", "[Service]\nWatchdogSec=2\n");
        await Collector.KillAsync();
        await StartAsync();
        string process = await MainProcessAsync();

        long began = Stopwatch.GetTimestamp();
        await Poll.UntilAsync("five watchdog spans", () => Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(10));
        Assert.Equal(process, await MainProcessAsync());
        Assert.Equal("0", await Machine.PropertyAsync(Unit, "NRestarts"));

        await Collector.RestartAsync();
        await Collector.ReceivedAsync("cpu times", r => r["system.cpu.time"].Any());
        Faults.Report("1", "nothing listens when the unit starts", "READY all the same, five watchdog spans without a restart, points arrive once somebody listens");
    }

    [Fact]
    public async Task It_stops_within_five_seconds_while_the_collector_hangs()
    {
        await StartAsync();
        await Collector.ReceivedAsync("cpu times", r => r["system.cpu.time"].Any());
        Collector.Daemon.Signal(Signal.Stop);

        long began = Stopwatch.GetTimestamp();
        await Machine.MustAsync("systemctl", "stop", Unit);
        TimeSpan took = Stopwatch.GetElapsedTime(began);

        Assert.True(took < TimeSpan.FromSeconds(5), $"it took {took}");
        Assert.Equal("inactive", await Machine.PropertyAsync(Unit, "ActiveState"));
        Assert.Equal("success", await Machine.PropertyAsync(Unit, "Result"));
        Assert.Equal("0", await Machine.PropertyAsync(Unit, "ExecMainStatus"));
        Faults.Report("62", "systemctl stop while the Collector hangs (SIGSTOP)", "ended with 0 within five seconds");
    }

    [Fact]
    public async Task Bad_settings_end_it_with_78_and_systemd_leaves_it_so()
    {
        await Machine.WriteAsync(Settings, """{"Probe": {"Otlp": {"Interval": "soon"}}}""");

        Command start = await Machine.RunAsync("systemctl", "start", Unit);

        Assert.NotEqual(0, start.ExitCode);
        Assert.Equal("78", await Machine.PropertyAsync(Unit, "ExecMainStatus"));
        Assert.Equal("failed", await Machine.PropertyAsync(Unit, "ActiveState"));
        Assert.Equal("0", await Machine.PropertyAsync(Unit, "NRestarts"));
        Faults.Report("64", "settings that cannot be read", "ends with 78, systemd does not start it again");
    }

    [Fact]
    public async Task Systemd_rates_its_exposure_at_most_2_1()
    {
        string table = await Machine.MustAsync("systemd-analyze", "security", "--no-pager", Unit);

        string verdict = table.Split('\n').Last(l => l.Contains("Overall exposure level", StringComparison.Ordinal));
        string level = verdict.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        Assert.InRange(double.Parse(level, CultureInfo.InvariantCulture), 0, 2.1);
    }

    private Task ConfigureAsync(params IEnumerable<(string Key, string Value)> settings) =>
        Machine.WriteAsync(Settings, ProbeDaemon.SettingsText([("Otlp:Endpoint", Collector.Http), .. settings]));

    private async Task StartAsync()
    {
        await Machine.MustAsync("systemctl", "daemon-reload");
        await Machine.MustAsync("systemctl", "start", Unit);
    }

    private Task<string> MainProcessAsync() => Machine.PropertyAsync(Unit, "MainPID");
}
