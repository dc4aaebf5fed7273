using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Probe.Collection;
using Probe.Configuration;
using Probe.Hosting.SelfMetrics;
using Probe.Metrics;

namespace Probe.Hosting;

/// <summary>The collectors that run. A reload starts, stops and re-times some of them and leaves the others alone.</summary>
internal sealed partial class CollectorSet(CollectorSurroundings around, LiveSettings live, ILogger<CollectorSet> logger) : IHostedService, IDisposable
{
    // Longer than any first pass takes on a healthy host; a pass that hangs does not keep the rest from starting.
    private static readonly TimeSpan s_longestFirstPass = TimeSpan.FromSeconds(2);

    private ImmutableArray<CollectorService> _running = [];

    /// <summary>The collectors that run, in roster order.</summary>
    public ImmutableArray<CollectorService> Running => _running;

    /// <summary>The shortest time between ticks; null where nothing runs by the clock.</summary>
    public TimeSpan? ShortestInterval
    {
        get
        {
            TimeSpan? shortest = null;
            foreach (CollectorService service in _running)
            {
                if (service.Descriptor.After is null && (shortest is null || service.Plan.Interval < shortest))
                    shortest = service.Plan.Interval;
            }

            return shortest;
        }
    }

    /// <summary>Starts all that the settings ask for; ends when each of the quick ones has had its first pass.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        live.Changed += Adopt;
        await ApplyAsync(live.Current.Options, cancellationToken).ConfigureAwait(false);
        if (_running.All(s => SelfRoster.Holds(s.Descriptor)))
            Log.NothingToCollect(logger);

        // The start has nothing else to do, and a wait without a timer costs no thread for one.
        Task.WaitAll([.. _running.Where(s => s.Descriptor is { Blocking: false, After: null }).Select(s => s.FirstPass)],
            (int)s_longestFirstPass.TotalMilliseconds, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        live.Changed -= Adopt;
        return Task.WhenAll(_running.Select(s => s.StopAsync(cancellationToken)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (CollectorService service in _running)
            service.Dispose();
    }

    private void Adopt(Settings before, Settings now) => ApplyAsync(now.Options, CancellationToken.None).GetAwaiter().GetResult();

    private async Task ApplyAsync(BoundOptions options, CancellationToken stop)
    {
        ImmutableArray<(CollectorDescriptor Descriptor, CollectorPlan Plan)> wanted = Plan(options);
        var before = _running.ToDictionary(s => s.Descriptor);
        var next = ImmutableArray.CreateBuilder<CollectorService>(wanted.Length);
        foreach ((CollectorDescriptor descriptor, CollectorPlan plan) in wanted)
        {
            if (before.Remove(descriptor, out CollectorService? service))
                service.Plan = plan;
            next.Add(service ?? new CollectorService(descriptor, plan, around));
        }

        ImmutableArray<CollectorService> started = [.. next.Except(_running)];
        _running = next.MoveToImmutable();
        Link();
        around.Store.Replace([.. _running.Select(s => s.Ring)]);
        around.Heartbeats.Collection.Promise(ShortestInterval);
        foreach (CollectorService service in started)
            await service.StartAsync(stop).ConfigureAwait(false);
        foreach (CollectorService gone in before.Values)
        {
            await gone.StopAsync(stop).ConfigureAwait(false);
            gone.Dispose();
        }
    }

    private ImmutableArray<(CollectorDescriptor Descriptor, CollectorPlan Plan)> Plan(BoundOptions options)
    {
        var plans = new CollectorPlans(options);
        var chosen = around.Platform.Collectors.Select(d => (Descriptor: d, Plan: plans.For(d))).Where(c => c.Plan is not null).ToList();
        var filled = chosen.SelectMany(c => c.Descriptor.Tables).ToHashSet();
        return [.. chosen.Where(c => c.Descriptor.After is null || filled.Contains(c.Descriptor.After)).Select(c => (c.Descriptor, c.Plan!))];
    }

    private void Link()
    {
        foreach (CollectorService source in _running)
            source.Followers = [.. _running.Where(s => Follows(s, source)).Select(s => s.FollowerTicket!)];
    }

    private static bool Follows(CollectorService service, CollectorService source) =>
        service.Descriptor.After is { } after && source.Descriptor.Tables.Contains(after);

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Information, "There are no collectors for this system yet: Probe serves what little it knows of itself.")]
        internal static partial void NothingToCollect(ILogger logger);
    }
}
