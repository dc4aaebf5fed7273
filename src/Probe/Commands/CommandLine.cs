using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Probe.Configuration;

namespace Probe.Commands;

/// <summary>The command line: which verbs there are, and what is said to one that makes no sense.</summary>
internal static class CommandLine
{
    /// <summary>Does what the arguments ask for and returns how it ended.</summary>
    public static int Run(CommandContext context)
    {
        SettingsArguments arguments = SettingsArguments.Read(context.Input.Arguments, []);

        // The daemon spares itself the memory of a command line it does not have.
        if (arguments.Rest is [] or [RunCommand.Name])
            return RunCommand.Run(context);
        RootCommand root = Make(context);
        ParseResult parsed = root.Parse(arguments.Rest, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parsed.Errors.Count > 0
            ? Refuse(context.Terminal.Error, parsed)
            : parsed.Invoke(new InvocationConfiguration { Output = context.Terminal.Out, Error = context.Terminal.Error });
    }

    /// <summary>All there is to write.</summary>
    internal static RootCommand Make(CommandContext context)
    {
        var root = new RootCommand("Probe turns what a kernel knows into metrics: pushed by OTLP, scraped at /metrics, shown here.")
        {
            RunCommand.Make(context),
            SnapshotCommand.Make(context),
            MetricsCommand.Make(context),
            DoctorCommand.Make(context),
            CheckConfigCommand.Make(context),
            InspectCommand.Make(context),
            RecordCommand.Make(context),
            VersionCommand.Make(context),
        };

        // Both are taken out before the rest is parsed, as are all settings; they stand here for --help.
        root.Add(new Option<FileInfo>("--config") { HelpName = "FILE", Description = "The settings file, instead of /etc/probe/appsettings.json or the one beside the executable.", Recursive = true });
        root.Add(new Option<string>("--Probe:Section:Key") { HelpName = "VALUE", Description = "Any setting, such as --Probe:Otlp:Endpoint=http://collector:4318; `probe check-config` lists them.", Recursive = true });
        Option help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show this.";
        foreach (string alias in help.Aliases.Where(a => a != "-h").ToArray())
            help.Aliases.Remove(alias);
        root.SetAction(_ => RunCommand.Run(context));
        return root;
    }

    private static int Refuse(TextWriter error, ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string name = command is RootCommand ? "probe" : $"probe {command.Name}";
        foreach (string message in parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(t => Unknown(command, t))
            : parsed.Errors.Select(e => e.SymbolResult is ArgumentResult { Tokens.Count: 0, Parent: CommandResult } missing ? $"expected {missing.Argument.HelpName}" : e.Message))
            error.WriteLine(TerminalText.Clean($"{name}: {message}"));
        error.WriteLine($"Usage: {name} {Usage(command)}");
        error.WriteLine($"Try `{name} --help`.");
        return ExitCode.Usage;
    }

    private static string Unknown(Command command, string token)
    {
        bool isOption = token.StartsWith('-');
        string written = token.Split('=')[0];
        IEnumerable<string> known = isOption ? OptionsOf(command) : command.Subcommands.Select(c => c.Name);
        string what = isOption ? "unknown option" : command is RootCommand ? "unknown command" : "unexpected argument";
        return $"{what} \"{written}\"{(NearestName.Of(written, known) is { } nearest ? $"; did you mean {nearest}?" : ".")}";
    }

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive)).Select(o => o.Name);

    private static string Usage(Command command)
    {
        if (command is RootCommand)
            return $"[{string.Join("|", command.Subcommands.Select(c => c.Name))}] [options]";
        string arguments = string.Concat(command.Arguments.Select(a => a.Arity.MinimumNumberOfValues > 0 ? $"{a.HelpName} " : $"[{a.HelpName}] "));
        return arguments + string.Join(" ", command.Options.Where(o => o is not HelpOption)
            .Select(o => o.Required ? $"{o.Name} {o.HelpName}" : $"[{o.Name} {o.HelpName}]"));
    }
}
