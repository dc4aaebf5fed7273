using Probe.Collection;
using Probe.Configuration;
using Probe.Exporters.Otlp;

namespace Probe.Hosting;

/// <summary>Whether the loops turn that must. A peer that fails or is absent stops neither of them, and a host without collectors needs none.</summary>
internal sealed class Liveness(Heartbeats heartbeats, CollectorSet collectors, LiveSettings live, TimeProvider clock)
{
    // A starved host is late; that is no reason to restart on it.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(10);

    private readonly long _start = clock.GetTimestamp();

    /// <summary>True while collection and, where it is on, the push come round in time.</summary>
    public bool IsAlive => Turns(heartbeats.Collection, collectors.ShortestInterval) && Turns(heartbeats.Push, PushInterval);

    private TimeSpan? PushInterval
    {
        get
        {
            var otlp = live.Current.Options.Get<OtlpOptions>();
            return otlp.Endpoint.Length > 0 ? otlp.Interval : null;
        }
    }

    private bool Turns(Heartbeat heartbeat, TimeSpan? interval) => interval is not { } time || (heartbeat.Age ?? clock.GetElapsedTime(_start)) <= 3 * time + s_grace;
}
