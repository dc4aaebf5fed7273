using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Probe.Exporters.Otlp;

/// <summary>Whom to trust and who we are, from files that may be replaced while we run.</summary>
internal sealed class TlsFiles(OtlpOptions options)
{
    private readonly WatchedFile[] _files =
        [.. new[] { options.CertificateAuthority, options.ClientCertificate, options.ClientKey }.Where(p => p.Length > 0).Distinct().Select(p => new WatchedFile(p))];

    private bool _isLooked;

    /// <summary>Why the peer's certificate was last refused; empty where it was not.</summary>
    public string Refusal { get; private set; } = "";

    /// <summary>True at the first look, and when a file is another than at the look before.</summary>
    public bool HaveChanged()
    {
        bool changed = !_isLooked;
        _isLooked = true;
        foreach (WatchedFile file in _files)
            changed |= file.HasChanged();
        return changed;
    }

    /// <summary>Reads the files.</summary>
    /// <exception cref="CryptographicException">One holds no certificate, or the key is not the certificate's.</exception>
    /// <exception cref="IOException">One cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be read.</exception>
    public SslClientAuthenticationOptions Load() => new()
    {
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateChainPolicy = LoadAuthority(),
        ClientCertificateContext = options.ClientCertificate.Length > 0 ? PemCertificate.Load(options.ClientCertificate, options.ClientKey) : null,
        RemoteCertificateValidationCallback = Judge,
    };

    private X509ChainPolicy LoadAuthority()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (options.CertificateAuthority.Length == 0)
            return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.ImportFromPemFile(options.CertificateAuthority);
        return policy.CustomTrustStore.Count > 0 ? policy : throw new CryptographicException($"{options.CertificateAuthority}: expected a certificate in PEM.");
    }

    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Refusal = errors == SslPolicyErrors.None ? "" : Explain((certificate as X509Certificate2)!, chain, errors);
        return errors == SslPolicyErrors.None;
    }

    private static string Explain(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
            return "the receiver showed no certificate";
        string whose = PeerText.Clean(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        X509ChainStatusFlags status = 0;
        foreach (X509ChainStatus entry in chain?.ChainStatus ?? [])
            status |= entry.Status;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
            return $"a certificate of {whose} is not valid now: it stands from {certificate.NotBefore.ToUniversalTime():u} to {certificate.NotAfter.ToUniversalTime():u}";
        if ((status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0)
        {
            return certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
                ? $"the certificate of {whose} is signed by itself and not among those trusted (Probe:Otlp:CertificateAuthority)"
                : $"the certificate of {whose} is signed by {PeerText.Clean(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true))}, which is not trusted (Probe:Otlp:CertificateAuthority)";
        }

        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? $"the certificate is {whose}'s, not this host's"
            : $"the certificate of {whose} is refused: {status}";
    }
}
