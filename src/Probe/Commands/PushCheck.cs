using Probe.Configuration;
using Probe.Exporters.Otlp;

namespace Probe.Commands;

/// <summary>Tries whether the receiver of the pushes takes them.</summary>
internal static class PushCheck
{
    private const string Name = "push";
    private const string Endpoint = "Probe:Otlp:Endpoint";

    /// <summary>Sends an empty push to where the settings say.</summary>
    public static async Task<EnvironmentCheck> TryAsync(Settings settings, TimeProvider clock, CancellationToken stop)
    {
        var options = settings.Options.Get<OtlpOptions>();
        if (options.Endpoint.Length == 0)
            return new EnvironmentCheck(Name, CheckState.Off, $"nothing is pushed: {Endpoint} is empty");
        OtlpCheck check = await OtlpCheck.TryAsync(options, clock, stop).ConfigureAwait(false);
        if (check.IsTaken)
            return new EnvironmentCheck(Name, CheckState.Good, $"{check.Target} takes pushes ({options.Protocol}, {options.Compression})");
        if (!check.IsNobodyThere)
            return new EnvironmentCheck(Name, CheckState.Failed, $"{check.Target}: {check.Reason}", Cure(settings));
        return options.Endpoint == OtlpOptions.DefaultEndpoint
            ? new EnvironmentCheck(Name, CheckState.Note, $"nobody listens at {check.Target}, the standard local port", $"start a collector there, name another with --{Endpoint}=URL, or turn it off with --{Endpoint}=")
            : new EnvironmentCheck(Name, CheckState.Failed, $"nobody listens at {check.Target}", Cure(settings));
    }

    private static string Cure(Settings settings) => $"look at Probe:Otlp, stated at {settings.OriginOf(Endpoint)}, and at the receiver";
}
