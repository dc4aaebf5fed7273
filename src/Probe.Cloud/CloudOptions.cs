namespace Probe.Cloud;

/// <summary>Whether to ask the cloud who we are. Section <c>Probe:Cloud</c>.</summary>
public sealed class CloudOptions
{
    /// <summary>Ask the provider that the machine's own hardware facts name; without such a hint nobody is asked.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Longest wait for all of a provider's answers, from 100 ms to 10 s. Nothing else waits meanwhile.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(1);
}
