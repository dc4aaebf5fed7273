using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Probe.Collection;
using Probe.Configuration;
using Probe.Exporters.Otlp;
using Probe.Hosting;
using Probe.Web;

namespace Probe.Tests.Hosting;

/// <summary>A whole pass of every collector on the live kernel, through the loop, its ring and its statistics.</summary>
public sealed class AllocationTests
{
    private const int Warm = 40, Measured = 10;

    [Fact]
    public void A_pass_allocates_nothing_once_the_loop_is_warm()
    {
        using var fixture = new CollectionFixture();
        using ServiceProvider services = Compose(fixture);
        (FakeTimeProvider clock, Scheduler scheduler) = (fixture.Clock, fixture.Scheduler);
        var set = services.GetRequiredService<CollectorSet>();
        Start(set, scheduler);

        for (int i = 0; i < Warm; i++)
            Turn(clock, scheduler);
        var before = set.Running.ToDictionary(s => s, s => (s.Statistics.Allocated, s.Ring.Latest, s.Ring.Displaced));
        for (int i = 0; i < Measured; i++)
            Turn(clock, scheduler);

        // A process that starts meanwhile costs what stands for it; sooner or later none does.
        CollectorService processes = set.Running.Single(s => s.Descriptor.Name == "processes");
        for (int tries = 0; tries < 30 && processes.Statistics.Allocated != before[processes].Allocated; tries++)
        {
            before[processes] = (processes.Statistics.Allocated, processes.Ring.Latest, processes.Ring.Displaced);
            Turn(clock, scheduler);
        }

        Assert.NotEmpty(before);
        Assert.All(set.Running.Where(s => s.Statistics.Series > 0).Select(s => (s.Descriptor.Name, Passes: s.Ring.Latest - before[s].Latest)), s => Assert.NotEqual(0, s.Passes));
        Assert.All(set.Running.Select(s => (s.Descriptor.Name, Bytes: s.Statistics.Allocated - before[s].Allocated)), s => Assert.Equal(0, s.Bytes));
    }

    private static ServiceProvider Compose(CollectionFixture fixture) => OptionsSetup.Configure(new ServiceCollection(), Load())
        .AddCollectors(Platforms.Create("/", fixture.Clock))
        .AddSingleton<TimeProvider>(fixture.Clock)
        .AddSingleton(fixture.Scheduler)
        .AddSingleton<ILoggerFactory>(fixture.Log)
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .AddSingleton<IHostApplicationLifetime>(fixture)
        .AddSingleton<OtlpStatistics>()
        .AddSingleton<ScrapeStatistics>()
        .BuildServiceProvider();

    // A clock of an hour a tick brings every interval round; a ring keeps few enough passes to be full when warm.
    private static void Turn(FakeTimeProvider clock, Scheduler scheduler)
    {
        clock.Advance(TimeSpan.FromHours(1));
        scheduler.RunDue();
    }

    private static Settings Load()
    {
        // What a garbage collection did can't be asked of the runtime without allocating: that is done once after each collection, whenever one comes.
        string[] arguments = ["--Probe:Metrics:Include=*", "--Probe:Metrics:Exclude=dotnet.gc.last_collection.*,dotnet.exceptions", "--Probe:Otlp:Endpoint=", .. Rosters.Collectors.Select(c => $"--Probe:Collectors:{c.Name}:Budget=16KiB")];
        SettingsOutcome outcome = Settings.Load(new SettingsInput([.. arguments], [], [], Rosters.Collectors));
        Assert.Empty(outcome.Errors);
        return outcome.Settings!;
    }

    private static void Start(CollectorSet set, Scheduler scheduler)
    {
        Task start = Task.Run(() => set.StartAsync(CancellationToken.None));
        while (!start.IsCompleted)
            scheduler.RunDue();
        start.GetAwaiter().GetResult();
        int byClock = set.Running.Count(s => s.Descriptor.After is null);
        Assert.True(SpinWait.SpinUntil(() => scheduler.Waiting == byClock, TimeSpan.FromSeconds(30)));
    }
}
