using Probe.Commands;

return CommandLine.Run(CommandContext.OfProcess(args));
