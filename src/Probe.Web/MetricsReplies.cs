using Probe.Exporters;
using Probe.Exporters.Prometheus;
using Probe.Snapshots;

namespace Probe.Web;

/// <summary><c>/metrics</c>, in both formats, plain and packed.</summary>
internal sealed class MetricsReplies
{
    private readonly PrometheusEncoder _encoder;
    private readonly ReplyPool _pool;
    private readonly TimeProvider _clock;
    private readonly TextBuffer _unpacked = new();
    private readonly CachedReply[] _replies;

    public MetricsReplies(SnapshotStore store, ReplyPool pool, TimeProvider clock, TimeSpan stands)
    {
        _encoder = new PrometheusEncoder(store);
        _pool = pool;
        _clock = clock;
        _replies = [.. Enumerable.Range(0, 4).Select(i =>
            new CachedReply(store, clock, stands, () => Make((PrometheusFormat)(i / 2), isPacked: i % 2 == 1)))];
    }

    /// <summary>The reply, held for the caller.</summary>
    public Reply Get(PrometheusFormat format, bool isPacked) => _replies[(int)format * 2 + (isPacked ? 1 : 0)].Get();

    private Reply Make(PrometheusFormat format, bool isPacked)
    {
        Reply reply = _pool.Take();
        lock (_encoder)
        {
            if (isPacked)
            {
                _unpacked.Clear();
                _encoder.Encode(format, _unpacked);
                reply.BeginPacked(_unpacked.Span);
            }
            else
            {
                _encoder.Encode(format, reply.Begin());
            }
        }

        return reply.End(200, Type(format), isPacked
            ? "Vary: Accept, Accept-Encoding\r\nContent-Encoding: gzip\r\n"u8
            : "Vary: Accept, Accept-Encoding\r\n"u8, _clock.GetUtcNow());
    }

    private static ReadOnlySpan<byte> Type(PrometheusFormat format) => format == PrometheusFormat.OpenMetrics
        ? "Content-Type: application/openmetrics-text; version=1.0.0; charset=utf-8\r\n"u8
        : "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"u8;
}
