using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Probe.Exporters.Otlp;

/// <summary>Says everything that is wrong with the section <c>Probe:Otlp</c>, key by key.</summary>
public sealed class OtlpOptionsValidator : IValidateOptions<OtlpOptions>
{
    private const string Section = "Probe:Otlp:";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, OtlpOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Endpoint.Length > 0)
            CheckUrl(result, options.Endpoint, nameof(options.Endpoint));
        if (options.Proxy.Length > 0)
            CheckUrl(result, options.Proxy, nameof(options.Proxy));
        CheckSpan(result, options.Interval, nameof(options.Interval), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "one second and one hour");
        CheckSpan(result, options.Timeout, nameof(options.Timeout), TimeSpan.FromSeconds(0.1), TimeSpan.FromMinutes(1), "0.1 seconds and one minute");
        CheckEnum(result, options.Protocol, nameof(options.Protocol));
        CheckEnum(result, options.Compression, nameof(options.Compression));
        CheckEnum(result, options.Temporality, nameof(options.Temporality));
        CheckEnum(result, options.EntityAttributes, nameof(options.EntityAttributes));
        foreach ((string header, string value) in options.Headers)
            CheckHeader(result, header, value);
        CheckFiles(result, options);
        return result.Build();
    }

    private static void CheckUrl(ValidateOptionsResultBuilder result, string url, string key)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            result.AddError("must be an address such as http://collector:4318 or https://collector:4318.", Section + key);
        else if (uri.UserInfo.Length > 0)
            result.AddError("must not hold a user or password: an address is shown and logged. Use Probe:Otlp:Headers.", Section + key);
    }

    private static void CheckSpan(ValidateOptionsResultBuilder result, TimeSpan value, string key, TimeSpan least, TimeSpan most, string range)
    {
        if (value < least || value > most)
            result.AddError($"must be between {range}.", Section + key);
    }

    private static void CheckEnum<T>(ValidateOptionsResultBuilder result, T value, string key) where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            result.AddError($"must be one of {string.Join(", ", Enum.GetNames<T>())}.", Section + key);
    }

    private static void CheckHeader(ValidateOptionsResultBuilder result, string header, string value)
    {
        // The value may be a secret: it is never part of a message.
        string key = $"{Section}{nameof(OtlpOptions.Headers)}:{header}";
        if (!HeaderValue.IsName(header))
            result.AddError("is not a header's name.", key);
        else if (!HeaderValue.TryRead(value, out _, out string problem))
            result.AddError(problem, key);
    }

    private static void CheckFiles(ValidateOptionsResultBuilder result, OtlpOptions options)
    {
        Check(result, options.CertificateAuthority, nameof(options.CertificateAuthority), static path =>
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(path);
            if (authorities.Count == 0)
                throw new CryptographicException("holds no certificate in PEM.");
        });
        if (Check(result, options.ClientKey, nameof(options.ClientKey), static path => File.OpenRead(path).Dispose()))
        {
            string? key = options.ClientKey.Length > 0 ? options.ClientKey : null;
            Check(result, options.ClientCertificate, nameof(options.ClientCertificate), path => X509Certificate2.CreateFromPemFile(path, key).Dispose());
        }

        if (options.ClientKey.Length > 0 && options.ClientCertificate.Length == 0)
            result.AddError("needs Probe:Otlp:ClientCertificate beside it.", Section + nameof(options.ClientKey));
    }

    private static bool Check(ValidateOptionsResultBuilder result, string path, string key, Action<string> read)
    {
        if (path.Length == 0)
            return true;
        try
        {
            read(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            result.AddError(e.Message, Section + key);
            return false;
        }
    }
}
