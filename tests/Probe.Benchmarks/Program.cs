using Probe.Benchmarks.Daemon;
using Probe.Benchmarks.Host;
using Probe.Benchmarks.Otlp;

switch (args)
{
    case ["host", var reference]:
        Console.WriteLine("One pass over stat, meminfo, loadavg, diskstats, net/dev, pressure/{cpu,memory,io} and uptime, parsed into tables:");
        HostComparison.Run(reference);
        return 0;
    case ["otlp"]:
        OtlpComparison.Run();
        return 0;
    case ["daemon", var probe, var nodeExporter]:
        await DaemonComparison.RunAsync(probe, nodeExporter);
        return 0;
    default:
        Console.Error.WriteLine("usage: Probe.Benchmarks host REFERENCE | otlp | daemon PROBE NODE_EXPORTER; tests/bench.sh runs them all.");
        return 2;
}
