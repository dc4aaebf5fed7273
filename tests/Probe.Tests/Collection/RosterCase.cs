using Microsoft.Extensions.Time.Testing;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Linux;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Tests.Collection;

/// <summary>A roster line on a host that was recorded (or built by hand): what the contract tests run over.</summary>
/// <param name="System">The system, as its folder below <c>tests/fixtures</c> is named.</param>
/// <param name="Host">The host's folder.</param>
/// <param name="Line">The roster line.</param>
internal sealed record RosterCase(string System, string Host, CollectorDescriptor Line)
{
    private readonly RecordedHost _recorded = RecordedHost.TryLoad(Repository.At("tests", "fixtures", System, Host))
        ?? throw new InvalidOperationException($"tests/fixtures/{System}/{Host} has no host.json.");

    /// <summary>Every roster line that reads a kernel, on every recorded host.</summary>
    public static IEnumerable<RosterCase> All { get; } =
    [
        .. from host in Directory.GetDirectories(Repository.At("tests", "fixtures", "linux")).Order(StringComparer.Ordinal)
           from line in LinuxRoster.Collectors
           where line.After is null
           select new RosterCase("linux", Path.GetFileName(host), line),
    ];

    /// <summary>The kernel's answers as they were recorded.</summary>
    public IKernelSource Kernel => _recorded.Kernel;

    /// <summary>The file its output is held to.</summary>
    public string Golden => Repository.At("tests", "fixtures", System, Host, "expected", $"{Line.Name}.prom");

    /// <summary>Makes the collector, over a kernel that may differ from the recorded one.</summary>
    public ICollector Create(IKernelSource kernel) =>
        Line.Create(new CollectorContext(kernel, _recorded.Facts, new FakeTimeProvider(_recorded.Time.ToDateTimeOffset()), new SnapshotStore()));

    /// <summary>Empty tables of the line; all columns are wanted but those that measure the asking, which is another each time.</summary>
    public Snapshot MakeSnapshot() => new([.. Line.Tables.Select(t => new Table(t, ColumnMask.Where(t, static c => c != Filesystems.StatDuration)))]);

    /// <summary>One pass of a new collector over a kernel.</summary>
    public Snapshot Collect(IKernelSource kernel)
    {
        Snapshot snapshot = MakeSnapshot();
        Create(kernel).Collect(snapshot);
        return snapshot;
    }

    public override string ToString() => $"{Line.Name} on {System}/{Host}";
}
