using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests.Peers;

/// <summary>An authority made for one test, a server certificate for 127.0.0.1 and a client certificate, as PEM files.</summary>
internal sealed class TestCertificates
{
    /// <summary>Makes all of them in a folder.</summary>
    public TestCertificates(ScratchFolder folder)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of one test", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using X509Certificate2 authority = request.CreateSelfSigned(From, From.AddDays(2));
        Authority = folder.Write("authority.pem", authority.ExportCertificatePem());
        (Server, ServerKey) = Issue(folder, "server", authority, authorityKey);
        (Client, ClientKey) = Issue(folder, "client", authority, authorityKey);
    }

    /// <summary>The authority's certificate: what a client has to trust.</summary>
    public string Authority { get; }

    /// <summary>The server's certificate, for 127.0.0.1 and localhost.</summary>
    public string Server { get; }

    /// <summary>The server's key.</summary>
    public string ServerKey { get; }

    /// <summary>A client's certificate.</summary>
    public string Client { get; }

    /// <summary>The client's key.</summary>
    public string ClientKey { get; }

    private static DateTimeOffset From => DateTimeOffset.UtcNow.AddDays(-1);

    private static (string Certificate, string Key) Issue(ScratchFolder folder, string name, X509Certificate2 authority, ECDsa authorityKey)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name} of one test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.Create(authority.SubjectName, X509SignatureGenerator.CreateForECDsa(authorityKey),
            authority.NotBefore, authority.NotAfter, Guid.NewGuid().ToByteArray());
        return (folder.Write($"{name}.pem", certificate.ExportCertificatePem()), folder.Write($"{name}.key", key.ExportPkcs8PrivateKeyPem()));
    }
}
