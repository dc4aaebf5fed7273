using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Probe.Tests.Hosting;

/// <summary>What systemd itself thinks of the unit that we ship.</summary>
public sealed partial class ServiceUnitTests
{
    private static readonly string s_unit = Repository.At("probe.service");

    [Fact]
    public void Its_exposure_is_at_most_2_1()
    {
        (string output, _) = Run("security", "--offline=true", "--no-pager", s_unit);

        double exposure = double.Parse(Exposure().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(exposure, 0, 2.1);
    }

    [Fact]
    public void It_has_nothing_that_systemd_does_not_understand()
    {
        // The executable is looked for; here it is not installed.
        string copy = Path.Combine(Directory.CreateTempSubdirectory("probe-unit-").FullName, "probe.service");
        File.WriteAllText(copy, File.ReadAllText(s_unit).Replace("/usr/bin/probe run", "/bin/true", StringComparison.Ordinal));

        (string output, int code) = Run("verify", "--man=no", copy);

        Assert.Equal("", output.Trim());
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("Type=notify")]
    [InlineData("Restart=always")]
    [InlineData("RestartPreventExitStatus=78")]
    [InlineData("WatchdogSec=30")]
    [InlineData("ExecReload=/bin/kill -HUP $MAINPID")]
    public void It_says_how_Probe_lives_under_it(string line) => Assert.Contains(line, File.ReadAllLines(s_unit));

    private static (string Output, int Code) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("systemd-analyze", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output + errors.Result, process.ExitCode);
    }

    [GeneratedRegex(@"Overall exposure level for probe\.service: ([0-9.]+)")]
    private static partial Regex Exposure();
}
