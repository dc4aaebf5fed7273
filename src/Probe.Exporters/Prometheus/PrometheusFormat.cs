namespace Probe.Exporters.Prometheus;

/// <summary>The two texts a Prometheus server may ask for.</summary>
public enum PrometheusFormat
{
    /// <summary>The classic text format, version 0.0.4.</summary>
    ClassicText,

    /// <summary>OpenMetrics text, version 1.0.0.</summary>
    OpenMetrics,
}
