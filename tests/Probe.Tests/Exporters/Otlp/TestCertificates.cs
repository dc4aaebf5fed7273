using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Probe.Tests.Exporters.Otlp;

/// <summary>An authority of the test's own, with the certificates it signs, in a folder that goes with it.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly X509Certificate2 _authority;
    private readonly string _folder = Directory.CreateTempSubdirectory("probe-tls-").FullName;

    public TestCertificates(string name = "Test Authority")
    {
        var request = new CertificateRequest($"CN={name}", RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2));
        Authority = Write("ca.pem", _authority.ExportCertificatePem());
    }

    /// <summary>The authority's certificate, as a file.</summary>
    public string Authority { get; }

    public X509Certificate2 AuthorityCertificate => _authority;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A certificate for a host, with its key.</summary>
    public X509Certificate2 Issue(string name, int fromDays = -1, int toDays = 30, bool selfSigned = false)
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out IPAddress? address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset from = DateTimeOffset.UtcNow.AddDays(fromDays), to = DateTimeOffset.UtcNow.AddDays(toDays);
        using X509Certificate2 bare = selfSigned
            ? request.CreateSelfSigned(from, to)
            : request.Create(_authority, from, to, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(bare.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Writes a certificate and its key over those files, in two steps as a careless script does.</summary>
    public (string Certificate, string Key) WriteClient(X509Certificate2 client) =>
        (Write("client.pem", client.ExportCertificatePem()), Write("client.key", client.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()));
}
