using System.CommandLine;
using Probe.Collection;
using Probe.Configuration;

namespace Probe.Commands;

/// <summary><c>probe inspect</c>: everything one collector can tell, details and optional metrics and all.</summary>
internal static class InspectCommand
{
    public static Command Make(CommandContext context)
    {
        Argument<string[]> names = CommandOptions.Collectors(context);
        Option<string> format = CommandOptions.Format("table", "json");
        var command = new Command("inspect", "Show all that a collector can tell, whatever the settings ask for: details and optional metrics as well.") { names, format };
        command.Subcommands.Add(InspectProcessCommand.Make(context));
        command.SetAction((parsed, stop) => RunAsync(context, parsed.GetRequiredValue(names), parsed.GetRequiredValue(format), stop));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] names, string format, CancellationToken stop)
    {
        if (!context.TryLoad(out Settings? settings))
            return ExitCode.BadConfiguration;
        if (!context.TryFindPlatform(settings, out Platform? platform))
            return ExitCode.Failed;
        if (!context.TryChoose(platform, names, out IReadOnlyList<CollectorDescriptor>? chosen))
            return ExitCode.Usage;
        using var shot = new OneShot(platform, settings.Options, chosen, context.Clock, everything: true);
        await shot.PassTwiceAsync(context.Clock, stop).ConfigureAwait(false);
        ISnapshotWriter writer = format == "json" ? new SnapshotJson(context.Terminal.Out, indented: true) : new SnapshotTables(context.Terminal, details: true);
        writer.Write(shot);
        return context.ReportFailures(shot);
    }
}
