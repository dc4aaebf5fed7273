using System.Collections.Immutable;
using System.Globalization;

namespace Probe.Configuration;

/// <summary>Lays the layers over one another and holds each key against the catalog.</summary>
internal sealed class SettingsReader(SettingCatalog catalog)
{
    private readonly Dictionary<string, string?> _bindable = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _restated = new(StringComparer.OrdinalIgnoreCase);

    public List<SettingError> Errors { get; } = [];

    public List<SettingError> Warnings { get; } = [];

    /// <summary>What was stated, by key; members of lists and maps by key of their own.</summary>
    public Dictionary<string, Setting> Stated { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same as the binder reads it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Bindable => _bindable;

    public string? File { get; private set; }

    /// <summary>Where the file may lie: a change at any of these places may change the settings.</summary>
    public ImmutableArray<string> Places { get; private set; } = [];

    public void Read(SettingsInput input)
    {
        SettingsArguments arguments = SettingsArguments.Read(input.Arguments, Errors);
        Places = arguments.File is null ? input.Files : [arguments.File];
        File = arguments.File ?? input.Files.FirstOrDefault(System.IO.File.Exists);
        if (File is not null)
            Lay(SettingsFile.Read(File, Errors));
        Lay(new OpenTelemetryVariables(input.Variables, Warnings).Read());
        Lay(SettingsVariables.Read(input.Variables));
        Warnings.AddRange(SettingsVariables.Misspelled(input.Variables, catalog));
        Lay(arguments.Settings);
    }

    private void Lay(IEnumerable<RawSetting> layer)
    {
        _restated.Clear();
        foreach (RawSetting raw in layer)
            Take(raw);
    }

    private void Take(RawSetting raw)
    {
        if (raw.Path.Equals("$schema", StringComparison.Ordinal))
            return;
        if (catalog.Find(Canonical(raw.Path)) is { } spec)
            TakeWhole(spec, raw);
        else if (raw.Path.LastIndexOf(':') is var cut and > 0 && catalog.Find(Canonical(raw.Path[..cut])) is { } parent)
            TakeMember(parent, raw.Path[(cut + 1)..], raw);
        else if (catalog.CollectorNames.IsEmpty && raw.Path.StartsWith(SettingCatalog.Collectors + ":", StringComparison.OrdinalIgnoreCase))
            Warnings.Add(new SettingError(raw.Origin, raw.Path, "ignored: no collectors for this system yet."));
        else
            Fail(raw, Unknown(raw.Path));
    }

    private void TakeWhole(SettingSpec spec, RawSetting raw)
    {
        if (spec.Kind is SettingKind.List or SettingKind.Map)
        {
            TakeMembers(spec, raw);
            return;
        }

        string? bindable = SettingValue.Normalize(spec, raw.Value);
        if (bindable is null)
            Fail(raw, $"expected {SettingValue.Expectation(spec)}, not \"{SettingValue.Show(spec, raw.Value)}\".", spec);
        else
            Put(spec.Key, bindable, raw);
    }

    private void TakeMembers(SettingSpec spec, RawSetting raw)
    {
        string[] parts = raw.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (spec.Kind == SettingKind.List)
            Forget(spec.Key);
        for (int i = 0; i < parts.Length; i++)
        {
            if (spec.Kind == SettingKind.List)
                TakeMember(spec, i.ToString(CultureInfo.InvariantCulture), raw with { Value = parts[i] });
            else if (EncodedPair.TryParse(parts[i], out string name, out string value))
                TakeMember(spec, name, raw with { Value = value });
            else
                Fail(raw, "expected name=value, separated by commas and percent-encoded where need be.", spec);
        }
    }

    private void TakeMember(SettingSpec parent, string name, RawSetting raw)
    {
        bool list = parent.Kind == SettingKind.List;
        if (list && !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            Fail(raw, $"expected {SettingValue.Expectation(parent)}.", parent);
        else if (!list && parent.Kind != SettingKind.Map)
            Fail(raw, $"expected {SettingValue.Expectation(parent)}, not a section.", parent);
        else if (name.Length == 0 || name.Contains(':'))
            Fail(raw, $"\"{name}\" cannot be a name here.", parent);
        else
        {
            // A layer that states a list states all of it.
            if (list && _restated.Add(parent.Key))
                Forget(parent.Key);
            Put($"{parent.Key}:{name}", raw.Value, raw);
        }
    }

    private void Put(string key, string bindable, RawSetting raw)
    {
        _bindable.Remove(key);      // so that the new spelling of the name counts
        Stated.Remove(key);
        _bindable[key] = bindable;
        Stated[key] = new Setting(key, raw.Value, raw.Origin);
    }

    private void Forget(string list)
    {
        foreach (string key in Stated.Keys.Where(k => k.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            Stated.Remove(key);
            _bindable.Remove(key);
        }
    }

    private void Fail(RawSetting raw, string message, SettingSpec? spec = null) =>
        Errors.Add(new SettingError(raw.Origin, spec?.Key ?? raw.Path, message));

    // A variable's name has no dots and dashes; a collector's name may.
    private string Canonical(string path)
    {
        string[] parts = path.Split(':');
        if (parts.Length < 3 || !$"{parts[0]}:{parts[1]}".Equals(SettingCatalog.Collectors, StringComparison.OrdinalIgnoreCase))
            return path;
        parts[2] = catalog.CollectorNames.FirstOrDefault(n => Plain(n).Equals(Plain(parts[2]), StringComparison.OrdinalIgnoreCase)) ?? parts[2];
        return string.Join(':', parts);
    }

    private static string Plain(string name) => name.Replace('.', '_').Replace('-', '_');

    private string Unknown(string path)
    {
        string[] parts = path.Split(':');
        string section = "";
        foreach (string part in parts)
        {
            ImmutableArray<string> known = section.Length == 0 ? [SettingCatalog.Root] : catalog.Below(section);
            if (known.FirstOrDefault(k => k.Equals(part, StringComparison.OrdinalIgnoreCase)) is { } match)
            {
                section = section.Length == 0 ? match : $"{section}:{match}";
                continue;
            }

            return Suggest(section, part, parts[^1], known);
        }

        return $"expected a section with {string.Join(", ", catalog.Below(section))}.";
    }

    private string Suggest(string section, string part, string last, ImmutableArray<string> known)
    {
        string place = section.Length == 0 ? "" : section + ":";
        string what = section.Equals(SettingCatalog.Collectors, StringComparison.OrdinalIgnoreCase)
            ? $"no collector is called \"{part}\""
            : $"unknown key \"{part}\"";
        if (NearestName.Of(part, known) is { } nearest)
            return $"{what}; did you mean {place}{nearest}?";
        if (section.Length > 0 && catalog.Specs.FirstOrDefault(s => s.Name.Equals(last, StringComparison.OrdinalIgnoreCase)) is { } elsewhere)
            return $"{what}; did you mean {elsewhere.Key}?";
        return section.Length == 0
            ? $"{what}; all settings are under \"{SettingCatalog.Root}\"."
            : $"{what}; {section} has {string.Join(", ", known)}.";
    }
}
