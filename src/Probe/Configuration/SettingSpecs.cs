using System.Collections.Immutable;
using Probe.Exporters.Otlp;

namespace Probe.Configuration;

/// <summary>The keys that are there whatever is collected, section by section.</summary>
internal static class SettingSpecs
{
    /// <summary>All of them, in the order they are shown.</summary>
    public static ImmutableArray<SettingSpec> Fixed { get; } =
    [
        new("Probe:Metrics:Include", SettingKind.List, "", "Metrics of the optional tier to add, by name; * stands for any text. `probe metrics` lists them."),
        new("Probe:Metrics:Exclude", SettingKind.List, "", "Metrics to leave out, by name; * stands for any text. It wins over Include."),

        new("Probe:Kernel:Root", SettingKind.Text, "/", "The folder below which /proc and /sys lie: /, a host's tree mounted elsewhere, or a recording."),

        new("Probe:Otlp:Endpoint", SettingKind.Address, OtlpOptions.DefaultEndpoint, "Where snapshots are pushed. The default is the standard local port, for gRPC 4317; empty turns pushing off."),
        new("Probe:Otlp:Path", SettingKind.Text, "v1/metrics", "Appended to the endpoint for HTTP, unless it ends so already; empty takes the endpoint as it is."),
        new("Probe:Otlp:Protocol", SettingKind.Choice, "HttpProtobuf", "How requests travel.") { Choices = ["HttpProtobuf", "Grpc"] },
        new("Probe:Otlp:Compression", SettingKind.Choice, "None", "How a request's body is packed.") { Choices = ["None", "Gzip"] },
        new("Probe:Otlp:Headers", SettingKind.Map, "", "Headers of every request, such as \"Authorization\": \"file:/run/credentials/probe.service/token\"; also env:NAME, or the value itself.")
        {
            Secret = true,
        },
        new("Probe:Otlp:Interval", SettingKind.Duration, "10s", "Time between pushes, from 1s to 1h."),
        new("Probe:Otlp:Timeout", SettingKind.Duration, "10s", "Longest time one request may take, from 100ms to 1m."),
        new("Probe:Otlp:Temporality", SettingKind.Choice, "Cumulative", "Whether counters are sent as totals or as what came since the pass before.")
        {
            Choices = ["Cumulative", "Delta"],
        },
        new("Probe:Otlp:EntityAttributes", SettingKind.Choice, "Resource", "Where the attributes go that say whose process or container a row is; Points for receivers that drop resource attributes.")
        {
            Choices = ["Resource", "Points"],
        },
        new("Probe:Otlp:CertificateAuthority", SettingKind.Text, "", "A PEM file of certificates to trust instead of the system's; read again when it changes."),
        new("Probe:Otlp:ClientCertificate", SettingKind.Text, "", "A PEM file with the client's certificate; read again when it changes."),
        new("Probe:Otlp:ClientKey", SettingKind.Text, "", "A PEM file with its key; empty where it stands in the certificate's file."),
        new("Probe:Otlp:Proxy", SettingKind.Address, "", "A proxy's address; empty: none, whatever the environment says."),

        new("Probe:Web:Listen", SettingKind.Text, "127.0.0.1:9464", "Address and port of /metrics, the page and the health checks; empty turns them off."),
        new("Probe:Web:Hosts", SettingKind.List, "", "Names beside localhost and plain addresses by which clients may call it, in the Host header."),
        new("Probe:Web:Certificate", SettingKind.Text, "", "A PEM file with the server's certificate; empty: plain HTTP. Read again when it changes."),
        new("Probe:Web:CertificateKey", SettingKind.Text, "", "A PEM file with its key; empty where it stands in the certificate's file."),
        new("Probe:Web:User", SettingKind.Text, "", "The name that clients must give; empty: anyone may read."),
        new("Probe:Web:Password", SettingKind.Text, "", "The password that goes with it: file:PATH, env:NAME, or itself.") { Secret = true },
        new("Probe:Web:AllowUnprotected", SettingKind.Boolean, "false", "Listen beyond this machine without certificate and password: everyone on the network can read what Probe sees."),

        new("Probe:Resource:Attributes", SettingKind.Map, "", "Attributes to send beside every number, such as \"deployment.environment.name\": \"production\"."),

        new("Probe:Cloud:Enabled", SettingKind.Boolean, "true", "Ask the cloud that the machine's own hardware facts name who we are; without such a hint nobody is asked."),
        new("Probe:Cloud:Timeout", SettingKind.Duration, "1s", "Longest wait for all of its answers, from 100ms to 10s."),

        new("Probe:SelfTelemetry:Enabled", SettingKind.Boolean, "false", "Send Probe's own traces, metrics and logs where its pushes go; off for the memory it costs."),

        new("Probe:Log:Level", SettingKind.Choice, "Information", "The least important level that is logged.")
        {
            Choices = ["Trace", "Debug", "Information", "Warning", "Error", "Critical", "None"],
        },
        new("Probe:Log:Format", SettingKind.Choice, "Auto", "How a log line looks; Auto is Journal where the output goes there, else Text.")
        {
            Choices = ["Auto", "Text", "Journal", "Json"],
        },
    ];
}
