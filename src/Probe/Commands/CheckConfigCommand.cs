using System.CommandLine;
using System.Text.Json;
using Probe.Configuration;

namespace Probe.Commands;

/// <summary><c>probe check-config</c>: which settings hold, and where each comes from; or all that is wrong with them.</summary>
internal static class CheckConfigCommand
{
    public static Command Make(CommandContext context)
    {
        Option<string> format = CommandOptions.Format("table", "json");
        var stated = new Option<bool>("--stated") { Description = "Only what somebody stated, without the defaults." };
        var command = new Command("check-config", "Show every setting that holds and where it comes from, or all that is wrong.") { format, stated };
        command.SetAction(parsed => Run(context, parsed.GetRequiredValue(format), parsed.GetValue(stated)));
        return command;
    }

    private static int Run(CommandContext context, string format, bool statedOnly)
    {
        SettingsOutcome outcome = Settings.Load(context.Input);
        if (format == "json")
            WriteJson(context.Terminal, outcome, statedOnly);
        else if (context.TryLoad(out Settings? settings))
            WriteTable(context.Terminal, settings, statedOnly);
        return outcome.Settings is null ? ExitCode.BadConfiguration : ExitCode.Good;
    }

    private static void WriteTable(Terminal terminal, Settings settings, bool statedOnly)
    {
        var table = new TextTable(new TextColumn("KEY"), new TextColumn("VALUE", Shrinks: true), new TextColumn("FROM", Shrinks: true));
        foreach (EffectiveSetting setting in EffectiveSetting.Of(settings).Where(s => s.IsStated || !statedOnly))
        {
            Paint paint = setting.IsStated ? Paint.None : Paint.Dim;
            table.Add(new TextCell(setting.Key, paint), new TextCell(setting.Value.Length == 0 ? "-" : setting.Value, paint), new TextCell(Place(setting.Origin), paint));
        }

        table.Write(terminal);
        terminal.Line();
        string file = settings.File is null ? "No settings file was found" : $"The file is {settings.File}";
        terminal.Line(TerminalText.Clean($"{file}; {settings.Stated.Length} keys are stated. The settings are good."), Paint.Good);
    }

    // The file's folder is said once, below the table.
    private static string Place(SettingOrigin origin) => origin.Layer == SettingLayer.File ? Path.GetFileName(origin.Place) : origin.Place;

    private static void WriteJson(Terminal terminal, SettingsOutcome outcome, bool statedOnly) => JsonText.Write(terminal.Out, indented: true, json =>
    {
        json.WriteStartObject();
        json.WriteString("file", outcome.Settings?.File);
        json.WriteStartArray("settings");
        foreach (EffectiveSetting setting in outcome.Settings is { } settings ? EffectiveSetting.Of(settings).Where(s => s.IsStated || !statedOnly) : [])
        {
            json.WriteStartObject();
            json.WriteString("key", setting.Key);
            json.WriteString("value", setting.Value);
            json.WriteString("layer", setting.Origin.Layer.ToString().ToLowerInvariant());
            json.WriteString("from", setting.Origin.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteMessages(json, "errors", outcome.Errors);
        WriteMessages(json, "warnings", outcome.Settings?.Warnings ?? []);
        json.WriteEndObject();
    });

    private static void WriteMessages(Utf8JsonWriter json, string name, IEnumerable<SettingError> messages)
    {
        json.WriteStartArray(name);
        foreach (SettingError message in messages)
        {
            json.WriteStartObject();
            json.WriteString("from", message.Origin.Place);
            json.WriteString("key", message.Key);
            json.WriteString("message", message.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
