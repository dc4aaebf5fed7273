using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Probe.Web;

/// <summary>The server's certificate, taken anew when its files are replaced. While new ones can't be read the old one stays.</summary>
internal sealed partial class CertificateFile(string certificate, string key, ILogger logger)
{
    private readonly Lock _lock = new();
    private (DateTime, DateTime) _read;
    private SslStreamCertificateContext? _context;
    private bool _failing;

    /// <summary>What a handshake shows.</summary>
    /// <exception cref="CryptographicException">No certificate has been readable yet.</exception>
    public SslStreamCertificateContext Current
    {
        get
        {
            lock (_lock)
            {
                (DateTime, DateTime) stamp = (File.GetLastWriteTimeUtc(certificate), key.Length > 0 ? File.GetLastWriteTimeUtc(key) : default);
                if (_context is null || stamp != _read)
                    Refresh(stamp);
                return _context ?? throw new CryptographicException($"{certificate} can't be read.");
            }
        }
    }

    /// <summary>Reads a certificate with its key, both in PEM.</summary>
    /// <param name="certificate">The file of the certificate.</param>
    /// <param name="key">The file of the key; empty: the same file.</param>
    public static X509Certificate2 Load(string certificate, string key) =>
        X509Certificate2.CreateFromPemFile(certificate, key.Length > 0 ? key : null);

    private void Refresh((DateTime, DateTime) stamp)
    {
        _read = stamp;
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(certificate);
            _context = SslStreamCertificateContext.Create(Load(certificate, key), chain, offline: true);
            if (_failing)
                Log.CertificateRead(logger, certificate);
            _failing = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // Two files are not replaced at one moment: the next handshake may find them whole.
            _read = default;
            if (!_failing)
                Log.CertificateUnreadable(logger, certificate, e.Message);
            _failing = true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3005, LogLevel.Warning, "The certificate {File} can't be read, the one before stays in use: {Reason}")]
        internal static partial void CertificateUnreadable(ILogger logger, string file, string reason);

        [LoggerMessage(3006, LogLevel.Information, "The certificate {File} is read again and in use.")]
        internal static partial void CertificateRead(ILogger logger, string file);
    }
}
