using Probe.Configuration;
using Probe.Exporters.Otlp;
using Probe.Web;

namespace Probe.Commands;

/// <summary>How something around the collectors fares.</summary>
internal enum CheckState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth knowing; nothing is lost by it.</summary>
    Note,

    /// <summary>It works, and yet should be mended.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,

    /// <summary>Switched off.</summary>
    Off,
}

/// <summary>One thing around the collectors that was tried.</summary>
/// <param name="Name">What.</param>
/// <param name="State">How it fares.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Cure">What an operator can do about it; null where nothing needs doing.</param>
internal sealed record EnvironmentCheck(string Name, CheckState State, string Detail, string? Cure = null)
{
    /// <summary>Tries all of them.</summary>
    public static async Task<IEnumerable<EnvironmentCheck>> AllAsync(Settings settings, TimeProvider clock, CancellationToken stop) =>
    [
        OfSettings(settings),
        .. OfFile(settings),
        OfUser(),
        OfRoot(settings),
        await PortCheck.TryAsync(settings.Options.Get<WebOptions>(), stop).ConfigureAwait(false),
        await PushCheck.TryAsync(settings, clock, stop).ConfigureAwait(false),
    ];

    private static EnvironmentCheck OfSettings(Settings settings) => settings.Warnings.IsEmpty
        ? new("settings", CheckState.Good, settings.File is null ? "no file: all defaults" : $"{settings.File}, {settings.Stated.Length} keys stated")
        : new("settings", CheckState.Warning, settings.Warnings[0].ToString(), "probe check-config");

    private static IEnumerable<EnvironmentCheck> OfFile(Settings settings)
    {
        if (settings.File is null || OperatingSystem.IsWindows() || settings.Options.Get<OtlpOptions>().Headers.Count == 0)
            yield break;
        if (File.GetUnixFileMode(settings.File).HasFlag(UnixFileMode.OtherRead))
            yield return new("settings", CheckState.Warning, $"everybody can read {settings.File}, and it may hold secrets", $"chmod o-r {settings.File}");
    }

    private static EnvironmentCheck OfUser() => new("user", CheckState.Good, $"{Environment.UserName}, {Rights.OfProcess()}");

    private static EnvironmentCheck OfRoot(Settings settings)
    {
        string root = settings.Options.Get<KernelOptions>().Root;
        if (root == "/")
            return new("kernel", CheckState.Good, $"{Environment.OSVersion.VersionString}, the one we run on");
        string kind = File.Exists(Path.Combine(root, "host.json")) ? "a recording" : "a mounted tree";
        return new("kernel", CheckState.Note, $"{kind} at {root}, not the system we run on");
    }
}
