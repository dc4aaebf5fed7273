using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Metrics;

namespace Probe.Exporters.Otlp;

/// <summary>Why a data point will never be sent.</summary>
public enum OtlpDropReason
{
    /// <summary>The receiver refused it.</summary>
    Rejected,

    /// <summary>Its pass left its ring before a receiver could be reached.</summary>
    Expired,
}

/// <summary>How requests of one outcome went: their points and how long they took. Read from any thread.</summary>
/// <param name="errorType">What went wrong, in few words: a status code, a gRPC code's name, <c>timeout</c>; empty for success.</param>
/// <param name="statusCode">The HTTP status of the answer; 0 where none came.</param>
public sealed class OtlpOutcome(string errorType, int statusCode)
{
    private readonly HistogramRecorder _durations = new(Self.ExportDuration.Instrument);
    private long _points;

    /// <summary>What went wrong, in few words; empty for success.</summary>
    public string ErrorType { get; } = errorType;

    /// <summary>The HTTP status of the answer; 0 where none came.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>Data points whose export ended so.</summary>
    public long Points => Volatile.Read(ref _points);

    /// <summary>Copies the distribution of request durations into a cell row of <see cref="Self.ExportDuration"/>.</summary>
    public void CopyDuration(Span<long> cells) => _durations.CopyTo(cells);

    internal void AddPoints(long points) => Interlocked.Add(ref _points, points);

    internal void AddRequest(TimeSpan duration) => _durations.Record(duration.TotalSeconds);
}

/// <summary>How pushing goes: what the self collectors, the page and the readiness check read. From any thread.</summary>
public sealed class OtlpStatistics
{
    private readonly Lock _lock = new();
    private ImmutableArray<OtlpOutcome> _outcomes = [];
    private State _state = new("", null, null, null);
    private long _inFlight, _rejected, _expired, _queued, _queueLimit, _oldest;

    /// <summary>Where requests go; empty while pushing is off.</summary>
    public string Endpoint => Volatile.Read(ref _state).Endpoint;

    /// <summary>When a receiver last took a request; null before that.</summary>
    public DateTimeOffset? LastSuccess => Volatile.Read(ref _state).LastSuccess;

    /// <summary>Why the last request failed; null after a success.</summary>
    public string? LastError => Volatile.Read(ref _state).LastError;

    /// <summary>Since when no request has been taken; null while all goes well.</summary>
    public DateTimeOffset? FailingSince => Volatile.Read(ref _state).FailingSince;

    /// <summary>Points by how their export ended, one entry for each kind of end.</summary>
    public ImmutableArray<OtlpOutcome> Outcomes
    {
        get
        {
            lock (_lock)
                return _outcomes;
        }
    }

    /// <summary>How long it took to encode the passes of each push.</summary>
    public HistogramRecorder Encodings { get; } = new(Self.ReaderDuration.Instrument);

    /// <summary>Points handed to the exporter whose export has not ended.</summary>
    public long InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Points of passes in the rings that no receiver has taken yet; an estimate from each collector's last pass.</summary>
    public long QueueUsage => Volatile.Read(ref _queued);

    /// <summary>Points that the rings can hold; an estimate from each collector's last pass.</summary>
    public long QueueLimit => Volatile.Read(ref _queueLimit);

    /// <summary>When the oldest pass was taken that waits for a receiver; null while none waits.</summary>
    public DateTimeOffset? OldestWaiting => Volatile.Read(ref _oldest) is not 0 and long time ? new Timestamp(time).ToDateTimeOffset() : null;

    /// <summary>Points that will never be sent.</summary>
    public long Dropped(OtlpDropReason reason) => Volatile.Read(ref reason == OtlpDropReason.Rejected ? ref _rejected : ref _expired);

    internal void Drop(OtlpDropReason reason, long points) => Interlocked.Add(ref reason == OtlpDropReason.Rejected ? ref _rejected : ref _expired, points);

    internal void Begin(long points) => Interlocked.Add(ref _inFlight, points);

    internal void End(long points) => Interlocked.Add(ref _inFlight, -points);

    internal void Target(string endpoint) => Change(s => s with { Endpoint = endpoint });

    internal void Succeeded(DateTimeOffset now) => Change(s => s with { LastSuccess = now, LastError = null, FailingSince = null });

    internal void Failed(DateTimeOffset now, string error) => Change(s => s with { LastError = error, FailingSince = s.FailingSince ?? now });

    internal void Queue(long points, long limit, Timestamp? oldest)
    {
        Volatile.Write(ref _queued, points);
        Volatile.Write(ref _queueLimit, limit);
        Volatile.Write(ref _oldest, oldest?.UnixNanoseconds ?? 0);
    }

    internal OtlpOutcome Outcome(string errorType, int statusCode)
    {
        lock (_lock)
        {
            foreach (OtlpOutcome outcome in _outcomes)
            {
                if (outcome.StatusCode == statusCode && outcome.ErrorType == errorType)
                    return outcome;
            }

            var made = new OtlpOutcome(errorType, statusCode);
            _outcomes = _outcomes.Add(made);
            return made;
        }
    }

    private void Change(Func<State, State> change)
    {
        lock (_lock)
            Volatile.Write(ref _state, change(_state));
    }

    private sealed record State(string Endpoint, DateTimeOffset? LastSuccess, string? LastError, DateTimeOffset? FailingSince);
}
