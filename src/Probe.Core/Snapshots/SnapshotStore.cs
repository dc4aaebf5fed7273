using System.Collections.Frozen;
using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Snapshots;

/// <summary>All rings by collector and by table, and the Resource they describe.</summary>
/// <remarks>A reload replaces the set of rings whole; readers take <see cref="Rings"/> once and walk what they took.</remarks>
public sealed class SnapshotStore
{
    private State _state = new([], FrozenDictionary<Schema, SnapshotRing>.Empty);
    private Resource _resource = Resource.Empty;

    /// <summary>The rings, in roster order.</summary>
    public ImmutableArray<SnapshotRing> Rings => Volatile.Read(ref _state).Rings;

    /// <summary>Who the numbers are about. Published whole; the next push carries it.</summary>
    public Resource Resource
    {
        get => Volatile.Read(ref _resource);
        set => Volatile.Write(ref _resource, value);
    }

    /// <summary>Finds the ring that holds a table.</summary>
    /// <returns>False when no enabled collector fills it.</returns>
    public bool TryGet(Schema schema, out SnapshotRing ring) => Volatile.Read(ref _state).BySchema.TryGetValue(schema, out ring!);

    /// <summary>Replaces the set of rings. Rings that stay keep their passes.</summary>
    /// <exception cref="ArgumentException">Two rings hold the same table.</exception>
    public void Replace(ImmutableArray<SnapshotRing> rings)
    {
        var bySchema = new Dictionary<Schema, SnapshotRing>();
        foreach (SnapshotRing ring in rings)
        {
            foreach (Schema schema in ring.Schemas)
            {
                if (!bySchema.TryAdd(schema, ring))
                    throw new ArgumentException($"Table {schema.Name} is filled by {bySchema[schema].Name} and by {ring.Name}.");
            }
        }

        Volatile.Write(ref _state, new State(rings, bySchema.ToFrozenDictionary()));
    }

    private sealed record State(ImmutableArray<SnapshotRing> Rings, FrozenDictionary<Schema, SnapshotRing> BySchema);
}
