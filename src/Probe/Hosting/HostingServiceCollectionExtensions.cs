using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Probe.Collection;
using Probe.Hosting.SelfMetrics;
using Probe.Snapshots;

namespace Probe.Hosting;

/// <summary>Composes what is the host's own: collecting, and living under a service manager.</summary>
internal static class HostingServiceCollectionExtensions
{
    /// <summary>Adds the store, the scheduler and a loop for each collector of the platform that the settings enable.</summary>
    public static IServiceCollection AddCollectors(this IServiceCollection services, Platform platform) => services
        .AddSingleton(p => platform with { Collectors = [.. platform.Collectors, .. SelfRoster.In(p)] })
        .AddSingleton<SnapshotStore>()
        .AddSingleton<ResourceLayers>()
        .AddSingleton<Heartbeats>()
        .AddSingleton(p => new Scheduler(p.GetRequiredService<TimeProvider>(), HostPhase.Find()))
        .AddSingleton<CollectorSurroundings>()
        .AddHostedService<HostResource>()
        .AddSingleton<CollectorSet>()
        .AddHostedService(p => p.GetRequiredService<CollectorSet>());

    /// <summary>Adds what makes a process a service: reports to its manager, reloads, and an end that comes in time.</summary>
    public static IServiceCollection AddService(this IServiceCollection services) => services
        .AddSystemd()
        .AddSingleton<Degradations>()
        .AddSingleton(static _ => new ServiceNotifier(Environment.GetEnvironmentVariable("NOTIFY_SOCKET")))
        .AddSingleton<StatusLine>()
        .AddHostedService<SettingsReloader>()
        .AddHostedService<ServiceReporter>()
        .AddHostedService<StartMemory>();
}
