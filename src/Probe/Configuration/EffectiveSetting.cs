namespace Probe.Configuration;

/// <summary>A key as it holds: what stands for it, stated or by default, and where that comes from.</summary>
/// <param name="Key">The key; a member of a list or map has a key of its own.</param>
/// <param name="Value">The text to show; secrets are hidden.</param>
/// <param name="Origin">Where it was stated.</param>
internal sealed record EffectiveSetting(string Key, string Value, SettingOrigin Origin)
{
    /// <summary>True where somebody stated it.</summary>
    public bool IsStated => Origin.Layer != SettingLayer.Default;

    /// <summary>Every key in the order of the catalog.</summary>
    public static IEnumerable<EffectiveSetting> Of(Settings settings)
    {
        foreach (SettingSpec spec in settings.Catalog.Specs)
        {
            Setting[] stated = spec.Kind is SettingKind.List or SettingKind.Map
                ? [.. settings.Stated.Where(s => s.Key.StartsWith(spec.Key + ":", StringComparison.OrdinalIgnoreCase))]
                : [.. settings.Stated.Where(s => s.Key.Equals(spec.Key, StringComparison.OrdinalIgnoreCase))];
            foreach (Setting setting in stated)
                yield return new EffectiveSetting(setting.Key, settings.Show(setting), setting.Origin);
            if (stated.Length == 0)
                yield return new EffectiveSetting(spec.Key, spec.Default, SettingOrigin.Default);
        }
    }
}
