using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Probe.Collection;

/// <summary>Where Probe's own spans and measurements are made.</summary>
/// <remarks>Nobody listens unless the operator asks for it; until then a span is null, an instrument is not enabled, and either costs a look.</remarks>
public static class OwnTelemetry
{
    /// <summary>The name of both, for those who listen.</summary>
    public const string Name = "Probe";

    private static readonly string s_version = typeof(OwnTelemetry).Assembly.GetName().Version!.ToString(3);

    /// <summary>Makes the spans.</summary>
    public static ActivitySource Spans { get; } = new(Name, s_version);

    /// <summary>Makes the instruments.</summary>
    public static Meter Meter { get; } = new(Name, s_version);
}
