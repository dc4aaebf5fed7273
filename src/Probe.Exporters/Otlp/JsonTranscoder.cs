using System.Text.Json;

namespace Probe.Exporters.Otlp;

/// <summary>Turns our own protobuf into JSON by OTLP's rules: names in camel case, 64-bit integers as text, enumerations as numbers.</summary>
internal static class JsonTranscoder
{
    private static readonly Message s_value = new()
    {
        [1] = new("stringValue", Kind.Text),
        [3] = new("intValue", Kind.Integer),
    };

    private static readonly Message s_attribute = new()
    {
        [1] = new("key", Kind.Text),
        [2] = new("value", Kind.Message, s_value),
    };

    private static readonly Message s_number = new()
    {
        [2] = new("startTimeUnixNano", Kind.Unsigned),
        [3] = new("timeUnixNano", Kind.Unsigned),
        [4] = new("asDouble", Kind.Double),
        [6] = new("asInt", Kind.Integer),
        [7] = new("attributes", Kind.Messages, s_attribute),
    };

    private static readonly Message s_histogram = new()
    {
        [2] = new("startTimeUnixNano", Kind.Unsigned),
        [3] = new("timeUnixNano", Kind.Unsigned),
        [4] = new("count", Kind.Unsigned),
        [5] = new("sum", Kind.Double),
        [6] = new("bucketCounts", Kind.PackedFixed64),
        [7] = new("explicitBounds", Kind.PackedDoubles),
        [9] = new("attributes", Kind.Messages, s_attribute),
    };

    private static readonly Message s_buckets = new()
    {
        [1] = new("offset", Kind.ZigZag),
        [2] = new("bucketCounts", Kind.PackedVarints),
    };

    private static readonly Message s_exponential = new()
    {
        [1] = new("attributes", Kind.Messages, s_attribute),
        [2] = new("startTimeUnixNano", Kind.Unsigned),
        [3] = new("timeUnixNano", Kind.Unsigned),
        [4] = new("count", Kind.Unsigned),
        [5] = new("sum", Kind.Double),
        [6] = new("scale", Kind.ZigZag),
        [7] = new("zeroCount", Kind.Unsigned),
        [8] = new("positive", Kind.Message, s_buckets),
        [14] = new("zeroThreshold", Kind.Double),
    };

    private static readonly Message s_metric = new()
    {
        [1] = new("name", Kind.Text),
        [2] = new("description", Kind.Text),
        [3] = new("unit", Kind.Text),
        [5] = new("gauge", Kind.Message, Data(s_number)),
        [7] = new("sum", Kind.Message, Data(s_number)),
        [9] = new("histogram", Kind.Message, Data(s_histogram)),
        [10] = new("exponentialHistogram", Kind.Message, Data(s_exponential)),
    };

    private static readonly Message s_request = new()
    {
        [1] = new("resourceMetrics", Kind.Messages, new Message
        {
            [1] = new("resource", Kind.Message, new Message { [1] = new("attributes", Kind.Messages, s_attribute) }),
            [2] = new("scopeMetrics", Kind.Messages, new Message
            {
                [1] = new("scope", Kind.Message, new Message { [1] = new("name", Kind.Text), [2] = new("version", Kind.Text) }),
                [2] = new("metrics", Kind.Messages, s_metric),
                [3] = new("schemaUrl", Kind.Text),
            }),
            [3] = new("schemaUrl", Kind.Text),
        }),
    };

    private enum Kind
    {
        Text,
        Integer,
        Unsigned,
        Enumeration,
        Flag,
        ZigZag,
        Double,
        PackedFixed64,
        PackedDoubles,
        PackedVarints,
        Message,
        Messages,
    }

    /// <summary>Writes an ExportMetricsServiceRequest.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> request) => Write(json, request, s_request);

    private static Message Data(Message point) => new()
    {
        [1] = new("dataPoints", Kind.Messages, point),
        [2] = new("aggregationTemporality", Kind.Enumeration),
        [3] = new("isMonotonic", Kind.Flag),
    };

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes, Message message)
    {
        json.WriteStartObject();
        var reader = new WireReader(bytes);
        int open = 0;
        while (reader.Read())
        {
            Field field = message[reader.Field];
            if (open != reader.Field)
            {
                // Canonical order keeps the items of a list side by side.
                if (open != 0 && message[open].Kind == Kind.Messages)
                    json.WriteEndArray();
                open = reader.Field;
                json.WritePropertyName(field.Name);
                if (field.Kind == Kind.Messages)
                    json.WriteStartArray();
            }

            WriteValue(json, reader, field);
        }

        if (open != 0 && message[open].Kind == Kind.Messages)
            json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, WireReader value, Field field)
    {
        switch (field.Kind)
        {
            case Kind.Text:
                json.WriteStringValue(value.Bytes);
                break;
            case Kind.Integer:
                json.WriteStringValue($"{(long)value.Number}");
                break;
            case Kind.Unsigned:
                json.WriteStringValue($"{value.Number}");
                break;
            case Kind.Enumeration:
                json.WriteNumberValue(value.Number);
                break;
            case Kind.Flag:
                json.WriteBooleanValue(value.Number != 0);
                break;
            case Kind.ZigZag:
                json.WriteNumberValue((int)(value.Number >> 1) ^ -(int)(value.Number & 1));
                break;
            case Kind.Double:
                WriteDouble(json, value.Number);
                break;
            case Kind.Message or Kind.Messages:
                Write(json, value.Bytes, field.Message!);
                break;
            default:
                WritePacked(json, value.Bytes, field.Kind);
                break;
        }
    }

    private static void WritePacked(Utf8JsonWriter json, ReadOnlySpan<byte> packed, Kind kind)
    {
        json.WriteStartArray();
        var items = new WireReader(packed);
        while (kind == Kind.PackedVarints ? items.ReadVarint() : items.ReadFixed64())
        {
            if (kind == Kind.PackedDoubles)
                WriteDouble(json, items.Number);
            else
                json.WriteStringValue($"{items.Number}");
        }

        json.WriteEndArray();
    }

    private static void WriteDouble(Utf8JsonWriter json, ulong bits)
    {
        double value = BitConverter.UInt64BitsToDouble(bits);
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(value > 0 ? "Infinity" : value < 0 ? "-Infinity" : "NaN");
    }

    private sealed record Field(string Name, Kind Kind, Message? Message = null);

    private sealed class Message : Dictionary<int, Field>;
}
