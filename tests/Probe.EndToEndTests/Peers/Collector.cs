using System.Text;
using System.Text.Json;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests.Peers;

/// <summary>A real OpenTelemetry Collector: it receives OTLP on four ports of its own and writes what came to a file, a request a line.</summary>
/// <remarks>Killed and started again it listens on the same ports and goes on in the same file.</remarks>
internal sealed class Collector : IAsyncDisposable
{
    private readonly string _program;
    private readonly ScratchFolder _folder = new();
    private readonly Lock _lock = new();
    private Received _received = Peers.Received.Nothing;
    private long _read;
    private Daemon? _daemon;

    private Collector(string program)
    {
        _program = program;
        Certificates = new TestCertificates(_folder);
    }

    /// <summary>The authority that signed its certificate, and a client certificate it takes.</summary>
    public TestCertificates Certificates { get; }

    /// <summary>The running program.</summary>
    public Daemon Daemon => _daemon ?? throw new InvalidOperationException("The collector was killed.");

    /// <summary>Endpoint for OTLP over HTTP.</summary>
    public string Http { get; private set; } = "http://127.0.0.1:0";

    /// <summary>Endpoint for OTLP over gRPC.</summary>
    public string Grpc { get; private set; } = "http://127.0.0.1:0";

    /// <summary>Endpoint for OTLP over HTTP with TLS.</summary>
    public string HttpTls { get; private set; } = "https://127.0.0.1:0";

    /// <summary>Endpoint for OTLP over gRPC with TLS, which asks for a client certificate.</summary>
    public string GrpcTls { get; private set; } = "https://127.0.0.1:0";

    private string LinesFile => _folder.At("lines");

    /// <summary>Starts a collector.</summary>
    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector(await Peer.PathAsync("collector"));
        await collector.RestartAsync();
        return collector;
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>, on the ports it had.</summary>
    public async Task RestartAsync()
    {
        string settings = _folder.Write("collector.yaml", Configuration());
        _daemon = Daemon.Start(_program, ["--config", settings]);
        await _daemon.LineAsync("Everything is ready");
        Http = "http://" + Listener("otlp", "HTTP");
        Grpc = "http://" + Listener("otlp", "GRPC");
        HttpTls = "https://" + Listener("otlp/tls", "HTTP");
        GrpcTls = "https://" + Listener("otlp/tls", "GRPC");
    }

    /// <summary>The settings of a daemon that pushes to it one way.</summary>
    public IEnumerable<(string Key, string Value)> Way(string protocol, bool tls)
    {
        string endpoint = (protocol, tls) switch
        {
            ("Grpc", true) => GrpcTls,
            ("Grpc", false) => Grpc,
            (_, true) => HttpTls,
            (_, false) => Http,
        };
        yield return ("Otlp:Endpoint", endpoint);
        yield return ("Otlp:Protocol", protocol);
        if (!tls)
            yield break;
        yield return ("Otlp:CertificateAuthority", Certificates.Authority);
        yield return ("Otlp:ClientCertificate", Certificates.Client);
        yield return ("Otlp:ClientKey", Certificates.ClientKey);
    }

    /// <summary>Ends it in good order: what it has taken it writes down first.</summary>
    public async Task StopAsync()
    {
        await Daemon.EndAsync();
        await KillAsync();
    }

    /// <summary>Ends it at once.</summary>
    public async Task KillAsync()
    {
        await Daemon.DisposeAsync();
        _daemon = null;
    }

    /// <summary>All that came so far: every metric point, span and log record.</summary>
    public Received Received()
    {
        lock (_lock)
            return _received = _received.And(ReadLines());
    }

    /// <summary>All that came, once it has what a test waits for.</summary>
    public async Task<Received> ReceivedAsync(string what, Func<Received, bool> enough, TimeSpan? limit = null)
    {
        try
        {
            return await Poll.UntilAsync(what, () => enough(Received()) ? _received : null, limit);
        }
        catch (TimeoutException failure)
        {
            throw new TimeoutException($"{failure.Message}; the collector has {Received()}", failure);
        }
    }

    /// <summary>Kills it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null)
            await _daemon.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The lines that have come since the last time; whole ones only, as the last may still be under the pen.</summary>
    private string[] ReadLines()
    {
        if (!File.Exists(LinesFile))
            return [];
        using var file = new FileStream(LinesFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[file.Length - _read];
        file.Position = _read;
        file.ReadExactly(bytes);
        int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        _read += whole;
        return Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string Listener(string receiver, string protocol)
    {
        string line = Daemon.Lines.Single(l =>
            l.Contains($"Starting {protocol} server", StringComparison.Ordinal)
            && l.Contains($"\"otelcol.component.id\":\"{receiver}\"", StringComparison.Ordinal));
        return JsonDocument.Parse(line).RootElement.GetProperty("endpoint").GetString()!;
    }

    private string Configuration() =>
        $$"""
        receivers:
          otlp:
            protocols:
              http: {endpoint: "{{new Uri(Http).Authority}}"}
              grpc: {endpoint: "{{new Uri(Grpc).Authority}}"}
          otlp/tls:
            protocols:
              http:
                endpoint: "{{new Uri(HttpTls).Authority}}"
                tls: &server {cert_file: {{Certificates.Server}}, key_file: {{Certificates.ServerKey}} }
              grpc:
                endpoint: "{{new Uri(GrpcTls).Authority}}"
                tls: {<<: *server, client_ca_file: {{Certificates.Authority}} }
        processors:
          memory_limiter: {check_interval: 1s, limit_mib: 256}
          batch: {timeout: 20ms}
        exporters:
          lines: {path: {{LinesFile}} }
        service:
          telemetry:
            metrics: {level: none}
            logs: {encoding: json, sampling: {enabled: false} }
          pipelines:
            metrics: {receivers: [otlp, otlp/tls], processors: [memory_limiter, batch], exporters: [lines]}
            traces: {receivers: [otlp, otlp/tls], processors: [memory_limiter, batch], exporters: [lines]}
            logs: {receivers: [otlp, otlp/tls], processors: [memory_limiter, batch], exporters: [lines]}
        """;
}
