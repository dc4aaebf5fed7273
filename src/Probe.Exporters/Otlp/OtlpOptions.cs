namespace Probe.Exporters.Otlp;

/// <summary>How requests travel.</summary>
public enum OtlpProtocol
{
    /// <summary>Protobuf in HTTP/1.1 POST requests; <c>http/protobuf</c> in OpenTelemetry's words.</summary>
    HttpProtobuf,

    /// <summary>gRPC over HTTP/2, with or without TLS.</summary>
    Grpc,
}

/// <summary>How a request's body is packed.</summary>
public enum OtlpCompression
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>gzip.</summary>
    Gzip,
}

/// <summary>What a counter's or a histogram's point says.</summary>
public enum OtlpTemporality
{
    /// <summary>All since its thing began.</summary>
    Cumulative,

    /// <summary>What came since the pass before. Sums that may fall stay cumulative, as OpenTelemetry has it.</summary>
    Delta,
}

/// <summary>Where the attributes go that say whose process, container or pod a row is.</summary>
public enum OtlpEntityAttributes
{
    /// <summary>On a resource for each, beside the host's attributes.</summary>
    Resource,

    /// <summary>On the points, for receivers that drop resource attributes.</summary>
    Points,
}

/// <summary>Where and how snapshots are pushed. Section <c>Probe:Otlp</c>.</summary>
public sealed class OtlpOptions
{
    /// <summary>The receiver when none is named; with gRPC the standard port is 4317 instead.</summary>
    public const string DefaultEndpoint = "http://127.0.0.1:4318";

    /// <summary>The receiver. The default is the standard local port, 4318 or for gRPC 4317; empty turns pushing off.</summary>
    /// <remarks><c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>OTEL_EXPORTER_OTLP_METRICS_ENDPOINT</c>.</remarks>
    public string Endpoint { get; set; } = DefaultEndpoint;

    /// <summary>What is appended to the endpoint's path for HTTP, unless it ends so already; empty takes the endpoint as it is.</summary>
    /// <remarks>Empty for <c>OTEL_EXPORTER_OTLP_METRICS_ENDPOINT</c>. gRPC does not use it.</remarks>
    public string Path { get; set; } = "v1/metrics";

    /// <summary>How requests travel.</summary>
    /// <remarks><c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_EXPORTER_OTLP_METRICS_PROTOCOL</c>: <c>http/protobuf</c> or <c>grpc</c>.</remarks>
    public OtlpProtocol Protocol { get; set; }

    /// <summary>How a request's body is packed.</summary>
    /// <remarks><c>OTEL_EXPORTER_OTLP_COMPRESSION</c>, <c>OTEL_EXPORTER_OTLP_METRICS_COMPRESSION</c>.</remarks>
    public OtlpCompression Compression { get; set; }

    /// <summary>Headers of every request. A value <c>file:PATH</c> or <c>env:NAME</c> is read from there, a file again whenever it changes. Never logged.</summary>
    /// <remarks><c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_EXPORTER_OTLP_METRICS_HEADERS</c>: <c>name=value,name=value</c>.</remarks>
    public Dictionary<string, string> Headers { get; set; } = [];

    /// <summary>Time between pushes, from one second to an hour.</summary>
    /// <remarks><c>OTEL_METRIC_EXPORT_INTERVAL</c>, in milliseconds.</remarks>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time one request may take from connecting to the end of its answer, from 0.1 s to a minute.</summary>
    /// <remarks><c>OTEL_EXPORTER_OTLP_TIMEOUT</c>, <c>OTEL_EXPORTER_OTLP_METRICS_TIMEOUT</c>, in milliseconds.</remarks>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether counters and histograms are sent as totals or as what came since the pass before.</summary>
    /// <remarks><c>OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE</c>: <c>cumulative</c> or <c>delta</c>.</remarks>
    public OtlpTemporality Temporality { get; set; }

    /// <summary>Whether the attributes of a process, a container or a pod stand on its own resource or on the points.</summary>
    public OtlpEntityAttributes EntityAttributes { get; set; }

    /// <summary>A file of certificates, in PEM, to trust instead of the system's; read again when it changes. Empty: the system's.</summary>
    /// <remarks><c>OTEL_EXPORTER_OTLP_CERTIFICATE</c>, <c>OTEL_EXPORTER_OTLP_METRICS_CERTIFICATE</c>.</remarks>
    public string CertificateAuthority { get; set; } = "";

    /// <summary>A file with the client's certificate, and those between it and the authority, in PEM; read again when it changes. Empty: none.</summary>
    /// <remarks><c>OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE</c>, <c>OTEL_EXPORTER_OTLP_METRICS_CLIENT_CERTIFICATE</c>.</remarks>
    public string ClientCertificate { get; set; } = "";

    /// <summary>A file with the client certificate's key, in PEM; empty where it stands in the certificate's file.</summary>
    /// <remarks><c>OTEL_EXPORTER_OTLP_CLIENT_KEY</c>, <c>OTEL_EXPORTER_OTLP_METRICS_CLIENT_KEY</c>.</remarks>
    public string ClientKey { get; set; } = "";

    /// <summary>A proxy's address. Empty: none, whatever the environment says.</summary>
    public string Proxy { get; set; } = "";

    /// <summary>True where both would push alike.</summary>
    internal bool IsLike(OtlpOptions other) =>
        Endpoint == other.Endpoint && Path == other.Path && Protocol == other.Protocol && Compression == other.Compression
        && Interval == other.Interval && Timeout == other.Timeout && Temporality == other.Temporality && EntityAttributes == other.EntityAttributes
        && CertificateAuthority == other.CertificateAuthority && ClientCertificate == other.ClientCertificate && ClientKey == other.ClientKey
        && Proxy == other.Proxy && Headers.Count == other.Headers.Count && !Headers.Except(other.Headers).Any();
}
