using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>What tells one resource from another, by scope: every table of a scope has the same resource keys, so that its rows meet at one resource.</summary>
/// <remarks>Tables of the host and of Probe itself have none: there is one such resource.</remarks>
public static class ResourceKeys
{
    /// <summary>A process: its pid and start are its identity, the rest says what it is.</summary>
    /// <remarks><c>container.id</c> is absent outside containers.</remarks>
    public static ImmutableArray<AttributeKey> Process { get; } =
    [
        Attributes.ProcessPid, Attributes.ProcessCreationTime, Attributes.ProcessParentPid, Attributes.ProcessExecutableName,
        Attributes.ProcessOwner, Attributes.ContainerId,
    ];

    /// <summary>A container: its id is its identity; the rest is absent where its runtime does not tell.</summary>
    public static ImmutableArray<AttributeKey> Container { get; } =
    [
        Attributes.ContainerId, Attributes.ContainerName, Attributes.ContainerRuntimeName, Attributes.ContainerImageName,
        Attributes.K8sPodUid,
    ];

    /// <summary>A pod: its uid is its identity; names are absent where only control groups tell of it.</summary>
    public static ImmutableArray<AttributeKey> Pod { get; } =
        [Attributes.K8sPodUid, Attributes.K8sPodName, Attributes.K8sNamespaceName];

    /// <summary>The resource keys of a scope's tables.</summary>
    public static ImmutableArray<AttributeKey> Of(Scope scope) => scope switch
    {
        Scope.Process => Process,
        Scope.Container => Container,
        Scope.Pod => Pod,
        _ => [],
    };
}
