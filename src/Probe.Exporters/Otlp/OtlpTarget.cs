namespace Probe.Exporters.Otlp;

/// <summary>Where requests go: the endpoint of the settings, whole.</summary>
internal static class OtlpTarget
{
    private const string GrpcMethod = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
    private const int GrpcPort = 4317;

    public static Uri Of(OtlpOptions options)
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
            uri.Path = $"{path}/{options.Path.TrimStart('/')}";
        return uri.Uri;
    }
}
