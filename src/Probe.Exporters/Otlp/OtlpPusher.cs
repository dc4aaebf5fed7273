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

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var period = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            using IDisposable? change = options.OnChange(_ => period.Cancel());
            try
            {
                await RunAsync(options.CurrentValue, period.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (period.IsCancellationRequested)
            {
            }
        }
    }

    private async Task RunAsync(OtlpOptions current, CancellationToken stop)
    {
        statistics.Target(current.Endpoint.Length > 0 ? OtlpTarget.Of(current).ToString() : "");
        heartbeats.Push.Promise(current.Endpoint.Length > 0 ? current.Interval : null);
        if (current.Endpoint.Length == 0)
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, stop).ConfigureAwait(false);
        using var transport = new OtlpTransport(current);
        using ScheduleTicket ticket = scheduler.Register(current.Interval, AfterCollectors);
        var encoder = new OtlpEncoder(new OtlpEncoding { Temporality = current.Temporality, EntityAttributes = current.EntityAttributes });
        var queue = new PassQueue(store, statistics, current.Interval);
        Task sending = Task.CompletedTask;
        while (true)
        {
            await ticket.NextAsync(stop).ConfigureAwait(false);
            heartbeats.Push.Beat();
            if (!sending.IsCompleted)
                queue.IsBehind = true;
            else if (queue.TryEncode(encoder))
                sending = Task.Run(() => SendAsync(transport, encoder, queue, stop), stop);
        }
    }

    private async Task SendAsync(OtlpTransport transport, OtlpEncoder encoder, PassQueue queue, CancellationToken stop)
    {
        for (int i = 0; i < encoder.Requests.Length; i++)
        {
            OtlpRequest request = encoder.Requests[i];
            statistics.Begin(request.Points);
            long begun = clock.GetTimestamp();
            PushResult result = await transport.SendAsync(request, stop).ConfigureAwait(false);
            statistics.End(request.Points);
            OtlpOutcome outcome = statistics.Outcome(result.ErrorType, result.StatusCode);
            outcome.AddRequest(clock.GetElapsedTime(begun));
            outcome.AddPoints(request.Points);
            if (result.Outcome == PushOutcome.Accepted)
            {
                statistics.Succeeded(clock.GetUtcNow());
                continue;
            }

            statistics.Failed(clock.GetUtcNow(), result.Reason);
            Log.Failed(logger, transport.Target, result.Reason);
            return;
        }

        queue.Acknowledge(encoder);
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Warning, "Push to {Endpoint} failed: {Reason}")]
        internal static partial void Failed(ILogger logger, Uri endpoint, string reason);
    }
}
