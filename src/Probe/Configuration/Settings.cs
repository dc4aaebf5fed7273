using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace Probe.Configuration;

/// <summary>All settings, where each came from, and the options bound from them. Immutable; a reload makes new ones.</summary>
/// <remarks>Layers, a later one wins: defaults, the file, OpenTelemetry's variables, <c>PROBE__</c> variables, arguments.</remarks>
public sealed class Settings
{
    private readonly SettingsInput _input;
    private readonly SettingCatalog _catalog;
    private readonly FrozenDictionary<string, Setting> _byKey;

    internal Settings(SettingsInput input, SettingCatalog catalog, SettingsReader reader)
    {
        _input = input;
        _catalog = catalog;
        File = reader.File;
        Places = reader.Places;
        Warnings = [.. reader.Warnings];
        Stated = [.. reader.Stated.Values.OrderBy(s => s.Key, StringComparer.OrdinalIgnoreCase)];
        _byKey = Stated.ToFrozenDictionary(s => s.Key, StringComparer.OrdinalIgnoreCase);
        Configuration = new ConfigurationBuilder().AddInMemoryCollection(reader.Bindable).Build();
        Options = new BoundOptions(Configuration, catalog.CollectorNames);
    }

    /// <summary>The settings file that was read; null where none was found.</summary>
    public string? File { get; }

    /// <summary>Where the settings file may lie: a change at any of these places may change the settings.</summary>
    public ImmutableArray<string> Places { get; }

    /// <summary>Every key that some layer stated, by its name, with the text of the layer that won.</summary>
    public ImmutableArray<Setting> Stated { get; }

    /// <summary>What was ignored and why: OpenTelemetry asks for a warning where one of its variables makes no sense.</summary>
    public ImmutableArray<SettingError> Warnings { get; }

    /// <summary>The stated keys in the form that the binder reads.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>The options, bound and found valid.</summary>
    public BoundOptions Options { get; }

    internal SettingCatalog Catalog => _catalog;

    /// <summary>Reads the settings of this process.</summary>
    public static SettingsOutcome Load(params ImmutableArray<string> arguments) => Load(SettingsInput.OfProcess(arguments));

    /// <summary>Reads settings from the places given.</summary>
    public static SettingsOutcome Load(SettingsInput input)
    {
        var catalog = new SettingCatalog(input.Roster);
        var reader = new SettingsReader(catalog);
        reader.Read(input);
        if (reader.Errors.Count > 0)
            return new SettingsOutcome(null, [.. reader.Errors]);
        var settings = new Settings(input, catalog, reader);
        ImmutableArray<SettingError> errors = settings.Validate();
        return errors.IsEmpty ? new SettingsOutcome(settings, []) : new SettingsOutcome(null, errors);
    }

    /// <summary>Reads the same places again. These settings stay as they are.</summary>
    public SettingsOutcome Reload() => Load(_input);

    /// <summary>Where a key, or the first member of a list or map, was stated; <see cref="SettingOrigin.Default"/> where nobody did.</summary>
    public SettingOrigin OriginOf(string key) =>
        (_byKey.GetValueOrDefault(key) ?? Stated.FirstOrDefault(s => s.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)))?.Origin
        ?? SettingOrigin.Default;

    /// <summary>A setting's text as it may be shown: secrets hidden.</summary>
    public string Show(Setting setting) => SettingValue.Show(SpecOf(setting.Key), setting.Value);

    private ImmutableArray<SettingError> Validate() =>
    [
        .. from failure in OptionsSetup.Validate(Options)
           let origin = OriginOf(failure.Key)
           select new SettingError(origin, failure.Key, failure.Message + Quote(failure.Key)),
    ];

    private string Quote(string key) => _byKey.TryGetValue(key, out Setting? setting) && SpecOf(key) is { Secret: false } ? $" It is \"{Show(setting)}\"." : "";

    private SettingSpec? SpecOf(string key) => _catalog.Find(key) ?? _catalog.Find(Parent(key));

    private static string Parent(string key) => key[..Math.Max(key.LastIndexOf(':'), 0)];
}

/// <summary>Settings, or all that is wrong with them.</summary>
/// <param name="Settings">The settings; null where there are errors.</param>
/// <param name="Errors">Every error there is, in the order of the places.</param>
public sealed record SettingsOutcome(Settings? Settings, ImmutableArray<SettingError> Errors);
