using System.Globalization;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Benchmarks.Otlp;

/// <summary>Probe's encoder over a pass that stands still: metrics by rows of three attributes.</summary>
internal sealed class OwnEncoding
{
    private readonly OtlpEncoder _encoder = new(new OtlpEncoding());
    private readonly Resource _host = new([new("service.name", "benchmark")]);
    private readonly Snapshot[] _passes;

    public OwnEncoding(int metrics, int rows)
    {
        var schema = new Schema("benchmark", [], [new AttributeKey("disk"), new AttributeKey("direction"), new AttributeKey("state")], [],
            [.. Enumerable.Range(0, metrics).Select(i => (Column)Instrument.Gauge($"system.benchmark.metric{i}", Unit.Bytes, NumberType.Double, "One of many."))], Scope.Host);
        var table = new Table(schema, capacity: rows);
        for (int i = 0; i < rows; i++)
        {
            Table.Row row = table.Add(new Entity(schema, new Timestamp(1), [.. Values(i)]));
            foreach (Column column in schema.Columns)
                row[column] = i + column.Ordinal / 10.0;
        }

        _passes = [new Snapshot(table) { Time = Timestamp.From(DateTimeOffset.UtcNow) }];
    }

    /// <summary>The values of a row's three attributes.</summary>
    public static string[] Values(int row) => [row.ToString("d4", CultureInfo.InvariantCulture), row % 2 == 0 ? "read" : "write", "used"];

    /// <summary>Encodes once and returns the bytes.</summary>
    public int Encode()
    {
        int bytes = 0;
        foreach (OtlpRequest request in _encoder.Encode(_passes, _host))
            bytes += request.Body.Length;
        return bytes;
    }
}
