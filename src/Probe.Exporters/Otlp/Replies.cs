using System.Net;

namespace Probe.Exporters.Otlp;

/// <summary>An answer as far as it was read.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">At most 64 KiB of the body.</param>
/// <param name="IsProtobuf">Whether the body is said to be protobuf.</param>
internal readonly record struct Reply(int Status, ReadOnlyMemory<byte> Body, bool IsProtobuf);

/// <summary>What an answer over HTTP means, by OTLP's table of codes.</summary>
internal static class HttpReply
{
    public static PushResult Interpret(in Reply reply, TimeSpan? retryAfter)
    {
        int status = reply.Status;
        if (status is >= 200 and < 300)
            return reply.IsProtobuf ? PartialSuccess.Of(reply.Body.Span, status) : new PushResult(PushOutcome.Accepted) { StatusCode = status };
        PushOutcome outcome = status switch
        {
            429 or 502 or 503 or 504 => PushOutcome.Retry,
            413 => PushOutcome.TooLarge,
            _ => PushOutcome.Refused,
        };
        return new PushResult(outcome, $"{status}", Reason(reply)) { StatusCode = status, RetryAfter = retryAfter };
    }

    private static string Reason(in Reply reply)
    {
        string said = PeerText.Clean(reply.IsProtobuf ? StatusMessage(reply.Body.Span) : reply.Body.Span);
        string meaning = reply.Status switch
        {
            401 or 403 => " (the receiver does not accept our credentials: see Probe:Otlp:Headers and Probe:Otlp:ClientCertificate)",
            404 => " (no OTLP receiver at this path: see Probe:Otlp:Endpoint and Probe:Otlp:Path)",
            >= 300 and < 400 => " (redirects are not followed: name the final address in Probe:Otlp:Endpoint)",
            _ => "",
        };
        string name = Enum.IsDefined((HttpStatusCode)reply.Status) ? $" {(HttpStatusCode)reply.Status}" : "";
        return $"HTTP {reply.Status}{name}{meaning}{(said.Length > 0 ? ": " + said : "")}";
    }

    /// <summary>The message of a google.rpc.Status.</summary>
    private static ReadOnlySpan<byte> StatusMessage(ReadOnlySpan<byte> status)
    {
        var fields = new WireReader(status);
        while (fields.Read())
        {
            if (fields.Field == 2)
                return fields.Bytes;
        }

        return default;
    }
}

/// <summary>What an answer over gRPC means, by OTLP's table of codes.</summary>
internal static class GrpcReply
{
    private const int Ok = 0, ResourceExhausted = 8, Unavailable = 14;
    private const int FrameLength = 5;

    private static readonly string[] s_names =
    [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ];

    /// <param name="reply">The answer.</param>
    /// <param name="status">grpc-status, as it was sent; null where none was.</param>
    /// <param name="message">grpc-message, percent-encoded.</param>
    /// <param name="details">grpc-status-details-bin, in base64.</param>
    public static PushResult Interpret(in Reply reply, string? status, string? message, string? details)
    {
        int code = reply.Status != 200 ? OfHttp(reply.Status) : int.TryParse(status, out int sent) && sent >= 0 && sent < s_names.Length ? sent : 2;
        if (code == Ok)
            return PartialSuccess.Of(Message(reply.Body.Span), reply.Status);
        TimeSpan? delay = ServerDelay.OfStatus(Decode(details));
        string said = PeerText.Clean(Uri.UnescapeDataString(message ?? ""));
        PushOutcome outcome = code switch
        {
            1 or 4 or 10 or 11 or Unavailable or 15 => PushOutcome.Retry,
            ResourceExhausted when delay is not null => PushOutcome.Retry,
            ResourceExhausted when said.Contains("larger than max", StringComparison.OrdinalIgnoreCase) => PushOutcome.TooLarge,
            _ => PushOutcome.Refused,
        };
        string http = reply.Status == 200 ? "" : $" (HTTP {reply.Status})";
        return new PushResult(outcome, s_names[code], $"gRPC {s_names[code]}{http}{(said.Length > 0 ? ": " + said : "")}")
        {
            StatusCode = reply.Status, RetryAfter = delay,
        };
    }

    /// <summary>What gRPC says an HTTP error stands for when something between us and the receiver answered.</summary>
    private static int OfHttp(int status) => status switch
    {
        400 => 13,
        401 => 16,
        403 => 7,
        404 => 12,
        429 or 502 or 503 or 504 => Unavailable,
        _ => 2,
    };

    private static ReadOnlySpan<byte> Message(ReadOnlySpan<byte> frame) => frame.Length > FrameLength && frame[0] == 0 ? frame[FrameLength..] : default;

    private static byte[] Decode(string? base64)
    {
        if (base64 is null)
            return [];
        var bytes = new byte[base64.Length];
        string padded = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out int length) ? bytes[..length] : [];
    }
}

/// <summary>What a receiver says in an answer to a request it took: perhaps it did not take every point.</summary>
internal static class PartialSuccess
{
    public static PushResult Of(ReadOnlySpan<byte> response, int status)
    {
        long rejected = 0;
        string message = "";
        var fields = new WireReader(response);
        while (fields.Read())
        {
            if (fields.Field != 1)
                continue;
            var partial = new WireReader(fields.Bytes);
            while (partial.Read())
            {
                if (partial.Field == 1)
                    rejected = Math.Max(0, (long)partial.Number);
                else if (partial.Field == 2)
                    message = PeerText.Clean(partial.Bytes);
            }
        }

        return new PushResult(PushOutcome.Accepted) { StatusCode = status, Rejected = rejected, Message = message };
    }
}
