using System.Net.Security;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Probe.Exporters;

namespace Probe.Web;

/// <summary>The server's certificate, taken anew when its files are replaced. While new ones can't be read the old one stays.</summary>
internal sealed partial class CertificateFile(string certificate, string key, ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly WatchedFile[] _files = [.. new[] { certificate, key }.Where(static path => path.Length > 0).Distinct().Select(static path => new WatchedFile(path))];
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
                // Two files are not replaced at one moment: as long as they don't fit, each handshake looks again.
                bool isNew = _failing;
                foreach (WatchedFile file in _files)
                    isNew |= file.HasChanged();
                if (isNew)
                    Refresh();
                return _context ?? throw new CryptographicException($"{certificate} can't be read.");
            }
        }
    }

    private void Refresh()
    {
        try
        {
            _context = PemCertificate.Load(certificate, key);
            if (_failing)
                Log.CertificateRead(logger, certificate);
            _failing = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
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
