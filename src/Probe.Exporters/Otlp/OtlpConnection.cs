using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;

namespace Probe.Exporters.Otlp;

/// <summary>The way to the receiver: whom to trust, who we are, through which proxy. Made at first use, and anew when a certificate's file was replaced.</summary>
/// <param name="options">Where to, and how.</param>
/// <param name="network">What stands for the network; null: the network.</param>
internal sealed class OtlpConnection(OtlpOptions options, HttpMessageHandler? network = null) : IDisposable
{
    private const int MaxHeadKiB = 16;

    private readonly TlsFiles? _tls = OtlpTarget.Of(options).Scheme == Uri.UriSchemeHttps ? new TlsFiles(options) : null;
    private SslClientAuthenticationOptions? _ssl;
    private HttpMessageInvoker? _client;

    /// <summary>Why a replaced certificate could not be taken; empty where all were.</summary>
    public string CertificateProblem { get; private set; } = "";

    /// <summary>Why the peer's certificate was last refused; empty where it was not.</summary>
    public string Refusal => _tls?.Refusal ?? "";

    /// <summary>The client to send by.</summary>
    /// <returns>False where there never was a certificate that can be used: <see cref="CertificateProblem"/> says why.</returns>
    public bool TryGet([NotNullWhen(true)] out HttpMessageInvoker? client)
    {
        if (_tls?.HaveChanged() ?? false)
            LoadCertificates();
        if (_tls is null || _ssl is not null)
            _client ??= new HttpMessageInvoker(network ?? MakeHandler());
        client = _client;
        return client is not null;
    }

    /// <summary>Ends it; whoever sends next gets one of its own.</summary>
    public void Drop()
    {
        _client?.Dispose();
        _client = null;
    }

    public void Dispose() => Drop();

    /// <summary>Takes the files as they are now; while they cannot be used, what was loaded before goes on and the next change is tried.</summary>
    private void LoadCertificates()
    {
        try
        {
            _ssl = _tls!.Load();
            CertificateProblem = "";
            Drop();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            CertificateProblem = PeerText.Clean(e.Message);
        }
    }

    private SocketsHttpHandler MakeHandler()
    {
        // A silent peer is asked for a sign of life after a quarter of the time a request has, and given up after another.
        var quarter = TimeSpan.FromSeconds(Math.Max(1, options.Timeout.TotalSeconds / 4));
        var handler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.Timeout,
            EnableMultipleHttp2Connections = false,
            KeepAlivePingDelay = quarter,
            KeepAlivePingTimeout = quarter,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = MaxHeadKiB,
            PooledConnectionIdleTimeout = options.Interval * 3 + TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
            UseCookies = false,
            UseProxy = options.Proxy.Length > 0,
            Proxy = options.Proxy.Length > 0 ? new WebProxy(options.Proxy) : null,
        };
        if (_ssl is not null)
            handler.SslOptions = _ssl;
        return handler;
    }
}
