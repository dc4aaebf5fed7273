namespace Probe.Exporters.Otlp;

/// <summary>Where requests go: the endpoint of the settings, whole.</summary>
public static class OtlpTarget
{
    private const string GrpcMethod = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
    private const string Metrics = "metrics";
    private const int GrpcPort = 4317;

    /// <summary>Where the pushes go.</summary>
    public static Uri Of(OtlpOptions options) => Of(options, Metrics);

    /// <summary>Where a signal goes: beside the metrics, where their path ends as the standard has it, else below the endpoint. gRPC's method is that of the metrics.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="signal"><c>metrics</c>, <c>traces</c> or <c>logs</c>.</param>
    public static Uri Of(OtlpOptions options, string signal)
    {
        var uri = new UriBuilder(options.Endpoint);
        if (options.Protocol == OtlpProtocol.Grpc)
        {
            if (options.Endpoint == OtlpOptions.DefaultEndpoint)
                uri.Port = GrpcPort;
            uri.Path = GrpcMethod;
            return uri.Uri;
        }

        string path = uri.Path.TrimEnd('/');
        if (options.Path.Length > 0 && !path.EndsWith("/" + options.Path.Trim('/'), StringComparison.Ordinal))
            uri.Path = path = $"{path}/{options.Path.TrimStart('/')}";
        if (signal != Metrics)
            uri.Path = $"{(path.EndsWith("/v1/" + Metrics, StringComparison.Ordinal) ? path[..^("/v1/".Length + Metrics.Length)] : path)}/v1/{signal}";
        return uri.Uri;
    }
}
