using System.CommandLine;
using System.Runtime.InteropServices;

namespace Probe.Commands;

/// <summary><c>probe version</c>: what this is, and what it was built for.</summary>
internal static class VersionCommand
{
    public static Command Make(CommandContext context)
    {
        var command = new Command("version", "Say which Probe this is.");
        command.SetAction(_ =>
        {
            string commit = Build.Commit.Length > 0 ? $"commit {Build.Commit}, " : "";
            string code = Build.IsNative ? "native code" : "portable code";
            context.Terminal.Line($"probe {Build.Version} ({commit}{RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}, {code})");
            return ExitCode.Good;
        });
        return command;
    }
}
