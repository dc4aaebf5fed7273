using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using Probe.Collection;
using Probe.Exporters.Otlp;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Exporters.Otlp;

/// <summary>A pusher between rings that the test fills, a clock that it turns and a network that it answers for.</summary>
internal sealed class PushFixture : IAsyncDisposable
{
    private readonly OtlpPusher _pusher;

    public PushFixture(OtlpOptions? options = null, params SnapshotRingOptions[] rings)
    {
        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 0, 0, TimeSpan.Zero));
        Scheduler = new Scheduler(Clock, TimeSpan.Zero, start: false);
        Heartbeats = new Heartbeats(Clock);
        Options = new Monitor<OtlpOptions>(options ?? new OtlpOptions { Endpoint = "http://collector:4318" });
        Store = new SnapshotStore { Resource = new Resource([new("service.name", "probe")]) };
        Rings = [.. (rings.Length > 0 ? rings : [new SnapshotRingOptions()]).Select((o, i) => new Ring($"ring{i}", o, Clock))];
        Store.Replace([.. Rings.Select(r => r.Passes)]);
        _pusher = new OtlpPusher(Options, Store, Scheduler, Heartbeats, Statistics, Clock, Log) { Network = Network };
    }

    public FakeTimeProvider Clock { get; }

    public Scheduler Scheduler { get; }

    public Heartbeats Heartbeats { get; }

    public Monitor<OtlpOptions> Options { get; }

    public SnapshotStore Store { get; }

    public Ring[] Rings { get; }

    public OtlpStatistics Statistics { get; } = new();

    public FakeNetwork Network { get; } = new();

    public LogList Log { get; } = new();

    public async Task StartAsync()
    {
        await _pusher.StartAsync(CancellationToken.None);
        await UntilAsync(() => Scheduler.RunDue() < TimeSpan.FromSeconds(30));
    }

    public Task StopAsync() => _pusher.StopAsync(CancellationToken.None);

    /// <summary>Goes to the next tick, and waits until what it sent has come to its end.</summary>
    public async Task PushAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(10));
        Scheduler.RunDue();
        await UntilAsync(() => Heartbeats.Push.Age == TimeSpan.Zero && !_pusher.IsSending);
    }

    /// <summary>Lets time go by second by second, a pass of every ring each 10 s, while others run.</summary>
    public async Task LetPassAsync(int seconds, Func<bool>? until = null)
    {
        for (int i = 0; i < seconds && !(until?.Invoke() ?? false); i++)
        {
            if (i % 10 == 9)
            {
                foreach (Ring ring in Rings)
                    ring.Collect();
            }

            Clock.Advance(TimeSpan.FromSeconds(1));
            Scheduler.RunDue();
            await Task.Delay(1);
        }
    }

    public async Task UntilAsync(Func<bool> condition)
    {
        for (int i = 0; !condition(); i++)
        {
            Assert.True(i < 5000, "It did not come about in five seconds.");
            await Task.Delay(1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _pusher.Dispose();
        Scheduler.Dispose();
    }
}

/// <summary>A collector of one counter, which says how many passes there were.</summary>
internal sealed class Ring
{
    private readonly Schema _schema;
    private readonly Entity _entity;
    private readonly FakeTimeProvider _clock;
    private long _count;

    public Ring(string name, SnapshotRingOptions options, FakeTimeProvider clock)
    {
        _clock = clock;
        _schema = new Schema(name, [], [], [], [Instrument.Counter(name, Unit.One, NumberType.Long, "Passes."), Instrument.Gauge(name + ".gauge", Unit.One, NumberType.Long, "")], Scope.Host);
        _entity = new Entity(_schema, Timestamp.From(clock.GetUtcNow()));
        Passes = new SnapshotRing(name, [_schema], options, clock);
    }

    public SnapshotRing Passes { get; }

    public void Collect(TimeSpan? ahead = null)
    {
        using SnapshotWriter pass = Passes.Begin();
        Table.Row row = pass.Snapshot[_schema].Add(_entity);
        row.Set(_schema.Columns[0], ++_count);
        row.Set(_schema.Columns[1], _count);
        pass.Commit(Timestamp.From(_clock.GetUtcNow() + (ahead ?? TimeSpan.Zero)), _clock.GetTimestamp());
    }
}

/// <summary>A network that keeps what was sent and answers as it is told.</summary>
internal sealed class FakeNetwork : HttpMessageHandler
{
    public ConcurrentQueue<(ExportMetricsServiceRequest Body, int Length, Uri Target)> Taken { get; } = new();

    public int Attempts { get; private set; }

    /// <summary>What the next requests get; 200 unless told otherwise.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => new HttpResponseMessage(HttpStatusCode.OK);

    /// <summary>Every point of a counter that was taken: when, and how much.</summary>
    public (DateTimeOffset Time, long Value)[] Counts(string metric) =>
    [
        .. from request in Taken
           from point in request.Body.ResourceMetrics.SelectMany(r => r.ScopeMetrics).SelectMany(s => s.Metrics).Where(m => m.Name == metric).SelectMany(m => m.Sum.DataPoints)
           select (DateTimeOffset.UnixEpoch.AddTicks((long)point.TimeUnixNano / 100), point.AsInt),
    ];

    public static HttpResponseMessage NobodyThere(HttpRequestMessage request) =>
        throw new HttpRequestException(HttpRequestError.ConnectionError, null, new SocketException((int)SocketError.ConnectionRefused));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        Attempts++;
        byte[] body = await request.Content!.ReadAsByteArrayAsync(stop);
        HttpResponseMessage answer = Answer(request);
        if (answer.IsSuccessStatusCode)
            Taken.Enqueue((ExportMetricsServiceRequest.Parser.ParseFrom(body), body.Length, request.RequestUri!));
        return answer;
    }

    protected override void Dispose(bool disposing)
    {
        // One network outlives all clients of a test.
    }
}

/// <summary>Options that a test changes.</summary>
internal sealed class Monitor<T>(T value) : IOptionsMonitor<T>
{
    private Action<T, string?>? _changed;

    public T CurrentValue { get; private set; } = value;

    public T Get(string? name) => CurrentValue;

    public void Set(T next)
    {
        CurrentValue = next;
        _changed?.Invoke(next, null);
    }

    public IDisposable? OnChange(Action<T, string?> listener)
    {
        _changed += listener;
        return new Registration(() => _changed -= listener);
    }

    private sealed class Registration(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>Log lines, as an operator reads them.</summary>
internal sealed class LogList : ILogger<OtlpPusher>
{
    public ConcurrentQueue<(int Id, LogLevel Level, string Text)> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel level) => true;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((id.Id, level, formatter(state, exception) + exception));
}
