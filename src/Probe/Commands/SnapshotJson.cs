using System.Text.Json;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Commands;

/// <summary>Writes what collectors saw as JSON: one document a snapshot.</summary>
internal sealed class SnapshotJson(TextWriter output, bool indented) : ISnapshotWriter
{
    public void Write(OneShot shot) => JsonText.Write(output, indented, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("resource");
        foreach ((string name, string value) in shot.Store.Resource.Attributes)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartArray("tables");
        foreach (OneShotCollector collector in shot.Shown)
        {
            TableView.Read(collector, (snapshot, views) =>
            {
                foreach (TableView view in views)
                    WriteTable(json, collector, snapshot, view);
            });
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTable(Utf8JsonWriter json, OneShotCollector collector, Snapshot snapshot, TableView view)
    {
        if (view.Rows.Length == 0)
            return;
        json.WriteStartObject();
        json.WriteString("table", view.Schema.Name);
        json.WriteString("collector", collector.Descriptor.Name);
        json.WriteString("time", snapshot.Time.ToDateTimeOffset().UtcDateTime);
        json.WriteStartArray("rows");
        for (int row = 0; row < view.Rows.Length; row++)
            WriteRow(json, view, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, TableView view, int row)
    {
        Entity entity = view.Rows[row];
        Schema schema = view.Schema;
        int own = schema.ResourceKeys.Length, named = own + schema.Keys.Length;
        json.WriteStartObject();
        WriteValues(json, "resource", entity, 0, own);
        WriteValues(json, "attributes", entity, own, named);
        WriteValues(json, "details", entity, named, schema.EntityKeys.Length);
        json.WriteString("since", entity.Since.ToDateTimeOffset().UtcDateTime);
        json.WriteStartArray("values");
        foreach (Column column in schema.Columns)
        {
            if (view.Has(column, row))
                WriteValue(json, view, column, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, Entity entity, int from, int to)
    {
        if (from == to)
            return;
        json.WriteStartObject(name);
        for (int i = from; i < to; i++)
            json.WriteString(entity.Schema.EntityKeys[i].Name, entity.Values[i]);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, TableView view, Column column, int row)
    {
        Instrument instrument = column.Instrument;
        json.WriteStartObject();
        json.WriteString("name", instrument.Name);
        json.WriteString("unit", instrument.Unit.Ucum);
        if (column.FixedAttributes.Length > 0)
        {
            json.WriteStartObject("attributes");
            foreach ((AttributeKey key, string value) in column.FixedAttributes)
                json.WriteString(key.Name, value);
            json.WriteEndObject();
        }

        ReadOnlySpan<long> cells = view.Cells(column, row);
        if (instrument.IsHistogram)
            WriteHistogram(json, column, cells);
        else
            WriteCell(json, "value", instrument, cells[0]);
        if (view.Rate(column, row) is { } rate)
            json.WriteNumber("rate", rate, double.IsFinite(rate));
        json.WriteEndObject();
    }

    private static void WriteHistogram(Utf8JsonWriter json, Column column, ReadOnlySpan<long> cells)
    {
        Instrument instrument = column.Instrument;
        json.WriteNumber("count", TableView.Count(cells));
        WriteCell(json, "sum", instrument, cells[^1]);
        ReadOnlySpan<long> buckets = cells[..^1];
        if (instrument.Kind == InstrumentKind.Histogram)
        {
            json.WriteStartArray("bounds");
            foreach (double bound in instrument.Bounds)
                json.WriteNumberValue(bound);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNumber("scale", instrument.Scale);
            json.WriteNumber("offset", instrument.Offset);
            json.WriteNumber("zero_threshold", instrument.ZeroThreshold);
            json.WriteNumber("zero_count", buckets[0]);
            buckets = buckets[1..];
        }

        json.WriteStartArray("counts");
        foreach (long bucket in buckets)
            json.WriteNumberValue(bucket);
        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, string name, Instrument instrument, long bits)
    {
        if (instrument.Type == NumberType.Long)
        {
            json.WriteNumber(name, bits);
            return;
        }

        double value = BitConverter.Int64BitsToDouble(bits);
        if (!double.IsNaN(value))
            json.WriteNumber(name, value, double.IsFinite(value));
    }
}
