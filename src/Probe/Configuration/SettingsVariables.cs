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

    /// <summary>Warns of variables that were meant for us and lack an underscore, such as <c>PROBE_OTLP_ENDPOINT</c>.</summary>
    public static IEnumerable<SettingError> Misspelled(IEnumerable<KeyValuePair<string, string>> variables, SettingCatalog catalog) =>
        from variable in variables
        where variable.Key.StartsWith("PROBE_", StringComparison.OrdinalIgnoreCase) && !variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        let name = variable.Key["PROBE_".Length..].Replace("__", "_").Replace('_', ':')
        where catalog.Find($"{SettingCatalog.Root}:{name}") is not null
        orderby variable.Key
        select new SettingError(new SettingOrigin(SettingLayer.Variable, variable.Key), "", $"it is not read; write {Prefix}{name.Replace(":", "__").ToUpperInvariant()}.");
}
