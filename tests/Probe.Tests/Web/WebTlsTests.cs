using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Probe.Tests.Exporters.Otlp;
using Probe.Web;

namespace Probe.Tests.Web;

public sealed class WebTlsTests : IDisposable
{
    private readonly TestCertificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Fact]
    public async Task Metrics_come_over_TLS()
    {
        await using WebServer server = await StartAsync("one.example");

        (string text, string certificate) = await GetAsync(server);

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", text);
        Assert.EndsWith("load_average{system_device=\"a\"} 0.5\n", text);
        Assert.Equal("CN=one.example", certificate);
    }

    [Fact]
    public async Task A_certificate_replaced_while_we_run_is_shown_to_the_next_client()
    {
        await using WebServer server = await StartAsync("one.example");
        await GetAsync(server);

        using X509Certificate2 two = _certificates.Issue("two.example");
        _certificates.WriteClient(two);

        Assert.Equal("CN=two.example", (await GetAsync(server)).Certificate);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_leaves_the_one_before_in_use_and_says_so_once()
    {
        await using WebServer server = await StartAsync("one.example");
        await GetAsync(server);

        _certificates.Write("client.key", "no key");
        Assert.Equal("CN=one.example", (await GetAsync(server)).Certificate);
        Assert.Equal("CN=one.example", (await GetAsync(server)).Certificate);
        using X509Certificate2 two = _certificates.Issue("two.example");
        _certificates.WriteClient(two);

        Assert.Equal("CN=two.example", (await GetAsync(server)).Certificate);
        Assert.Equal([3001, 3005, 3006], server.Log.Lines.Select(l => l.Id));
    }

    [Fact]
    public async Task A_client_that_speaks_no_TLS_or_does_not_finish_its_greeting_is_let_go()
    {
        await using WebServer server = await StartAsync("one.example");
        using RawClient plain = await server.ConnectAsync();
        await plain.SendAsync("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await WebServer.Eventually(() => server.Connected == 0);

        using RawClient silent = await server.ConnectAsync();
        await silent.SendAsync("\u0016\u0003\u0001");
        await WebServer.Eventually(() => server.Connected == 1);
        await server.AdvanceUntil(TimeSpan.FromSeconds(10), () => server.Connected == 0);

        Assert.Equal("CN=one.example", (await GetAsync(server)).Certificate);
    }

    private async Task<WebServer> StartAsync(string name)
    {
        using X509Certificate2 certificate = _certificates.Issue(name);
        (string file, string key) = _certificates.WriteClient(certificate);
        return await WebServer.StartAsync(new WebOptions { Listen = "127.0.0.1:0", Certificate = file, CertificateKey = key });
    }

    private static async Task<(string Text, string Certificate)> GetAsync(WebServer server)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.EndPoint, TestContext.Current.CancellationToken);
        using var stream = new SslStream(new NetworkStream(socket), false, static (_, _, _, _) => true);
        await stream.AuthenticateAsClientAsync("localhost");
        await stream.WriteAsync(Encoding.ASCII.GetBytes("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken), stream.RemoteCertificate!.Subject);
    }
}
