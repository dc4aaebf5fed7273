using System.Net.Sockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Probe.Web;

namespace Probe.Tests.Web;

/// <summary>Bytes that no honest client sends. A run's seed is printed: <c>PROBE_FUZZ_SEED</c> repeats it.</summary>
public class WebFuzzTests
{
    private const string Good = "GET /metrics HTTP/1.1\r\nHost: localhost\r\nAccept: text/plain;q=0.5\r\nAccept-Encoding: gzip\r\nX-Long: abcdefghij\r\n\r\n";

    private static readonly string[] s_pieces =
    [
        "GET ", "HEAD ", "POST ", "/", "/metrics", "/healthz", "/readyz", "/icon.svg", " HTTP/1.1", " HTTP/1.0", " HTTP/9.9", "\r\n", "\r\n\r\n", "\n", "\r", " ", "\t", ":", ";q=", ",",
        "Host: localhost", "Host: evil", "host:", "Accept: application/openmetrics-text", "Accept-Encoding: gzip", "Connection: close", "Content-Length: 5", "Content-Length: 0",
        "Transfer-Encoding: chunked", "Authorization: Basic ", "http://", "[::1]", "%00", "\0", "\u00ff", "\u0016\u0003\u0001",
    ];

    private static readonly Gen<byte[]> s_random = Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf();

    private static readonly Gen<byte[]> s_pieced = Gen.Elements(s_pieces).ArrayOf().Select(p => Encoding.Latin1.GetBytes(string.Concat(p)));

    private static readonly Gen<byte[]> s_cut = Gen.Choose(0, Good.Length).Select(end => Encoding.Latin1.GetBytes(Good[..end]));

    // A good request with some bytes changed, left out or doubled.
    private static readonly Gen<byte[]> s_mutated =
        from edits in Gen.Choose(1, 6).SelectMany(n => Gen.Choose(0, Good.Length - 1).Zip(Gen.Choose(-1, 256)).ArrayOf(n))
        select Mutate(edits);

    private static readonly Arbitrary<byte[]> s_anything = Gen
        .Frequency((2, s_random), (4, s_pieced), (1, s_cut), (4, s_mutated), (1, from many in s_mutated.ListOf() select many.SelectMany(m => m).ToArray())).ToArbitrary();

    [Fact]
    public void A_head_of_any_bytes_is_read_or_refused() => Check(20_000, s_anything, bytes =>
    {
        int end = RequestHead.FindEnd(bytes, 0);
        Assert.InRange(end, -1, bytes.Length);
        int status = RequestHead.Read(bytes, out RequestHead head);
        Assert.Contains(status, new[] { 0, 400, 505 });
        if (status == 0)
        {
            Assert.False(head.Method.IsEmpty);
            Assert.Equal((byte)'/', head.Path[0]);
        }

        Negotiation.FormatOf(bytes);
        Negotiation.TakesGzip(bytes);
        new HostGuard("a b").Accepts(bytes);
        new Credentials("a", "b").Accepts(bytes);
    });

    [Fact]
    public async Task Whatever_is_sent_is_answered_in_whole_replies_or_closed_and_the_next_client_is_served()
    {
        await using WebServer server = await WebServer.StartAsync(TimeProvider.System, limits: new WebLimits { HeadTime = TimeSpan.FromSeconds(2), LingerTime = TimeSpan.FromSeconds(0.2) });

        Check(500, s_anything, bytes => Assert.True(SendAndReadAll(server, bytes)));

        Assert.Equal(200, (await server.GetAsync("/metrics")).Status);
        await WebServer.Eventually(() => server.Connected <= 1);
        Assert.Equal(0, server.Statistics[500]);
        Assert.DoesNotContain(server.Log.Lines, l => l.Id != 3001);
    }

    private static bool SendAndReadAll(WebServer server, byte[] bytes)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 20_000, NoDelay = true };
        socket.Connect(server.EndPoint);
        var received = new List<byte>();
        try
        {
            // In pieces, as a network might deliver them.
            int piece = 1;
            for (int at = 0; at < bytes.Length; piece = 1 + bytes[at - 1] % 97)
            {
                at += socket.Send(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
                Thread.Yield();
            }

            socket.Shutdown(SocketShutdown.Send);
            byte[] buffer = new byte[65536];
            while (socket.Receive(buffer) is > 0 and int read)
                received.AddRange(buffer.AsSpan(0, read));
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            return true;        // closed on us while we still sent
        }

        return IsWholeReplies(Encoding.Latin1.GetString([.. received]));
    }

    // Replies follow one another without a byte between or left over. Those to HEAD have no body, so both readings are allowed.
    private static bool IsWholeReplies(string text)
    {
        if (text.Length == 0)
            return true;
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (!text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || end < 0)
            return false;
        string length = text[..end].Split("\r\n").Single(l => l.StartsWith("Content-Length: ", StringComparison.Ordinal))[16..];
        int body = end + 4 + int.Parse(length);
        return (body <= text.Length && IsWholeReplies(text[body..])) || IsWholeReplies(text[(end + 4)..]);
    }

    private static byte[] Mutate((int At, int Byte)[] edits)
    {
        List<byte> bytes = [.. Encoding.Latin1.GetBytes(Good)];
        foreach ((int at, int value) in edits)
        {
            int place = at % bytes.Count;
            if (value < 0)
                bytes.RemoveAt(place);
            else if (value > 255)
                bytes.Insert(place, bytes[place]);
            else
                bytes[place] = (byte)value;
        }

        return [.. bytes];
    }

    private static void Check(int times, Arbitrary<byte[]> inputs, Action<byte[]> property)
    {
        ulong seed = ulong.TryParse(Environment.GetEnvironmentVariable("PROBE_FUZZ_SEED"), out ulong given) ? given : (ulong)Random.Shared.NextInt64();
        TestContext.Current.TestOutputHelper?.WriteLine($"PROBE_FUZZ_SEED={seed}");
        Prop.ForAll(inputs, property).Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(new Replay(new Rnd(seed, 1), null)));
    }
}
