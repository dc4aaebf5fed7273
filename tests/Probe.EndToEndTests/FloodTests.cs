using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Probe.EndToEndTests.Peers;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>Clients that mean no good, all at once, against the native program.</summary>
public sealed class FloodTests(PublishedProbe probe)
{
    private const long Second = 1_000_000_000;

    [Fact]
    public async Task A_flood_of_clients_leaves_the_passes_where_they_were()
    {
        await using Collector collector = await Collector.StartAsync();
        await using ProbeDaemon daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", collector.Http));
        Uri address = await daemon.AddressAsync();
        var endPoint = new IPEndPoint(IPAddress.Loopback, address.Port);
        await collector.ReceivedAsync("two passes", r => Passes(r).Length >= 2);

        using var stop = new CancellationTokenSource();
        using var idle = new Connections();
        await idle.OpenAsync(endPoint, 1000);
        Task<long>[] floods = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(() => FloodAsync(endPoint, stop.Token)))];
        Task dripping = DripAsync(endPoint, stop.Token);
        Task huge = HugeAsync(endPoint, stop.Token);
        long began = Stopwatch.GetTimestamp();
        int passes = Passes(collector.Received()).Length;
        await collector.ReceivedAsync("eight passes meanwhile", r => Passes(r).Length >= passes + 8);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await stop.CancelAsync();
        long answered = (await Task.WhenAll(floods)).Sum();
        await Task.WhenAll(dripping, huge);

        long[] times = [.. Passes(collector.Received()).Distinct()];
        Assert.All(times.Skip(1).Zip(times), pair => Assert.InRange(pair.First - pair.Second, Second / 2, 3 * Second / 2));
        Assert.Contains("\"status\": \"ok\"", await daemon.GetAsync("/healthz"), StringComparison.Ordinal);
        long memory = (long)KernelText.MemoryBytes(File.ReadAllText($"/proc/{daemon.Daemon.Id}/status"), "VmRSS");
        Assert.InRange(memory, 0, 64 << 20);
        Assert.DoesNotContain(daemon.Daemon.Lines, l => l.Contains("failed as none should", StringComparison.Ordinal));
        Faults.Report("67", "1000 idle clients, slowloris, endless heads and scrapes without a pause",
            $"{answered / seconds:0} scrapes a second answered, no pass missing or late, {memory >> 20} MiB");
    }

    private static long[] Passes(Received received) => [.. received["system.uptime"].Select(p => p.Time).Order()];

    // One scrape after another; a connection that is taken away is opened anew.
    private static async Task<long> FloodAsync(IPEndPoint endPoint, CancellationToken stop)
    {
        byte[] request = Encoding.ASCII.GetBytes("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"), reply = new byte[1 << 20];
        long answered = 0;
        while (!stop.IsCancellationRequested)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(endPoint, stop);
                while (!stop.IsCancellationRequested)
                {
                    await socket.SendAsync(request, stop);
                    await ReadReplyAsync(socket, reply, stop);
                    answered++;
                }
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // taken away, or the end of the test
            }
        }

        return answered;
    }

    private static async Task ReadReplyAsync(Socket socket, byte[] reply, CancellationToken stop)
    {
        int length = 0, whole = int.MaxValue;
        while (length < whole)
        {
            int read = await socket.ReceiveAsync(reply.AsMemory(length), stop);
            if (read == 0)
                throw new SocketException((int)SocketError.ConnectionReset);
            length += read;
            int end = reply.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0 && whole == int.MaxValue)
            {
                string head = Encoding.ASCII.GetString(reply, 0, end);
                Assert.StartsWith("HTTP/1.1 200 ", head, StringComparison.Ordinal);
                whole = end + 4 + int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0]);
            }
        }
    }

    // Slowloris: a head that never ends, a byte at a time, on many connections.
    private static async Task DripAsync(IPEndPoint endPoint, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var dripping = new Connections();
                await dripping.OpenAsync(endPoint, 20);
                foreach (char c in "GET / HTTP/1.1\r\nX: aaaaaaaa")
                {
                    await dripping.SendAsync([(byte)c]);
                    await Task.Delay(20, stop);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the end of the test
        }
    }

    private static async Task HugeAsync(IPEndPoint endPoint, CancellationToken stop)
    {
        byte[] header = Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nX: " + new string('a', 1 << 20));
        while (!stop.IsCancellationRequested)
        {
            using var one = new Connections();
            await one.OpenAsync(endPoint, 1);
            await one.SendAsync(header);
        }
    }

    /// <summary>Many clients; those that are thrown out stay so.</summary>
    private sealed class Connections : IDisposable
    {
        private readonly List<Socket> _sockets = [];

        public async Task OpenAsync(IPEndPoint endPoint, int count)
        {
            for (int i = 0; i < count; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                _sockets.Add(socket);
                await socket.ConnectAsync(endPoint);
            }
        }

        public async Task SendAsync(byte[] bytes)
        {
            foreach (Socket socket in _sockets)
            {
                try
                {
                    await socket.SendAsync(bytes);
                }
                catch (SocketException)
                {
                    // thrown out
                }
            }
        }

        public void Dispose() => _sockets.ForEach(s => s.Dispose());
    }
}
