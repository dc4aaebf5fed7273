using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Probe.Snapshots;

namespace Probe.Cloud;

/// <summary>Composes the enricher.</summary>
public static class CloudServiceCollectionExtensions
{
    /// <summary>Adds the enricher; it finds the machine's facts in the store. The options' binding and validation are the host's.</summary>
    public static IServiceCollection AddCloudEnricher(this IServiceCollection services)
    {
        services.TryAddSingleton<ResourceLayers>();
        return services.AddHostedService<CloudEnricher>();
    }
}
