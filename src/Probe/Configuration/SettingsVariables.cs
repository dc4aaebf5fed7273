namespace Probe.Configuration;

/// <summary>Reads <c>PROBE__SECTION__KEY</c> from the environment.</summary>
internal static class SettingsVariables
{
    private const string Prefix = "PROBE__";

    /// <summary>The variables that are settings, in the order of their names.</summary>
    public static IEnumerable<RawSetting> Read(IEnumerable<KeyValuePair<string, string>> variables) =>
        from variable in variables
        where variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        orderby variable.Key
        let path = $"{SettingCatalog.Root}:{variable.Key[Prefix.Length..].Replace("__", ":")}"
        select new RawSetting(path, variable.Value, new SettingOrigin(SettingLayer.Variable, variable.Key));
}
