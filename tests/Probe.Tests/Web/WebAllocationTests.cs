using System.Net.Sockets;
using System.Text;
using Probe.Web;

namespace Probe.Tests.Web;

/// <summary>Counts what the whole process allocates, so nothing else may run beside it.</summary>
[Collection(Alone.Name)]
public class WebAllocationTests
{
    [Fact]
    public async Task A_reply_made_already_is_sent_without_allocating() =>
        Assert.InRange(await AllocatedAsync("gzip", TimeSpan.FromHours(1)), 0, 0.9);

    [Fact]
    public async Task A_reply_made_anew_allocates_nothing() =>
        Assert.InRange(await AllocatedAsync("identity", TimeSpan.Zero), 0, 0.9);

    [Fact]
    public async Task A_reply_packed_anew_allocates_what_the_framework_packs_with() =>
        Assert.InRange(await AllocatedAsync("gzip", TimeSpan.Zero), 0, 600);

    /// <summary>Bytes allocated per request, by the whole process.</summary>
    private static async Task<double> AllocatedAsync(string encoding, TimeSpan replyTime)
    {
        await using WebServer server = await WebServer.StartAsync(TimeProvider.System, limits: new WebLimits { ReplyTime = replyTime });
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(server.EndPoint);       // never used asynchronously, this side allocates nothing
        byte[] request = Encoding.ASCII.GetBytes(
            $"GET /metrics HTTP/1.1\r\nHost: localhost:9464\r\nAccept: application/openmetrics-text;version=1.0.0\r\nAccept-Encoding: {encoding}\r\n\r\n");
        byte[] reply = new byte[65536];
        Scrape(socket, request, reply, 500);

        // The runtime allocates for itself now and then; what a request allocates is there in every round.
        double bytes = double.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Scrape(socket, request, reply, 1000);
            bytes = Math.Min(bytes, (GC.GetTotalAllocatedBytes(precise: true) - before) / 1000.0);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes a request");
        return bytes;
    }

    private static void Scrape(Socket socket, byte[] request, byte[] reply, int times)
    {
        for (int i = 0; i < times; i++)
        {
            socket.Send(request);
            int received = socket.Receive(reply);
            int head = reply.AsSpan(0, received).IndexOf("\r\n\r\n"u8) + 4;
            ReadOnlySpan<byte> length = reply.AsSpan(reply.AsSpan().IndexOf("Content-Length: "u8) + 16);
            System.Buffers.Text.Utf8Parser.TryParse(length, out int body, out _);
            while (received < head + body)
                received += socket.Receive(reply.AsSpan(received));
        }
    }
}
