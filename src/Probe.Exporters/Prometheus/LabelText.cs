using System.Text;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Exporters.Prometheus;

/// <summary>Labels as text: <c>name="value"</c>, joined by commas, with what would end a value early escaped.</summary>
internal static class LabelText
{
    /// <summary>The labels every sample of a column has; empty when it has none.</summary>
    public static string Of(Column column) => Join(column.FixedAttributes.Select(static a => KeyValuePair.Create(a.Key.Name, a.Value)));

    /// <summary>The labels of an entity: its resource keys and keys; details stay at home.</summary>
    public static string Of(Entity entity)
    {
        Schema schema = entity.Schema;
        return Join(Enumerable.Range(0, schema.ResourceKeys.Length + schema.Keys.Length)
            .Select(i => KeyValuePair.Create(schema.EntityKeys[i].Name, entity.Values[i])));
    }

    /// <summary>The labels of <c>target_info</c>.</summary>
    public static string Of(Resource resource) => Join(resource.Attributes);

    /// <summary>Escapes a label's value.</summary>
    /// <remarks>NUL ends the input for Prometheus's scanner, so it is shown as a replacement character instead.</remarks>
    public static string Escape(string value) =>
        value.AsSpan().IndexOfAny('\\', '"', '\n') < 0 && !value.Contains('\0')
            ? value
            : new StringBuilder(value).Replace("\\", @"\\").Replace("\"", "\\\"").Replace("\n", @"\n").Replace('\0', '\uFFFD').ToString();

    private static string Join(IEnumerable<KeyValuePair<string, string>> attributes)
    {
        // Two attributes may become one label; the rules join their values then.
        var labels = new List<KeyValuePair<string, string>>();
        foreach ((string name, string value) in attributes)
        {
            if (value.Length == 0)
                continue;
            string label = PrometheusNames.Label(name);
            int at = labels.FindIndex(other => other.Key == label);
            if (at < 0)
                labels.Add(new(label, value));
            else
                labels[at] = new(label, labels[at].Value + ";" + value);
        }

        return string.Join(',', labels.Select(static l => $"{l.Key}=\"{Escape(l.Value)}\""));
    }
}
