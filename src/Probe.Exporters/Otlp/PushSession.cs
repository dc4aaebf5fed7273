using System.Diagnostics;
using Polly;
using Probe.Collection;

namespace Probe.Exporters.Otlp;

/// <summary>Pushing with one set of options: ticks on the scheduler's thread, sending off it.</summary>
/// <remarks>
/// The encoder and the queue belong to whoever is at work: to the tick while nothing is on its way, to the sender from when the tick hands over until
/// everything is sent. A request that fails is sent again, the same bytes, before anything newer.
/// </remarks>
internal sealed class PushSession(OtlpOptions options, OtlpTransport transport, OtlpEncoder encoder, PassQueue queue, OtlpStatistics statistics,
    PushLog log, TimeProvider clock) : IDisposable
{
    private const int SmallestRequest = 64 * 1024;

    private readonly ResiliencePipeline<PushResult> _retry = RetryDelay.Pipeline(clock, Random.Shared.NextDouble);
    private readonly SemaphoreSlim _handedOver = new(0);
    private volatile bool _isSending;
    private volatile bool _tickMissed;

    /// <summary>True from a tick that found something until all of it is sent.</summary>
    public bool IsSending => _isSending;

    /// <summary>Ticks and sends until told to stop.</summary>
    public async Task RunAsync(Scheduler scheduler, int order, Heartbeat heartbeat, CancellationToken stop)
    {
        using ScheduleTicket ticket = scheduler.Register(options.Interval, order);
        Task sending = SendAllAsync(stop);
        try
        {
            while (!sending.IsCompleted)
            {
                await ticket.NextAsync(stop).ConfigureAwait(false);
                Tick();
                heartbeat.Beat();
            }
        }
        finally
        {
            await sending.ConfigureAwait(false);
        }
    }

    /// <summary>Sends what is there now, each request once and all within a time: the tail, when Probe stops.</summary>
    public async Task FlushAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit, clock);
        if (!TryEncode())
            return;
        for (int i = 0; i < encoder.Requests.Length; i++)
        {
            OtlpRequest request = encoder.Requests[i];
            statistics.Begin(request.Points);
            try
            {
                Settle(await AttemptAsync(request, timeout.Token).ConfigureAwait(false), request.Points);
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested)
            {
                return;
            }
            finally
            {
                statistics.End(request.Points);
            }
        }
    }

    public void Dispose() => _handedOver.Dispose();

    private bool TryEncode()
    {
        long begun = clock.GetTimestamp();
        bool any = queue.TryEncode(encoder);
        statistics.Encodings.Record(clock.GetElapsedTime(begun).TotalSeconds);
        return any;
    }

    private void Tick()
    {
        if (_isSending)
        {
            _tickMissed = true;
        }
        else if (TryEncode())
        {
            _isSending = true;
            _handedOver.Release();
        }

        queue.Report();
    }

    private async Task SendAllAsync(CancellationToken stop)
    {
        while (true)
        {
            await _handedOver.WaitAsync(stop).ConfigureAwait(false);
            do
            {
                await SendEncodedAsync(stop).ConfigureAwait(false);
                queue.Acknowledge(encoder);
                queue.Report();
            }
            while (await CatchUpAsync(stop).ConfigureAwait(false));
            _isSending = false;
        }
    }

    /// <summary>After an outage takes what was missed, oldest first, about five passes a second and each host at moments of its own.</summary>
    private async Task<bool> CatchUpAsync(CancellationToken stop)
    {
        if (_tickMissed)
            queue.IsBehind = true;
        _tickMissed = false;
        if (!queue.IsBehind)
            return false;
        await Task.Delay(TimeSpan.FromMilliseconds(100 + 200 * Random.Shared.NextDouble()), clock, stop).ConfigureAwait(false);
        queue.IsBehind = TryEncode();
        return queue.IsBehind;
    }

    private async Task SendEncodedAsync(CancellationToken stop)
    {
        int inFlight = 0;
        foreach (OtlpRequest request in encoder.Requests)
            inFlight += request.Points;
        using Activity? span = PushTelemetry.BeginPush(encoder.Requests.Length, inFlight);
        long begun = clock.GetTimestamp();
        statistics.Begin(inFlight);
        try
        {
            for (int i = 0; i < encoder.Requests.Length; i++)
            {
                OtlpRequest request = encoder.Requests[i];
                await SendAsync(request, mayHalve: true, stop).ConfigureAwait(false);
                statistics.End(request.Points);
                inFlight -= request.Points;
            }

            PushTelemetry.EndPush(clock.GetElapsedTime(begun));
        }
        finally
        {
            statistics.End(inFlight);
        }
    }

    private async Task SendAsync(OtlpRequest request, bool mayHalve, CancellationToken stop)
    {
        PushResult result = await _retry.ExecuteAsync(
            static (state, token) => state.Session.AttemptAsync(state.Request, token), (Session: this, Request: request), stop).ConfigureAwait(false);
        if (result.Outcome != PushOutcome.TooLarge || !mayHalve || request.Points < 2)
        {
            Settle(result, request.Points);
            return;
        }

        encoder.MaxRequestLength = Math.Max(SmallestRequest, Math.Min(encoder.MaxRequestLength, request.Body.Length / 2));
        foreach (OtlpRequest half in RequestSplitter.Halve(request))
            await SendAsync(half, mayHalve: false, stop).ConfigureAwait(false);
    }

    private async ValueTask<PushResult> AttemptAsync(OtlpRequest request, CancellationToken stop)
    {
        using Activity? span = PushTelemetry.BeginRequest(transport.Target, request.Points);
        long begun = clock.GetTimestamp();
        PushResult result = await transport.SendAsync(request, stop).ConfigureAwait(false);
        PushTelemetry.EndRequest(span, result);
        statistics.Outcome(result.ErrorType, result.StatusCode).AddRequest(clock.GetElapsedTime(begun));
        log.Certificate(transport.CertificateProblem);
        if (result.Outcome != PushOutcome.Accepted)
            statistics.Failed(clock.GetUtcNow(), result.Reason);
        if (result.Outcome == PushOutcome.Retry)
            log.Failed(result);
        return result;
    }

    private void Settle(in PushResult result, int points)
    {
        if (result.Outcome == PushOutcome.Accepted)
        {
            long rejected = Math.Min(result.Rejected, points);
            statistics.Succeeded(clock.GetUtcNow());
            statistics.Outcome("", result.StatusCode).AddPoints(points - rejected);
            Drop("rejected", result.StatusCode, rejected);
            log.Taken(result);
        }
        else
        {
            Drop(result.ErrorType, result.StatusCode, points);
            log.Refused(result, points);
        }
    }

    private void Drop(string errorType, int status, long points)
    {
        if (points == 0)
            return;
        statistics.Outcome(errorType, status).AddPoints(points);
        statistics.Drop(OtlpDropReason.Rejected, points);
    }
}
