namespace Probe.Hosting;

/// <summary>How a pass ended, as <c>probe.collector.outcome</c> counts it.</summary>
internal enum PassOutcome
{
    /// <summary>It gave all it should.</summary>
    Success,

    /// <summary>It gave rows, but some source refused or stalled, or the limit cut rows off.</summary>
    Partial,

    /// <summary>It was due and the pass before it still ran.</summary>
    Timeout,

    /// <summary>Its subject is not on this host.</summary>
    Unsupported,

    /// <summary>It gave nothing for want of a right.</summary>
    Denied,

    /// <summary>It failed.</summary>
    Error,
}
