using Probe.Metrics;

namespace Probe.Collection;

/// <summary>When a collector's last good pass began: what it meets now for the first time, or finds begun anew, began after that.</summary>
/// <remarks>Before its first pass that is the boot. A pass that fails halfway does not count: it may not have met everything.</remarks>
public sealed class LastPass(CollectorContext context)
{
    private Timestamp _began;

    /// <summary>When it began.</summary>
    public Timestamp Time { get; private set; } = context.Host.Boot;

    /// <summary>A pass begins. Call it before anything is read.</summary>
    public void Begin() => _began = Timestamp.From(context.Clock.GetUtcNow());

    /// <summary>The pass was good.</summary>
    public void End() => Time = _began;
}
