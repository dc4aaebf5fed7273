using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Probe.Collection;
using Probe.Configuration;

namespace Probe.Commands;

/// <summary><c>probe inspect process PID</c>: everything the kernel tells of one process, and the right that is missing for the rest.</summary>
internal static class InspectProcessCommand
{
    public static Command Make(CommandContext context)
    {
        var pid = new Argument<int>("PID") { Description = "The process." };
        var commandLine = new Option<bool>("--with-command-line") { Description = "Show its command line, without what looks like a secret." };
        var environment = new Option<bool>("--with-environment") { Description = "Show its environment, likewise; for root alone." };
        Option<string> format = CommandOptions.Format("table", "json");
        var command = new Command("process", "Show all that the kernel tells of one process.") { pid, commandLine, environment, format };
        command.SetAction(parsed => Run(context, parsed.GetRequiredValue(pid), parsed.GetValue(commandLine), parsed.GetValue(environment), parsed.GetRequiredValue(format)));
        return command;
    }

    private static int Run(CommandContext context, int pid, bool withCommandLine, bool withEnvironment, string format)
    {
        if (!context.TryLoad(out Settings? settings))
            return ExitCode.BadConfiguration;
        if (!context.TryFindPlatform(settings, out Platform? platform))
            return ExitCode.Failed;
        if (new ProcessInspection(platform.Kernel, pid).Read(withCommandLine, withEnvironment) is not { } sections)
        {
            context.Terminal.Error.WriteLine($"probe: there is no process {pid}, or it may not be seen.");
            return ExitCode.Failed;
        }

        if (format == "json")
            JsonText.Write(context.Terminal.Out, indented: true, json => Write(json, sections));
        else
            Write(context.Terminal, sections);
        return ExitCode.Good;
    }

    private static void Write(Terminal terminal, ImmutableArray<InspectedSection> sections)
    {
        foreach (InspectedSection section in sections.Where(s => s.Facts.Length > 0))
        {
            terminal.Line(section.Name, Paint.Bold);
            var table = new TextTable(new TextColumn(""), new TextColumn("", Shrinks: true));
            foreach (InspectedFact fact in section.Facts)
                table.Add(fact.Name, fact.Missing is null ? new TextCell(fact.Value.Length > 0 ? fact.Value : "-") : new TextCell($"needs {fact.Missing}", Paint.Warn));
            table.Write(terminal, indent: 2);
        }
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<InspectedSection> sections)
    {
        json.WriteStartObject();
        foreach (InspectedSection section in sections)
        {
            json.WriteStartObject(section.Name);
            foreach (InspectedFact fact in section.Facts)
            {
                if (fact.Missing is null)
                {
                    json.WriteString(fact.Name, fact.Value);
                    continue;
                }

                json.WriteStartObject(fact.Name);
                json.WriteString("missing_right", fact.Missing);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
