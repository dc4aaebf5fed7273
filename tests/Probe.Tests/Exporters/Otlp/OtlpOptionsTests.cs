using Microsoft.Extensions.Options;
using Probe.Exporters.Otlp;

namespace Probe.Tests.Exporters.Otlp;

public class OtlpOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Validate(new OtlpOptions()));

    [Fact]
    public void Everything_wrong_is_said_at_once_by_its_key()
    {
        string nowhere = Path.Combine(Path.GetTempPath(), "probe-no-such-file");
        var options = new OtlpOptions
        {
            Endpoint = "collector:4318", Proxy = "ftp://proxy", Interval = TimeSpan.FromMilliseconds(999), Timeout = TimeSpan.FromMinutes(2),
            Protocol = (OtlpProtocol)9, ClientCertificate = nowhere, CertificateAuthority = nowhere,
            Headers = { ["bad name"] = "x", ["line"] = "topsecret\r\nx: y", ["missing"] = "file:" + nowhere, ["unset"] = "env:PROBE_NO_SUCH_VARIABLE", ["good"] = "Bearer a" },
        };

        string[] failures = Validate(options);

        Assert.Equal(
            [
                "CertificateAuthority", "ClientCertificate", "Endpoint", "Headers:bad name", "Headers:line", "Headers:missing", "Headers:unset", "Interval", "Protocol",
                "Proxy", "Timeout",
            ],
            failures.Select(f => f.Split("Probe:Otlp:")[1].Split(": ")[0].TrimEnd(':')).Order());
        Assert.DoesNotContain(failures, f => f.Contains("topsecret"));
        Assert.Contains(failures, f => f.Contains("PROBE_NO_SUCH_VARIABLE, which is not set"));
    }

    [Theory]
    [InlineData("http://user:secret@collector:4318")]
    [InlineData("https://:4318")]
    [InlineData("unix:/run/x")]
    [InlineData("http://")]
    public void An_endpoint_is_an_http_address_without_secrets(string endpoint)
    {
        string failure = Assert.Single(Validate(new OtlpOptions { Endpoint = endpoint }));

        Assert.DoesNotContain("secret", failure);
    }

    [Fact]
    public void A_key_needs_its_certificate()
    {
        string path = Path.GetTempFileName();

        string failure = Assert.Single(Validate(new OtlpOptions { ClientKey = path }));
        File.Delete(path);

        Assert.Contains("ClientCertificate", failure);
    }

    [Fact]
    public void A_header_may_stand_in_a_file_or_a_variable()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "  Bearer abc\n");
        Environment.SetEnvironmentVariable("PROBE_TEST_TOKEN", "Bearer def");

        Assert.True(HeaderValue.TryRead("file:" + path, out string? file, out _));
        Assert.True(HeaderValue.TryRead("env:PROBE_TEST_TOKEN", out string? variable, out _));
        File.Delete(path);

        Assert.Equal(("Bearer abc", "Bearer def"), (file, variable));
    }

    private static string[] Validate(OtlpOptions options) => [.. new OtlpOptionsValidator().Validate(Options.DefaultName, options).Failures ?? []];
}
