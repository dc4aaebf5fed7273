namespace Probe.Exporters.Otlp;

/// <summary>By which another exporter reaches the receiver of the pushes as they do: same certificates, proxy and headers, those from files as they are now.</summary>
/// <remarks>For one request at a time.</remarks>
public sealed class OtlpReceiverHandler(OtlpOptions options) : HttpMessageHandler
{
    private readonly OtlpConnection _connection = new(options);
    private readonly RequestHeaders _headers = new(options.Headers);

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Prepare(request).Send(request, cancellationToken);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Prepare(request).SendAsync(request, cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _connection.Dispose();
        base.Dispose(disposing);
    }

    private HttpMessageInvoker Prepare(HttpRequestMessage request)
    {
        _headers.AddTo(request.Headers);
        return _connection.TryGet(out HttpMessageInvoker? client) ? client : throw new HttpRequestException(_connection.CertificateProblem);
    }
}
