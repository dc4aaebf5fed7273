using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Probe.Configuration;

namespace Probe.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void Without_any_setting_the_options_are_their_initializers()
    {
        using var fixture = new SettingsFixture();

        Settings settings = fixture.LoadGood();

        Assert.Null(settings.File);
        Assert.Empty(settings.Stated);
        Assert.Equal("/", settings.Options.Get<KernelOptions>().Root);
        Assert.Null(settings.Options.Get<CollectorOptions>("cpu").Interval);
        Assert.Equal(256 * 1024, settings.Options.Get<CollectorOptions>("cpu").Budget);
    }

    [Fact]
    public void A_later_layer_wins_and_every_key_knows_where_it_came_from()
    {
        using var fixture = new SettingsFixture
        {
            Json = """
                {
                  "Probe": {
                    // three layers want this one
                    "Log": { "Level": "Error", "Format": "Json" },
                    "Collectors": {
                      "cpu": { "Interval": "5s" },
                      "memory": { "Interval": "7s" },
                    }
                  }
                }
                """,
            Variables = { ["PROBE__LOG__LEVEL"] = "debug", ["PROBE__COLLECTORS__CPU__INTERVAL"] = "1m30s", ["PROBE"] = "no setting" },
            Arguments = ["run", "--Probe:Log:Level=warning", "--probe:collectors:cpu:maxrows", "12"],
        };

        Settings settings = fixture.LoadGood();

        Assert.Equal(LogLevel.Warning, settings.Options.Get<LogOptions>().Level);
        Assert.Equal(LogFormat.Json, settings.Options.Get<LogOptions>().Format);
        Assert.Equal(TimeSpan.FromSeconds(90), settings.Options.Get<CollectorOptions>("cpu").Interval);
        Assert.Equal(12, settings.Options.Get<CollectorOptions>("cpu").MaxRows);
        Assert.Equal(TimeSpan.FromSeconds(7), settings.Options.Get<CollectorOptions>("memory").Interval);
        Assert.Equal("--Probe:Log:Level", settings.OriginOf("Probe:Log:Level").Place);
        Assert.Equal("PROBE__COLLECTORS__CPU__INTERVAL", settings.OriginOf("Probe:Collectors:cpu:Interval").Place);
        Assert.Equal($"{fixture.File}:7", settings.OriginOf("Probe:Collectors:memory:Interval").Place);
        Assert.Equal(SettingOrigin.Default, settings.OriginOf("Probe:Kernel:Root"));
    }

    [Fact]
    public void A_named_file_is_read_instead_of_the_usual_ones()
    {
        using var other = new SettingsFixture { Json = """{ "Probe": { "Log": { "Level": "Trace" } } }""" };
        using var fixture = new SettingsFixture
        {
            Json = """{ "Probe": { "Log": { "Format": "Json" } } }""",
            Arguments = [$"--config={other.File}"],
        };

        Settings settings = fixture.LoadGood();

        Assert.Equal(other.File, settings.File);
        Assert.Equal(LogLevel.Trace, settings.Options.Get<LogOptions>().Level);
        Assert.Equal(LogFormat.Auto, settings.Options.Get<LogOptions>().Format);
    }

    [Fact]
    public void A_layer_that_states_a_list_states_all_of_it()
    {
        using var fixture = new SettingsFixture
        {
            Json = """{ "Probe": { "Metrics": { "Include": [ "system.interrupt.count", "system.cpu.*" ] } } }""",
            Variables = { ["PROBE__METRICS__INCLUDE"] = "probe.collector.lag" },
        };

        Assert.Equal(["probe.collector.lag"], fixture.LoadGood().Options.Get<MetricsOptions>().Include);
    }

    [Fact]
    public void A_collector_whose_name_has_a_dash_can_be_set_by_a_variable()
    {
        using var fixture = new SettingsFixture { Variables = { ["PROBE__COLLECTORS__NETWORK_INTERFACES__ENABLED"] = "false" } };

        Assert.False(fixture.LoadGood().Options.Get<CollectorOptions>("network-interfaces").Enabled);
    }

    [Fact]
    public void A_variable_that_lacks_an_underscore_is_a_warning()
    {
        using var fixture = new SettingsFixture { Variables = { ["PROBE_OTLP_ENDPOINT"] = "http://a", ["PROBE_HOME"] = "/home" } };

        Assert.Equal("PROBE_OTLP_ENDPOINT: it is not read; write PROBE__OTLP__ENDPOINT.", Assert.Single(fixture.LoadGood().Warnings).ToString());
    }

    [Fact]
    public void All_errors_are_told_at_once_by_the_place_and_the_key_as_the_operator_wrote_it()
    {
        using var fixture = new SettingsFixture
        {
            Json = """
                {
                  "Probe": {
                    "Log": { "Levle": "Error", "Format": 7 },
                    "Collectors": {
                      "cpu": { "Interval": "10", "Enabled": "yes" },
                      "memroy": { "Enabled": true }
                    },
                    "Kernel": "/host",
                    "Metrics": { "Include": { "a": "b" } }
                  },
                  "Porbe": { "Log": { "Level": "Error" } }
                }
                """,
            Variables = { ["PROBE__KERNL__ROOT"] = "/host" },
            Arguments = ["--Probe:Nothing:Root=/host", "--Probe:Log:Level"],
        };

        Assert.Equal(
        [
            "--Probe:Log:Level: expected a value: --Probe:Log:Level=VALUE.",
            "appsettings.json:3: Probe:Log:Levle: unknown key \"Levle\"; did you mean Probe:Log:Level?",
            "appsettings.json:3: Probe:Log:Format: expected one of Auto, Text, Journal, Json, not \"7\".",
            "appsettings.json:5: Probe:Collectors:cpu:Interval: expected a duration with its unit, such as 10s, 500ms or 1m30s, not \"10\".",
            "appsettings.json:5: Probe:Collectors:cpu:Enabled: expected true or false, not \"yes\".",
            "appsettings.json:6: Probe:Collectors:memroy:Enabled: no collector is called \"memroy\"; did you mean Probe:Collectors:memory?",
            "appsettings.json:8: Probe:Kernel: expected a section with Root.",
            "appsettings.json:9: Probe:Metrics:Include: expected a list.",
            "appsettings.json:11: Porbe:Log:Level: unknown key \"Porbe\"; did you mean Probe?",
            "PROBE__KERNL__ROOT: unknown key \"KERNL\"; did you mean Probe:Kernel?",
            "--Probe:Nothing:Root: unknown key \"Nothing\"; did you mean Probe:Kernel:Root?",
        ], fixture.Errors());
    }

    [Fact]
    public void Values_out_of_range_are_told_at_once_with_their_place()
    {
        using var fixture = new SettingsFixture
        {
            Json = """
                {
                  "Probe": {
                    "Collectors": { "cpu": { "Interval": "5ms", "Budget": "1KiB" } },
                    "Metrics": { "Exclude": [ "system.cpu.tmie" ] }
                  }
                }
                """,
            Variables = { ["PROBE__KERNEL__ROOT"] = "/nowhere" },
        };

        Assert.Equal(
        [
            "appsettings.json:3: Probe:Collectors:cpu:Budget: must be between 16KiB and 1GiB. It is \"1KiB\".",
            "appsettings.json:3: Probe:Collectors:cpu:Interval: must be between 100ms and 1h. It is \"5ms\".",
            "PROBE__KERNEL__ROOT: must be a folder that exists. It is \"/nowhere\".",
            "appsettings.json:4: Probe:Metrics:Exclude: no metric is called \"system.cpu.tmie\"; did you mean system.cpu.time?",
        ], fixture.Errors());
    }

    [Theory]
    [InlineData("", "appsettings.json:1: not valid JSON: ")]
    [InlineData("[]", "appsettings.json:1: not valid JSON: expected an object.")]
    [InlineData("{\n\"Probe\": {\n\"Log\": }\n}", "appsettings.json:3: not valid JSON: ")]
    [InlineData("{ \"Probe\": { \"Kernel\": { \"Root\": \"/\", \"root\": \"/\" } } }", "appsettings.json:1: Probe:Kernel:root: stated before, at ")]
    public void A_file_that_is_no_settings_file_is_an_error_with_its_line(string json, string expected)
    {
        using var fixture = new SettingsFixture { Json = json };

        Assert.StartsWith(expected, Assert.Single(fixture.Errors()));
    }

    [Fact]
    public void A_settings_file_cut_anywhere_is_an_error_and_one_with_bytes_changed_never_a_crash()
    {
        using var fixture = new SettingsFixture { Json = "" };
        byte[] whole = File.ReadAllBytes(Repository.At("appsettings.json"));
        int end = Array.LastIndexOf(whole, (byte)'}');
        for (int length = 0; length < end; length += 397)
        {
            File.WriteAllBytes(fixture.File, whole[..length]);
            Assert.NotEmpty(fixture.Load().Errors);
        }

        var random = new Random(7);
        for (int i = 0; i < 100; i++)
        {
            byte[] changed = [.. whole];
            for (int j = random.Next(1, 20); j > 0; j--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(fixture.File, changed);
            SettingsOutcome outcome = fixture.Load();
            Assert.NotEqual(outcome.Settings is null, outcome.Errors.IsEmpty);
        }
    }

    [Theory]
    [InlineData("{ \"Probe\": { \"Kernel\": { \"Root\": \"\\ud800\" } } }", "appsettings.json:1: not valid JSON: expected text in UTF-8, without half characters.")]
    [InlineData("{ \"Probe\": { \"Kernel\": { \"\": \"/\" } } }", "appsettings.json:1: Probe:Kernel:: unknown key \"\"; Probe:Kernel has Root.")]
    [InlineData("{} {}", "appsettings.json:1: not valid JSON: ")]
    [InlineData("{ \"Probe\": [ 1, { \"Log\": 2 } ] }", "appsettings.json:1: Probe:0: unknown key \"0\"; Probe has")]
    public void A_strange_file_is_an_error(string json, string expected)
    {
        using var fixture = new SettingsFixture { Json = json };

        Assert.StartsWith(expected, fixture.Errors()[0]);
    }

    [Fact]
    public void A_named_file_that_is_not_there_is_an_error()
    {
        using var fixture = new SettingsFixture { Arguments = ["--config", "/nowhere/probe.json"] };

        Assert.StartsWith("/nowhere/probe.json: cannot be read: ", Assert.Single(fixture.Errors()));
        using var empty = new SettingsFixture { Arguments = ["--config="] };
        Assert.Contains("cannot be read: ", Assert.Single(empty.Errors()));
        using var endless = new SettingsFixture { Arguments = ["--config=/dev/zero"] };
        Assert.StartsWith("/dev/zero: cannot be read: it is larger than 4 MiB.", Assert.Single(endless.Errors()));
    }

    [Fact]
    public void A_root_with_a_broken_recording_is_an_error()
    {
        using var fixture = new SettingsFixture();
        string root = Path.GetDirectoryName(fixture.File)!;
        File.WriteAllText(Path.Combine(root, "host.json"), "{ \"boot\": 7 }");
        using var pointing = new SettingsFixture { Arguments = [$"--Probe:Kernel:Root={root}"] };

        Assert.StartsWith($"--Probe:Kernel:Root: holds no recording that can be played back: {root}/host.json: ", Assert.Single(pointing.Errors()));
    }

    [Fact]
    public void A_reload_turns_all_options_at_once_and_a_bad_file_turns_none()
    {
        using var fixture = new SettingsFixture { Json = """{ "Probe": { "Log": { "Level": "Error" } } }""" };
        Settings settings = fixture.LoadGood();
        using ServiceProvider services = OptionsSetup.Configure(new ServiceCollection(), settings).BuildServiceProvider();
        var log = services.GetRequiredService<IOptionsMonitor<LogOptions>>();
        var collectors = services.GetRequiredService<IOptionsMonitor<CollectorOptions>>();
        var told = new List<string>();
        using IDisposable? subscription = collectors.OnChange((options, name) => told.Add($"{name} {options.MaxRows} {log.CurrentValue.Level}"));

        File.WriteAllText(fixture.File, "{");
        SettingsOutcome bad = settings.Reload();
        File.WriteAllText(fixture.File, """{ "Probe": { "Log": { "Level": "Debug" }, "Collectors": { "cpu": { "MaxRows": 5 } } } }""");
        SettingsOutcome good = settings.Reload();
        services.GetRequiredService<LiveSettings>().Replace(good.Settings!);

        Assert.Null(bad.Settings);
        Assert.StartsWith($"{fixture.File}:1: not valid JSON", Assert.Single(bad.Errors).ToString());
        Assert.Equal(5, collectors.Get("cpu").MaxRows);
        Assert.Equal(LogLevel.Debug, log.CurrentValue.Level);
        Assert.Equal(["cpu 5 Debug"], told);
    }
}
