using System.Net;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Probe.Exporters.Otlp;
using static Probe.Exporters.Otlp.PushOutcome;

namespace Probe.Tests.Exporters.Otlp;

public class OtlpTransportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly OtlpRequest _request = Sample.Request();

    [Theory]
    [InlineData(false, OtlpCompression.None)]
    [InlineData(false, OtlpCompression.Gzip)]
    [InlineData(true, OtlpCompression.None)]
    [InlineData(true, OtlpCompression.Gzip)]
    public async Task A_request_arrives_whole_with_its_headers(bool isGrpc, OtlpCompression compression)
    {
        await using Receiver receiver = await Receiver.StartAsync(isGrpc, (context, _) => isGrpc ? Receiver.AnswerGrpcAsync(context, 0) : Task.CompletedTask);
        OtlpOptions options = receiver.Options();
        options.Compression = compression;
        options.Headers["authorization"] = "Bearer secret";
        using var transport = new OtlpTransport(options, TimeProvider.System);

        PushResult first = await transport.SendAsync(_request, Stop), second = await transport.SendAsync(_request, Stop);

        Assert.Equal((Accepted, 200, ""), (first.Outcome, first.StatusCode, first.ErrorType));
        Assert.Equal(Accepted, second.Outcome);
        Received received = await receiver.Requests.ReadAsync(Stop);
        Assert.Equal(_request.Body.ToArray(), received.Body);
        Assert.Equal(_request.Body.ToArray(), (await receiver.Requests.ReadAsync(Stop)).Body);
        Assert.Equal(("POST", "Bearer secret", $"probe/{OtlpScope.Version}"), (received.Method, received.Headers["authorization"], received.Headers["user-agent"]));
        Assert.Equal(
            isGrpc ? ("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", "HTTP/2", "application/grpc") : ("/v1/metrics", "HTTP/1.1", "application/x-protobuf"),
            (received.Path, received.Protocol, received.Headers["content-type"]));
        Assert.Equal(compression == OtlpCompression.Gzip ? "gzip" : null, received.Headers.GetValueOrDefault(isGrpc ? "grpc-encoding" : "content-encoding"));
        Assert.Equal(isGrpc ? "trailers" : null, received.Headers.GetValueOrDefault("te"));
        Assert.Equal(isGrpc ? "20000m" : null, received.Headers.GetValueOrDefault("grpc-timeout"));
    }

    [Theory]
    [InlineData("http://h:1", "v1/metrics", OtlpProtocol.HttpProtobuf, "http://h:1/v1/metrics")]
    [InlineData("http://h:1/", "v1/metrics", OtlpProtocol.HttpProtobuf, "http://h:1/v1/metrics")]
    [InlineData("http://h:1/opentelemetry", "v1/metrics", OtlpProtocol.HttpProtobuf, "http://h:1/opentelemetry/v1/metrics")]
    [InlineData("http://h:1/opentelemetry/v1/metrics", "v1/metrics", OtlpProtocol.HttpProtobuf, "http://h:1/opentelemetry/v1/metrics")]
    [InlineData("http://h:1/any?a=b", "", OtlpProtocol.HttpProtobuf, "http://h:1/any?a=b")]
    [InlineData("https://h", "/v1/metrics", OtlpProtocol.HttpProtobuf, "https://h/v1/metrics")]
    [InlineData("http://h:1/ignored", "v1/metrics", OtlpProtocol.Grpc, "http://h:1/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")]
    [InlineData(OtlpOptions.DefaultEndpoint, "v1/metrics", OtlpProtocol.Grpc, "http://127.0.0.1:4317/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")]
    public void The_target_is_the_endpoint_and_the_path(string endpoint, string path, OtlpProtocol protocol, string expected) =>
        Assert.Equal(expected, OtlpTarget.Of(new OtlpOptions { Endpoint = endpoint, Path = path, Protocol = protocol }).ToString());

    [Theory]
    [InlineData("http://h:1", "v1/metrics", "http://h:1/v1/traces")]
    [InlineData("http://h:1/opentelemetry/v1/metrics", "", "http://h:1/opentelemetry/v1/traces")]
    [InlineData("http://h:1/any?a=b", "", "http://h:1/any/v1/traces?a=b")]
    public void Another_signal_goes_beside_the_metrics(string endpoint, string path, string expected) =>
        Assert.Equal(expected, OtlpTarget.Of(new OtlpOptions { Endpoint = endpoint, Path = path }, "traces").ToString());

    [Theory]
    [InlineData(503, "17", Retry, 17.0)]
    [InlineData(429, "Sun, 06 Nov 1994 08:49:37 GMT", Retry, 0.1)]
    [InlineData(503, "later", Retry, null)]
    [InlineData(400, "17", Refused, 17.0)]
    [InlineData(413, null, TooLarge, null)]
    internal async Task An_answer_tells_when_to_come_again(int status, string? retryAfter, PushOutcome outcome, double? seconds)
    {
        await using Receiver receiver = await Receiver.StartAsync(isGrpc: false, (context, _) =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });

        PushResult result = await SendAsync(receiver.Options());

        Assert.Equal((outcome, seconds), (result.Outcome, result.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task Points_refused_in_part_are_told_over_both_protocols()
    {
        byte[] partial = Sample.PartialSuccess(2, "too old");
        await using Receiver http = await Receiver.StartAsync(isGrpc: false, (context, _) =>
        {
            context.Response.ContentType = "application/x-protobuf";
            return context.Response.Body.WriteAsync(partial).AsTask();
        });
        await using Receiver grpc = await Receiver.StartAsync(isGrpc: true, (context, _) => Receiver.AnswerGrpcAsync(context, 0, partial));

        Assert.All([await SendAsync(http.Options()), await SendAsync(grpc.Options())],
            result => Assert.Equal((Accepted, 2, "too old"), (result.Outcome, result.Rejected, result.Message)));
    }

    [Fact]
    public async Task A_grpc_error_is_read_from_the_trailers_and_from_the_head()
    {
        await using Receiver receiver = await Receiver.StartAsync(isGrpc: true, (context, number) =>
        {
            if (number == 0)
                return Receiver.AnswerGrpcAsync(context, 14, null, new() { ["grpc-message"] = "not%20now", ["grpc-status-details-bin"] = Sample.RetryInfo(0, 700_000_000) });
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "8";
            context.Response.Headers["grpc-message"] = "quota";
            return Task.CompletedTask;
        });
        using var transport = new OtlpTransport(receiver.Options(), TimeProvider.System);

        PushResult trailers = await transport.SendAsync(_request, Stop), head = await transport.SendAsync(_request, Stop);

        Assert.Equal((Retry, "UNAVAILABLE", 0.7), (trailers.Outcome, trailers.ErrorType, trailers.RetryAfter?.TotalSeconds));
        Assert.Equal((Refused, "gRPC RESOURCE_EXHAUSTED: quota"), (head.Outcome, head.Reason));
    }

    [Fact]
    public async Task A_reset_stream_and_a_closed_connection_are_retried_on_a_connection_that_works()
    {
        await using Receiver receiver = await Receiver.StartAsync(isGrpc: true, (context, number) =>
        {
            switch (number)
            {
                case 0:
                    context.Features.Get<IHttpResetFeature>()!.Reset(2);
                    return Task.CompletedTask;
                case 1:
                    context.Features.Get<IConnectionLifetimeNotificationFeature>()!.RequestClose();     // GOAWAY
                    return Receiver.AnswerGrpcAsync(context, 0);
                case 2:
                    context.Abort();
                    return Task.CompletedTask;
                default:
                    return Receiver.AnswerGrpcAsync(context, 0);
            }
        });
        using var transport = new OtlpTransport(receiver.Options(), TimeProvider.System);

        var outcomes = new List<PushOutcome>();
        for (int i = 0; i < 4; i++)
            outcomes.Add((await transport.SendAsync(_request, Stop)).Outcome);

        Assert.Equal([Retry, Accepted, Retry, Accepted], outcomes);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using Receiver elsewhere = await Receiver.StartAsync(isGrpc: false, (_, _) => Task.CompletedTask);
        await using Receiver receiver = await Receiver.StartAsync(isGrpc: false, (context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = $"http://127.0.0.1:{elsewhere.Port}/v1/metrics";
            return Task.CompletedTask;
        });

        PushResult result = await SendAsync(receiver.Options());

        Assert.Equal((Refused, $"{status}", 0), (result.Outcome, result.ErrorType, elsewhere.Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_receiver_that_never_answers_costs_one_timeout(bool isGrpc)
    {
        var release = new TaskCompletionSource();
        await using Receiver receiver = await Receiver.StartAsync(isGrpc, (_, _) => release.Task);
        OtlpOptions options = receiver.Options();
        options.Timeout = TimeSpan.FromSeconds(0.3);

        PushResult result = await SendAsync(options);
        release.SetResult();

        Assert.Equal((Retry, "timeout", "no answer within 0.3 s"), (result.Outcome, result.ErrorType, result.Reason));
    }

    [Fact]
    public async Task Nobody_at_the_port_is_told_apart_from_other_failures()
    {
        Receiver receiver = await Receiver.StartAsync(isGrpc: false, (_, _) => Task.CompletedTask);
        OtlpOptions options = receiver.Options();
        await receiver.DisposeAsync();

        PushResult result = await SendAsync(options);

        Assert.Equal((Retry, "connection_refused", true), (result.Outcome, result.ErrorType, result.IsNobodyThere));
    }

    [Fact]
    public async Task Told_to_stop_it_stops()
    {
        using var stop = new CancellationTokenSource();
        await using Receiver receiver = await Receiver.StartAsync(isGrpc: false, (_, _) => stop.CancelAsync());
        using var transport = new OtlpTransport(receiver.Options(), TimeProvider.System);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await transport.SendAsync(_request, stop.Token));
    }

    [Fact]
    public async Task A_token_in_a_file_is_read_again_when_it_is_replaced()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "first\n", Stop);
        await using Receiver receiver = await Receiver.StartAsync(isGrpc: false, (_, _) => Task.CompletedTask);
        OtlpOptions options = receiver.Options();
        options.Headers["x-token"] = "file:" + path;
        using var transport = new OtlpTransport(options, TimeProvider.System);

        await transport.SendAsync(_request, Stop);
        await File.WriteAllTextAsync(path, "the second\n", Stop);
        await transport.SendAsync(_request, Stop);
        File.Delete(path);
        await transport.SendAsync(_request, Stop);

        Assert.Equal("first", (await receiver.Requests.ReadAsync(Stop)).Headers["x-token"]);
        Assert.Equal("the second", (await receiver.Requests.ReadAsync(Stop)).Headers["x-token"]);
        Assert.Equal("the second", (await receiver.Requests.ReadAsync(Stop)).Headers["x-token"]);
    }

    [Fact]
    public async Task A_proxy_is_used_only_where_the_settings_name_one()
    {
        await using Receiver proxy = await Receiver.StartAsync(isGrpc: false, (_, _) => Task.CompletedTask);
        var options = new OtlpOptions { Endpoint = "http://receiver.invalid:4318", Proxy = $"http://127.0.0.1:{proxy.Port}" };

        Assert.Equal(Accepted, (await SendAsync(options)).Outcome);
        Assert.Equal("receiver.invalid:4318", (await proxy.Requests.ReadAsync(Stop)).Headers["host"]);
    }

    private async Task<PushResult> SendAsync(OtlpOptions options)
    {
        using var transport = new OtlpTransport(options, TimeProvider.System);
        return await transport.SendAsync(_request, Stop);
    }
}
