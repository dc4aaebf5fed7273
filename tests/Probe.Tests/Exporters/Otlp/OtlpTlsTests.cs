using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Probe.Exporters.Otlp;
using static Probe.Exporters.Otlp.PushOutcome;

namespace Probe.Tests.Exporters.Otlp;

public sealed class OtlpTlsTests : IDisposable
{
    private readonly TestCertificates _trusted = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _trusted.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_of_a_trusted_authority_is_accepted(bool isGrpc)
    {
        using X509Certificate2 certificate = _trusted.Issue("127.0.0.1");
        await using Receiver receiver = await StartAsync(https => https.ServerCertificate = certificate, isGrpc);

        Assert.Equal((Accepted, ""), await SendAsync(receiver, _trusted.Authority));
    }

    [Fact]
    public async Task A_certificate_out_of_its_time_is_refused_with_the_time()
    {
        using X509Certificate2 expired = _trusted.Issue("127.0.0.1", -30, -10), early = _trusted.Issue("127.0.0.1", 10, 30);
        await using Receiver late = await StartAsync(https => https.ServerCertificate = expired), soon = await StartAsync(https => https.ServerCertificate = early);

        Assert.Equal((Retry, $"a certificate of 127.0.0.1 is not valid now: it stands from {expired.NotBefore.ToUniversalTime():u} to {expired.NotAfter.ToUniversalTime():u}"),
            await SendAsync(late, _trusted.Authority));
        Assert.Contains("not valid now", (await SendAsync(soon, _trusted.Authority)).Reason);
    }

    [Fact]
    public async Task A_certificate_of_another_host_is_refused_with_its_name()
    {
        using X509Certificate2 certificate = _trusted.Issue("elsewhere.example");
        await using Receiver receiver = await StartAsync(https => https.ServerCertificate = certificate);

        Assert.Equal((Retry, "the certificate is elsewhere.example's, not this host's"), await SendAsync(receiver, _trusted.Authority));
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused_with_its_name()
    {
        using var stranger = new TestCertificates("Stranger");
        using X509Certificate2 certificate = stranger.Issue("127.0.0.1");
        await using Receiver receiver = await StartAsync(https => https.ServerCertificate = certificate);

        Assert.Equal((Retry, "the certificate of 127.0.0.1 is signed by Stranger, which is not trusted (Probe:Otlp:CertificateAuthority)"),
            await SendAsync(receiver, _trusted.Authority));
        Assert.Contains("Stranger, which is not trusted", (await SendAsync(receiver, "")).Reason);
    }

    [Fact]
    public async Task A_certificate_signed_by_itself_is_refused_unless_it_is_the_one_trusted()
    {
        using X509Certificate2 certificate = _trusted.Issue("127.0.0.1", selfSigned: true);
        await using Receiver receiver = await StartAsync(https => https.ServerCertificate = certificate);

        Assert.Contains("signed by itself", (await SendAsync(receiver, _trusted.Authority)).Reason);
        Assert.Equal((Accepted, ""), await SendAsync(receiver, _trusted.Write("self.pem", certificate.ExportCertificatePem())));
    }

    [Fact]
    public async Task A_receiver_of_old_tls_only_is_refused()
    {
        using X509Certificate2 certificate = _trusted.Issue("127.0.0.1");
#pragma warning disable SYSLIB0039, CS0618
        await using Receiver receiver = await StartAsync(https => (https.ServerCertificate, https.SslProtocols) = (certificate, SslProtocols.Tls11));
#pragma warning restore SYSLIB0039, CS0618

        (PushOutcome outcome, string reason) = await SendAsync(receiver, _trusted.Authority);

        Assert.Equal(Retry, outcome);
        Assert.NotEmpty(reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_certificate_is_shown_and_judged_by_the_receiver(bool isGrpc)
    {
        using var stranger = new TestCertificates("Stranger");
        using X509Certificate2 server = _trusted.Issue("127.0.0.1"), good = _trusted.Issue("agent-1"), bad = stranger.Issue("agent-1");
        await using Receiver receiver = await StartAsync(https => Demand(https, server), isGrpc);

        Assert.Equal((Accepted, ""), await SendAsync(receiver, _trusted.Authority, _trusted.WriteClient(good)));
        Assert.Equal(Retry, (await SendAsync(receiver, _trusted.Authority, stranger.WriteClient(bad))).Outcome);
        Assert.Equal(Retry, (await SendAsync(receiver, _trusted.Authority)).Outcome);
        Assert.Equal(1, receiver.Count);
    }

    [Fact]
    public async Task A_client_certificate_replaced_while_running_is_shown_from_then_on()
    {
        using X509Certificate2 server = _trusted.Issue("127.0.0.1"), first = _trusted.Issue("first"), second = _trusted.Issue("second");
        var shown = new List<string>();
        await using Receiver receiver = await StartAsync(https => Demand(https, server), isGrpc: false, context =>
            shown.Add(context.Connection.ClientCertificate!.GetNameInfo(X509NameType.SimpleName, false)));
        (string certificate, string key) = _trusted.WriteClient(first);
        using var transport = new OtlpTransport(Options(receiver, _trusted.Authority, (certificate, key)), TimeProvider.System);
        await SendAsync(transport);

        await File.WriteAllTextAsync(certificate, second.ExportCertificatePem(), Stop);     // its key is not there yet
        Assert.Equal(Accepted, (await SendAsync(transport)).Outcome);
        Assert.NotEqual("", transport.CertificateProblem);
        _trusted.WriteClient(second);
        Assert.Equal(Accepted, (await SendAsync(transport)).Outcome);

        Assert.Equal(["first", "first", "second"], shown);
        Assert.Equal("", transport.CertificateProblem);
    }

    [Fact]
    public async Task An_authority_replaced_while_running_is_trusted_from_then_on()
    {
        using var other = new TestCertificates("Other");
        using X509Certificate2 certificate = other.Issue("127.0.0.1");
        await using Receiver receiver = await StartAsync(https => https.ServerCertificate = certificate);
        using var transport = new OtlpTransport(Options(receiver, _trusted.Authority, null), TimeProvider.System);
        Assert.Equal(Retry, (await SendAsync(transport)).Outcome);

        // As mounted secrets are replaced: the name is a link, and what it leads to changes.
        string linked = Path.Combine(Path.GetDirectoryName(_trusted.Authority)!, "linked.pem");
        File.CreateSymbolicLink(linked, other.Authority);
        File.Move(linked, _trusted.Authority, overwrite: true);

        Assert.Equal(Accepted, (await SendAsync(transport)).Outcome);
    }

    [Fact]
    public async Task Files_that_cannot_be_used_are_named_and_tried_again()
    {
        using X509Certificate2 certificate = _trusted.Issue("127.0.0.1");
        await using Receiver receiver = await StartAsync(https => https.ServerCertificate = certificate);
        string authority = _trusted.Write("empty.pem", "nothing here");
        using var transport = new OtlpTransport(Options(receiver, authority, null), TimeProvider.System);

        (PushOutcome outcome, string reason) = await SendAsync(transport);
        File.Copy(_trusted.Authority, authority, overwrite: true);

        Assert.Equal(Retry, outcome);
        Assert.Contains("expected a certificate in PEM", reason);
        Assert.Equal(Accepted, (await SendAsync(transport)).Outcome);
    }

    private void Demand(HttpsConnectionAdapterOptions https, X509Certificate2 server)
    {
        https.ServerCertificate = server;
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.ClientCertificateValidation = (client, _, _) => client.IssuerName.Name == _trusted.AuthorityCertificate.SubjectName.Name;
    }

    private static Task<Receiver> StartAsync(Action<HttpsConnectionAdapterOptions> https, bool isGrpc = false, Action<HttpContext>? seen = null) =>
        Receiver.StartAsync(isGrpc, (context, _) =>
        {
            seen?.Invoke(context);
            return isGrpc ? Receiver.AnswerGrpcAsync(context, 0) : Task.CompletedTask;
        }, listen => listen.UseHttps(https));

    private static OtlpOptions Options(Receiver receiver, string authority, (string Certificate, string Key)? client)
    {
        OtlpOptions options = receiver.Options("https");
        options.CertificateAuthority = authority;
        (options.ClientCertificate, options.ClientKey) = client ?? ("", "");
        return options;
    }

    private static async Task<(PushOutcome Outcome, string Reason)> SendAsync(Receiver receiver, string authority, (string Certificate, string Key)? client = null)
    {
        using var transport = new OtlpTransport(Options(receiver, authority, client), TimeProvider.System);
        return await SendAsync(transport);
    }

    private static async Task<(PushOutcome Outcome, string Reason)> SendAsync(OtlpTransport transport)
    {
        PushResult result = await transport.SendAsync(Sample.Request(), Stop);
        return (result.Outcome, result.Reason);
    }
}
