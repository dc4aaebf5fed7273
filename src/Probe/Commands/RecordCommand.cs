using System.Collections.Immutable;
using System.CommandLine;
using Probe.Collection;
using Probe.Configuration;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Commands;

/// <summary><c>probe record</c>: keeps what the kernel told some collectors, to be played back by <c>--Probe:Kernel:Root=DIR</c>.</summary>
internal static class RecordCommand
{
    public static Command Make(CommandContext context)
    {
        Argument<string[]> names = CommandOptions.Collectors(context);
        names.Description += " Or: all.";
        var to = new Option<string>("--to") { HelpName = "DIR", Description = "The folder to write, made where it does not exist.", Required = true };
        var command = new Command("record", "Keep what the kernel tells collectors, as a fixture or for a bug report. It holds names of this host: look before you share it.")
        {
            names, to,
        };
        command.SetAction((parsed, stop) => RunAsync(context, parsed.GetRequiredValue(names), parsed.GetRequiredValue(to), stop));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] names, string folder, CancellationToken stop)
    {
        if (!context.TryLoad(out Settings? settings))
            return ExitCode.BadConfiguration;
        if (!context.TryFindPlatform(settings, out Platform? platform))
            return ExitCode.Failed;
        IReadOnlyList<CollectorDescriptor>? chosen = platform.Collectors;
        if (names is not ["all"] && !context.TryChoose(platform, names, out chosen))
            return ExitCode.Usage;

        var kernel = new RecordingKernelSource(platform.Kernel);
        using var shot = new OneShot(platform with { Kernel = kernel }, settings.Options, chosen, context.Clock, everything: true);
        await shot.PassTwiceAsync(context.Clock, stop).ConfigureAwait(false);
        try
        {
            kernel.Save(folder, platform.Host, Timestamp.From(context.Clock.GetUtcNow()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Terminal.Error.WriteLine(TerminalText.Clean($"probe: {folder}: {e.Message}"));
            return ExitCode.Failed;
        }

        long files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).LongCount();
        context.Terminal.Line($"Recorded {string.Join(", ", shot.Chosen.Select(c => c.Name))} to {TerminalText.Clean(folder)} ({files} files).");
        context.Terminal.Line($"Play it back: probe snapshot --Probe:Kernel:Root={TerminalText.Clean(folder)}", Paint.Dim);
        return context.ReportFailures(shot);
    }
}
