using System.Diagnostics.Metrics;
using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Resources;
using Probe.Metrics;
using Probe.Snapshots;
using Resource = Probe.Snapshots.Resource;

namespace Probe.Tests.Exporters.Otlp;

/// <summary>The OpenTelemetry SDK as a second encoder: instruments that observe the cells of some passes, and its own exporter.</summary>
internal static class SdkEncoder
{
    /// <summary>Sends the passes through the SDK to a receiver, and takes what came.</summary>
    public static async Task<ExportMetricsServiceRequest> EncodeAsync(IEnumerable<Snapshot> passes, Resource resource)
    {
        await using Receiver receiver = await Receiver.StartAsync(isGrpc: false, (_, _) => Task.CompletedTask);
        using var meter = new Meter("bridge");
        foreach (Table table in passes.SelectMany(p => p.Tables.ToArray()))
            Observe(meter, table);
        using MeterProvider provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(meter.Name)
            .SetMaxMetricStreams(10_000)
            .AddView(_ => new MetricStreamConfiguration { CardinalityLimit = 1_000_000 })
            .ConfigureResource(r => r.Clear().AddAttributes(resource.Attributes.Select(a => KeyValuePair.Create(a.Key, (object)a.Value))))
            .AddOtlpExporter(o => (o.Protocol, o.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri($"http://127.0.0.1:{receiver.Port}/v1/metrics")))
            .Build();

        Assert.True(provider.ForceFlush());
        Assert.True(receiver.Requests.TryRead(out Received? received));
        return received.Metrics;
    }

    private static void Observe(Meter meter, Table table)
    {
        foreach (ColumnGroup group in table.Schema.Groups)
        {
            Probe.Metrics.Instrument instrument = group.Instrument;
            if (instrument.IsHistogram)
                continue;                       // the SDK has no histogram that observes
            if (instrument.Type == NumberType.Long)
                Observe(meter, instrument, () => Measure(table, group, (column, row) => Known(table.Longs(column)[row], Cell.IsAbsent)));
            else
                Observe(meter, instrument, () => Measure(table, group, (column, row) => Known(table.Doubles(column)[row], Cell.IsAbsent)));
        }
    }

    private static void Observe<T>(Meter meter, Probe.Metrics.Instrument instrument, Func<IEnumerable<Measurement<T>>> measure) where T : struct
    {
        (string name, string unit, string description) = (instrument.Name, instrument.Unit.Ucum, instrument.Description);
        _ = instrument.Kind switch
        {
            InstrumentKind.Counter => (object)meter.CreateObservableCounter(name, measure, unit, description),
            InstrumentKind.UpDownCounter => meter.CreateObservableUpDownCounter(name, measure, unit, description),
            _ => meter.CreateObservableGauge(name, measure, unit, description),
        };
    }

    private static List<Measurement<T>> Measure<T>(Table table, ColumnGroup group, Func<Column, int, T?> read) where T : struct
    {
        var measurements = new List<Measurement<T>>();
        foreach (Column column in table.Schema.Columns.AsSpan(group.First, group.Count))
        {
            for (int row = 0; row < table.Rows.Length && table.Wants(column); row++)
            {
                if (read(column, row) is { } value)
                    measurements.Add(new Measurement<T>(value, [.. Tags(column, table.Rows[row])]));
            }
        }

        return measurements;
    }

    private static T? Known<T>(T value, Func<T, bool> isAbsent) where T : struct => isAbsent(value) ? null : value;

    private static IEnumerable<KeyValuePair<string, object?>> Tags(Column column, Entity entity)
    {
        Schema schema = entity.Schema;
        IEnumerable<(AttributeKey Key, string Value)> own = schema.ResourceKeys.Concat(schema.Keys).Zip(entity.Values);
        return column.FixedAttributes.Concat(own).Where(a => a.Value != "")
            .Select(a => KeyValuePair.Create(a.Key.Name, (object?)(a.Key.IsInteger ? long.Parse(a.Value, CultureInfo.InvariantCulture) : a.Value)));
    }
}
