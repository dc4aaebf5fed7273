namespace Probe.Configuration;

/// <summary>What an operator adds to the resource beside every number. Section <c>Probe:Resource</c>.</summary>
public sealed class ResourceOptions
{
    /// <summary>Resource attributes by name, such as <c>deployment.environment.name</c>. They win over what Probe finds by itself.</summary>
    public Dictionary<string, string> Attributes { get; set; } = [];
}
