using System.Diagnostics.CodeAnalysis;
using Probe.Collection;
using Probe.Configuration;
using Probe.Hosting;
using Probe.Hosting.SelfMetrics;
using Probe.Kernel;

namespace Probe.Commands;

/// <summary>What every command works with.</summary>
/// <param name="Input">Where the settings come from.</param>
/// <param name="LazyTerminal">Where it writes; the daemon, which writes logs instead, never asks what it can show.</param>
/// <param name="Clock">The clocks.</param>
/// <param name="MakePlatform">Finds the system below a root.</param>
internal sealed record CommandContext(SettingsInput Input, Lazy<Terminal> LazyTerminal, TimeProvider Clock, Func<string, TimeProvider, Platform> MakePlatform)
{
    /// <summary>Where it writes.</summary>
    public Terminal Terminal => LazyTerminal.Value;

    /// <summary>This process's own.</summary>
    public static CommandContext OfProcess(string[] arguments) =>
        new(SettingsInput.OfProcess([.. arguments]), new Lazy<Terminal>(Terminal.OfProcess), TimeProvider.System, Platforms.Create);

    /// <summary>Reads the settings; says all that is wrong with them.</summary>
    public bool TryLoad([NotNullWhen(true)] out Settings? settings)
    {
        SettingsOutcome outcome = Settings.Load(Input);
        settings = outcome.Settings;
        foreach (SettingError error in outcome.Errors)
            Terminal.Error.WriteLine(TerminalText.Clean($"probe: {error}"));
        foreach (SettingError warning in settings?.Warnings ?? [])
            Terminal.Error.WriteLine(TerminalText.Clean($"probe: warning: {warning}"));
        return settings is not null;
    }

    /// <summary>The system that the settings name.</summary>
    public bool TryFindPlatform(Settings settings, [NotNullWhen(true)] out Platform? platform)
    {
        try
        {
            platform = MakePlatform(settings.Options.Get<KernelOptions>().Root, Clock);
            return true;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or KernelFormatException or UnauthorizedAccessException)
        {
            Terminal.Error.WriteLine(TerminalText.Clean($"probe: {e.Message}"));
            platform = null;
            return false;
        }
    }

    /// <summary>Finds collectors by name; says which names are none.</summary>
    public bool TryChoose(Platform platform, IReadOnlyCollection<string> names, [NotNullWhen(true)] out IReadOnlyList<CollectorDescriptor>? chosen)
    {
        string[] known = [.. platform.Collectors.Select(c => c.Name)];
        string[] unknown = [.. names.Where(n => !known.Contains(n, StringComparer.OrdinalIgnoreCase))];
        foreach (string name in unknown)
        {
            if (SelfRoster.Collectors.Any(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                Terminal.Error.WriteLine($"probe: collector {name} tells of the running daemon alone; its numbers are at /metrics.");
                continue;
            }

            string hint = NearestName.Of(name, known) is { } nearest ? $"did you mean {nearest}?" : $"there are {string.Join(", ", known)}.";
            Terminal.Error.WriteLine(TerminalText.Clean($"probe: no collector is called \"{name}\"; {hint}"));
        }

        chosen = unknown.Length > 0 ? null : [.. platform.Collectors.Where(c => names.Contains(c.Name, StringComparer.OrdinalIgnoreCase))];
        return chosen is not null;
    }

    /// <summary>Says which collectors failed.</summary>
    /// <returns>How to end.</returns>
    public int ReportFailures(OneShot shot)
    {
        int code = ExitCode.Good;
        foreach (OneShotCollector collector in shot.Collectors)
        {
            if (collector.Failure is null)
                continue;
            Terminal.Error.WriteLine(TerminalText.Clean($"probe: collector {collector.Descriptor.Name} failed: {collector.Failure.Message}"));
            code = ExitCode.Failed;
        }

        return code;
    }
}
