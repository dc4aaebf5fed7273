using System.Security.Cryptography.X509Certificates;
using Google.Protobuf.Collections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Collector.Trace.V1;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Trace.V1;
using Probe.Collection;
using Probe.Configuration;
using Probe.SelfTelemetry;
using Probe.Tests.Collection;
using Probe.Tests.Exporters.Otlp;
using Probe.Tests.Hosting;
using Probe.Tests.Kernel;

namespace Probe.Tests.SelfTelemetry;

/// <summary>What the OpenTelemetry SDK sends of Probe itself, to a receiver that keeps it.</summary>
[Collection(Alone.Name)]
public sealed class SelfTelemetryTests : IDisposable
{
    private static readonly TimeSpan s_forever = TimeSpan.FromHours(1);

    private readonly TestCertificates _trusted = new();

    public void Dispose() => _trusted.Dispose();

    [Fact]
    public void Off_it_adds_nothing_and_nobody_listens()
    {
        var services = new ServiceCollection();

        services.AddSelfTelemetry(Load(), Machine());
        services.AddSelfTelemetry(Load("SelfTelemetry:Enabled=true", "Otlp:Endpoint="), Machine());

        Assert.Empty(services);
        Assert.False(OwnTelemetry.Spans.HasListeners());
    }

    [Fact]
    public async Task The_variable_of_OpenTelemetry_turns_it_on()
    {
        await using ServiceProvider provider = Start(Settings.Load(new SettingsInput([], [new("OTEL_TRACES_EXPORTER", "otlp")], [], [])).Settings!);

        Assert.True(OwnTelemetry.Spans.HasListeners());
    }

    [Fact]
    public async Task A_pass_is_a_span_that_says_whose_it_is_and_how_it_ended()
    {
        Sent sent = await SendAsync(() => Collect(
            ScriptedCollector.Describe("good", s => ScriptedCollector.Write(s, 1), s_forever),
            ScriptedCollector.Describe("absent", _ => { }, s_forever),
            ScriptedCollector.Describe("bad", _ => throw new IOException("gone"), s_forever)));

        Span[] passes = [.. sent.Spans.Where(s => s.Name == "pass").OrderBy(s => Text(s.Attributes)["probe.collector.name"])];
        Assert.Equal(
            [("absent", "unsupported", "0"), ("bad", "error", ""), ("good", "success", "1")],
            passes.Select(p => Text(p.Attributes)).Select(a => (a["probe.collector.name"], a["probe.collector.outcome"], a.GetValueOrDefault("probe.series.count", ""))));
        Assert.Equal(("gone", Status.Types.StatusCode.Error), (passes[1].Status.Message, passes[1].Status.Code));
        Assert.Equal("System.IO.IOException", Text(passes[1].Attributes)["error.type"]);
        Assert.Null(passes[2].Status);
        Assert.All(passes, p => Assert.True(p.ParentSpanId.IsEmpty && p.EndTimeUnixNano >= p.StartTimeUnixNano));
    }

    [Fact]
    public async Task A_push_is_a_span_with_one_for_each_request()
    {
        Sent sent = await SendAsync(PushAsync);

        Span push = Assert.Single(sent.Spans, s => s.Name == "push"), request = Assert.Single(sent.Spans, s => s.Name == "push.request");
        Assert.Equal(("1", "2"), (Text(push.Attributes)["probe.push.requests"], Text(push.Attributes)["probe.push.points"]));
        Assert.Equal((push.SpanId, Span.Types.SpanKind.Client), (request.ParentSpanId, request.Kind));
        Assert.Equal(("collector", "4318", "200"),
            (Text(request.Attributes)["server.address"], Text(request.Attributes)["server.port"], Text(request.Attributes)["http.response.status_code"]));
    }

    [Fact]
    public async Task Passes_are_counted_by_outcome_and_pushes_are_timed()
    {
        Sent sent = await SendAsync(async () =>
        {
            await Collect(ScriptedCollector.Describe("good", s => ScriptedCollector.Write(s, 1), s_forever));
            await PushAsync();
        });

        var passes = Assert.Single(sent.Metrics, m => m.Name == "probe.passes");
        var point = Assert.Single(passes.Sum.DataPoints, p => Text(p.Attributes)["probe.collector.name"] == "good");
        Assert.Equal((1, "success"), (point.AsInt, Text(point.Attributes)["probe.collector.outcome"]));
        Assert.Equal(1u, Assert.Single(sent.Metrics, m => m.Name == "probe.push.duration").Histogram.DataPoints.Single().Count);
    }

    [Fact]
    public async Task Logs_go_at_the_level_that_the_settings_ask_for_and_the_frameworks_everyday_words_do_not()
    {
        Sent sent = await SendAsync(loggers: loggers =>
        {
            loggers.CreateLogger("Probe.Hosting").LogInformation("Taken {Times} times", 3);
            loggers.CreateLogger("Probe.Hosting").LogDebug("Not taken");
            loggers.CreateLogger("Microsoft.Hosting").LogInformation("Not taken");
            loggers.CreateLogger("Microsoft.Hosting").LogWarning("Taken too");
        });

        Assert.Equal(["Taken 3 times", "Taken too"], sent.Logs.Select(l => l.Body.StringValue));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task All_three_go_the_way_of_the_pushes_with_their_headers_and_resource(bool isGrpc, bool isTls)
    {
        Sent sent = await SendAsync(() => Collect(ScriptedCollector.Describe("good", s => ScriptedCollector.Write(s, 1), s_forever)),
            loggers => loggers.CreateLogger("Probe").LogWarning("Here"), isGrpc, isTls,
            $"Otlp:Headers:authorization=file:{_trusted.Write("token", "secret\n")}", "Resource:Attributes:test.way=own", "Otlp:Compression=Gzip");

        Assert.Equal(isGrpc ? ["LogsService/Export", "MetricsService/Export", "TraceService/Export"] : ["v1/logs", "v1/metrics", "v1/traces"],
            sent.Requests.Select(r => string.Join('/', r.Path.Split('/', '.')[^2..])).Distinct().Order());
        Assert.All(sent.Requests, r => Assert.Equal("secret", r.Headers["authorization"]));
        Assert.All(sent.Requests, r => Assert.Equal("gzip", r.Headers[isGrpc ? "grpc-encoding" : "content-encoding"]));
        Assert.All(sent.Resources, r => Assert.Equal(("probe", "own", "tin"), (Text(r.Attributes)["service.name"], Text(r.Attributes)["test.way"], Text(r.Attributes)["host.name"])));
        Assert.Equal(3, sent.Resources.Length);
    }

    private static Platform Machine() =>
        new(new FakeKernel { ["/proc/sys/kernel/hostname"] = "tin\n" }, Collecting.Host, []);

    private static Settings Load(params IEnumerable<string> settings)
    {
        SettingsOutcome outcome = Settings.Load(new SettingsInput([.. settings.Select(s => "--Probe:" + s)], [], [], []));
        Assert.Empty(outcome.Errors);
        return outcome.Settings!;
    }

    private static ServiceProvider Start(Settings settings)
    {
        ServiceProvider provider = OptionsSetup.Configure(new ServiceCollection(), settings)
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Trace))
            .AddSelfTelemetry(settings, Machine())
            .BuildServiceProvider();
        foreach (IHostedService service in provider.GetServices<IHostedService>())
            service.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        return provider;
    }

    /// <summary>Runs something with the SDK on, ends the SDK, and tells what a receiver was sent.</summary>
    private async Task<Sent> SendAsync(Func<Task>? run = null, Action<ILoggerFactory>? loggers = null, bool isGrpc = false, bool isTls = false, params string[] settings)
    {
        using X509Certificate2 certificate = _trusted.Issue("127.0.0.1");
        await using Receiver receiver = await Receiver.StartAsync(isGrpc, (context, _) => isGrpc ? Receiver.AnswerGrpcAsync(context, 0) : Task.CompletedTask,
            isTls ? on => on.UseHttps(certificate) : null);
        await using (ServiceProvider provider = Start(Load([
            "SelfTelemetry:Enabled=true", $"Otlp:Endpoint={(isTls ? "https" : "http")}://127.0.0.1:{receiver.Port}", $"Otlp:Protocol={(isGrpc ? "Grpc" : "HttpProtobuf")}",
            $"Otlp:CertificateAuthority={_trusted.Authority}", .. settings])))
        {
            await (run?.Invoke() ?? Task.CompletedTask);
            loggers?.Invoke(provider.GetRequiredService<ILoggerFactory>());
        }

        var received = new List<Received>();
        while (receiver.Requests.TryRead(out Received? request))
            received.Add(request);
        return new Sent([.. received]);
    }

    private static Task Collect(params CollectorDescriptor[] collectors)
    {
        using var fixture = new CollectionFixture();
        foreach (CollectorDescriptor collector in collectors)
            fixture.Start(collector);
        return Task.CompletedTask;
    }

    private static async Task PushAsync()
    {
        await using var fixture = new PushFixture();
        await fixture.StartAsync();
        fixture.Rings[0].Collect();
        await fixture.PushAsync();
    }

    private static Dictionary<string, string> Text(RepeatedField<KeyValue> attributes) => attributes.ToDictionary(a => a.Key, a => a.Value.ValueCase switch
    {
        AnyValue.ValueOneofCase.IntValue => $"{a.Value.IntValue}",
        _ => a.Value.StringValue,
    });

    /// <summary>What came, decoded by the official definitions.</summary>
    private sealed record Sent(Received[] Requests)
    {
        private readonly ExportTraceServiceRequest[] _traces = [.. Of("trace", Requests).Select(r => ExportTraceServiceRequest.Parser.ParseFrom(r.Body))];
        private readonly ExportMetricsServiceRequest[] _metrics = [.. Of("metrics", Requests).Select(r => r.Metrics)];
        private readonly ExportLogsServiceRequest[] _logs = [.. Of("logs", Requests).Select(r => ExportLogsServiceRequest.Parser.ParseFrom(r.Body))];

        public Span[] Spans => [.. _traces.SelectMany(t => t.ResourceSpans).SelectMany(r => r.ScopeSpans).SelectMany(s => s.Spans)];

        public OpenTelemetry.Proto.Metrics.V1.Metric[] Metrics => [.. _metrics.SelectMany(t => t.ResourceMetrics).SelectMany(r => r.ScopeMetrics).SelectMany(s => s.Metrics)];

        public OpenTelemetry.Proto.Logs.V1.LogRecord[] Logs => [.. _logs.SelectMany(t => t.ResourceLogs).SelectMany(r => r.ScopeLogs).SelectMany(s => s.LogRecords)];

        public OpenTelemetry.Proto.Resource.V1.Resource[] Resources =>
        [
            .. _traces.SelectMany(t => t.ResourceSpans).Select(r => r.Resource), .. _metrics.SelectMany(t => t.ResourceMetrics).Select(r => r.Resource),
            .. _logs.SelectMany(t => t.ResourceLogs).Select(r => r.Resource),
        ];

        private static IEnumerable<Received> Of(string signal, Received[] requests) => requests.Where(r => r.Path.Contains(signal, StringComparison.OrdinalIgnoreCase));
    }
}
