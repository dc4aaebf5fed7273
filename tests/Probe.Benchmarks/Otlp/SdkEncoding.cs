using System.Diagnostics.Metrics;
using System.Net;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Probe.Benchmarks.Otlp;

/// <summary>The OpenTelemetry SDK and its exporter over the same points: collect, serialize, and hand to a client that sends nothing.</summary>
internal sealed class SdkEncoding : IDisposable
{
    private readonly Meter _meter;
    private readonly BaseExportingMetricReader _reader;
    private readonly MeterProvider _provider;
    private readonly Swallow _swallow = new();

    /// <param name="metrics">Instruments.</param>
    /// <param name="rows">Measurements of each.</param>
    /// <param name="prebuilt">True: the measurements and their tags are made once; false: anew on each collection, as most instruments do.</param>
    public SdkEncoding(int metrics, int rows, bool prebuilt)
    {
        _meter = new Meter($"benchmark {prebuilt}");
        for (int i = 0; i < metrics; i++)
            _meter.CreateObservableGauge($"system.benchmark.metric{i}", Measure(i, rows, prebuilt), "By", "One of many.");
        var exporter = new OtlpMetricExporter(new OtlpExporterOptions
        {
            Endpoint = new Uri("http://127.0.0.1:1/v1/metrics"),
            Protocol = OtlpExportProtocol.HttpProtobuf,
            HttpClientFactory = () => new HttpClient(_swallow, disposeHandler: false),
        });
        _reader = new BaseExportingMetricReader(exporter);
        _provider = Sdk.CreateMeterProviderBuilder().AddMeter(_meter.Name).AddReader(_reader).Build();
    }

    /// <summary>Collects and exports once and returns the bytes that would have been sent.</summary>
    public long Encode()
    {
        _reader.Collect();
        return _swallow.Bytes;
    }

    public void Dispose()
    {
        _provider.Dispose();
        _meter.Dispose();
    }

    private static Func<IEnumerable<Measurement<double>>> Measure(int metric, int rows, bool prebuilt)
    {
        if (!prebuilt)
            return () => Make(metric, rows);
        Measurement<double>[] made = [.. Make(metric, rows)];
        return () => made;
    }

    private static IEnumerable<Measurement<double>> Make(int metric, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            string[] values = OwnEncoding.Values(i);
            yield return new Measurement<double>(i + metric / 10.0,
                new KeyValuePair<string, object?>("disk", values[0]), new KeyValuePair<string, object?>("direction", values[1]), new KeyValuePair<string, object?>("state", values[2]));
        }
    }

    /// <summary>Says yes to every request and sends none.</summary>
    private sealed class Swallow : HttpMessageHandler
    {
        public long Bytes { get; private set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bytes = request.Content!.Headers.ContentLength ?? 0;
            return new HttpResponseMessage(HttpStatusCode.OK);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}
