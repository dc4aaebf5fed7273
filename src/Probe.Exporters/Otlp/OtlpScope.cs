using System.Text;

namespace Probe.Exporters.Otlp;

/// <summary>Who measured and by which names: the InstrumentationScope and the schema URL, the same in every request.</summary>
internal sealed class OtlpScope
{
    private const string Name = "probe";
    private const string SchemaUrl = "https://opentelemetry.io/schemas/1.38.0";

    private readonly byte[] _scope;
    private readonly byte[] _schemaUrl;

    public OtlpScope(string version)
    {
        byte[] name = Encoding.UTF8.GetBytes(Name), text = Encoding.UTF8.GetBytes(version);
        _scope = new byte[Wire.Field(name.Length) + Wire.Field(text.Length)];
        var writer = new WireWriter(_scope);
        writer.Delimited(Wire.Delimited(1), name);
        writer.Delimited(Wire.Delimited(2), text);
        _schemaUrl = Encoding.UTF8.GetBytes(SchemaUrl);
    }

    /// <summary>The version of this build.</summary>
    public static string Version { get; } = typeof(OtlpScope).Assembly.GetName().Version!.ToString(3);

    /// <summary>Bytes it adds to a resource's metrics.</summary>
    public int Length => Wire.Field(_scope.Length) + 2 * Wire.Field(_schemaUrl.Length);

    /// <summary>Bytes of a ResourceMetrics message.</summary>
    public int ResourceMetricsLength(int resource, int metrics) =>
        Wire.Field(resource) + Wire.Field(ScopeMetricsLength(metrics)) + Wire.Field(_schemaUrl.Length);

    /// <summary>Begins a ScopeMetrics message: up to its metrics.</summary>
    public void WriteHead(ref WireWriter writer, int metrics)
    {
        writer.Length(Wire.Delimited(2), ScopeMetricsLength(metrics));
        writer.Delimited(Wire.Delimited(1), _scope);
    }

    /// <summary>Ends the ScopeMetrics message and the ResourceMetrics around it.</summary>
    public void WriteTail(ref WireWriter writer)
    {
        writer.Delimited(Wire.Delimited(3), _schemaUrl);
        writer.Delimited(Wire.Delimited(3), _schemaUrl);
    }

    private int ScopeMetricsLength(int metrics) => Wire.Field(_scope.Length) + metrics + Wire.Field(_schemaUrl.Length);
}
