using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Probe.Catalog;
using Probe.Commands;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Web;

namespace Probe.Tests.Commands;

/// <summary>The verbs that look at Probe itself: metrics, doctor, check-config, record, inspect, version.</summary>
public sealed class VerbTests
{
    [Fact]
    public void Metrics_says_of_each_whether_it_is_filled_here_or_why_not()
    {
        using var fixture = new CommandFixture();

        int code = fixture.Run("metrics", "--format", "json");

        using JsonDocument json = JsonDocument.Parse(fixture.Out);
        var here = json.RootElement.EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("here").GetString());
        Assert.Equal(ExitCode.Good, code);
        Assert.Equal(AllTables.Schemas.SelectMany(s => s.Columns).Select(c => c.Instrument.Name).Distinct().Count(), here.Count);
        Assert.Equal("yes", here["system.cpu.load_average.1m"]);
        Assert.Equal("no: not on this host", here["system.cpu.load_average.5m"]);
        Assert.Equal("no: no collector yet", here["system.disk.io"]);
        Assert.Equal("no: not on this system", here["system.cpu.thermal.speed_ratio"]);
        Assert.Equal("by the running daemon", here["probe.collector.runs"]);
    }

    [Fact]
    public void Metrics_tells_what_the_settings_leave_out()
    {
        using var fixture = new CommandFixture();

        fixture.Run("metrics", "system.cpu.load*", "--Probe:Metrics:Exclude=*.1m", "--Probe:Collectors:activity:Enabled=false");

        Assert.Contains(fixture.Lines(), l => l.StartsWith("system.cpu.load_average.1m ") && l.Contains(" excluded "));
        Assert.StartsWith("3 metrics: 0 are sent from here, 1 more could be", fixture.Lines()[^1]);
    }

    [Fact]
    public void Metrics_of_an_unknown_name_fails()
    {
        using var fixture = new CommandFixture();

        Assert.Equal(ExitCode.Failed, fixture.Run("metrics", "nothing.*"));
        Assert.Equal("probe: no metric is called nothing.*.\n", fixture.Error);
    }

    [Fact]
    public void Doctor_names_the_state_of_each_collector_and_the_cure()
    {
        using var fixture = new CommandFixture
        {
            Kernel = new DenyingKernel(),
            Roster =
            [
                CommandFixture.Collector("works", [Cpu.Load], (s, host) => s[Cpu.Load].Add(new Entity(Cpu.Load, host.Boot))[Cpu.Load1] = 1),
                CommandFixture.Collector("absent", [Cpu.Activity], (_, _) => { }),
                CommandFixture.Collector("broken", [Machine.Uptime], (_, _) => throw new KernelFormatException("/proc/x", 7, "an integer")),
                new("denied", [Memory.Schemas[0]], TimeSpan.FromSeconds(10), c => new ReadingCollector(c.Kernel)) { Right = "CAP_SYSLOG" },
                CommandFixture.Collector("off", [Disk.Devices], (_, _) => { }),
                CommandFixture.Collector("optional", [Cpu.InterruptLines], (_, _) => { }),
            ],
        };

        int code = fixture.Run("doctor", "--format", "json", "--Probe:Collectors:off:Enabled=false");

        using JsonDocument json = JsonDocument.Parse(fixture.Out);
        var collectors = json.RootElement.GetProperty("collectors").EnumerateArray()
            .ToDictionary(c => c.GetProperty("name").GetString()!, c => (State: c.GetProperty("state").GetString(), Detail: c.GetProperty("detail").GetString()));
        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal(("works", ""), collectors["works"]);
        Assert.Equal(("absent", "not on this host (/proc/absent)"), collectors["absent"]);
        Assert.Equal(("failed", "/proc/x: expected an integer at byte 7."), collectors["broken"]);
        Assert.Equal(("denied", "may not read /proc/kmsg and 1 more"), collectors["denied"]);
        Assert.Equal(("off", "switched off at --Probe:Collectors:off:Enabled"), collectors["off"]);
        Assert.Equal(("off", "its metrics are optional; Probe:Metrics:Include asks for them"), collectors["optional"]);
        JsonElement denied = json.RootElement.GetProperty("collectors")[3];
        Assert.Equal("CAP_SYSLOG", denied.GetProperty("missing_right").GetString());
        Assert.Contains("CAP_SYSLOG", denied.GetProperty("cure").GetString());
    }

    [Theory]
    [InlineData(0, "without special rights")]
    [InlineData(0x1ffffffffff, "with all rights")]
    [InlineData(0x80004, "with CAP_DAC_READ_SEARCH, CAP_SYS_PTRACE")]
    [InlineData(0x1fffeffffff, "with all rights but CAP_SYS_RESOURCE")]
    public void Doctor_says_which_rights_it_runs_with(ulong mask, string expected) => Assert.Equal(expected, Rights.InWords(mask));

    [Fact]
    public async Task Doctor_says_who_has_the_port()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string taken = other.LocalEndpoint.ToString()!;

        Task<EnvironmentCheck> check = PortCheck.TryAsync(new WebOptions { Listen = taken }, TestContext.Current.CancellationToken);
        using (TcpClient caller = await other.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
            await caller.GetStream().WriteAsync("NONSENSE\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        other.Stop();

        Assert.Equal((CheckState.Failed, $"{taken} is taken by another program"), ((await check).State, (await check).Detail));
        Assert.Equal(CheckState.Off, (await PortCheck.TryAsync(new WebOptions { Listen = "" }, TestContext.Current.CancellationToken)).State);
        Assert.Equal(CheckState.Good, (await PortCheck.TryAsync(new WebOptions { Listen = "127.0.0.1:0" }, TestContext.Current.CancellationToken)).State);
    }

    [Fact]
    public void Doctor_in_good_health_ends_with_a_summary_and_0()
    {
        using var fixture = new CommandFixture();

        Assert.Equal(ExitCode.Good, fixture.Run("doctor"));
        Assert.Equal("Of 2 collectors: works 2.", fixture.Lines()[^1]);
    }

    [Fact]
    public void Check_config_shows_what_holds_and_where_it_comes_from()
    {
        using var fixture = new CommandFixture();
        string file = Path.Combine(fixture.Folder, "appsettings.json");
        File.WriteAllText(file, "{\n  \"Probe\": {\n    \"Otlp\": { \"Headers\": { \"x-token\": \"secret\" } }\n  }\n}");

        int code = fixture.Run("check-config", "--stated", "--config", file, "--Probe:Log:Level=warn");

        Assert.Equal(ExitCode.Good, code);
        Assert.Equal(
        [
            "KEY                         VALUE   FROM",
            "Probe:Otlp:Endpoint         -       PROBE__OTLP__ENDPOINT",
            "Probe:Otlp:Headers:x-token  ******  appsettings.json:3",
            "Probe:Web:Listen            -       PROBE__WEB__LISTEN",
            "Probe:Log:Level             warn    --Probe:Log:Level",
            "",
            $"The file is {file}; 4 keys are stated. The settings are good.",
        ], fixture.Lines());
    }

    [Fact]
    public void Check_config_as_json_holds_the_errors()
    {
        using var fixture = new CommandFixture();

        int code = fixture.Run("check-config", "-f", "json", "--Probe:Collectors:load:Interval=5");

        using JsonDocument json = JsonDocument.Parse(fixture.Out);
        Assert.Equal(ExitCode.BadConfiguration, code);
        Assert.Equal("Probe:Collectors:load:Interval", json.RootElement.GetProperty("errors")[0].GetProperty("key").GetString());
    }

    [Fact]
    public void A_recording_can_be_played_back()
    {
        using var fixture = new CommandFixture
        {
            Kernel = new Kernel.FakeKernel { ["/proc/loadavg"] = "0.50 0.25 0.125 1/7 99\n", ["/proc/stat"] = "btime 1772280000\n" },
            Roster = Probe.Linux.LinuxRoster.Collectors,
        };
        string folder = Path.Combine(fixture.Folder, "recorded");

        int code = fixture.Run("record", "load", "--to", folder);

        RecordedHost host = RecordedHost.TryLoad(folder)!;
        var text = new KernelBuffer();
        Assert.Equal((ExitCode.Good, ""), (code, fixture.Error));
        Assert.True(host.Kernel.TryRead("/proc/loadavg"u8, text));
        Assert.Equal("0.50 0.25 0.125 1/7 99\n"u8, text.Span);
        Assert.False(host.Kernel.TryRead("/proc/stat"u8, text));
        Assert.Equal(fixture.Clock.GetUtcNow(), host.Time.ToDateTimeOffset());
    }

    [Fact]
    public void Inspect_shows_what_the_settings_leave_out()
    {
        using var fixture = new CommandFixture();

        fixture.Run("inspect", "load", "--Probe:Metrics:Exclude=system.cpu.*");

        Assert.Contains("  system.cpu.load_average.1m  1.25", fixture.Lines());
    }

    [Fact]
    public void Version_says_what_was_built()
    {
        using var fixture = new CommandFixture();

        Assert.Equal(ExitCode.Good, fixture.Run("version"));
        Assert.Matches(@"^probe \d+\.\d+\.\d+ \(.*portable code\)\n$", fixture.Out);
    }

    private sealed class DenyingKernel : IKernelSource
    {
        public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) => buffer.Refuse(Refusal.Denied, 13);

        public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => names.Refuse(Refusal.Denied, 13);
    }

    private sealed class ReadingCollector(IKernelSource kernel) : Probe.Collection.ICollector
    {
        private readonly KernelBuffer _text = new();

        public void Collect(Probe.Snapshots.Snapshot snapshot) => kernel.TryRead("/proc/kmsg"u8, _text);
    }
}
