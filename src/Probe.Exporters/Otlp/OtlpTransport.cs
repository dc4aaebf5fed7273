using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Probe.Exporters.Otlp;

/// <summary>Sends one request and tells what became of it. One at a time; it never throws but when it is told to stop.</summary>
/// <remarks>One client for both protocols: gRPC is a POST over HTTP/2 with five bytes before the body and the status in the trailers.</remarks>
internal sealed class OtlpTransport : IDisposable
{
    private const int MaxReply = 64 * 1024;

    private readonly OtlpOptions _options;
    private readonly TimeProvider _clock;
    private readonly Uri _address;
    private readonly RequestHeaders _headers;
    private readonly GzipBody? _gzip;
    private readonly MediaTypeHeaderValue _contentType;
    private readonly OtlpConnection _connection;
    private byte[] _reply = new byte[512];

    /// <param name="options">Where to, and how.</param>
    /// <param name="clock">What time-outs are measured with.</param>
    /// <param name="network">What stands for the network; null: the network.</param>
    public OtlpTransport(OtlpOptions options, TimeProvider clock, HttpMessageHandler? network = null)
    {
        _options = options;
        _clock = clock;
        _address = OtlpTarget.Of(options);
        Target = IsGrpc ? new Uri(_address.GetLeftPart(UriPartial.Authority)) : _address;
        _headers = new RequestHeaders(options.Headers);
        _gzip = options.Compression == OtlpCompression.Gzip ? new GzipBody() : null;
        _connection = new OtlpConnection(options, network);
        _contentType = new MediaTypeHeaderValue(IsGrpc ? "application/grpc" : "application/x-protobuf");
    }

    /// <summary>Where requests go, as an operator would say it: gRPC's method goes without saying.</summary>
    public Uri Target { get; }

    /// <summary>Why a replaced certificate could not be taken; empty where all were.</summary>
    public string CertificateProblem => _connection.CertificateProblem;

    /// <summary>Bytes kept for answers.</summary>
    public int ReplyBuffer => _reply.Length;

    private bool IsGrpc => _options.Protocol == OtlpProtocol.Grpc;

    /// <summary>Sends a request and reads the answer, within the time the settings give it.</summary>
    /// <exception cref="OperationCanceledException">Told to stop.</exception>
    public async ValueTask<PushResult> SendAsync(OtlpRequest request, CancellationToken stop)
    {
        if (!_connection.TryGet(out HttpMessageInvoker? client))
            return new PushResult(PushOutcome.Retry, "certificate", $"a certificate's file cannot be used: {CertificateProblem}");
        using var timeout = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            using HttpRequestMessage message = MakeMessage(request);
            using HttpResponseMessage response = await client.SendAsync(message, either.Token).ConfigureAwait(false);
            return await ReadAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException or IOException or SocketException or OperationCanceledException)
        {
            // A SocketException comes bare from a connection that the peer resets in the very moment of its making.
            stop.ThrowIfCancellationRequested();
            if (!timeout.IsCancellationRequested)
                return Explain(e);
            _connection.Drop();                 // the peer may be gone without a word: the next attempt takes a connection of its own
            return new PushResult(PushOutcome.Retry, "timeout", $"no answer within {_options.Timeout.TotalSeconds:0.###} s");
        }
    }

    public void Dispose() => _connection.Dispose();

    private HttpRequestMessage MakeMessage(OtlpRequest request)
    {
        ReadOnlyMemory<byte> body = _gzip?.Pack(request.Body, IsGrpc) ?? (IsGrpc ? request.Framed : request.Body);
        var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ReadOnlyMemoryContent(body) };
        message.Content.Headers.ContentType = _contentType;
        message.Headers.TryAddWithoutValidation("User-Agent", $"probe/{OtlpScope.Version}");
        if (IsGrpc)
        {
            message.Version = HttpVersion.Version20;
            message.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            message.Headers.TryAddWithoutValidation("TE", "trailers");
            message.Headers.TryAddWithoutValidation("grpc-timeout", $"{(long)_options.Timeout.TotalMilliseconds}m");
            if (_gzip is not null)
                message.Headers.TryAddWithoutValidation("grpc-encoding", "gzip");
        }
        else if (_gzip is not null)
        {
            message.Content.Headers.ContentEncoding.Add("gzip");
        }

        _headers.AddTo(message.Headers);
        return message;
    }

    private async ValueTask<PushResult> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        int status = (int)response.StatusCode;
        bool isProtobuf = response.Content.Headers.ContentType?.MediaType == _contentType.MediaType;
        if (IsGrpc)
        {
            var answer = new Reply(status, await ReadBodyAsync(response, stop).ConfigureAwait(false), isProtobuf);
            return GrpcReply.Interpret(answer, Find(response, "grpc-status"), Find(response, "grpc-message"), Find(response, "grpc-status-details-bin"));
        }

        ReadOnlyMemory<byte> body = default;
        try
        {
            body = await ReadBodyAsync(response, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The head has said what became of the request; the rest would only have said it in more words.
        }

        TimeSpan? delay = Find(response, "Retry-After") is { } after ? ServerDelay.OfRetryAfter(after, _clock.GetUtcNow()) : null;
        return HttpReply.Interpret(new Reply(status, body, isProtobuf), delay);
    }

    /// <summary>Reads the body up to its end, or to as much as anybody may say.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(HttpResponseMessage response, CancellationToken stop)
    {
        Stream body = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        int length = 0;
        while (length < MaxReply)
        {
            if (length == _reply.Length)
                Array.Resize(ref _reply, Math.Min(MaxReply, length * 2));
            int read = await body.ReadAsync(_reply.AsMemory(length), stop).ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
        }

        return _reply.AsMemory(0, length);
    }

    /// <summary>Looks in the trailers and, where an answer is nothing but its head, in the headers.</summary>
    private static string? Find(HttpResponseMessage response, string name)
    {
        if (response.TrailingHeaders.NonValidated.TryGetValues(name, out HeaderStringValues values) || response.Headers.NonValidated.TryGetValues(name, out values))
            return values.ToString();
        return null;
    }

    private PushResult Explain(Exception e)
    {
        Exception innermost = e;
        while (innermost.InnerException is { } inner)
            innermost = inner;
        HttpRequestError error = (e as HttpRequestException)?.HttpRequestError ?? (e as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown;
        bool refused = innermost is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
        string type = error switch
        {
            HttpRequestError.NameResolutionError => "name_resolution_error",
            HttpRequestError.SecureConnectionError => "secure_connection_error",
            HttpRequestError.HttpProtocolError => "http_protocol_error",
            HttpRequestError.ResponseEnded => "response_ended",
            _ => refused ? "connection_refused" : "connection_error",
        };
        string reason = _connection.Refusal is { Length: > 0 } refusal && error == HttpRequestError.SecureConnectionError ? refusal : innermost.Message.TrimEnd('.');
        return new PushResult(PushOutcome.Retry, type, reason) { IsNobodyThere = refused };
    }
}
