using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Probe.Exporters;

/// <summary>A certificate of our own, with its key and those between it and the authority, from files in PEM.</summary>
internal static class PemCertificate
{
    /// <summary>Reads it for showing to a peer.</summary>
    /// <param name="certificate">The file of the certificate.</param>
    /// <param name="key">The file of the key; empty: the same file.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It holds no certificate, or the key is not the certificate's.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static SslStreamCertificateContext Load(string certificate, string key)
    {
        X509Certificate2 own = X509Certificate2.CreateFromPemFile(certificate, key.Length > 0 ? key : null);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificate);
        return SslStreamCertificateContext.Create(own, chain, offline: true);
    }
}
