using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Probe.Web;

/// <summary>What a listener stands on; two that are equal need no new one.</summary>
internal sealed record WebSettings(string Listen, string Hosts, string Certificate, string CertificateKey, string User, string Password)
{
    public static WebSettings Of(WebOptions options) =>
        new(options.Listen, string.Join(' ', options.Hosts), options.Certificate, options.CertificateKey, options.User, options.Password);

    /// <summary>Reads an address with its port.</summary>
    public static bool TryParse(string listen, [NotNullWhen(true)] out IPEndPoint? endPoint)
    {
        // Without a colon the port would silently be 0.
        endPoint = null;
        int colon = listen.LastIndexOf(':');
        return colon > 0 && listen[..colon] is var address && (!address.Contains(':') || (address[0] == '[' && address[^1] == ']'))
            && IPEndPoint.TryParse(listen, out endPoint);
    }

    // A password never reaches a log through a record's own text.
    public override string ToString() => Listen;
}
