using Microsoft.Extensions.Options;
using Probe.Metrics;

namespace Probe.Configuration;

/// <summary>Which metrics are read and sent. Section <c>Probe:Metrics</c>.</summary>
public sealed class MetricsOptions
{
    /// <summary>Metrics of the optional tier to add, by name; <c>*</c> stands for any text.</summary>
    public string[] Include { get; set; } = [];

    /// <summary>Metrics to leave out, by name; <c>*</c> stands for any text. It wins over <see cref="Include"/>.</summary>
    public string[] Exclude { get; set; } = [];

    /// <summary>Whether an instrument is asked for.</summary>
    public bool Wants(Instrument instrument) =>
        (instrument.Tier == Tier.Default || Matches(Include, instrument.Name)) && !Matches(Exclude, instrument.Name);

    /// <summary>Whether a name fits a pattern in which <c>*</c> stands for any text.</summary>
    internal static bool Matches(string pattern, string name) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\").Replace("?", "\\?"), name, ignoreCase: false);

    private static bool Matches(string[] patterns, string name)
    {
        foreach (string pattern in patterns)
        {
            if (Matches(pattern, name))
                return true;
        }

        return false;
    }
}

internal sealed class MetricsOptionsValidator : IValidateOptions<MetricsOptions>
{
    public ValidateOptionsResult Validate(string? name, MetricsOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        Check(result, options.Include, "Probe:Metrics:Include");
        Check(result, options.Exclude, "Probe:Metrics:Exclude");
        return result.Build();
    }

    private static void Check(ValidateOptionsResultBuilder result, string[] patterns, string key)
    {
        if (patterns.Length == 0)
            return;             // naming them all would bring the whole catalog to life
        string[] names = [.. Catalog.AllTables.Schemas.SelectMany(s => s.Columns).Select(c => c.Instrument.Name).Distinct()];
        foreach (string pattern in patterns)
        {
            if (names.Any(n => MetricsOptions.Matches(pattern, n)))
                continue;
            string? nearest = NearestName.Of(pattern, names);
            result.AddError($"no metric is called \"{pattern}\"{(nearest is null ? "; probe metrics lists them all." : $"; did you mean {nearest}?")}", key);
        }
    }
}
