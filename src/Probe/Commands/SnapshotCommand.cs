using System.CommandLine;
using System.Text;
using Probe.Collection;
using Probe.Configuration;
using Probe.Exporters;
using Probe.Exporters.Otlp;
using Probe.Exporters.Prometheus;
using Probe.Hosting;
using Probe.Snapshots;

namespace Probe.Commands;

/// <summary><c>probe snapshot</c>: what the collectors see now.</summary>
internal static class SnapshotCommand
{
    public static Command Make(CommandContext context)
    {
        Option<string> format = CommandOptions.Format("table", "json", "prometheus", "otlp-json");
        var collectors = new Option<string[]>("--collector", "-c")
        {
            HelpName = "NAME", Description = "Only this collector; may be given several times.", AllowMultipleArgumentsPerToken = true,
        };
        collectors.CompletionSources.Add(_ => CommandOptions.CollectorNames(context));
        var every = new Option<string>("--every") { HelpName = "SPAN", Description = "Again every so often, such as 1s, until interrupted or as often as --count says." };
        var count = new Option<int>("--count", "-n") { HelpName = "N", Description = "How many times; with --every." };
        every.Validators.Add(result =>
        {
            if (!SettingValue.TryParseDuration(result.GetValueOrDefault<string>() ?? "", out TimeSpan span) || span < CollectorOptions.MinInterval)
                result.AddError("--every: expected a duration of at least 100ms, such as 1s.");
        });
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--count: expected a number above zero.");
        });
        var command = new Command("snapshot", "Show what the collectors see now, with rates and utilizations over a quarter of a second.") { format, collectors, every, count };
        command.SetAction((parsed, stop) =>
        {
            SettingValue.TryParseDuration(parsed.GetValue(every) ?? "", out TimeSpan span);
            int times = parsed.GetValue(count) is > 0 and var n ? n : span > TimeSpan.Zero ? int.MaxValue : 1;
            return RunAsync(context, parsed.GetRequiredValue(format), parsed.GetValue(collectors) ?? [], span > TimeSpan.Zero ? span : TimeSpan.FromSeconds(1), times, stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string format, string[] names, TimeSpan every, int count, CancellationToken stop)
    {
        if (!context.TryLoad(out Settings? settings))
            return ExitCode.BadConfiguration;
        if (!context.TryFindPlatform(settings, out Platform? platform))
            return ExitCode.Failed;
        IEnumerable<CollectorDescriptor> chosen = platform.Collectors.Where(c => new CollectorPlans(settings.Options).For(c) is not null);
        if (names.Length > 0)
        {
            if (!context.TryChoose(platform, names, out IReadOnlyList<CollectorDescriptor>? named))
                return ExitCode.Usage;
            chosen = named;
        }

        using var shot = new OneShot(platform, settings.Options, chosen, context.Clock);
        shot.Store.Resource = HostResource.Of(platform, settings.Options);
        if (shot.Chosen.IsEmpty)
            context.Terminal.Error.WriteLine("probe: there is nothing to collect: no collectors for this system yet, or all of them are switched off.");
        ISnapshotWriter writer = MakeWriter(format, context.Terminal, indented: count == 1);
        try
        {
            await shot.PassTwiceAsync(context.Clock, stop).ConfigureAwait(false);
            writer.Write(shot);
            for (int i = 1; i < count; i++)
            {
                await Task.Delay(every, context.Clock, stop).ConfigureAwait(false);
                shot.Pass();
                writer.Write(shot);
            }
        }
        catch (OperationCanceledException)
        {
            // Interrupted by hand: that is how an endless one ends.
        }

        return context.ReportFailures(shot);
    }

    private static ISnapshotWriter MakeWriter(string format, Terminal terminal, bool indented) => format switch
    {
        "json" => new SnapshotJson(terminal.Out, indented),
        "prometheus" => new SnapshotPrometheus(terminal.Out),
        "otlp-json" => new SnapshotOtlpJson(terminal.Out, indented),
        _ => new SnapshotTables(terminal, details: false),
    };

    private sealed class SnapshotPrometheus(TextWriter output) : ISnapshotWriter
    {
        private readonly TextBuffer _text = new();

        public void Write(OneShot shot)
        {
            _text.Clear();
            new PrometheusEncoder(shot.ShownStore()).Encode(PrometheusFormat.ClassicText, _text);
            output.Write(Encoding.UTF8.GetString(_text.Span));
        }
    }

    private sealed class SnapshotOtlpJson(TextWriter output, bool indented) : ISnapshotWriter
    {
        public void Write(OneShot shot)
        {
            using var text = new MemoryStream();
            OtlpJson.Write(shot.ShownStore(), text, indented);
            output.WriteLine(Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)));
        }
    }
}

/// <summary>Writes what collectors saw in one form.</summary>
internal interface ISnapshotWriter
{
    /// <summary>Writes the latest passes.</summary>
    void Write(OneShot shot);
}
