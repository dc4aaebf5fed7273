using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Probe.Cloud;
using Probe.Exporters.Otlp;
using Probe.SelfTelemetry;
using Probe.Web;

namespace Probe.Configuration;

/// <summary>The one place that knows every options class: binds it, validates it, and hands it to the services.</summary>
public static class OptionsSetup
{
    /// <summary>Registers all options, and the <see cref="LiveSettings"/> through which a reload turns all of them at once.</summary>
    public static IServiceCollection Configure(IServiceCollection services, Settings settings)
    {
        var live = new LiveSettings(settings);
        return services.AddSingleton(live)
            .Serve<CloudOptions>(live)
            .Serve<CollectorOptions>(live)
            .Serve<KernelOptions>(live)
            .Serve<LogOptions>(live)
            .Serve<MetricsOptions>(live)
            .Serve<OtlpOptions>(live)
            .Serve<ResourceOptions>(live)
            .Serve<SelfTelemetryOptions>(live)
            .Serve<WebOptions>(live);
    }

    // Each Bind stands alone so that the source generator sees the class.
    internal static IEnumerable<BoundSection> Bind(IConfiguration configuration, IEnumerable<string> collectors)
    {
        foreach (string name in collectors)
        {
            var collector = new CollectorOptions();
            IConfigurationSection section = configuration.GetSection($"{SettingCatalog.Collectors}:{name}");
            section.Bind(collector);
            yield return new BoundSection(name, collector, section);
        }

        var cloud = new CloudOptions();
        IConfigurationSection cloudSection = configuration.GetSection("Probe:Cloud");
        cloudSection.Bind(cloud);
        yield return new BoundSection("", cloud, cloudSection);

        var kernel = new KernelOptions();
        IConfigurationSection kernelSection = configuration.GetSection("Probe:Kernel");
        kernelSection.Bind(kernel);
        yield return new BoundSection("", kernel, kernelSection);

        var log = new LogOptions();
        IConfigurationSection logSection = configuration.GetSection("Probe:Log");
        logSection.Bind(log);
        yield return new BoundSection("", log, logSection);

        var metrics = new MetricsOptions();
        IConfigurationSection metricsSection = configuration.GetSection("Probe:Metrics");
        metricsSection.Bind(metrics);
        yield return new BoundSection("", metrics, metricsSection);

        var otlp = new OtlpOptions();
        IConfigurationSection otlpSection = configuration.GetSection("Probe:Otlp");
        otlpSection.Bind(otlp);
        yield return new BoundSection("", otlp, otlpSection);

        var resource = new ResourceOptions();
        IConfigurationSection resourceSection = configuration.GetSection("Probe:Resource");
        resourceSection.Bind(resource);
        yield return new BoundSection("", resource, resourceSection);

        var selfTelemetry = new SelfTelemetryOptions();
        IConfigurationSection selfTelemetrySection = configuration.GetSection("Probe:SelfTelemetry");
        selfTelemetrySection.Bind(selfTelemetry);
        yield return new BoundSection("", selfTelemetry, selfTelemetrySection);

        var web = new WebOptions();
        IConfigurationSection webSection = configuration.GetSection("Probe:Web");
        webSection.Bind(web);
        yield return new BoundSection("", web, webSection);
    }

    /// <summary>All that the validators say.</summary>
    internal static IEnumerable<(string Key, string Message)> Validate(BoundOptions all) =>
        all.All.SelectMany(o => Validate(o.Name, o.Options)).Select(Part).OrderBy(f => f.Key, StringComparer.Ordinal);

    private static IEnumerable<string> Validate(string name, object options) => options switch
    {
        CloudOptions cloud => Failures(new CloudOptionsValidator(), name, cloud),
        CollectorOptions collector => Failures(new CollectorOptionsValidator(), name, collector),
        KernelOptions kernel => Failures(new KernelOptionsValidator(), name, kernel),
        MetricsOptions metrics => Failures(new MetricsOptionsValidator(), name, metrics),
        OtlpOptions otlp => Failures(new OtlpOptionsValidator(), name, otlp),
        WebOptions web => Failures(new WebOptionsValidator(), name, web),
        _ => [],
    };

    private static IEnumerable<string> Failures<T>(IValidateOptions<T> validator, string name, T options) where T : class =>
        validator.Validate(name, options).Failures ?? [];

    // A validator's failure reads "Property KEY: MESSAGE".
    private static (string Key, string Message) Part(string failure)
    {
        const string prefix = "Property ";
        int end = failure.IndexOf(": ", StringComparison.Ordinal);
        return failure.StartsWith(prefix, StringComparison.Ordinal) && end > 0
            ? (failure[prefix.Length..end], failure[(end + 2)..])
            : ("", failure);
    }

    private static IServiceCollection Serve<T>(this IServiceCollection services, LiveSettings live) where T : class, new() => services
        .AddSingleton<IOptionsMonitor<T>>(new LiveOptions<T>(live))
        .AddSingleton<IOptions<T>>(_ => Options.Create(live.Current.Options.Get<T>()));
}
