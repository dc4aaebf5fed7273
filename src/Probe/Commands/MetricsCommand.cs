using System.CommandLine;
using System.Text.Json;
using Probe.Collection;
using Probe.Configuration;

namespace Probe.Commands;

/// <summary><c>probe metrics</c>: every metric there is, and whether this host fills it.</summary>
internal static class MetricsCommand
{
    private const int WideTerminal = 160;

    public static Command Make(CommandContext context)
    {
        Option<string> format = CommandOptions.Format("table", "json");
        var patterns = new Argument<string[]>("PATTERN") { HelpName = "PATTERN ...", Description = "Only metrics of these names; * stands for any text.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("metrics", "List every metric: tier, systems, source, needed right, and whether it is filled here or why not.") { patterns, format };
        command.SetAction((parsed, stop) => RunAsync(context, parsed.GetValue(patterns) ?? [], parsed.GetRequiredValue(format), stop));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] patterns, string format, CancellationToken stop)
    {
        if (!context.TryLoad(out Settings? settings))
            return ExitCode.BadConfiguration;
        if (!context.TryFindPlatform(settings, out Platform? platform))
            return ExitCode.Failed;
        using var shot = new OneShot(platform, settings.Options, platform.Collectors, context.Clock, everything: true);
        await shot.PassTwiceAsync(context.Clock, stop).ConfigureAwait(false);
        MetricCheck[] metrics = [.. MetricCheck.OfAll(shot, settings.Options)
            .Where(m => patterns.Length == 0 || patterns.Any(p => MetricsOptions.Matches(p, m.Instrument.Name)))];
        if (metrics.Length == 0)
        {
            context.Terminal.Error.WriteLine($"probe: no metric is called {TerminalText.Clean(string.Join(" or ", patterns))}.");
            return ExitCode.Failed;
        }

        if (format == "json")
            WriteJson(context.Terminal, metrics);
        else
            WriteTable(context.Terminal, metrics);
        return ExitCode.Good;
    }

    private static void WriteTable(Terminal terminal, MetricCheck[] metrics)
    {
        bool wide = terminal.Width is null or >= WideTerminal;
        var table = wide
            ? new TextTable(new TextColumn("METRIC"), new TextColumn("HERE"), new TextColumn("TIER"), new TextColumn("KIND"), new TextColumn("UNIT"),
                new TextColumn("SYSTEMS"), new TextColumn("COLLECTOR"), new TextColumn("RIGHT"), new TextColumn("SOURCE", Shrinks: true))
            : new TextTable(new TextColumn("METRIC"), new TextColumn("HERE"), new TextColumn("UNIT"), new TextColumn("SOURCE", Shrinks: true));
        foreach (MetricCheck metric in metrics)
        {
            var name = new TextCell(metric.Instrument.Name);
            var here = new TextCell(metric.Here, metric.IsSent ? Paint.Good : metric.IsFilled ? Paint.None : Paint.Dim);
            TextCell unit = metric.Instrument.Unit.Ucum;
            TextCell source = new(metric.Instrument.Source, Paint.Dim);
            if (wide)
                table.Add(name, here, metric.Tier, metric.Kind, unit, metric.SystemsText, metric.Collector?.Name ?? "-", metric.Collector?.Right ?? "-", source);
            else
                table.Add(name, here, unit, source);
        }

        table.Write(terminal);
        terminal.Line();
        int filled = metrics.Count(m => m.IsFilled), sent = metrics.Count(m => m.IsSent);
        int daemon = metrics.Count(m => m.IsByDaemon);
        terminal.Paragraph($"{metrics.Length} metrics: {sent} are sent from here, {filled - sent} more could be (Probe:Metrics:Include, Probe:Collectors), "
            + $"{daemon} tell of the running daemon, {metrics.Length - filled - daemon} are not filled here.");
    }

    private static void WriteJson(Terminal terminal, MetricCheck[] metrics) => JsonText.Write(terminal.Out, indented: true, json =>
    {
        json.WriteStartArray();
        foreach (MetricCheck metric in metrics)
            WriteMetric(json, metric);
        json.WriteEndArray();
    });

    private static void WriteMetric(Utf8JsonWriter json, MetricCheck metric)
    {
        json.WriteStartObject();
        json.WriteString("name", metric.Instrument.Name);
        json.WriteString("description", metric.Instrument.Description);
        json.WriteString("kind", metric.Kind);
        json.WriteString("unit", metric.Instrument.Unit.Ucum);
        json.WriteString("tier", metric.Tier);
        json.WriteStartArray("attributes");
        foreach (string attribute in metric.Attributes)
            json.WriteStringValue(attribute);
        json.WriteEndArray();
        json.WriteString("systems", metric.SystemsText);
        json.WriteString("collector", metric.Collector?.Name);
        json.WriteString("source", metric.Instrument.Source);
        json.WriteString("right", metric.Collector?.Right);
        json.WriteBoolean("filled", metric.IsFilled);
        json.WriteBoolean("sent", metric.IsSent);
        json.WriteString("here", metric.Here);
        json.WriteEndObject();
    }
}
