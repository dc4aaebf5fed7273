using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Probe.Exporters.Otlp;

/// <summary>Sends one request and tells what became of it.</summary>
internal sealed class OtlpTransport : IDisposable
{
    private readonly OtlpOptions _options;
    private readonly HttpMessageInvoker _client;
    public Uri Target { get; }


    public OtlpTransport(OtlpOptions options)
    {
        _options = options;
        Target = OtlpTarget.Of(options);
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = options.Proxy.Length > 0,
            Proxy = options.Proxy.Length > 0 ? new WebProxy(options.Proxy) : null,
            ConnectTimeout = options.Timeout,
        });
    }

    public async ValueTask<PushResult> SendAsync(OtlpRequest request, CancellationToken stop)
    {
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, Target) { Content = new ReadOnlyMemoryContent(request.Body) };
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
            using HttpResponseMessage response = await _client.SendAsync(message, stop).ConfigureAwait(false);
            int status = (int)response.StatusCode;
            return status switch
            {
                >= 200 and < 300 => new PushResult(PushOutcome.Accepted) { StatusCode = status },
                429 or 502 or 503 or 504 => new PushResult(PushOutcome.Retry, $"{status}", $"{status}") { StatusCode = status },
                _ => new PushResult(PushOutcome.Refused, $"{status}", $"{status}") { StatusCode = status },
            };
        }
        catch (HttpRequestException e)
        {
            bool nobody = e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
            return new PushResult(PushOutcome.Retry, "connection", e.Message) { IsNobodyThere = nobody };
        }
    }

    public void Dispose() => _client.Dispose();
}
