using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Probe.Catalog;
using Probe.Collection;
using Probe.Exporters.Otlp;
using Probe.Snapshots;
using Probe.Web;

namespace Probe.Hosting.SelfMetrics;

/// <summary>What Probe tells of itself: the same tables, rings and readers as for everything else.</summary>
internal static class SelfRoster
{
    /// <summary>The collectors as the settings and the commands see them; outside the daemon there is nothing for them to tell.</summary>
    public static ImmutableArray<CollectorDescriptor> Collectors { get; } = Make(
        static _ => NothingToTell.Instance, static _ => NothingToTell.Instance, static _ => NothingToTell.Instance, static _ => NothingToTell.Instance);

    /// <summary>Whether a collector is one of these.</summary>
    public static bool Holds(CollectorDescriptor collector) => Collectors.Any(c => c.Name == collector.Name);

    /// <summary>The collectors of a daemon.</summary>
    /// <param name="services">Its services, which are asked when the collectors start.</param>
    public static ImmutableArray<CollectorDescriptor> In(IServiceProvider services) => Make(
        c => new CollectorsCollector(c, services.GetRequiredService<CollectorSet>(), services.GetRequiredService<CollectorSurroundings>()),
        c => new ExportCollector(c, services.GetRequiredService<OtlpStatistics>(), services.GetRequiredService<IOptionsMonitor<OtlpOptions>>()),
        c => new ScrapeCollector(c, services.GetRequiredService<ScrapeStatistics>()),
        static c => new RuntimeCollector(c));

    private static ImmutableArray<CollectorDescriptor> Make(Func<CollectorContext, ICollector> collectors, Func<CollectorContext, ICollector> exports,
        Func<CollectorContext, ICollector> scrapes, Func<CollectorContext, ICollector> runtime) =>
    [
        new("self", [Self.Collectors, Self.CollectorPaths, Self.Capabilities, Self.Collection], Intervals.Default, collectors),
        new("self-exports", [Self.Exports, Self.SdkExports, Self.SdkDurations, Self.SdkInflight, Self.SdkReader], Intervals.Default, exports),
        new("self-scrapes", [Self.Scrapes], Intervals.Default, scrapes),
        new("self-runtime", [Self.Runtime, Self.Exceptions], Intervals.Default, runtime),
    ];

    private sealed class NothingToTell : ICollector
    {
        public static readonly NothingToTell Instance = new();

        public void Collect(Snapshot snapshot)
        {
        }
    }
}
