using System.CommandLine;
using Probe.Commands;

namespace Probe.Tests.Commands;

/// <summary>The manual page says what the command line takes.</summary>
public sealed class ManualTests
{
    [Fact]
    public void Every_command_and_every_option_stands_in_the_manual()
    {
        using var fixture = new CommandFixture();
        string manual = File.ReadAllText(Repository.At("packaging", "man", "probe.8"));
        RootCommand root = CommandLine.Make(fixture.Context());

        Assert.All(root.Subcommands, c => Assert.Contains($".It Cm {c.Name}\n", manual));
        Assert.All(
            root.Subcommands.SelectMany(c => c.Options).Concat(root.Options).Select(o => o.Name).Except(["--version", "--Probe:Section:Key"]),
            option => Assert.Contains($"Fl {option[1..]}", manual));
    }
}
