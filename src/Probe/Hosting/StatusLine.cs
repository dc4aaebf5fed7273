using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Probe.Collection;
using Probe.Exporters.Otlp;

namespace Probe.Hosting;

/// <summary>What is going on, in one line for the service manager. It is made anew only when something has changed.</summary>
internal sealed class StatusLine(CollectorSet collectors, OtlpStatistics push, Degradations degradations)
{
    private State _state;
    private string _text = "";

    /// <summary>The line.</summary>
    public string Text
    {
        get
        {
            State state = Look();
            if (state == _state)
                return _text;
            _state = state;
            return _text = Write(state);
        }
    }

    private State Look()
    {
        int running = 0, absent = 0, failing = 0;
        foreach (CollectorService service in collectors.Running)
        {
            running++;
            if (service.Statistics.Last is PassOutcome.Unsupported or PassOutcome.Denied && service.Descriptor.After is null)
                absent++;
            if (service.Statistics.Last == PassOutcome.Error || service.Statistics.IsOverdue)
                failing++;
        }

        return new State(running, absent, failing, push.Endpoint, push.FailingSince, push.LastSuccess is not null, degradations.All);
    }

    private static string Write(State state)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{state.Running} collectors");
        if (state.Failing > 0)
            text.Append(CultureInfo.InvariantCulture, $", {state.Failing} failing");
        if (state.Absent > 0)
            text.Append(CultureInfo.InvariantCulture, $", {state.Absent} without a subject here");
        text.Append(state switch
        {
            { Endpoint: "" } => "; push is off",
            { FailingSince: { } since } => string.Create(CultureInfo.InvariantCulture, $"; push to {state.Endpoint} fails since {since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"),
            { HasPushed: true } => $"; pushing to {state.Endpoint}",
            _ => $"; about to push to {state.Endpoint}",
        });
        foreach ((string part, string reason) in state.Degraded)
            text.Append(CultureInfo.InvariantCulture, $"; degraded: {part} ({reason})");
        return text.ToString();
    }

    private readonly record struct State(int Running, int Absent, int Failing, string Endpoint, DateTimeOffset? FailingSince, bool HasPushed,
        ImmutableSortedDictionary<string, string> Degraded);
}
