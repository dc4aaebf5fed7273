using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Commands;
using Probe.Configuration;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;
using Probe.Tests.Kernel;

namespace Probe.Tests.Commands;

/// <summary>Runs commands in this process against a made-up system of a few collectors, and keeps what they write.</summary>
internal sealed class CommandFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("probe-commands-");
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public JumpingClock Clock { get; } = new();

    public IKernelSource Kernel { get; init; } = new FakeKernel();

    public ImmutableArray<CollectorDescriptor> Roster { get; init; } =
    [
        Collector("load", [Cpu.Load], static (snapshot, host) => snapshot[Cpu.Load].Add(new Entity(Cpu.Load, host.Boot))[Cpu.Load1] = 1.25),
        Counting(),
    ];

    public Dictionary<string, string> Variables { get; init; } = new() { ["PROBE__OTLP__ENDPOINT"] = "", ["PROBE__WEB__LISTEN"] = "" };

    public int? Width { get; init; }

    public bool Colors { get; init; }

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public string Folder => _folder.FullName;

    /// <summary>Runs a command and returns how it ended.</summary>
    public int Run(params string[] arguments) => CommandLine.Run(Context(arguments));

    /// <summary>What a command would work with.</summary>
    public CommandContext Context(params string[] arguments) => new(
        new SettingsInput([.. arguments], [.. Variables], [], Roster),
        new Lazy<Terminal>(new Terminal(_out, _error, Width, Colors)),
        Clock,
        (_, clock) => new Platform(Kernel, new HostFacts(Timestamp.From(clock.GetUtcNow().AddDays(-1)), 0.01, 4096), Roster));

    /// <summary>What the last command wrote, with the time a pass took made the same everywhere.</summary>
    public string[] Lines() => Out.TrimEnd('\n').Split('\n');

    public static CollectorDescriptor Collector(string name, ImmutableArray<Schema> tables, Action<Snapshot, HostFacts> collect) =>
        new(name, tables, Intervals.Default, context => new ActionCollector(snapshot => collect(snapshot, context.Host))) { Sources = [$"/proc/{name}"] };

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A collector whose counters grow by ten a pass, and by a thousand.</summary>
    private static CollectorDescriptor Counting() => new("activity", [Cpu.Activity], Intervals.Default, context =>
    {
        long passes = 0;
        var entity = new Entity(Cpu.Activity, context.Host.Boot);
        return new ActionCollector(snapshot =>
        {
            passes++;
            Table.Row row = snapshot[Cpu.Activity].Add(entity);
            row.Set(Cpu.ContextSwitches, 10 * passes);
            row.Set(Cpu.Interrupts, 2_000_000 + 1000 * passes);
        });
    })
    { Sources = ["/proc/stat"] };

    private sealed class ActionCollector(Action<Snapshot> collect) : ICollector
    {
        public void Collect(Snapshot snapshot) => collect(snapshot);
    }
}
