using System.CommandLine;
using Probe.Configuration;
using Probe.Hosting.SelfMetrics;

namespace Probe.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommandOptions
{
    /// <summary>How the answer is written; the first word is the default.</summary>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = "How it is written.", HelpName = string.Join("|", formats), DefaultValueFactory = _ => formats[0],
        };
        option.CompletionSources.Add(formats);
        option.Validators.Add(result =>
        {
            string format = result.GetValueOrDefault<string>() ?? "";
            if (!formats.Contains(format))
                result.AddError($"--format: expected {string.Join(", ", formats)}, not \"{format}\"{(NearestName.Of(format, formats) is { } nearest ? $"; did you mean {nearest}?" : ".")}");
        });
        return option;
    }

    /// <summary>Names of collectors as an argument.</summary>
    public static Argument<string[]> Collectors(CommandContext context)
    {
        var names = new Argument<string[]>("NAME") { HelpName = "NAME ...", Description = "Collectors, as `probe doctor` lists them.", Arity = ArgumentArity.OneOrMore };
        names.CompletionSources.Add(_ => CollectorNames(context));
        return names;
    }

    /// <summary>What a shell may offer where a collector's name is due.</summary>
    public static IEnumerable<string> CollectorNames(CommandContext context) =>
        context.Input.Roster.Where(c => !SelfRoster.Holds(c)).Select(c => c.Name);
}
