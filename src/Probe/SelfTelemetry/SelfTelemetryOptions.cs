namespace Probe.SelfTelemetry;

/// <summary>Whether Probe reports on itself by the OpenTelemetry SDK. Section <c>Probe:SelfTelemetry</c>.</summary>
public sealed class SelfTelemetryOptions
{
    /// <summary>Send Probe's own traces, metrics and logs where its pushes go. Off by default, for the memory the SDK takes.</summary>
    public bool Enabled { get; set; }
}
