using Probe.Benchmarks.Host;

switch (args)
{
    case ["host", var reference]:
        Console.WriteLine("One pass over stat, meminfo, loadavg, diskstats, net/dev, pressure/{cpu,memory,io} and uptime, parsed into tables:");
        HostComparison.Run(reference);
        return 0;
    default:
        Console.Error.WriteLine("usage: Probe.Benchmarks host REFERENCE; tests/bench.sh runs them all.");
        return 2;
}
