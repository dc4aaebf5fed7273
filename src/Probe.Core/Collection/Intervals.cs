namespace Probe.Collection;

/// <summary>The times between passes that rosters choose from.</summary>
public static class Intervals
{
    /// <summary>What moves all the time and costs microseconds.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(10);

    /// <summary>Whole populations.</summary>
    public static readonly TimeSpan Processes = TimeSpan.FromSeconds(30);

    /// <summary>What is dear to read or seldom moves.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(60);

    /// <summary>What does not move at all, but may become readable.</summary>
    public static readonly TimeSpan Facts = TimeSpan.FromHours(1);
}
