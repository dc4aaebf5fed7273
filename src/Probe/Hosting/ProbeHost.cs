using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Probe.Cloud;
using Probe.Collection;
using Probe.Configuration;
using Probe.Exporters.Otlp;
using Probe.SelfTelemetry;
using Probe.Web;

namespace Probe.Hosting;

/// <summary>Puts the daemon together: the only place that knows everyone.</summary>
public static class ProbeHost
{
    // Below the five seconds within which Probe has ended whatever hangs.
    private static readonly TimeSpan s_longestStop = TimeSpan.FromSeconds(4);

    /// <summary>A host that collects, serves and pushes as the settings say.</summary>
    public static IHost Build(Settings settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        IServiceCollection services = OptionsSetup.Configure(builder.Services, settings);
        services.Configure<HostOptions>(static o => (o.ShutdownTimeout, o.ServicesStopConcurrently) = (s_longestStop, true));
        services.AddLogs();
        services.AddHostedService<StopGuard>();
        services.AddSingleton(TimeProvider.System);
        Platform platform = Platforms.Create(settings.Options.Get<KernelOptions>().Root, TimeProvider.System);
        services.AddSelfTelemetry(settings, platform);
        services.AddCollectors(platform);
        services.AddCloudEnricher();
        services.AddOtlpPush();
        services.AddWeb();
        services.AddService();
        return builder.Build();
    }
}
