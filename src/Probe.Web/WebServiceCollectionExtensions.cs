using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Probe.Collection;
using Probe.Exporters.Otlp;
using Probe.Snapshots;

namespace Probe.Web;

/// <summary>Composes the web.</summary>
public static class WebServiceCollectionExtensions
{
    /// <summary>Adds the listener, its statistics and the validation of its options. The options' binding is the host's.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.TryAddSingleton<ScrapeStatistics>();
        services.TryAddSingleton<OtlpStatistics>();
        services.TryAddSingleton<Degradations>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebOptions>, WebOptionsValidator>());
        services.TryAddSingleton(static provider => new WebListener(
            provider.GetRequiredService<IOptionsMonitor<WebOptions>>(),
            new WebContent(
                provider.GetRequiredService<SnapshotStore>(),
                provider.GetRequiredService<Platform>(),
                provider.GetRequiredService<Heartbeats>(),
                provider.GetRequiredService<OtlpStatistics>(),
                provider.GetRequiredService<Degradations>(),
                provider.GetRequiredService<ScrapeStatistics>(),
                provider.GetRequiredService<TimeProvider>(),
                WebLimits.Default),
            WebLimits.Default,
            provider.GetRequiredService<ILogger<WebListener>>()));
        services.AddHostedService(static provider => provider.GetRequiredService<WebListener>());
        return services;
    }
}
