using Probe.Commands;

namespace Probe.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("snapshto", "probe: unknown command \"snapshto\"; did you mean snapshot?")]
    [InlineData("snapshot --formt json", "probe snapshot: unknown option \"--formt\"; did you mean --format?")]
    [InlineData("snapshot --format jsn", "probe snapshot: --format: expected table, json, prometheus, otlp-json, not \"jsn\"; did you mean json?")]
    [InlineData("snapshot --every 5", "probe snapshot: --every: expected a duration of at least 100ms, such as 1s.")]
    [InlineData("snapshot --count 0", "probe snapshot: --count: expected a number above zero.")]
    [InlineData("snapshot --collector laod", "probe: no collector is called \"laod\"; did you mean load?")]
    [InlineData("inspect", "probe inspect: expected NAME ...")]
    [InlineData("inspect xyz", "probe: no collector is called \"xyz\"; there are load, activity.")]
    [InlineData("inspect self-runtime", "probe: collector self-runtime tells of the running daemon alone; its numbers are at /metrics.")]
    [InlineData("record load", "probe record: Option '--to' is required.")]
    [InlineData("--colour", "probe: unknown option \"--colour\".")]
    public void A_command_line_that_makes_no_sense_is_explained_and_ends_with_2(string line, string expected)
    {
        using var fixture = new CommandFixture();

        int code = fixture.Run(line.Split(' '));

        Assert.Equal(expected, fixture.Error.Split('\n')[0]);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Empty(fixture.Out);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("snapshot")]
    [InlineData("metrics")]
    [InlineData("doctor")]
    [InlineData("check-config")]
    [InlineData("inspect load")]
    [InlineData("record load --to x")]
    public void Bad_configuration_ends_every_command_with_78(string line)
    {
        using var fixture = new CommandFixture();

        int code = fixture.Run([.. line.Split(' '), "--Probe:Log:Levle=Debug"]);

        Assert.Equal("probe: --Probe:Log:Levle: unknown key \"Levle\"; did you mean Probe:Log:Level?\n", fixture.Error);
        Assert.Equal(ExitCode.BadConfiguration, code);
    }

    [Fact]
    public void Help_names_every_command()
    {
        using var fixture = new CommandFixture();

        Assert.Equal(ExitCode.Good, fixture.Run("--help"));
        Assert.All(["run", "snapshot", "metrics", "doctor", "check-config", "inspect", "record", "version", "--config"], name => Assert.Contains($"  {name}", fixture.Out));
    }

    [Fact]
    public void No_command_shows_a_secret()
    {
        const string canary = "canary-51c9";
        foreach (string line in new[] { "snapshot", "snapshot -f json", "metrics load", "doctor", "doctor -f json", "check-config", "check-config -f json", "inspect load" })
        {
            using var fixture = new CommandFixture
            {
                Variables = new()
                {
                    ["PROBE__OTLP__ENDPOINT"] = "",
                    ["PROBE__OTLP__HEADERS__AUTHORIZATION"] = $"Bearer {canary}",
                    ["PROBE__OTLP__PROXY"] = $"http://proxy:3128/?token={canary}",
                },
            };

            fixture.Run(line.Split(' '));

            Assert.DoesNotContain(canary, fixture.Out + fixture.Error);
        }
    }
}
