using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Probe.Snapshots;

namespace Probe.Cloud;

/// <summary>Finds out which cloud we run in and who we are there, and publishes it beside every number.</summary>
/// <remarks>
/// The machine's own facts decide whom to ask; without a firm hint nobody is asked. It works beside everything else: until it knows, the resource
/// is the host's own. A service that does not say is asked again, ever more slowly; meanwhile the facts' own word stands. What is once known stays.
/// </remarks>
public sealed partial class CloudEnricher : BackgroundService
{
    private static readonly TimeSpan s_firstRetry = TimeSpan.FromSeconds(5), s_slowestRetry = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_settled = Timeout.InfiniteTimeSpan;

    private readonly SnapshotStore _store;
    private readonly ResourceLayers _layers;
    private readonly IOptionsMonitor<CloudOptions> _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Func<HttpMessageHandler> _makeHandler;
    private readonly Func<string, string?> _variable;
    private readonly SemaphoreSlim _changed = new(0, 1);
    private TimeSpan _retry = s_firstRetry;
    private bool _known;
    private bool _refused;

    /// <param name="store">Holds the machine's facts.</param>
    /// <param name="layers">Takes what is found.</param>
    /// <param name="options">Whether to ask and how long to wait.</param>
    /// <param name="clock">Times the retries.</param>
    /// <param name="logger">Told when a cloud is found, and when it does not say.</param>
    public CloudEnricher(SnapshotStore store, ResourceLayers layers, IOptionsMonitor<CloudOptions> options, TimeProvider clock, ILogger<CloudEnricher> logger)
        : this(store, layers, options, clock, logger, MetadataAnswer.MakeHandler, Environment.GetEnvironmentVariable)
    {
    }

    internal CloudEnricher(SnapshotStore store, ResourceLayers layers, IOptionsMonitor<CloudOptions> options, TimeProvider clock, ILogger<CloudEnricher> logger,
        Func<HttpMessageHandler> makeHandler, Func<string, string?> variable)
    {
        (_store, _layers, _options, _clock, _logger) = (store, layers, options, clock, logger);
        (_makeHandler, _variable) = (makeHandler, variable);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _changed.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using IDisposable? listening = _options.OnChange((_, _) => Wake());
        try
        {
            while (true)
                await WaitAsync(await RoundAsync(stop).ConfigureAwait(false), stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Looks once, and returns the time to the next look.</summary>
    internal async Task<TimeSpan> RoundAsync(CancellationToken stop)
    {
        CloudOptions options = _options.CurrentValue;
        if (!options.Enabled || _known || ServerlessVariables.AnySet(_variable))
            return s_settled;
        if (MachineFacts.Read(_store) is not { } facts)
            return Slower();
        ICloudProvider? provider = CloudProviders.All.FirstOrDefault(p => p.IsHintedBy(facts));
        if (provider is null)
            return s_settled;
        return await AskAsync(provider, facts, options.Timeout, stop).ConfigureAwait(false) ? s_settled : Slower();
    }

    private async Task<bool> AskAsync(ICloudProvider provider, MachineFacts facts, TimeSpan budget, CancellationToken stop)
    {
        string reason;
        using var late = new CancellationTokenSource(budget, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var http = new HttpMessageInvoker(_makeHandler());
            Publish(provider, await provider.AskAsync(http, either.Token).ConfigureAwait(false));
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            reason = "it did not answer in time";
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            reason = "it was not reached";
        }
        catch (CloudRefusalException e)
        {
            reason = e.Message;
        }

        Refuse(provider, facts, reason);
        return false;
    }

    private void Publish(ICloudProvider provider, ImmutableArray<KeyValuePair<string, string>> attributes)
    {
        _layers.Set(ResourceLayer.Cloud, attributes);
        _known = true;
        Log.Known(_logger, provider.Name, _store.Resource["host.id"], _store.Resource["cloud.region"]);
    }

    private void Refuse(ICloudProvider provider, MachineFacts facts, string reason)
    {
        if (!_refused)
            Log.Refused(_logger, provider.Name, reason);
        _refused = true;
        _layers.Set(ResourceLayer.Cloud, provider.Infer(facts));
    }

    private TimeSpan Slower()
    {
        TimeSpan now = _retry;
        _retry = now * 4 < s_slowestRetry ? now * 4 : s_slowestRetry;
        return now;
    }

    private async Task WaitAsync(TimeSpan span, CancellationToken stop)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task change = _changed.WaitAsync(woken.Token);
        await Task.WhenAny(change, Task.Delay(span, _clock, woken.Token)).ConfigureAwait(false);
        woken.Cancel();
        stop.ThrowIfCancellationRequested();
    }

    private void Wake()
    {
        _retry = s_firstRetry;
        if (_changed.CurrentCount == 0)
            _changed.Release();
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "This is {Provider} instance {Instance} in {Region}.")]
        internal static partial void Known(ILogger logger, string provider, string? instance, string? region);

        [LoggerMessage(4002, LogLevel.Warning, "This machine says it is one of {Provider}, whose metadata service does not say which: {Reason}. Asking again now and then.")]
        internal static partial void Refused(ILogger logger, string provider, string reason);
    }
}
