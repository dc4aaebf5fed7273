using System.IO.Compression;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using Probe.Exporters.Otlp;

namespace Probe.Tests.Exporters.Otlp;

/// <summary>What a receiver was sent.</summary>
internal sealed record Received(string Method, string Path, string Protocol, Dictionary<string, string> Headers, byte[] Body)
{
    public ExportMetricsServiceRequest Metrics => ExportMetricsServiceRequest.Parser.ParseFrom(Body);
}

/// <summary>A receiver on a free local port that answers by a script: real HTTP/1.1 or HTTP/2, with or without TLS.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Received> _requests = Channel.CreateUnbounded<Received>();
    private readonly Func<HttpContext, int, Task> _answer;
    private readonly bool _isGrpc;
    private int _count;

    private Receiver(bool isGrpc, Func<HttpContext, int, Task> answer, Action<ListenOptions>? listen, int port)
    {
        _isGrpc = isGrpc;
        _answer = answer;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, on =>
        {
            on.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1;
            listen?.Invoke(on);
        }));
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    /// <summary>The port it listens on.</summary>
    public int Port => new Uri(_app.Urls.Single()).Port;

    /// <summary>Everything it was sent, in order.</summary>
    public ChannelReader<Received> Requests => _requests.Reader;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Starts one. The script gets the request's number, from 0.</summary>
    public static async Task<Receiver> StartAsync(bool isGrpc, Func<HttpContext, int, Task> answer, Action<ListenOptions>? listen = null, int port = 0)
    {
        var receiver = new Receiver(isGrpc, answer, listen, port);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Options that push to it.</summary>
    public OtlpOptions Options(string scheme = "http", string host = "127.0.0.1") => new()
    {
        Endpoint = $"{scheme}://{host}:{Port}",
        Protocol = _isGrpc ? OtlpProtocol.Grpc : OtlpProtocol.HttpProtobuf,
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>A gRPC answer with its status in the trailers, as one that has read the request gives it.</summary>
    public static async Task AnswerGrpcAsync(HttpContext context, int status, byte[]? message = null, Dictionary<string, string>? trailers = null)
    {
        context.Response.ContentType = "application/grpc";
        byte[] body = message ?? [];
        await context.Response.Body.WriteAsync((byte[])[0, .. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(body.Length)), .. body]);
        context.Response.AppendTrailer("grpc-status", $"{status}");
        foreach ((string name, string value) in trailers ?? [])
            context.Response.AppendTrailer(name, value);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString());
        byte[] bytes = body.ToArray();
        if (_isGrpc)
            bytes = bytes[0] == 1 ? Unzip(bytes[5..]) : bytes[5..];
        else if (headers.GetValueOrDefault("content-encoding") == "gzip")
            bytes = Unzip(bytes);
        _requests.Writer.TryWrite(new Received(context.Request.Method, context.Request.Path, context.Request.Protocol, headers, bytes));
        await _answer(context, Interlocked.Increment(ref _count) - 1);
    }

    private static byte[] Unzip(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
