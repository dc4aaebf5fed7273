using System.CommandLine;
using System.Text.Json;
using Probe.Collection;
using Probe.Configuration;
using Probe.Hosting;

namespace Probe.Commands;

/// <summary><c>probe doctor</c>: what works here, what does not, and the command that cures it.</summary>
internal static class DoctorCommand
{
    public static Command Make(CommandContext context)
    {
        Option<string> format = CommandOptions.Format("table", "json");
        var command = new Command("doctor", "Try everything: settings, each collector, the port, the push; say what is amiss and what cures it.") { format };
        command.SetAction((parsed, stop) => RunAsync(context, parsed.GetRequiredValue(format), stop));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string format, CancellationToken stop)
    {
        if (!context.TryLoad(out Settings? settings))
            return ExitCode.BadConfiguration;
        if (!context.TryFindPlatform(settings, out Platform? platform))
            return ExitCode.Failed;
        CollectorCheck[] collectors = await CheckCollectorsAsync(context, settings, platform, stop).ConfigureAwait(false);
        EnvironmentCheck[] surroundings = [.. await EnvironmentCheck.AllAsync(settings, context.Clock, stop).ConfigureAwait(false)];
        if (format == "json")
            WriteJson(context.Terminal, surroundings, collectors);
        else
            WriteTables(context.Terminal, surroundings, collectors);
        bool failed = collectors.Any(c => c.State == CollectorState.Failed) || surroundings.Any(s => s.State == CheckState.Failed);
        return failed ? ExitCode.Failed : ExitCode.Good;
    }

    private static async Task<CollectorCheck[]> CheckCollectorsAsync(CommandContext context, Settings settings, Platform platform, CancellationToken stop)
    {
        var plans = new CollectorPlans(settings.Options);
        using var shot = new OneShot(platform, settings.Options, platform.Collectors.Where(c => plans.For(c) is not null), context.Clock);
        await shot.PassTwiceAsync(context.Clock, stop).ConfigureAwait(false);
        var ran = shot.Shown.ToDictionary(c => c.Descriptor);
        return [.. platform.Collectors.Select(c => ran.TryGetValue(c, out OneShotCollector? collector) ? CollectorCheck.Of(collector) : CollectorCheck.OfOff(c, settings))];
    }

    private static void WriteTables(Terminal terminal, EnvironmentCheck[] surroundings, CollectorCheck[] collectors)
    {
        var around = new TextTable(new TextColumn("CHECK"), new TextColumn("STATE"), new TextColumn("", Shrinks: true));
        foreach (EnvironmentCheck check in surroundings)
        {
            around.Add(check.Name, new TextCell(check.State.ToString().ToLowerInvariant(), Color(check.State)), check.Detail);
            if (check.Cure is not null)
                around.Add("", "", new TextCell($"→ {check.Cure}", Paint.Bold));
        }

        around.Write(terminal);
        terminal.Line();
        var table = new TextTable(new TextColumn("COLLECTOR"), new TextColumn("STATE"), new TextColumn("ROWS", Right: true), new TextColumn("PASS", Right: true),
            new TextColumn("", Shrinks: true));
        foreach (CollectorCheck check in collectors)
        {
            bool ran = check.State is CollectorState.Works or CollectorState.Degraded;
            table.Add(check.Collector.Name, new TextCell(check.State.ToString().ToLowerInvariant(), Color(check.State)),
                ran ? $"{check.Rows}" : "", ran ? Quantity.Duration(check.Duration.TotalSeconds) : "", check.Detail);
            if (check.Cure is not null && check.State != CollectorState.Off)
                table.Add("", "", "", "", new TextCell($"→ {(check.MissingRight is null ? "" : $"needs {check.MissingRight}: ")}{check.Cure}", Paint.Bold));
        }

        table.Write(terminal);
        terminal.Line();
        terminal.Paragraph(Summary(collectors), collectors.Any(c => c.State == CollectorState.Failed) ? Paint.Bad : Paint.Good);
    }

    private static string Summary(CollectorCheck[] collectors) => collectors.Length == 0
        ? "There are no collectors for this system yet."
        : $"Of {collectors.Length} collectors: " + string.Join(", ", collectors.GroupBy(c => c.State).OrderBy(g => g.Key).Select(g => $"{g.Key.ToString().ToLowerInvariant()} {g.Count()}")) + ".";

    private static Paint Color(CollectorState state) => state switch
    {
        CollectorState.Works => Paint.Good,
        CollectorState.Degraded or CollectorState.Denied => Paint.Warn,
        CollectorState.Failed => Paint.Bad,
        _ => Paint.Dim,
    };

    private static Paint Color(CheckState state) => state switch
    {
        CheckState.Good => Paint.Good,
        CheckState.Warning => Paint.Warn,
        CheckState.Failed => Paint.Bad,
        _ => Paint.Dim,
    };

    private static void WriteJson(Terminal terminal, EnvironmentCheck[] surroundings, CollectorCheck[] collectors) => JsonText.Write(terminal.Out, indented: true, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("checks");
        foreach (EnvironmentCheck check in surroundings)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteString("state", check.State.ToString().ToLowerInvariant());
            json.WriteString("detail", check.Detail);
            json.WriteString("cure", check.Cure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("collectors");
        foreach (CollectorCheck check in collectors)
            WriteCollector(json, check);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteCollector(Utf8JsonWriter json, CollectorCheck check)
    {
        json.WriteStartObject();
        json.WriteString("name", check.Collector.Name);
        json.WriteString("state", check.State.ToString().ToLowerInvariant());
        json.WriteNumber("rows", check.Rows);
        json.WriteNumber("pass_seconds", check.Duration.TotalSeconds);
        json.WriteString("detail", check.Detail);
        json.WriteString("missing_right", check.MissingRight);
        json.WriteString("cure", check.Cure);
        json.WriteStartArray("sources");
        foreach (string source in check.Collector.Sources)
            json.WriteStringValue(source);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
