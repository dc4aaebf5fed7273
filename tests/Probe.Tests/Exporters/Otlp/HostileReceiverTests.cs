using System.IO.Compression;
using System.Net;
using Probe.Exporters.Otlp;
using static Probe.Exporters.Otlp.PushOutcome;

namespace Probe.Tests.Exporters.Otlp;

public class HostileReceiverTests
{
    private const string TakenHead = "HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_reset_at_any_byte_of_a_request_is_tried_again_and_counted_once()
    {
        OtlpRequest request = Sample.Request(1);
        int limit = 0, length = int.MaxValue;
        await using var receiver = new RawReceiver(async (stream, number, stop) =>
        {
            if (number % 2 == 1)
            {
                await stream.ReadExactlyAsync(new byte[limit], stop);
                return;
            }

            length = await RawReceiver.ReadRequestAsync(stream, stop);
            await RawReceiver.WriteAsync(stream, TakenHead + "Content-Length: 0\r\nConnection: close\r\n\r\n", stop);
            await stream.CopyToAsync(Stream.Null, stop);
        });
        using var transport = new OtlpTransport(receiver.Options(), TimeProvider.System);
        Assert.Equal(Accepted, (await transport.SendAsync(request, Stop)).Outcome);
        for (; limit < length; limit++)
        {
            PushResult broken = await transport.SendAsync(request, Stop), whole = await transport.SendAsync(request, Stop);

            Assert.Equal((Retry, 0, Accepted), (broken.Outcome, broken.StatusCode, whole.Outcome));
        }

        Assert.InRange(length, request.Body.Length + 100, 1000);
    }

    [Fact]
    public async Task An_answer_of_ten_gigabytes_is_left_unread()
    {
        await using var receiver = new RawReceiver(async (stream, _, stop) =>
        {
            await RawReceiver.ReadRequestAsync(stream, stop);
            await RawReceiver.WriteAsync(stream, TakenHead + "Content-Length: 10737418240\r\n\r\n", stop);
            await PourAsync(stream, stop);
        });

        await AssertFlatAsync(receiver, Accepted, 200);
    }

    [Fact]
    public async Task An_answer_in_endless_chunks_is_left_unread()
    {
        await using var receiver = new RawReceiver(async (stream, _, stop) =>
        {
            await RawReceiver.ReadRequestAsync(stream, stop);
            await RawReceiver.WriteAsync(stream, "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n", stop);
            while (true)
                await RawReceiver.WriteAsync(stream, "1000\r\n" + new string('x', 4096) + "\r\n", stop);
        });

        await AssertFlatAsync(receiver, Refused, 400);
    }

    [Fact]
    public async Task An_answer_that_would_unpack_to_a_gigabyte_is_never_unpacked()
    {
        var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int i = 0; i < 64; i++)
                gzip.Write(new byte[1 << 20]);
        }

        await using var receiver = new RawReceiver(async (stream, _, stop) =>
        {
            await RawReceiver.ReadRequestAsync(stream, stop);
            await RawReceiver.WriteAsync(stream, TakenHead + $"Content-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n", stop);
            await stream.WriteAsync(bomb.ToArray(), stop);
            await stream.CopyToAsync(Stream.Null, stop);
        });

        await AssertFlatAsync(receiver, Accepted, 200);
    }

    [Fact]
    public async Task A_head_of_a_megabyte_is_not_read_to_its_end()
    {
        await using var receiver = new RawReceiver(async (stream, _, stop) =>
        {
            await RawReceiver.ReadRequestAsync(stream, stop);
            await RawReceiver.WriteAsync(stream, "HTTP/1.1 200 OK\r\nX-Large: ", stop);
            await PourAsync(stream, stop);
        });

        await AssertFlatAsync(receiver, Retry, 0);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ", Retry, 0)]
    [InlineData(TakenHead + "Content-Length: 60000\r\n\r\n", Accepted, 200)]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 60000\r\n\r\n", Refused, 400)]
    internal async Task An_answer_byte_by_byte_takes_no_longer_than_the_timeout(string head, PushOutcome outcome, int status)
    {
        await using var receiver = new RawReceiver(async (stream, _, stop) =>
        {
            await RawReceiver.ReadRequestAsync(stream, stop);
            await RawReceiver.WriteAsync(stream, head, stop);
            while (true)
            {
                await RawReceiver.WriteAsync(stream, "x", stop);
                await Task.Delay(50, stop);
            }
        });
        OtlpOptions options = receiver.Options();
        options.Timeout = TimeSpan.FromSeconds(2);
        using var transport = new OtlpTransport(options, TimeProvider.System);
        long begun = TimeProvider.System.GetTimestamp();

        PushResult result = await transport.SendAsync(Sample.Request(), Stop);

        Assert.Equal((outcome, status), (result.Outcome, result.StatusCode));
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun).TotalSeconds, 1.9, 15);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 999999999999 \r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    public async Task What_is_no_answer_is_tried_again(string answer)
    {
        await using var receiver = new RawReceiver(async (stream, _, stop) =>
        {
            await RawReceiver.ReadRequestAsync(stream, stop);
            await RawReceiver.WriteAsync(stream, answer, stop);
        });
        using var transport = new OtlpTransport(receiver.Options(), TimeProvider.System);

        PushResult result = await transport.SendAsync(Sample.Request(), Stop);

        Assert.Equal(Retry, result.Outcome);
        Assert.NotEmpty(result.ErrorType);
        Assert.NotEmpty(result.Reason);
    }

    [Theory]
    [InlineData(OtlpProtocol.HttpProtobuf)]
    [InlineData(OtlpProtocol.Grpc)]
    public async Task A_connection_whose_peer_has_vanished_is_given_up_and_made_anew(OtlpProtocol protocol)
    {
        // The relay falls silent without closing, as when a cable is pulled: the first connection is dead after one request.
        await using Receiver receiver = await Receiver.StartAsync(protocol == OtlpProtocol.Grpc, (context, _) =>
            protocol == OtlpProtocol.Grpc ? Receiver.AnswerGrpcAsync(context, 0) : Task.CompletedTask);
        var vanished = new CancellationTokenSource();
        await using var relay = new RawReceiver(async (stream, number, stop) =>
        {
            using var beyond = new System.Net.Sockets.TcpClient();
            await beyond.ConnectAsync(IPAddress.Loopback, receiver.Port, stop);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, number == 0 ? vanished.Token : default);
            await using System.Net.Sockets.NetworkStream far = beyond.GetStream();
            await Task.WhenAny(stream.CopyToAsync(far, either.Token), far.CopyToAsync(stream, either.Token));
            await Task.Delay(Timeout.Infinite, stop);
        });
        OtlpOptions options = relay.Options(protocol);
        options.Timeout = TimeSpan.FromSeconds(4);
        using var transport = new OtlpTransport(options, TimeProvider.System);
        Assert.Equal(Accepted, (await transport.SendAsync(Sample.Request(), Stop)).Outcome);
        await vanished.CancelAsync();

        PushResult silent = await transport.SendAsync(Sample.Request(), Stop), after = await transport.SendAsync(Sample.Request(), Stop);

        Assert.Equal((Retry, Accepted, 2), (silent.Outcome, after.Outcome, relay.Connections));
    }

    private static async Task PourAsync(System.Net.Sockets.NetworkStream stream, CancellationToken stop)
    {
        var bytes = new byte[64 * 1024];
        bytes.AsSpan().Fill((byte)'x');
        while (true)
            await stream.WriteAsync(bytes, stop);
    }

    /// <summary>However much is poured, the answer ends in time and memory stays flat.</summary>
    private static async Task AssertFlatAsync(RawReceiver receiver, PushOutcome outcome, int status)
    {
        using var transport = new OtlpTransport(receiver.Options(), TimeProvider.System);

        PushResult result = await transport.SendAsync(Sample.Request(), Stop);

        Assert.Equal((outcome, status), (result.Outcome, result.StatusCode));
        Assert.InRange(transport.ReplyBuffer, 0, 64 * 1024);
        Assert.InRange(result.Reason.Length, 0, 400);
    }
}
