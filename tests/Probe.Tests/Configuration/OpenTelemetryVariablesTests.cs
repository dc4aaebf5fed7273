using Probe.Configuration;
using Probe.Exporters.Otlp;
using Probe.SelfTelemetry;

namespace Probe.Tests.Configuration;

public sealed class OpenTelemetryVariablesTests
{
    [Fact]
    public void They_set_what_the_specification_says_they_set()
    {
        using var certificate = new SettingsFixture { Json = SelfSigned() };
        using var fixture = new SettingsFixture
        {
            Variables =
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "https://collector:4318/tenant",
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_EXPORTER_OTLP_COMPRESSION"] = "gzip",
                ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "2500",
                ["OTEL_EXPORTER_OTLP_HEADERS"] = "authorization=Bearer%20a%2Cb, x-tenant=7",
                ["OTEL_EXPORTER_OTLP_CERTIFICATE"] = certificate.File,
                ["OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE"] = "DELTA",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "30000",
                ["OTEL_RESOURCE_ATTRIBUTES"] = "service.name=other,deployment.environment.name=pro%64",
                ["OTEL_SERVICE_NAME"] = "mine",
                ["OTEL_TRACES_EXPORTER"] = "otlp",
            },
        };

        Settings settings = fixture.LoadGood();
        var otlp = settings.Options.Get<OtlpOptions>();

        Assert.Empty(settings.Warnings);
        Assert.Equal(("https://collector:4318/tenant", "v1/metrics"), (otlp.Endpoint, otlp.Path));
        Assert.Equal((OtlpProtocol.HttpProtobuf, OtlpCompression.Gzip, OtlpTemporality.Delta), (otlp.Protocol, otlp.Compression, otlp.Temporality));
        Assert.Equal((TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(30)), (otlp.Timeout, otlp.Interval));
        Assert.Equal("Bearer a,b", otlp.Headers["authorization"]);
        Assert.Equal("7", otlp.Headers["x-tenant"]);
        Assert.Equal(certificate.File, otlp.CertificateAuthority);
        Assert.Equal("mine", settings.Options.Get<ResourceOptions>().Attributes["service.name"]);
        Assert.Equal("prod", settings.Options.Get<ResourceOptions>().Attributes["deployment.environment.name"]);
        Assert.True(settings.Options.Get<SelfTelemetryOptions>().Enabled);
        Assert.Equal("OTEL_EXPORTER_OTLP_TIMEOUT", settings.OriginOf("Probe:Otlp:Timeout").Place);
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_is_an_error_by_the_name_of_what_names_it()
    {
        using var nonsense = new SettingsFixture { Json = "{}" };
        using var fixture = new SettingsFixture
        {
            Variables = { ["OTEL_EXPORTER_OTLP_CERTIFICATE"] = nonsense.File, ["PROBE__OTLP__CLIENTCERTIFICATE"] = "/nowhere.pem" },
            Arguments = [$"--Probe:Web:Certificate={nonsense.File}"],
        };

        Assert.Collection(fixture.Errors(),
            e => Assert.Equal($"OTEL_EXPORTER_OTLP_CERTIFICATE: holds no certificate in PEM. It is \"{nonsense.File}\".", e),
            e => Assert.StartsWith("PROBE__OTLP__CLIENTCERTIFICATE: Could not find", e),
            e => Assert.StartsWith("--Probe:Web:Certificate: The certificate contents", e));
    }

    [Fact]
    public void One_for_metrics_wins_over_one_for_all_signals_and_its_endpoint_is_taken_as_it_is()
    {
        using var fixture = new SettingsFixture
        {
            Variables =
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://all:4318",
                ["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] = "http://metrics:4318/in",
                ["OTEL_EXPORTER_OTLP_HEADERS"] = "a=1",
                ["OTEL_EXPORTER_OTLP_METRICS_HEADERS"] = "b=2",
                ["OTEL_EXPORTER_OTLP_METRICS_PROTOCOL"] = "",
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc",
            },
        };

        var otlp = fixture.LoadGood().Options.Get<OtlpOptions>();

        Assert.Equal(("http://metrics:4318/in", "", OtlpProtocol.Grpc), (otlp.Endpoint, otlp.Path, otlp.Protocol));
        Assert.Equal(["b"], otlp.Headers.Keys);
    }

    [Fact]
    public void The_file_yields_to_them_and_they_yield_to_our_own_variables()
    {
        using var fixture = new SettingsFixture
        {
            Json = """{ "Probe": { "Otlp": { "Endpoint": "http://file:1", "Path": "", "Interval": "20s" } } }""",
            Variables =
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://theirs:2",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "60000",
                ["PROBE__OTLP__INTERVAL"] = "5s",
            },
        };

        var otlp = fixture.LoadGood().Options.Get<OtlpOptions>();

        Assert.Equal(("http://theirs:2", "v1/metrics", TimeSpan.FromSeconds(5)), (otlp.Endpoint, otlp.Path, otlp.Interval));
    }

    [Theory]
    [InlineData("collector:4317", null, "https://collector:4317")]
    [InlineData("collector:4317", "true", "http://collector:4317")]
    [InlineData("http://collector:4317", "false", "http://collector:4317")]
    public void A_target_without_a_scheme_is_a_secure_one_unless_said_otherwise(string endpoint, string? insecure, string expected)
    {
        using var fixture = new SettingsFixture
        {
            Variables = { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint, ["OTEL_EXPORTER_OTLP_INSECURE"] = insecure ?? "" },
        };

        Assert.Equal(expected, fixture.LoadGood().Options.Get<OtlpOptions>().Endpoint);
    }

    [Fact]
    public void No_exporter_for_metrics_turns_pushing_off()
    {
        using var fixture = new SettingsFixture { Variables = { ["OTEL_METRICS_EXPORTER"] = "none" } };

        Assert.Equal("", fixture.LoadGood().Options.Get<OtlpOptions>().Endpoint);
    }

    [Fact]
    public void One_that_makes_no_sense_is_ignored_with_a_warning_that_holds_no_secret()
    {
        using var fixture = new SettingsFixture
        {
            Variables =
            {
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/json",
                ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "10s",
                ["OTEL_EXPORTER_OTLP_HEADERS"] = "authorization=canary%2",
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "ftp://canary",
            },
        };

        Settings settings = fixture.LoadGood();

        Assert.Equal(
        [
            "OTEL_EXPORTER_OTLP_ENDPOINT: expected a URL such as http://collector:4318; it is ignored.",
            "OTEL_EXPORTER_OTLP_PROTOCOL: expected one of grpc, http/protobuf; it is ignored.",
            "OTEL_EXPORTER_OTLP_TIMEOUT: expected a whole number of milliseconds; it is ignored.",
            "OTEL_EXPORTER_OTLP_HEADERS: expected name=value, separated by commas and percent-encoded where need be; it is ignored.",
        ], settings.Warnings.Select(w => w.ToString()));
        Assert.Empty(settings.Stated);
    }

    [Fact]
    public void An_interval_out_of_range_is_an_error_by_the_variables_name()
    {
        using var fixture = new SettingsFixture { Variables = { ["OTEL_METRIC_EXPORT_INTERVAL"] = "500" } };

        Assert.StartsWith("OTEL_METRIC_EXPORT_INTERVAL: must be between", Assert.Single(fixture.Errors()));
    }

    [Fact]
    public void A_secret_is_never_shown()
    {
        const string canary = "canary-7f3a";
        using var fixture = new SettingsFixture
        {
            Json = $$"""{ "Probe": { "Otlp": { "Headers": { "Authorization": "Bearer {{canary}}" }, "Endpoint": "http://user:{{canary}}@host/?t={{canary}}", "Interval": "5ms" } } }""",
            Variables = { ["PROBE__OTLP__HEADERS__X"] = $"{canary}\n" },
            Arguments = [$"--Probe:Otlp:Headers=nothing {canary}"],
        };
        using var good = new SettingsFixture
        {
            Json = $$"""{ "Probe": { "Otlp": { "Headers": { "Authorization": "Bearer {{canary}}" }, "Proxy": "http://proxy/?t={{canary}}" } } }""",
        };

        Settings settings = good.LoadGood();

        Assert.NotEmpty(fixture.Errors());
        Assert.All(fixture.Errors(), e => Assert.DoesNotContain(canary, e));
        Assert.All(settings.Stated, s => Assert.DoesNotContain(canary, settings.Show(s)));
    }

    private static string SelfSigned()
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=authority", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200)).ExportCertificatePem();
    }
}
