using System.Diagnostics;
using System.Diagnostics.Metrics;
using Probe.Collection;

namespace Probe.Exporters.Otlp;

/// <summary>A span for each push and one for each request of it, for whoever listens. To nobody it allocates nothing.</summary>
internal static class PushTelemetry
{
    /// <summary>What a push's span is called: from a tick's passes encoded until all of them are sent.</summary>
    public const string Push = "push";

    /// <summary>What a request's span is called; one sent again has another.</summary>
    public const string Request = "push.request";

    /// <summary>The histogram of pushes.</summary>
    public const string Duration = "probe.push.duration";

    private static readonly Histogram<double> s_duration = OwnTelemetry.Meter.CreateHistogram(Duration, "s",
        "Time from a push's first request to the answer to its last.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 60] });

    /// <summary>Begins a push's span; null where nobody listens.</summary>
    public static Activity? BeginPush(int requests, int points)
    {
        Activity? span = OwnTelemetry.Spans.StartActivity(Push);
        return span?.SetTag("probe.push.requests", requests).SetTag("probe.push.points", points);
    }

    /// <summary>Counts a push whose requests have all come to their end.</summary>
    public static void EndPush(TimeSpan took) => s_duration.Record(took.TotalSeconds);

    /// <summary>Begins a request's span; null where nobody listens.</summary>
    public static Activity? BeginRequest(Uri target, int points)
    {
        Activity? span = OwnTelemetry.Spans.StartActivity(Request, ActivityKind.Client);
        return span?.SetTag("server.address", target.Host).SetTag("server.port", target.Port).SetTag("probe.push.points", points);
    }

    /// <summary>Says in a request's span what became of it.</summary>
    public static void EndRequest(Activity? span, in PushResult result)
    {
        if (span is null)
            return;
        if (result.StatusCode != 0)
            span.SetTag("http.response.status_code", result.StatusCode);
        if (result.Outcome != PushOutcome.Accepted)
            span.SetTag("error.type", result.ErrorType).SetStatus(ActivityStatusCode.Error, result.Reason);
    }
}
