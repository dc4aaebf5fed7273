using System.Net;
using System.Net.Sockets;
using Probe.Web;

namespace Probe.Commands;

/// <summary>Tries whether the port of /metrics is free, or who has it.</summary>
internal static class PortCheck
{
    private const string Name = "port";
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(2);

    /// <summary>Tries the port that the settings name.</summary>
    public static async Task<EnvironmentCheck> TryAsync(WebOptions options, CancellationToken stop)
    {
        if (options.Listen.Length == 0 || !IPEndPoint.TryParse(options.Listen, out IPEndPoint? endPoint))
            return new EnvironmentCheck(Name, CheckState.Off, "nothing is served: Probe:Web:Listen is empty");
        SocketError error = TryBind(endPoint);
        if (error == SocketError.Success)
            return new EnvironmentCheck(Name, CheckState.Good, $"{endPoint} is free for /metrics and the page");
        if (error == SocketError.AddressAlreadyInUse)
            return await AskAsync(options, endPoint, stop).ConfigureAwait(false);
        string cure = error == SocketError.AccessDenied ? "take a port above 1023: --Probe:Web:Listen=127.0.0.1:9464" : "take an address of this machine: --Probe:Web:Listen=127.0.0.1:9464";
        return new EnvironmentCheck(Name, CheckState.Failed, $"{endPoint} cannot be listened on: {new SocketException((int)error).Message}", cure);
    }

    private static SocketError TryBind(IPEndPoint endPoint)
    {
        using var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
            socket.Listen();
            return SocketError.Success;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode;
        }
    }

    private static async Task<EnvironmentCheck> AskAsync(WebOptions options, IPEndPoint endPoint, CancellationToken stop)
    {
        var health = new UriBuilder(options.Certificate.Length > 0 ? "https" : "http", Reachable(endPoint).ToString(), endPoint.Port, "healthz").Uri;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = s_longest };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(health, stop).ConfigureAwait(false);
            if (answer.Content.Headers.ContentType?.MediaType == "application/json")
                return new EnvironmentCheck(Name, CheckState.Note, $"{endPoint} is taken by a Probe that runs already; it answers {(int)answer.StatusCode} at {health}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
        }

        return new EnvironmentCheck(Name, CheckState.Failed, $"{endPoint} is taken by another program", "take another: --Probe:Web:Listen=127.0.0.1:9465");
    }

    private static IPAddress Reachable(IPEndPoint endPoint) =>
        endPoint.Address.Equals(IPAddress.Any) ? IPAddress.Loopback : endPoint.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : endPoint.Address;
}
