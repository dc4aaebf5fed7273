using System.Collections;
using System.Collections.Immutable;
using Probe.Collection;

namespace Probe.Configuration;

/// <summary>All that the settings are made from, so that a reload reads the same places again and a test can choose them.</summary>
/// <param name="Arguments">The command line; what is no setting is left to the commands.</param>
/// <param name="Variables">The environment.</param>
/// <param name="Files">Where the settings file is looked for when no argument names it; the first that exists is taken.</param>
/// <param name="Roster">The collectors that can be set.</param>
public sealed record SettingsInput(
    ImmutableArray<string> Arguments,
    ImmutableArray<KeyValuePair<string, string>> Variables,
    ImmutableArray<string> Files,
    ImmutableArray<CollectorDescriptor> Roster)
{
    /// <summary>The file's name wherever it lies.</summary>
    public const string FileName = "appsettings.json";

    /// <summary>This process's own: its environment, <c>/etc/probe</c> and the folder of the executable; never the current folder.</summary>
    public static SettingsInput OfProcess(params ImmutableArray<string> arguments) => new(
        arguments,
        [.. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => KeyValuePair.Create((string)v.Key, (string?)v.Value ?? ""))],
        [Path.Combine("/etc/probe", FileName), Path.Combine(AppContext.BaseDirectory, FileName)],
        Rosters.Collectors);
}
