using Google.Protobuf;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Exporters.Otlp;

/// <summary>A request to send where its content does not matter.</summary>
internal static class Sample
{
    /// <summary>A request of three points.</summary>
    public static OtlpRequest Request() => Request(3);

    public static OtlpRequest Request(int points)
    {
        var schema = new Schema("sample", [], [AttributeKey.Integer("n")], [], [Instrument.Counter("sample.count", Unit.One, NumberType.Long, "Sample.")], Scope.Host);
        var table = new Table(schema);
        for (int i = 0; i < points; i++)
            table.Add(new Entity(schema, new Timestamp(1), $"{i}")).Set(schema.Columns[0], i);
        return new OtlpEncoder(new OtlpEncoding()).Encode([new Snapshot(table) { Time = new Timestamp(2) }], new Resource([new("service.name", "probe")]))[0];
    }

    /// <summary>An answer that refuses some points.</summary>
    public static byte[] PartialSuccess(long rejected, string message) => new ExportMetricsServiceResponse
    {
        PartialSuccess = new ExportMetricsPartialSuccess { RejectedDataPoints = rejected, ErrorMessage = message },
    }.ToByteArray();

    /// <summary>grpc-status-details-bin with a RetryInfo: unpadded base64.</summary>
    public static string RetryInfo(long seconds, int nanos = 0)
    {
        byte[] delay = Message(o => { o.WriteTag(1, WireFormat.WireType.Varint); o.WriteInt64(seconds); o.WriteTag(2, WireFormat.WireType.Varint); o.WriteInt32(nanos); });
        byte[] info = Message(o => { o.WriteTag(1, WireFormat.WireType.LengthDelimited); o.WriteBytes(ByteString.CopyFrom(delay)); });
        byte[] any = Message(o =>
        {
            o.WriteTag(1, WireFormat.WireType.LengthDelimited);
            o.WriteString("type.googleapis.com/google.rpc.RetryInfo");
            o.WriteTag(2, WireFormat.WireType.LengthDelimited);
            o.WriteBytes(ByteString.CopyFrom(info));
        });
        byte[] status = Message(o =>
        {
            o.WriteTag(1, WireFormat.WireType.Varint);
            o.WriteInt32(14);
            o.WriteTag(3, WireFormat.WireType.LengthDelimited);
            o.WriteBytes(ByteString.CopyFrom(any));
        });
        return Convert.ToBase64String(status).TrimEnd('=');
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        var bytes = new MemoryStream();
        var output = new CodedOutputStream(bytes);
        write(output);
        output.Flush();
        return bytes.ToArray();
    }
}
