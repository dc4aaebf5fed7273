using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Probe.Catalog;
using Probe.Collection;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Kernel;
using Probe.Web;

namespace Probe.Tests.Web;

/// <summary>Our listener on a free port, with a store of its own, a clock that stands still and a log that can be read.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private WebServer(WebOptions options, WebLimits limits, TimeProvider clock)
    {
        Clock = clock;
        Options = new ChangingOptions(options);
        Heartbeats = new Heartbeats(clock);
        var platform = new Platform(new FakeKernel(), new HostFacts(default, 0.01, 4096),
            [new CollectorDescriptor("load", [Load.Schema], TimeSpan.FromSeconds(10), _ => null!) { Sources = ["/proc/loadavg"] },
                new CollectorDescriptor("dear", [], TimeSpan.FromSeconds(10), _ => null!)]);
        Content = new WebContent(Store, platform, Heartbeats, Push, Degradations, Statistics, clock, limits);
        Listener = new WebListener(Options, Content, limits, Log);
    }

    public TimeProvider Clock { get; }

    public SnapshotStore Store { get; } = new();

    public ScrapeStatistics Statistics { get; } = new();

    public WebContent Content { get; }

    public Heartbeats Heartbeats { get; }

    public OtlpStatistics Push { get; } = new();

    public Degradations Degradations { get; } = new();

    public ChangingOptions Options { get; }

    public WebListener Listener { get; }

    public ReadableLog Log { get; } = new();

    public IPEndPoint EndPoint => Listener.EndPoint ?? throw new InvalidOperationException("It does not listen.");

    public static Task<WebServer> StartAsync(WebOptions? options = null, WebLimits? limits = null) =>
        StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), options, limits);

    public static async Task<WebServer> StartAsync(TimeProvider clock, WebOptions? options = null, WebLimits? limits = null, bool listens = true)
    {
        var server = new WebServer(options ?? new WebOptions { Listen = "127.0.0.1:0" }, limits ?? WebLimits.Default, clock);
        var ring = new SnapshotRing("load", [Load.Schema], new SnapshotRingOptions(), clock);
        server.Store.Replace([ring]);
        Load.Commit(ring, 0.5);
        await server.Listener.StartAsync(TestContext.Current.CancellationToken);
        if (listens)
            await Eventually(() => server.Listener.EndPoint is not null);
        return server;
    }

    /// <summary>Waits, within bounds, for what another thread is about to do.</summary>
    public static async Task Eventually(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (!condition())
            await Task.Delay(5, patience.Token);
    }

    public int Connected => Listener.Connections;

    public void Advance(TimeSpan time) => ((FakeTimeProvider)Clock).Advance(time);

    /// <summary>Moves the clock on, again and again within bounds, since what waits for it may only be about to.</summary>
    public Task AdvanceUntil(TimeSpan step, Func<bool> condition) => Eventually(() =>
    {
        Advance(step);
        return condition();
    });

    public async Task<RawClient> ConnectAsync()
    {
        var client = new RawClient();
        await client.ConnectAsync(EndPoint);
        return client;
    }

    /// <summary>Sends bytes on a connection of their own, and reads one reply.</summary>
    public async Task<RawReply> ExchangeAsync(string request)
    {
        using RawClient client = await ConnectAsync();
        await client.SendAsync(request);
        return await client.ReadReplyAsync(isHead: request.StartsWith("HEAD ", StringComparison.Ordinal));
    }

    public Task<RawReply> GetAsync(string path, string headers = "") => ExchangeAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");

    public async ValueTask DisposeAsync()
    {
        await Listener.StopAsync(CancellationToken.None);
        Listener.Dispose();
    }

    /// <summary>One table of one gauge.</summary>
    internal static class Load
    {
        public static readonly Column Average = Instrument.Gauge("load.average", Unit.Of("thread"), NumberType.Double, "Load.");

        public static readonly Schema Schema = new("load", [], [Attributes.SystemDevice], [], [Average], Scope.Host);

        public static void Commit(SnapshotRing ring, double value, int rows = 1, string device = "a")
        {
            using SnapshotWriter writer = ring.Begin();
            for (int i = 0; i < rows; i++)
            {
                Table.Row row = writer.Snapshot[Schema].Add(new Entity(Schema, default, i == 0 ? device : device + i));
                row[Average] = value;
            }

            writer.Commit();
        }
    }
}

/// <summary>A reply taken apart by hand.</summary>
internal sealed record RawReply(int Status, Dictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>A client that sends any bytes at all.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly List<byte> _received = [];

    public async Task ConnectAsync(IPEndPoint endPoint) => await _socket.ConnectAsync(endPoint, TestContext.Current.CancellationToken);

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _socket.SendAsync(bytes, TestContext.Current.CancellationToken);

    public void Finish() => _socket.Shutdown(SocketShutdown.Send);

    public async Task<RawReply> ReadReplyAsync(bool isHead = false)
    {
        int end;
        while ((end = Encoding.Latin1.GetString([.. _received]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
            await MustReceiveAsync();
        string[] lines = Encoding.Latin1.GetString([.. _received[..end]]).Split("\r\n");
        Assert.Matches("^HTTP/1\\.1 [0-9]{3} [A-Z][A-Za-z ]+$", lines[0]);
        var headers = lines[1..].Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1]);
        int length = isHead ? 0 : int.Parse(headers["Content-Length"]);
        while (_received.Count < end + 4 + length)
            await MustReceiveAsync();
        var reply = new RawReply(int.Parse(lines[0].Split(' ')[1]), headers, [.. _received[(end + 4)..(end + 4 + length)]]);
        _received.RemoveRange(0, end + 4 + length);
        return reply;
    }

    /// <summary>True when the other side closes and has sent nothing more.</summary>
    public async Task<bool> IsClosedAsync()
    {
        int before = _received.Count;
        return !await ReceiveAsync() && _received.Count == before && before == 0;
    }

    public void Dispose() => _socket.Dispose();

    private async Task MustReceiveAsync()
    {
        if (!await ReceiveAsync())
            throw new IOException("The connection ended within a reply.");
    }

    private async Task<bool> ReceiveAsync()
    {
        byte[] buffer = new byte[65536];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            int read = await _socket.ReceiveAsync(buffer, patience.Token);
            _received.AddRange(buffer.AsSpan(0, read));
            return read > 0;
        }
        catch (SocketException)
        {
            return false;       // reset: closed all the same
        }
    }
}

/// <summary>Options that a test changes under the listener's feet.</summary>
internal sealed class ChangingOptions(WebOptions current) : IOptionsMonitor<WebOptions>
{
    private Action<WebOptions, string?>? _listeners;

    public WebOptions CurrentValue { get; private set; } = current;

    public WebOptions Get(string? name) => CurrentValue;

    public void Change(WebOptions options)
    {
        CurrentValue = options;
        _listeners?.Invoke(options, null);
    }

    public IDisposable OnChange(Action<WebOptions, string?> listener)
    {
        _listeners += listener;
        return new Registration(() => _listeners -= listener);
    }

    private sealed class Registration(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}

/// <summary>What was logged: event id and text.</summary>
internal sealed class ReadableLog : ILogger<WebListener>
{
    private readonly List<(int Id, string Text)> _lines = [];

    public (int Id, string Text)[] Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
            _lines.Add((eventId.Id, formatter(state, exception) + exception));
    }
}
