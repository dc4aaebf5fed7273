using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Probe.Benchmarks.Daemon;

/// <summary>Takes every push and says yes: a stand-in for a receiver, whose own cost is not measured.</summary>
internal sealed class PushSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public PushSink()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Endpoint => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Requests taken.</summary>
    public int Requests { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // disposed: the run is over
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            while (await reader.ReadLineAsync() is not null)
            {
                int length = 0;
                while (await reader.ReadLineAsync() is { Length: > 0 } header)
                {
                    if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                        length = int.Parse(header.AsSpan(15));
                }

                await reader.ReadBlockAsync(new char[length]);
                Requests++;
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            }
        }
    }
}
