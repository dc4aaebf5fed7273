using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Probe.Benchmarks.Daemon;

/// <summary>The native daemon beside node_exporter with its defaults, in one run.</summary>
/// <remarks>
/// node_exporter has no metrics of processes, so that ours are off where the two are compared; what they add stands in a line of its own.
/// CPU seconds an hour are added up from two measurements: the processor clock over a minute in which nobody scrapes, and the clock's
/// step over one scrape. An hour of each would give the same sum, and take two hours.
/// </remarks>
internal static class DaemonComparison
{
    private const string WithoutProcesses = "--Probe:Collectors:processes:Enabled=false";

    private const int Starts = 15, WarmScrapes = 20, Scrapes = 30, IdleSeconds = 60;

    // A reply is kept for a second, so that two scrapers cost as much as one: scrapes further apart are all made anew.
    private static readonly TimeSpan s_apart = TimeSpan.FromSeconds(1.1);

    public static async Task RunAsync(string probe, string nodeExporter)
    {
        Console.WriteLine("The native daemon with its default settings beside node_exporter with its own:");
        Print("ready (exec to READY=1), ms", MedianStart(probe), 100);
        using var sink = new PushSink();
        using MeasuredDaemon push = MeasuredDaemon.Start("pushes", probe, "run", "--Probe:Web:Listen=127.0.0.1:PORT", $"--Probe:Otlp:Endpoint={sink.Endpoint}", WithoutProcesses);
        using MeasuredDaemon pull = MeasuredDaemon.Start("pull only", probe, "run", "--Probe:Web:Listen=127.0.0.1:PORT", "--Probe:Otlp:Endpoint=", WithoutProcesses);
        using MeasuredDaemon whole = MeasuredDaemon.Start("with processes", probe, "run", "--Probe:Web:Listen=127.0.0.1:PORT", "--Probe:Otlp:Endpoint=");
        using MeasuredDaemon peer = MeasuredDaemon.Start("node_exporter", nodeExporter, "--web.listen-address=127.0.0.1:PORT");
        Measured[] all = [new(push), new(pull), new(whole), new(peer)];
        foreach (Measured daemon in all)
            await daemon.WarmAsync();
        await IdleAsync(all);
        for (int i = 0; i < Scrapes; i++)
        {
            await Task.Delay(s_apart);
            foreach (Measured daemon in all)
                await daemon.ScrapeAsync();
        }

        PrintAll(all, sink.Requests);
    }

    private static void PrintAll(Measured[] all, int pushes)
    {
        Measured reference = all[^1];
        foreach (Measured daemon in all)
        {
            Console.WriteLine($"  {daemon.Name,-14} PSS {daemon.Proportional,5:F1} MiB, private dirty {daemon.PrivateDirty,5:F1} MiB, idle {daemon.IdleAnHour,6:F2} CPU s/h, "
                + $"scrape {daemon.Scrape.Median * 1e6,7:F0} µs for {daemon.Bytes} bytes, an hour at 15 s {daemon.AnHour(15),6:F2} s, at 60 s {daemon.AnHour(60),6:F2} s");
        }

        Console.WriteLine($"  pushes taken meanwhile: {pushes}");
        Print("PSS, pushing / node_exporter", all[0].Proportional / reference.Proportional, 0.6);
        Print("PSS, pull only / node_exporter", all[1].Proportional / reference.Proportional, 0.4);
        Print("CPU an hour scraped every 15 s", all[1].AnHour(15) / reference.AnHour(15), 0.5);
        Print("CPU an hour scraped every 60 s", all[1].AnHour(60) / reference.AnHour(60), 1);
        Print("CPU a scrape", all[1].Scrape.Median / reference.Scrape.Median, 0.25);
    }

    private static async Task IdleAsync(Measured[] all)
    {
        foreach (Measured daemon in all)
            daemon.BeginIdle();
        await Task.Delay(TimeSpan.FromSeconds(IdleSeconds));
        foreach (Measured daemon in all)
            daemon.EndIdle();
    }

    private static double MedianStart(string probe)
    {
        var times = new Samples();
        for (int i = 0; i < Starts; i++)
            times.Add(StartOnce(probe));
        return times.Median;
    }

    private static double StartOnce(string probe)
    {
        string path = Path.Combine(Path.GetTempPath(), $"probe-ready-{Environment.ProcessId}");
        File.Delete(path);
        using var notify = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = 10_000 };
        notify.Bind(new UnixDomainSocketEndPoint(path));
        var start = new ProcessStartInfo(probe, ["run", "--Probe:Web:Listen=127.0.0.1:0", "--Probe:Otlp:Endpoint="])
        {
            Environment = { ["NOTIFY_SOCKET"] = path },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        byte[] message = new byte[4096];
        while (!Encoding.UTF8.GetString(message, 0, notify.Receive(message)).Contains("READY=1", StringComparison.Ordinal))
        {
            // a status line comes before or after it
        }

        double took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        process.Kill();
        process.WaitForExit();
        File.Delete(path);
        return took;
    }

    private static void Print(string what, double value, double goal) =>
        Console.WriteLine($"  {what,-32} {value,7:F2} (goal {goal}: {(value <= goal ? "met" : "MISSED")})");

    /// <summary>One of the daemons, and what was measured of it.</summary>
    private sealed class Measured(MeasuredDaemon daemon)
    {
        private double _idleStart;

        public string Name => daemon.Name;

        public Samples Scrape { get; } = new();

        public int Bytes { get; private set; }

        public double IdleAnHour { get; private set; }

        public double Proportional { get; private set; }

        public double PrivateDirty { get; private set; }

        public async Task WarmAsync()
        {
            await daemon.WaitAsync();
            for (int i = 0; i < WarmScrapes; i++)
                await daemon.ScrapeAsync();
        }

        public void BeginIdle() => _idleStart = daemon.CpuSeconds();

        public void EndIdle()
        {
            IdleAnHour = (daemon.CpuSeconds() - _idleStart) * 3600 / IdleSeconds;
            Proportional = daemon.ProportionalMebibytes();
            PrivateDirty = daemon.PrivateDirtyMebibytes();
        }

        public async Task ScrapeAsync()
        {
            double before = daemon.CpuSeconds();
            Bytes = await daemon.ScrapeAsync();
            Scrape.Add(daemon.CpuSeconds() - before);
        }

        public double AnHour(int everySeconds) => IdleAnHour + Scrape.Median * 3600 / everySeconds;
    }
}
