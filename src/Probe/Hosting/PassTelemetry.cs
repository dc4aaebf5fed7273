using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Probe.Catalog;
using Probe.Collection;

namespace Probe.Hosting;

/// <summary>A span and a count for each pass, for whoever listens. To nobody it allocates nothing.</summary>
internal static class PassTelemetry
{
    /// <summary>What a pass's span is called.</summary>
    public const string Pass = "pass";

    /// <summary>The counter of passes.</summary>
    public const string Passes = "probe.passes";

    private static readonly ImmutableArray<string> s_outcomes = [.. Enum.GetNames<PassOutcome>().Select(n => n.ToLowerInvariant())];

    private static readonly Counter<long> s_passes = OwnTelemetry.Meter.CreateCounter<long>(Passes, "{pass}", "Passes of a collector, by how they ended.");

    /// <summary>Begins a pass's span; null where nobody listens.</summary>
    public static Activity? Begin(string collector)
    {
        Activity? span = OwnTelemetry.Spans.StartActivity(Pass);
        span?.SetTag(Attributes.ProbeCollectorName.Name, collector);
        return span;
    }

    /// <summary>Counts a pass and says in its span how it ended.</summary>
    public static void End(Activity? span, string collector, PassOutcome outcome, long series)
    {
        Count(collector, outcome);
        span?.SetTag(Attributes.ProbeCollectorOutcome.Name, s_outcomes[(int)outcome]).SetTag("probe.series.count", series);
    }

    /// <summary>Counts a pass that threw and says so in its span.</summary>
    public static void Fail(Activity? span, string collector, Exception failure)
    {
        Count(collector, PassOutcome.Error);
        span?.SetTag(Attributes.ProbeCollectorOutcome.Name, s_outcomes[(int)PassOutcome.Error])
            .SetTag(Attributes.ErrorType.Name, failure.GetType().FullName)
            .SetStatus(ActivityStatusCode.Error, failure.Message);
    }

    /// <summary>Counts a pass; alone, one that could not begin.</summary>
    public static void Count(string collector, PassOutcome outcome)
    {
        if (s_passes.Enabled)
            s_passes.Add(1, new(Attributes.ProbeCollectorName.Name, collector), new(Attributes.ProbeCollectorOutcome.Name, s_outcomes[(int)outcome]));
    }
}
