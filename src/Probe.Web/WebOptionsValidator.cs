using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Probe.Exporters;

namespace Probe.Web;

/// <summary>Says everything that is wrong with the section <c>Probe:Web</c>, key by key.</summary>
public sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    private const string Section = "Probe:Web:";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        CheckListen(result, options);
        CheckHosts(result, options);
        CheckCertificate(result, options);
        CheckPassword(result, options);
        return result.Build();
    }

    private static void CheckListen(ValidateOptionsResultBuilder result, WebOptions options)
    {
        if (options.Listen.Length == 0)
            return;
        if (!WebSettings.TryParse(options.Listen, out IPEndPoint? endPoint))
        {
            result.AddError("must be an address and a port, such as 127.0.0.1:9464 or [::1]:9464; empty turns the listener off.", Section + nameof(options.Listen));
            return;
        }

        bool isProtected = options.Certificate.Length > 0 && options.User.Length > 0;
        if (!IPAddress.IsLoopback(endPoint.Address) && !isProtected && !options.AllowUnprotected)
        {
            result.AddError(
                $"reaches beyond this machine: set {Section}{nameof(options.Certificate)}, {Section}{nameof(options.User)} and {Section}{nameof(options.Password)}, "
                + $"or {Section}{nameof(options.AllowUnprotected)}=true where the network itself keeps strangers out.", Section + nameof(options.Listen));
        }
    }

    private static void CheckHosts(ValidateOptionsResultBuilder result, WebOptions options)
    {
        for (int i = 0; i < options.Hosts.Length; i++)
        {
            if (Uri.CheckHostName(options.Hosts[i]) == UriHostNameType.Unknown)
                result.AddError("must be a host's name, without scheme and port.", $"{Section}{nameof(options.Hosts)}:{i}");
        }
    }

    private static void CheckCertificate(ValidateOptionsResultBuilder result, WebOptions options)
    {
        if (options.CertificateKey.Length > 0 && options.Certificate.Length == 0)
            result.AddError($"needs {Section}{nameof(options.Certificate)} beside it.", Section + nameof(options.CertificateKey));
        if (options.Certificate.Length == 0)
            return;
        try
        {
            PemCertificate.Load(options.Certificate, options.CertificateKey);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            result.AddError(e.Message, Section + nameof(options.Certificate));
        }
    }

    private static void CheckPassword(ValidateOptionsResultBuilder result, WebOptions options)
    {
        if (options.User.Contains(':') || options.User.Any(char.IsControl))
            result.AddError("must have no colon and no control character.", Section + nameof(options.User));
        if (options.User.Length == 0 != (options.Password.Length == 0))
            result.AddError($"needs {Section}{nameof(options.Password)} beside it, and the other way round.", Section + nameof(options.User));
        else if (options.User.Length > 0 && !Credentials.TryReadPassword(options.Password, out _, out string problem))
            result.AddError(problem, Section + nameof(options.Password));
    }
}
