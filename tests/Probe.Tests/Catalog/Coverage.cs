using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Probe.Catalog;
using Probe.Collection;
using Probe.Commands;
using Probe.Configuration;
using Probe.Exporters.Prometheus;
using Probe.Metrics;

namespace Probe.Tests.Catalog;

/// <summary>Which metrics of the catalog get a value.</summary>
/// <param name="Here">Those that collectors gave just now, and those that a running daemon tells of itself.</param>
/// <param name="InFixtures">Those in the expected output of a recorded host.</param>
internal sealed record Coverage(ImmutableHashSet<string> Here, ImmutableHashSet<string> InFixtures)
{
    /// <summary>Runs every collector of a platform twice, with all columns wanted, and a daemon; reads the recorded hosts' expected outputs.</summary>
    public static async Task<Coverage> FindAsync(Platform platform) =>
        new(FindHere(platform).Union(await OwnMetrics.FindAsync(platform)), FindInFixtures());

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Here.Count} metrics are filled here, {InFixtures.Except(Here).Count} by fixtures only, {Contract.Rows.Length - Here.Union(InFixtures).Count} not yet.";

    private static ImmutableHashSet<string> FindHere(Platform platform)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        BoundOptions options = Settings.Load(new SettingsInput([], [], [], platform.Collectors)).Settings!.Options;
        using var shot = new OneShot(platform, options, platform.Collectors, clock, everything: true);
        shot.Pass();
        clock.Advance(Intervals.Default);
        shot.Pass();
        return [.. MetricCheck.OfAll(shot, options).Where(metric => metric.IsFilled).Select(metric => metric.Instrument.Name)];
    }

    private static ImmutableHashSet<string> FindInFixtures()
    {
        HashSet<string> families =
        [
            .. Directory.EnumerateFiles(Repository.At("tests", "fixtures"), "*.prom", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines).Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]),
        ];
        return
        [
            .. AllTables.Schemas.SelectMany(schema => schema.Columns).Select(column => column.Instrument).Distinct()
                .Where(instrument => PrometheusNames.Of(instrument) is var name && (families.Contains(name.Family) || families.Contains(name.Sample)))
                .Select(instrument => instrument.Name),
        ];
    }
}
