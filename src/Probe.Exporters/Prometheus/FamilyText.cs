using System.Text;
using Probe.Metrics;

namespace Probe.Exporters.Prometheus;

/// <summary>One instrument's columns in one of the tables at hand.</summary>
internal sealed class FamilyPart(int table, Schema schema, ColumnGroup group)
{
    private readonly ColumnText?[] _texts = new ColumnText?[group.Count];

    /// <summary>The table's place among those at hand.</summary>
    public int Table { get; } = table;

    /// <summary>Its columns.</summary>
    public ReadOnlySpan<Column> Columns => schema.Columns.AsSpan(group.First, group.Count);

    /// <summary>The text of one of them, made when it first has a value.</summary>
    public ColumnText TextOf(int index) => _texts[index] ??= ColumnText.Of(Columns[index]);
}

/// <summary>A metric family: its head in both formats, and every table that has a part in it.</summary>
internal sealed class FamilyText
{
    private readonly byte[] _classicHead;
    private readonly byte[] _openMetricsHead;

    public FamilyText(PrometheusName name, Instrument instrument)
    {
        string type = instrument.Kind switch
        {
            InstrumentKind.Counter => "counter",
            InstrumentKind.Histogram or InstrumentKind.ExponentialHistogram => "histogram",
            _ => "gauge",
        };
        string help = instrument.Description.Replace("\\", @"\\").Replace("\n", @"\n");
        string unit = name.Unit.Length > 0 ? $"# UNIT {name.Family} {name.Unit}\n" : "";
        _classicHead = Encoding.UTF8.GetBytes($"# HELP {name.Sample} {help}\n# TYPE {name.Sample} {type}\n");
        _openMetricsHead = Encoding.UTF8.GetBytes(
            $"# TYPE {name.Family} {type}\n{unit}# HELP {name.Family} {help.Replace("\"", "\\\"")}\n");
    }

    /// <summary>Where its samples are, in table order.</summary>
    public List<FamilyPart> Parts { get; } = [];

    public ReadOnlySpan<byte> Head(PrometheusFormat format) =>
        format == PrometheusFormat.OpenMetrics ? _openMetricsHead : _classicHead;

    /// <summary>The families of some tables, in the order in which they are first met. A family may stand once in a text, whoever has a part in it.</summary>
    public static FamilyText[] Of(IEnumerable<Schema> tables)
    {
        var families = new List<FamilyText>();
        var byName = new Dictionary<string, FamilyText>();
        foreach ((int table, Schema schema) in tables.Index())
        {
            foreach (ColumnGroup group in schema.Groups)
            {
                PrometheusName name = PrometheusNames.Of(group.Instrument);
                if (!byName.TryGetValue(name.Family, out FamilyText? family))
                {
                    byName[name.Family] = family = new FamilyText(name, group.Instrument);
                    families.Add(family);
                }

                family.Parts.Add(new FamilyPart(table, schema, group));
            }
        }

        return [.. families];
    }
}
