using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Probe.Collection;
using Probe.Configuration;
using Probe.Exporters.Otlp;
using Probe.Hosting;

namespace Probe.SelfTelemetry;

/// <summary>Composes the OpenTelemetry SDK, for Probe's own traces, metrics and logs. What is measured of the host never goes through it.</summary>
internal static class SelfTelemetryServiceCollectionExtensions
{
    /// <summary>Sends what Probe tells of itself where its pushes go, the way they go. Where that is off, or there are no pushes, nothing of the SDK is even made.</summary>
    /// <remarks>The SDK takes its settings once: a reload changes the level of the logs, and the certificates and headers that are files, but nothing else.</remarks>
    public static IServiceCollection AddSelfTelemetry(this IServiceCollection services, Settings settings, Platform platform)
    {
        var options = settings.Options.Get<OtlpOptions>();
        if (!settings.Options.Get<SelfTelemetryOptions>().Enabled || options.Endpoint.Length == 0)
            return services;

        services.AddOpenTelemetry()
            .ConfigureResource(r => r.Clear().AddAttributes(HostResource.Of(platform, settings.Options).Attributes.Select(a => KeyValuePair.Create(a.Key, (object)a.Value))))
            .WithTracing(b => b.AddSource(OwnTelemetry.Name).AddOtlpExporter(e => Reach(e, options, "traces")))
            .WithMetrics(b => b.AddMeter(OwnTelemetry.Name).AddOtlpExporter((e, reader) =>
            {
                Reach(e, options, "metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Interval.TotalMilliseconds;
                reader.TemporalityPreference = options.Temporality == OtlpTemporality.Delta ? MetricReaderTemporalityPreference.Delta : MetricReaderTemporalityPreference.Cumulative;
            }))
            .WithLogging(b => b.AddOtlpExporter(e => Reach(e, options, "logs")), static l => l.IncludeFormattedMessage = true);
        services.AddOptions<LoggerFilterOptions>().Configure<LiveSettings>(static (filters, live) => filters.AddFilter<OpenTelemetryLoggerProvider>(
            (category, level) => LogSetup.IsWanted(live.Current.Options.Get<LogOptions>(), category, level)));
        return services;
    }

    private static void Reach(OtlpExporterOptions exporter, OtlpOptions options, string signal)
    {
        bool isGrpc = options.Protocol == OtlpProtocol.Grpc;
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = isGrpc ? new Uri(OtlpTarget.Of(options).GetLeftPart(UriPartial.Authority)) : OtlpTarget.Of(options, signal);
        exporter.Compression = options.Compression == OtlpCompression.Gzip ? OtlpExportCompression.GZip : OtlpExportCompression.None;
        exporter.TimeoutMilliseconds = (int)options.Timeout.TotalMilliseconds;
        exporter.HttpClientFactory = () => new HttpClient(new OtlpReceiverHandler(options)) { Timeout = options.Timeout };
    }
}
