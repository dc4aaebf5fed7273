using System.Collections.Immutable;
using Probe.Collection;

namespace Probe.Configuration;

/// <summary>Every key there is, with its default and its meaning: what the settings are checked against and the shipped file is written from.</summary>
internal sealed class SettingCatalog
{
    /// <summary>The section all keys are under.</summary>
    public const string Root = "Probe";

    /// <summary>The section of the collectors.</summary>
    public const string Collectors = "Probe:Collectors";

    private readonly Dictionary<string, SettingSpec> _byKey = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="roster">The collectors that can be set.</param>
    public SettingCatalog(ImmutableArray<CollectorDescriptor> roster)
    {
        CollectorNames = [.. roster.Select(c => c.Name)];
        Specs = [.. SettingSpecs.Fixed, .. roster.SelectMany(OfCollector)];
        foreach (SettingSpec spec in Specs)
            _byKey.Add(spec.Key, spec);
    }

    /// <summary>All keys, in the order they are shown.</summary>
    public ImmutableArray<SettingSpec> Specs { get; }

    /// <summary>The names below <see cref="Collectors"/>.</summary>
    public ImmutableArray<string> CollectorNames { get; }

    /// <summary>The key of that name; null where there is none.</summary>
    public SettingSpec? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>What lies directly below a section: keys and further sections, by their last part.</summary>
    public ImmutableArray<string> Below(string section) =>
    [
        .. Specs.Select(s => s.Key)
            .Where(k => k.Length > section.Length && k.StartsWith(section, StringComparison.OrdinalIgnoreCase) && k[section.Length] == ':')
            .Select(k => k[(section.Length + 1)..].Split(':')[0])
            .Distinct(),
    ];

    private static IEnumerable<SettingSpec> OfCollector(CollectorDescriptor collector)
    {
        string section = $"{Collectors}:{collector.Name}";
        var defaults = new CollectorOptions();
        yield return new($"{section}:Enabled", SettingKind.Boolean, collector.EnabledByDefault ? "true" : "false", "Whether it runs.");
        if (collector.Interval is { } interval)
            yield return new($"{section}:Interval", SettingKind.Duration, SettingValue.Format(interval), "Time between passes, from 100ms to 1h.");
        yield return new($"{section}:Budget", SettingKind.Size, SettingValue.Format(defaults.Budget), "Memory for the passes it keeps, from 16KiB to 1GiB.");
        yield return new($"{section}:MaxRows", SettingKind.Integer, $"{collector.MaxRows}", "Most rows a table of its may hold; more are dropped and counted.");
        if (collector.Name == "cpu")
            yield return new($"{section}:PerCpu", SettingKind.Boolean, "true", "Times of each logical CPU; false: their sum instead.");
    }
}
