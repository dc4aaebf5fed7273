using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Probe.EndToEndTests.Peers;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>A Collector that goes, hangs and comes back, and a port that somebody else has.</summary>
public sealed class OutageTests(PublishedProbe probe)
{
    private const long Second = 1_000_000_000;

    [Fact]
    public async Task A_collector_that_comes_back_gets_the_passes_it_missed_with_their_own_times()
    {
        await using Collector collector = await Collector.StartAsync();
        await using ProbeDaemon daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", collector.Http));
        await collector.ReceivedAsync("two passes", r => Passes(r).Length >= 2);

        await collector.StopAsync();
        await daemon.Daemon.LineAsync("fails: ");
        await PassAsync(TimeSpan.FromSeconds(5));
        long back = Now();
        await collector.RestartAsync();

        Received received = await collector.ReceivedAsync("passes from after the outage", r => Passes(r).Any(t => t > back + Second));
        long[] times = Passes(received);
        Assert.Equal(times.Distinct(), times);
        Assert.All(times.Skip(1).Zip(times), pair => Assert.InRange(pair.First - pair.Second, Second / 2, 3 * Second / 2));
        Assert.True(times.Count(t => t < back) >= 7, $"{times.Count(t => t < back)} passes from before it came back");
        await daemon.Daemon.LineAsync("works after");
        Assert.Single(daemon.Daemon.Lines, l => l.Contains("fails: ", StringComparison.Ordinal));
        Faults.Report("2", "the Collector ends and starts again after five seconds", "every missed pass arrives once, with its own time; two log lines");
    }

    [Fact]
    public async Task A_collector_that_dies_gets_the_passes_it_missed_when_it_starts_anew()
    {
        await using Collector collector = await Collector.StartAsync();
        await using ProbeDaemon daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", collector.Grpc), ("Otlp:Protocol", "Grpc"));
        await collector.ReceivedAsync("two passes", r => Passes(r).Length >= 2);

        long died = Now();
        await collector.KillAsync();
        await PassAsync(TimeSpan.FromSeconds(4));
        long back = Now();
        await collector.RestartAsync();

        Received received = await collector.ReceivedAsync("passes from after the outage", r => Passes(r).Any(t => t > back + Second));
        long[] missed = [.. Passes(received).Where(t => t > died && t < back)];
        Assert.InRange(missed.Length, 3, 5);
    }

    [Fact]
    public async Task A_collector_that_hangs_costs_a_request_its_time_and_the_collecting_nothing()
    {
        await using Collector collector = await Collector.StartAsync();
        await using ProbeDaemon daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", collector.Http), ("Otlp:Timeout", "1s"));
        await collector.ReceivedAsync("two passes", r => Passes(r).Length >= 2);

        collector.Daemon.Signal(Signal.Stop);
        long began = Stopwatch.GetTimestamp();
        await daemon.Daemon.LineAsync("fails: ", TimeSpan.FromSeconds(10));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.9, 6);
        double before = await UptimeAsync(daemon);
        await Poll.UntilAsync("uptime that goes on", async () => await UptimeAsync(daemon) >= before + 3 ? "yes" : null, TimeSpan.FromSeconds(10));

        collector.Daemon.Signal(Signal.Cont);
        long back = Now();
        Received received = await collector.ReceivedAsync("passes from after the hang", r => Passes(r).Any(t => t > back + Second));
        long[] times = [.. Passes(received).Distinct()];
        Assert.All(times.Skip(1).Zip(times), pair => Assert.InRange(pair.First - pair.Second, Second / 2, 3 * Second / 2));
        Faults.Report("3", "SIGSTOP to the Collector", "the request ends at its time-out, /metrics goes on, no pass is missing after SIGCONT");
    }

    [Fact]
    public async Task A_taken_port_is_said_and_tried_again_while_pushing_goes_on()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string endpoint = taken.LocalEndpoint.ToString()!;
        await using Collector collector = await Collector.StartAsync();

        await using ProbeDaemon daemon = ProbeDaemon.Start(probe, ("Otlp:Endpoint", collector.Http), ("Web:Listen", endpoint));

        string line = await daemon.Daemon.LineAsync("Can't listen on ");
        Assert.Contains(endpoint, line, StringComparison.Ordinal);
        await collector.ReceivedAsync("two passes", r => Passes(r).Length >= 2);
        taken.Stop();
        Assert.Equal(endpoint, (await daemon.AddressAsync()).Authority);
        Assert.Contains("system_uptime_seconds", await daemon.GetAsync("/metrics"), StringComparison.Ordinal);
        Faults.Report("66", "another listener has the port, and frees it later", "said once, pushing goes on, /metrics is served once the port is free");
    }

    /// <summary>Waits until so much time has gone by: an outage is nothing but time.</summary>
    private static async Task PassAsync(TimeSpan span)
    {
        long began = Stopwatch.GetTimestamp();
        await Poll.UntilAsync("end of the outage", () => Stopwatch.GetElapsedTime(began) > span);
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1_000_000;

    /// <summary>The times of the passes of one collector that arrived, in order.</summary>
    private static long[] Passes(Received received) => [.. received["system.uptime"].Select(p => p.Time).Order()];

    private static async Task<double> UptimeAsync(ProbeDaemon daemon)
    {
        string text = await daemon.GetAsync("/metrics");
        string line = text.Split('\n').Single(l => l.StartsWith("system_uptime_seconds ", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
