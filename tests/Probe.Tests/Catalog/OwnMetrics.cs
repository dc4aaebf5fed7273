using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Probe.Collection;
using Probe.Configuration;
using Probe.Exporters.Otlp;
using Probe.Hosting;
using Probe.Hosting.SelfMetrics;
using Probe.Tests.Exporters.Otlp;
using Probe.Web;

namespace Probe.Tests.Catalog;

/// <summary>What a running daemon tells of itself, as a receiver gets it.</summary>
internal static class OwnMetrics
{
    // Known once a push has been answered and counted: the last to come.
    private const string Last = "otel.sdk.exporter.operation.duration";

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <summary>The names of the metrics that arrive from a daemon that collects the platform and itself, and pushes every second.</summary>
    public static async Task<ImmutableHashSet<string>> FindAsync(Platform platform)
    {
        await using Receiver receiver = await Receiver.StartAsync(isGrpc: false, static (_, _) => Task.CompletedTask);
        using IHost daemon = Build(platform, receiver.Port);
        await daemon.StartAsync();
        using var deadline = new CancellationTokenSource(s_longest);
        var names = ImmutableHashSet<string>.Empty;
        while (!names.Contains(Last) && await receiver.Requests.WaitToReadAsync(deadline.Token))
            names = names.Union(NamesIn(await receiver.Requests.ReadAsync(deadline.Token)));
        await daemon.StopAsync();
        return names;
    }

    // As the daemon is put together, but for what ends the process.
    private static IHost Build(Platform platform, int port)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        OptionsSetup.Configure(builder.Services, LoadSettings(platform, port))
            .AddSingleton(TimeProvider.System)
            .AddCollectors(platform)
            .AddOtlpPush()
            .AddWeb();
        return builder.Build();
    }

    private static Settings LoadSettings(Platform platform, int port)
    {
        string[] arguments =
        [
            $"--Probe:Otlp:Endpoint=http://127.0.0.1:{port}", "--Probe:Otlp:Interval=1s", "--Probe:Web:Listen=", "--Probe:Metrics:Include=*",
            .. SelfRoster.Collectors.Select(collector => $"--Probe:Collectors:{collector.Name}:Interval=1s"),
        ];
        SettingsOutcome outcome = Settings.Load(new SettingsInput([.. arguments], [], [], [.. platform.Collectors, .. SelfRoster.Collectors]));
        Assert.Empty(outcome.Errors);
        return outcome.Settings!;
    }

    private static IEnumerable<string> NamesIn(Received request) =>
        request.Metrics.ResourceMetrics.SelectMany(resource => resource.ScopeMetrics).SelectMany(scope => scope.Metrics).Select(metric => metric.Name);
}
