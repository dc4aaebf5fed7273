using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Probe.Web;

/// <summary>Listens for those who pull: takes connections in, and takes the port again when it was taken or when the settings name another.</summary>
/// <remarks>
/// Whatever a client does costs a bounded number of connections, bytes and seconds, on threads that take no part in collecting. The port is taken
/// without the framework's <c>ReuseAddress</c>, which would let two daemons share it unseen.
/// </remarks>
public sealed partial class WebListener : BackgroundService
{
    private readonly IOptionsMonitor<WebOptions> _options;
    private readonly WebContent _content;
    private readonly WebLimits _limits;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _changed = new(0);
    private volatile IPEndPoint? _endPoint;
    private WebConnections _connections = new(0);

    internal WebListener(IOptionsMonitor<WebOptions> options, WebContent content, WebLimits limits, ILogger<WebListener> logger)
    {
        _options = options;
        _content = content;
        _limits = limits;
        _logger = logger;
    }

    /// <summary>Where it listens; null while it does not.</summary>
    public IPEndPoint? EndPoint => _endPoint;

    /// <summary>Connections open at the moment.</summary>
    internal int Connections => Volatile.Read(ref _connections).Count;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _changed.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using IDisposable? change = _options.OnChange(_ => _changed.Release());
        while (!stoppingToken.IsCancellationRequested)
        {
            using var turn = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            WebOptions options = _options.CurrentValue;
            var settings = WebSettings.Of(options);
            Task serving = ServeAsync(options, settings, turn.Token);
            try
            {
                do
                    await _changed.WaitAsync(stoppingToken).ConfigureAwait(false);
                while (WebSettings.Of(_options.CurrentValue) == settings);
            }
            catch (OperationCanceledException)
            {
                // Stopping: serving ends below.
            }

            await turn.CancelAsync().ConfigureAwait(false);
            await serving.ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(WebOptions options, WebSettings settings, CancellationToken stop)
    {
        if (!WebSettings.TryParse(options.Listen, out IPEndPoint? endPoint))
        {
            Log.Off(_logger);
            return;
        }

        try
        {
            using Socket socket = await TakePortAsync(endPoint, stop).ConfigureAwait(false);
            _endPoint = (IPEndPoint)socket.LocalEndPoint!;
            Log.Listening(_logger, options.Certificate.Length > 0 ? "https" : "http", _endPoint);
            if (!IPAddress.IsLoopback(endPoint.Address) && (options.Certificate.Length == 0 || options.User.Length == 0))
                Log.Unprotected(_logger, _endPoint);
            await AcceptAsync(socket, settings, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        finally
        {
            _endPoint = null;
        }
    }

    private async Task<Socket> TakePortAsync(IPEndPoint endPoint, CancellationToken stop)
    {
        for (bool failed = false; ; failed = true)
        {
            var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                if (endPoint.Address.Equals(IPAddress.IPv6Any))
                    socket.DualMode = true;         // all addresses are those of IPv4 as well
                socket.Bind(endPoint);
                socket.Listen();
                return socket;
            }
            catch (SocketException e)
            {
                socket.Dispose();
                if (!failed)
                    Log.PortRefused(_logger, endPoint, e.Message, _limits.RetryTime.TotalSeconds);
            }

            await Task.Delay(_limits.RetryTime, _content.Clock, stop).ConfigureAwait(false);
        }
    }

    private async Task AcceptAsync(Socket socket, WebSettings settings, CancellationToken stop)
    {
        var site = new WebSite(_content, new HostGuard(settings.Hosts), new Credentials(settings.User, settings.Password), _logger);
        CertificateFile? certificate = settings.Certificate.Length > 0 ? new(settings.Certificate, settings.CertificateKey, _logger) : null;
        var connections = new WebConnections(_limits.Connections);
        Volatile.Write(ref _connections, connections);
        try
        {
            while (true)
            {
                if (await TryAcceptAsync(socket, stop).ConfigureAwait(false) is { } client)
                    Begin(client, site, certificate, connections);
            }
        }
        finally
        {
            await connections.AbortAsync().ConfigureAwait(false);
        }
    }

    private async Task<Socket?> TryAcceptAsync(Socket socket, CancellationToken stop)
    {
        try
        {
            return await socket.AcceptAsync(stop).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // The client has gone already, or no descriptor is free: the next try may do better, but not at once.
            await Task.Delay(_limits.LingerTime, _content.Clock, stop).ConfigureAwait(false);
            return null;
        }
    }

    private void Begin(Socket client, WebSite site, CertificateFile? certificate, WebConnections connections)
    {
        var connection = new WebConnection(client, site, _limits, _content.Clock);
        if (connections.TryAdd(connection))
        {
            _ = ServeAsync(connection, certificate, connections);
            return;
        }

        TurnAway(client, site, isPlain: certificate is null);
        connection.Dispose();
    }

    // All are being served. What is sent first on a connection never has to wait for room.
    private static void TurnAway(Socket client, WebSite site, bool isPlain)
    {
        Reply reply = site.Refuse(503).Reply;
        try
        {
            if (isPlain)
                client.Send(reply.Whole.Span);
        }
        catch (SocketException)
        {
            // It has gone already.
        }

        reply.Release();
    }

    private async Task ServeAsync(WebConnection connection, CertificateFile? certificate, WebConnections connections)
    {
        try
        {
            await connection.RunAsync(certificate).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // A fault of ours ends the one connection that met it.
            Log.ConnectionFailed(_logger, e);
        }
        finally
        {
            connection.Dispose();
            connections.Remove(connection);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Information, "Serving the page, /metrics, /healthz and /readyz at {Scheme}://{EndPoint}/.")]
        internal static partial void Listening(ILogger logger, string scheme, IPEndPoint endPoint);

        [LoggerMessage(3002, LogLevel.Warning, "Can't listen on {EndPoint}: {Reason}. Trying again every {Seconds} s; collecting and pushing go on.")]
        internal static partial void PortRefused(ILogger logger, IPEndPoint endPoint, string reason, double seconds);

        [LoggerMessage(3003, LogLevel.Warning, "{EndPoint} is open to the network without both a certificate and a password: everyone there can read what Probe sees.")]
        internal static partial void Unprotected(ILogger logger, IPEndPoint endPoint);

        [LoggerMessage(3004, LogLevel.Information, "Nothing is served: Probe:Web:Listen is empty.")]
        internal static partial void Off(ILogger logger);

        [LoggerMessage(3008, LogLevel.Error, "A connection failed as none should.")]
        internal static partial void ConnectionFailed(ILogger logger, Exception exception);
    }
}
