using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Probe.Configuration;
using Probe.Hosting;

namespace Probe.Commands;

/// <summary><c>probe run</c>: the daemon.</summary>
internal static class RunCommand
{
    /// <summary>The verb's name.</summary>
    public const string Name = "run";

    public static Command Make(CommandContext context)
    {
        var command = new Command(Name, "Collect, serve /metrics and push until told to stop. The default.");
        command.SetAction(_ => Run(context));
        return command;
    }

    /// <summary>Runs until told to stop.</summary>
    public static int Run(CommandContext context)
    {
        if (!context.TryLoad(out Settings? settings))
            return ExitCode.BadConfiguration;
        using IHost host = ProbeHost.Build(settings);
        host.Run();
        return Environment.ExitCode;
    }
}
