using Probe.Web;

namespace Probe.Tests.Web;

public class WebOptionsValidatorTests
{
    [Fact]
    public void The_defaults_are_good() => Assert.Empty(FailuresOf(new WebOptions()));

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.8.9.10:9464")]
    [InlineData("[::1]:9464")]
    public void A_loop_back_address_needs_no_protection(string listen) => Assert.Empty(FailuresOf(new WebOptions { Listen = listen }));

    [Theory]
    [InlineData("9464")]
    [InlineData(":9464")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost:9464")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("::1:9464")]
    [InlineData("http://127.0.0.1:9464")]
    public void What_is_no_address_with_a_port_is_said(string listen) =>
        Assert.StartsWith("Property Probe:Web:Listen: must be an address and a port", Assert.Single(FailuresOf(new WebOptions { Listen = listen })));

    [Theory]
    [InlineData("0.0.0.0:9464")]
    [InlineData("[::]:9464")]
    [InlineData("192.0.2.1:9464")]
    public void An_address_that_others_reach_needs_protection_or_a_word(string listen)
    {
        Assert.StartsWith("Property Probe:Web:Listen: reaches beyond this machine", Assert.Single(FailuresOf(new WebOptions { Listen = listen })));
        Assert.Empty(FailuresOf(new WebOptions { Listen = listen, AllowUnprotected = true }));
    }

    [Fact]
    public void Every_error_is_told_at_once_by_its_key_and_no_secret_with_it()
    {
        var options = new WebOptions
        {
            Listen = "nowhere",
            Hosts = ["good.example", "http://bad"],
            Certificate = "/nonexistent/cert.pem",
            User = "a:b",
            Password = "env:PROBE_TESTS_UNSET_canary",
        };

        string[] failures = FailuresOf(options);

        Assert.Equal(["Probe:Web:Listen", "Probe:Web:Hosts:1", "Probe:Web:Certificate", "Probe:Web:User", "Probe:Web:Password"],
            failures.Select(f => f["Property ".Length..f.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.Contains("/nonexistent/cert.pem", failures[2]);
    }

    [Fact]
    public void A_user_and_a_password_come_together_and_a_key_with_its_certificate()
    {
        Assert.Contains("Probe:Web:Password beside it", Assert.Single(FailuresOf(new WebOptions { User = "a" })));
        Assert.DoesNotContain("canary", Assert.Single(FailuresOf(new WebOptions { Password = "canary" })));
        Assert.Contains("Probe:Web:Certificate beside it", Assert.Single(FailuresOf(new WebOptions { CertificateKey = "/x" })));
    }

    [Fact]
    public void The_settings_never_show_their_password() =>
        Assert.DoesNotContain("canary", WebSettings.Of(new WebOptions { User = "a", Password = "canary" }).ToString());

    private static string[] FailuresOf(WebOptions options) => [.. new WebOptionsValidator().Validate(null, options).Failures ?? []];
}
