using System.Collections.Immutable;
using Probe.Collection;
using Probe.Configuration;

namespace Probe.Tests.Configuration;

/// <summary>Settings from chosen places: a file of its own, a made-up environment and command line.</summary>
internal sealed class SettingsFixture : IDisposable
{
    private static readonly ImmutableArray<CollectorDescriptor> s_roster =
    [
        new("cpu", [], Intervals.Default, _ => throw new NotSupportedException()),
        new("memory", [], Intervals.Default, _ => throw new NotSupportedException()),
        new("network-interfaces", [], Intervals.Slow, _ => throw new NotSupportedException()),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("probe-settings-");

    public string File => Path.Combine(_folder.FullName, "appsettings.json");

    public string[] Arguments { get; init; } = [];

    public Dictionary<string, string> Variables { get; init; } = [];

    public string? Json
    {
        init => System.IO.File.WriteAllText(File, value);
    }

    public SettingsOutcome Load() => Settings.Load(new SettingsInput([.. Arguments], [.. Variables], [File], s_roster));

    public Settings LoadGood()
    {
        SettingsOutcome outcome = Load();
        Assert.Empty(outcome.Errors);
        return outcome.Settings!;
    }

    /// <summary>The errors as an operator reads them, with the file's folder left out.</summary>
    public string[] Errors() => [.. Load().Errors.Select(e => e.ToString().Replace(File, "appsettings.json"))];

    public void Dispose() => _folder.Delete(recursive: true);
}
