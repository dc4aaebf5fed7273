using Probe.Catalog;
using Probe.Collection;
using Probe.Configuration;
using Probe.Hosting.SelfMetrics;
using Probe.Metrics;

namespace Probe.Commands;

/// <summary>A metric of the catalog, and what this host makes of it.</summary>
/// <param name="Instrument">The metric.</param>
/// <param name="Schemas">The tables that hold it.</param>
/// <param name="Collector">The collector that fills them; null where none does yet.</param>
/// <param name="IsFilled">Whether a value was seen just now.</param>
/// <param name="IsSent">Whether the settings send it from here.</param>
/// <param name="Here">The same in words.</param>
internal sealed record MetricCheck(Instrument Instrument, IReadOnlyList<Schema> Schemas, CollectorDescriptor? Collector, bool IsFilled, bool IsSent, string Here)
{
    private const string ByDaemon = "by the running daemon";

    private static readonly (Systems System, string Name)[] s_systems =
    [
        (Systems.Linux, "Linux"), (Systems.MacOS, "macOS"), (Systems.FreeBsd, "FreeBSD"), (Systems.OpenBsd, "OpenBSD"), (Systems.NetBsd, "NetBSD"),
    ];

    /// <summary>Whether it tells of the daemon, and has a value only where that runs.</summary>
    public bool IsByDaemon => Here == ByDaemon;

    /// <summary>Its tier.</summary>
    public string Tier => Instrument.Tier == Metrics.Tier.Default ? "default" : "optional";

    /// <summary>What kind of number it is.</summary>
    public string Kind => Instrument.Kind switch
    {
        InstrumentKind.UpDownCounter => "updowncounter",
        InstrumentKind.ExponentialHistogram => "histogram",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The systems that can know it.</summary>
    public string SystemsText => Instrument.Systems == Systems.All
        ? "all"
        : string.Join(", ", s_systems.Where(s => Instrument.Systems.HasFlag(s.System)).Select(s => s.Name)).Replace("FreeBSD, OpenBSD, NetBSD", "BSD");

    /// <summary>Names of the attributes that its points can have.</summary>
    public IEnumerable<string> Attributes => Schemas
        .SelectMany(s => s.ResourceKeys.Concat(s.Keys).Concat(s.Columns.Where(c => c.Instrument == Instrument).SelectMany(c => c.FixedAttributes.Select(a => a.Key))))
        .Select(k => k.Name).Distinct();

    /// <summary>Every metric of the catalog, held against what collectors gave when all of them were asked for everything.</summary>
    public static IEnumerable<MetricCheck> OfAll(OneShot shot, BoundOptions options)
    {
        HashSet<Column> filled = FindFilled(shot);
        var metrics = options.Get<MetricsOptions>();
        return AllTables.Schemas.SelectMany(s => s.Columns).Select(c => c.Instrument).Distinct()
            .Select(i => Check(i, shot, filled, metrics, options)).OrderBy(m => m.Instrument.Name, StringComparer.Ordinal);
    }

    private static HashSet<Column> FindFilled(OneShot shot)
    {
        var filled = new HashSet<Column>();
        foreach (OneShotCollector collector in shot.Collectors)
        {
            TableView.Read(collector, (_, views) =>
            {
                foreach (TableView view in views)
                    filled.UnionWith(view.Schema.Columns.Where(view.HasAny));
            });
        }

        return filled;
    }

    private static MetricCheck Check(Instrument instrument, OneShot shot, HashSet<Column> filled, MetricsOptions metrics, BoundOptions options)
    {
        Schema[] schemas = [.. AllTables.Schemas.Where(s => s.Columns.Any(c => c.Instrument == instrument))];
        OneShotCollector? ran = shot.Collectors.FirstOrDefault(c => c.Descriptor.Tables.Any(t => schemas.Contains(t) && t.Columns.Any(k => k.Instrument == instrument && filled.Contains(k))))
            ?? shot.Collectors.FirstOrDefault(c => c.Descriptor.Tables.Any(schemas.Contains));
        bool isFilled = schemas.SelectMany(s => s.Columns).Any(c => c.Instrument == instrument && filled.Contains(c));
        bool runs = ran is not null && options.Get<CollectorOptions>(ran.Descriptor.Name).IsEnabled(ran.Descriptor);
        bool isSent = isFilled && runs && metrics.Wants(instrument);
        return new MetricCheck(instrument, schemas, ran?.Descriptor, isFilled, isSent, isSent ? "yes" : isFilled ? WhyNotSent(instrument, runs) : WhyNot(instrument, schemas, ran));
    }

    private static string WhyNotSent(Instrument instrument, bool runs) =>
        !runs ? "when its collector is on" : instrument.Tier == Metrics.Tier.Optional ? "when included" : "excluded";

    private static string WhyNot(Instrument instrument, Schema[] schemas, OneShotCollector? ran)
    {
        if (!instrument.Systems.HasFlag(Current))
            return "no: not on this system";
        if (ran is null)
            return SelfRoster.Collectors.Any(c => c.Tables.Any(schemas.Contains)) ? ByDaemon : "no: no collector yet";
        CollectorCheck check = CollectorCheck.Of(ran);
        return check.State switch
        {
            CollectorState.Failed => $"no: {check.Detail}",
            CollectorState.Degraded or CollectorState.Denied when check.MissingRight is not null => $"no: needs {check.MissingRight}",
            _ => "no: not on this host",
        };
    }

    private static Systems Current =>
        OperatingSystem.IsLinux() ? Systems.Linux
        : OperatingSystem.IsMacOS() ? Systems.MacOS
        : OperatingSystem.IsFreeBSD() ? Systems.FreeBsd
        : Systems.None;
}
