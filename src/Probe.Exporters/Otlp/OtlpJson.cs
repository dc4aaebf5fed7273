using System.Text.Json;
using Probe.Snapshots;

namespace Probe.Exporters.Otlp;

/// <summary>The store as OTLP/JSON: one ExportMetricsServiceRequest, as a receiver takes it at <c>/v1/metrics</c>.</summary>
public static class OtlpJson
{
    private static readonly OtlpEncoding s_whole = new() { MaxRequestLength = int.MaxValue };

    /// <summary>Writes the latest pass of every ring, as far as it still stands.</summary>
    public static void Write(SnapshotStore store, Stream output, bool indented = false)
    {
        var encoder = new OtlpEncoder(s_whole);
        new PassQueue(store, new OtlpStatistics()).TryEncode(encoder);
        Write(encoder.Requests, output, indented);
    }

    /// <summary>Writes one pass of each of some collectors.</summary>
    public static void Write(ReadOnlySpan<Snapshot> passes, Resource host, Stream output, bool indented = false) =>
        Write(new OtlpEncoder(s_whole).Encode(passes, host), output, indented);

    private static void Write(ReadOnlySpan<OtlpRequest> requests, Stream output, bool indented)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = indented });
        JsonTranscoder.Write(json, requests.IsEmpty ? default : requests[0].Body.Span);
    }
}
