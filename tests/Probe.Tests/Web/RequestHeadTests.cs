using System.Text;
using Probe.Exporters.Prometheus;
using Probe.Web;

namespace Probe.Tests.Web;

public class RequestHeadTests
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 0)]
    [InlineData("GET /?x=1#y HTTP/1.1\r\nhOsT:a\r\n\r\n", 0)]
    [InlineData("GET / HTTP/1.0\r\n\r\n", 0)]
    [InlineData("GET http://a/metrics HTTP/1.1\r\nHost: b\r\n\r\n", 0)]
    [InlineData("GET http://a HTTP/1.1\r\nHost: b\r\n\r\n", 0)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", 0)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: \u0001\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nNo colon\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET  HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /\r\n\r\n", 400)]
    [InlineData("G\u00e4T / HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505)]
    [InlineData("GET / http/1.1\r\nHost: a\r\n\r\n", 400)]
    public void A_head_is_read_strictly(string text, int status) =>
        Assert.Equal(status, RequestHead.Read(Encoding.Latin1.GetBytes(text), out _));

    [Fact]
    public void What_matters_of_a_head_is_found_whatever_the_case_of_names()
    {
        Assert.Equal(0, RequestHead.Read("""
            HEAD /metrics?all=1 HTTP/1.1
            HOST:   example.org:80
            aCCept: a
            Accept-encoding: gzip
            authorization: Basic eA==
            Connection: keep-alive, Close


            """u8.ToArray().AsSpan().ToCrLf(), out RequestHead head));

        Assert.Equal("HEAD", Encoding.ASCII.GetString(head.Method));
        Assert.Equal("/metrics", Encoding.ASCII.GetString(head.Path));
        Assert.Equal("example.org:80", Encoding.ASCII.GetString(head.Host));
        Assert.Equal("a", Encoding.ASCII.GetString(head.Accept));
        Assert.Equal("gzip", Encoding.ASCII.GetString(head.AcceptEncoding));
        Assert.Equal("Basic eA==", Encoding.ASCII.GetString(head.Authorization));
        Assert.False(head.KeepsAlive);
    }

    [Fact]
    public void The_host_in_the_request_line_counts_before_the_header()
    {
        RequestHead.Read("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n"u8, out RequestHead head);

        Assert.Equal("evil.example", Encoding.ASCII.GetString(head.Host));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n", 0)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r", 0)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET", 27)]
    [InlineData("GET / HTTP/1.1\nHost: a\r\n\r\n", -1)]
    [InlineData("\n", -1)]
    public void The_end_of_a_head_is_its_empty_line_wherever_the_bytes_were_cut(string text, int end)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        for (int seen = 0; seen <= bytes.Length; seen++)
        {
            int first = RequestHead.FindEnd(bytes.AsSpan(0, seen), 0);
            Assert.Equal(end, first != 0 ? first : RequestHead.FindEnd(bytes, seen));
        }
    }

    [Fact]
    public void Heads_are_the_same_wherever_the_network_cuts_them()
    {
        const string first = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n", second = "HEAD /b HTTP/1.1\r\n\r\n";
        byte[] bytes = Encoding.Latin1.GetBytes("\r\n\r\n" + first + "\r\n" + second + "\r\nGET");
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            for (int again = cut; again <= bytes.Length; again++)
            {
                var buffer = new HeadBuffer(bytes.Length + 1);
                var heads = new List<string>();
                foreach (byte[] piece in new[] { bytes[..cut], bytes[cut..again], bytes[again..] })
                {
                    piece.CopyTo(buffer.Room);
                    buffer.Add(piece.Length);
                    while (buffer.Look() == HeadState.Whole)
                    {
                        heads.Add(Encoding.Latin1.GetString(buffer.Head));
                        buffer.DropHead();
                    }
                }

                Assert.Equal([first, second], heads);
                Assert.False(buffer.IsEmpty);
            }
        }
    }

    [Theory]
    [InlineData("", PrometheusFormat.ClassicText)]
    [InlineData("*/*", PrometheusFormat.ClassicText)]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", PrometheusFormat.ClassicText)]
    [InlineData("application/openmetrics-text", PrometheusFormat.OpenMetrics)]
    // Prometheus 2.42, as it asks
    [InlineData("application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", PrometheusFormat.OpenMetrics)]
    // Prometheus 3
    [InlineData("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2", PrometheusFormat.OpenMetrics)]
    [InlineData("text/plain;version=0.0.4;q=0.9, application/openmetrics-text; version=1.0.0; q=0.5", PrometheusFormat.ClassicText)]
    [InlineData("application/openmetrics-text;version=0.0.1", PrometheusFormat.ClassicText)]
    [InlineData("application/openmetrics-text;q=0", PrometheusFormat.ClassicText)]
    [InlineData("application/openmetrics-text;q=nonsense", PrometheusFormat.ClassicText)]
    public void The_format_is_the_one_the_client_asks_for(string accept, PrometheusFormat format) =>
        Assert.Equal(format, Negotiation.FormatOf(Encoding.ASCII.GetBytes(accept)));

    [Theory]
    [InlineData("", false)]
    [InlineData("gzip", true)]
    [InlineData("deflate, GZIP;q=0.5", true)]
    [InlineData("gzip;q=0, *", false)]
    [InlineData("identity;q=0, *;q=0.1", true)]
    [InlineData("br", false)]
    public void A_body_is_packed_for_those_who_can_unpack_it(string acceptEncoding, bool isPacked) =>
        Assert.Equal(isPacked, Negotiation.TakesGzip(Encoding.ASCII.GetBytes(acceptEncoding)));

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:9464", true)]
    [InlineData("probe.localhost:1", true)]
    [InlineData("127.0.0.1:9464", true)]
    [InlineData("192.0.2.7", true)]
    [InlineData("[::1]:9464", true)]
    [InlineData("[fe80::1%eth0]", true)]
    [InlineData("metrics.example.org:80", true)]
    [InlineData("", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("evil-localhost", false)]
    [InlineData(".localhost", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("localhost:80:80", false)]
    [InlineData("localhost:x", false)]
    [InlineData("[evil.example]", false)]
    [InlineData("[::1", false)]
    [InlineData("[]", false)]
    [InlineData("localhost@evil.example", false)]
    public void Only_names_that_no_web_page_can_own_are_answered(string host, bool isAccepted) =>
        Assert.Equal(isAccepted, new HostGuard("metrics.example.org other").Accepts(Encoding.Latin1.GetBytes(host)));
}

file static class Bytes
{
    public static ReadOnlySpan<byte> ToCrLf(this Span<byte> lines) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(lines).ReplaceLineEndings("\r\n"));
}
