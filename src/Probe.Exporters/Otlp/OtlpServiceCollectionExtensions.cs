using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Probe.Exporters.Otlp;

/// <summary>Composes the push.</summary>
public static class OtlpServiceCollectionExtensions
{
    /// <summary>Adds the pusher, its statistics and the validation of its options. The options' binding is the host's.</summary>
    public static IServiceCollection AddOtlpPush(this IServiceCollection services)
    {
        services.TryAddSingleton<OtlpStatistics>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OtlpOptions>, OtlpOptionsValidator>());
        services.AddHostedService<OtlpPusher>();
        return services;
    }
}
