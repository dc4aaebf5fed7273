using System.Net;
using System.Net.Sockets;
using System.Text;
using Probe.Exporters.Otlp;

namespace Probe.Tests.Exporters.Otlp;

/// <summary>A peer that speaks whatever bytes its script does, connection by connection.</summary>
internal sealed class RawReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, int, CancellationToken, Task> _script;
    private readonly Task _accepting;
    private int _connections;

    /// <param name="script">Gets a connection, its number from 0, and when to stop; the connection is reset when it returns.</param>
    public RawReceiver(Func<NetworkStream, int, CancellationToken, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Connections => Volatile.Read(ref _connections);

    public OtlpOptions Options(OtlpProtocol protocol = OtlpProtocol.HttpProtobuf) => new()
    {
        Endpoint = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}", Protocol = protocol, Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Reads a request of HTTP/1.1 whole, and tells its length.</summary>
    public static async Task<int> ReadRequestAsync(NetworkStream stream, CancellationToken stop)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n"))
            text.Append(Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer, stop)));
        string head = text.ToString();
        int end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        string length = head.Split("\r\n").Single(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
        for (int left = int.Parse(length) - (head.Length - end); left > 0;)
            left -= await stream.ReadAsync(buffer, stop);
        return end + int.Parse(length);
    }

    public static ValueTask WriteAsync(NetworkStream stream, string text, CancellationToken stop) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
            _ = ServeAsync(socket, Interlocked.Increment(ref _connections) - 1);
        }
    }

    private async Task ServeAsync(Socket socket, int number)
    {
        using (socket)
        {
            try
            {
                await using var stream = new NetworkStream(socket, ownsSocket: false);
                await _script(stream, number, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The other side went first.
            }

            socket.LingerState = new LingerOption(true, 0);     // closed with RST
        }
    }
}
