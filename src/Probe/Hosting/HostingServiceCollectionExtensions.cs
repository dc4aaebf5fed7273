using Microsoft.Extensions.DependencyInjection;
using Probe.Collection;
using Probe.Snapshots;

namespace Probe.Hosting;

/// <summary>Composes the collecting half of Probe.</summary>
internal static class HostingServiceCollectionExtensions
{
    /// <summary>Adds the store, the scheduler and a loop for each collector of the platform that the settings enable.</summary>
    public static IServiceCollection AddCollectors(this IServiceCollection services, Platform platform) => services
        .AddSingleton(platform)
        .AddSingleton<SnapshotStore>()
        .AddSingleton<Heartbeats>()
        .AddSingleton(p => new Scheduler(p.GetRequiredService<TimeProvider>(), HostPhase.Find()))
        .AddSingleton<CollectorSurroundings>()
        .AddSingleton<CollectorSet>()
        .AddHostedService(p => p.GetRequiredService<CollectorSet>());
}
