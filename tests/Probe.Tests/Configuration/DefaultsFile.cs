using System.Text;
using Probe.Configuration;

namespace Probe.Tests.Configuration;

/// <summary>Writes the settings file that states every default, from the catalog of keys.</summary>
internal static class DefaultsFile
{
    /// <summary>The file's text.</summary>
    public static string Write(SettingCatalog catalog)
    {
        var text = new StringBuilder("""
            // Every setting there is, with its default. It is read from /etc/probe/appsettings.json or from beside the executable; --config FILE names another.
            // A variable PROBE__SECTION__KEY wins over this file, an argument --Probe:Section:Key=value over both. `probe check-config` shows what holds and why.
            {
              "Probe": {

            """);
        var sections = catalog.Specs.Where(s => !s.Section.StartsWith(SettingCatalog.Collectors)).GroupBy(s => s.Section).ToArray();
        foreach (var section in sections)
            WriteSection(text, section.Key[6..], section);
        WriteCollectors(text, catalog);
        return text.Append("  }\n}\n").ToString();
    }

    private static void WriteSection(StringBuilder text, string name, IEnumerable<SettingSpec> specs)
    {
        text.Append($"    \"{name}\": {{\n");
        SettingSpec last = specs.Last();
        foreach (SettingSpec spec in specs)
        {
            text.Append($"      // {spec.Description}");
            if (spec.Choices.Length > 0)
                text.Append($" One of {string.Join(", ", spec.Choices)}.");
            text.Append($"\n      \"{spec.Name}\": {Literal(spec)}{(spec == last ? "" : ",")}\n");
        }

        text.Append("    },\n");
    }

    private static void WriteCollectors(StringBuilder text, SettingCatalog catalog)
    {
        text.Append("""
                // Interval: time between passes, from 100ms to 1h. Budget: memory for the passes kept, from 16KiB to 1GiB. MaxRows: most rows of a table.
                // PerCpu: times of each logical CPU; false: their sum instead.
                "Collectors": {

            """);
        foreach (string collector in catalog.CollectorNames)
        {
            var specs = catalog.Specs.Where(s => s.Section == $"{SettingCatalog.Collectors}:{collector}");
            string comma = collector == catalog.CollectorNames[^1] ? "" : ",";
            text.Append($"      \"{collector}\": {{ {string.Join(", ", specs.Select(s => $"\"{s.Name}\": {Literal(s)}"))} }}{comma}\n");
        }

        text.Append("    }\n");
    }

    private static string Literal(SettingSpec spec) => spec.Kind switch
    {
        SettingKind.Boolean or SettingKind.Integer => spec.Default,
        SettingKind.List => "[]",
        SettingKind.Map => "{}",
        _ => $"\"{spec.Default}\"",
    };
}
