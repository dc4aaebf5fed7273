using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Probe.Cloud;
using Probe.Exporters.Otlp;
using Probe.SelfTelemetry;

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
            .Serve<SelfTelemetryOptions>(live);
    }

    // Each Bind stands alone so that the source generator sees the class.
    internal static IEnumerable<(string Name, object Options)> Bind(IConfiguration configuration, IEnumerable<string> collectors)
    {
        foreach (string name in collectors)
        {
            var collector = new CollectorOptions();
            configuration.GetSection($"{SettingCatalog.Collectors}:{name}").Bind(collector);
            yield return (name, collector);
        }

        var cloud = new CloudOptions();
        configuration.GetSection("Probe:Cloud").Bind(cloud);
        yield return ("", cloud);

        var kernel = new KernelOptions();
        configuration.GetSection("Probe:Kernel").Bind(kernel);
        yield return ("", kernel);

        var log = new LogOptions();
        configuration.GetSection("Probe:Log").Bind(log);
        yield return ("", log);

        var metrics = new MetricsOptions();
        configuration.GetSection("Probe:Metrics").Bind(metrics);
        yield return ("", metrics);

        var otlp = new OtlpOptions();
        configuration.GetSection("Probe:Otlp").Bind(otlp);
        yield return ("", otlp);

        var resource = new ResourceOptions();
        configuration.GetSection("Probe:Resource").Bind(resource);
        yield return ("", resource);

        var selfTelemetry = new SelfTelemetryOptions();
        configuration.GetSection("Probe:SelfTelemetry").Bind(selfTelemetry);
        yield return ("", selfTelemetry);
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
