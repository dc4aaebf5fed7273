using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Probe.Collection;
using Probe.Snapshots;

namespace Probe.Exporters.Otlp;

/// <summary>Pushes what the rings hold to an OTLP receiver, every so often.</summary>
/// <remarks>
/// On a tick, after the collectors that were due with it, the passes are encoded under their leases; they are sent off the scheduler's thread. A tick that
/// comes while a request is still on its way only beats the heart: the passes wait in their rings.
/// </remarks>
public sealed partial class OtlpPusher(IOptionsMonitor<OtlpOptions> options, SnapshotStore store, Scheduler scheduler, Heartbeats heartbeats,
    OtlpStatistics statistics, TimeProvider clock, ILogger<OtlpPusher> logger) : BackgroundService
{
    private const int AfterCollectors = 10;

    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_afterOurOwnFault = TimeSpan.FromSeconds(10);

    private readonly PassQueue _queue = new(store, statistics);
    private OtlpEncoding _encoding = new();
    private OtlpEncoder? _encoder;
    private volatile PushSession? _session;

    /// <summary>What stands for the network in a test; null: the network.</summary>
    internal HttpMessageHandler? Network { get; init; }

    /// <summary>True while something encoded is on its way.</summary>
    internal bool IsSending => _session?.IsSending ?? false;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var period = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            OtlpOptions? current = null;
            using IDisposable? change = options.OnChange(changed =>
            {
                if (current is null || !changed.IsLike(current))
                    period.Cancel();
            });
            current = options.CurrentValue;
            try
            {
                await RunAsync(current, period.Token, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (period.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                // Our own fault. A push that ends would end unseen, and the daemon with it.
                Log.Unexpected(logger, e);
                await Task.Delay(s_afterOurOwnFault, clock, period.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunAsync(OtlpOptions current, CancellationToken period, CancellationToken stopping)
    {
        heartbeats.Push.Promise(current.Endpoint.Length > 0 ? current.Interval : null);
        if (current.Endpoint.Length == 0)
        {
            statistics.Target("");
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, period).ConfigureAwait(false);
        }

        using var transport = new OtlpTransport(current, clock, Network);
        statistics.Target(transport.Target.ToString());
        _queue.Interval = current.Interval;
        var log = new PushLog(logger, clock, transport.Target, current.Endpoint == OtlpOptions.DefaultEndpoint);
        using var session = new PushSession(current, transport, EncoderFor(current), _queue, statistics, log, clock);
        _session = session;
        try
        {
            await session.RunAsync(scheduler, AfterCollectors, heartbeats.Push, period).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && statistics.FailingSince is null)
        {
            await session.FlushAsync(s_lastWords).ConfigureAwait(false);
        }
    }

    /// <summary>The encoder goes on through a change of options that it does not heed, and with it what deltas are counted from.</summary>
    private OtlpEncoder EncoderFor(OtlpOptions current)
    {
        var encoding = new OtlpEncoding { Temporality = current.Temporality, EntityAttributes = current.EntityAttributes };
        if (_encoder is null || encoding != _encoding)
            (_encoder, _encoding) = (new OtlpEncoder(encoding), encoding);
        return _encoder;
    }

    private static partial class Log
    {
        [LoggerMessage(2009, LogLevel.Error, "Pushing failed by a fault of its own, and begins anew.")]
        internal static partial void Unexpected(ILogger logger, Exception exception);
    }
}
