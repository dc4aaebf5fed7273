using System.Collections.Immutable;

namespace Probe.Snapshots;

/// <summary>Who knows an attribute of the resource, from the one who is believed least to the one who is believed most.</summary>
public enum ResourceLayer
{
    /// <summary>The host's own files.</summary>
    Host,

    /// <summary>The cloud it runs in.</summary>
    Cloud,

    /// <summary>The operator's settings.</summary>
    Operator,
}

/// <summary>Puts the resource together from those who know parts of it, whoever speaks first, and publishes it to the store.</summary>
public sealed class ResourceLayers(SnapshotStore store)
{
    private readonly Lock _lock = new();
    private readonly ImmutableArray<KeyValuePair<string, string>>[] _layers = [[], [], []];

    /// <summary>Replaces all that one of them says. Callable from any thread.</summary>
    public void Set(ResourceLayer layer, ImmutableArray<KeyValuePair<string, string>> attributes)
    {
        lock (_lock)
        {
            _layers[(int)layer] = attributes;
            Resource resource = Resource.Empty;
            foreach (ImmutableArray<KeyValuePair<string, string>> said in _layers)
                resource = resource.With(said);
            store.Resource = resource;
        }
    }
}
