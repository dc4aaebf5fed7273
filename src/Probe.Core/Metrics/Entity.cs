using System.Collections.Immutable;

namespace Probe.Metrics;

/// <summary>One thing measured. Made when first met, shared by every snapshot it appears in, collected when forgotten.</summary>
public sealed class Entity
{
    private const int CacheSlots = 4;

    private static int s_reserved;

    private readonly byte[]?[] _cache = new byte[CacheSlots][];

    /// <param name="schema">The table whose rows it may be.</param>
    /// <param name="since">When its counters began: boot for a disk, start for a process.</param>
    /// <param name="values">One value for each of the schema's resource keys, keys and details, in that order.</param>
    /// <exception cref="ArgumentException">The number of values is not the schema's.</exception>
    public Entity(Schema schema, Timestamp since, params ImmutableArray<string> values)
    {
        if (values.Length != schema.EntityKeys.Length)
            throw new ArgumentException($"Table {schema.Name}: expected {schema.EntityKeys.Length} values for an entity, got {values.Length}.");
        Schema = schema;
        Since = since;
        Values = values;
    }

    /// <summary>The table whose rows it may be.</summary>
    public Schema Schema { get; }

    /// <summary>When its counters began.</summary>
    public Timestamp Since { get; }

    /// <summary>Values of the schema's resource keys, keys and details, in that order; an empty text is an absent attribute.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>A place where one kind of reader keeps what it made of an entity. Reserved once per reader, at type load.</summary>
    /// <exception cref="InvalidOperationException">All places are taken.</exception>
    public static int ReserveCache()
    {
        int slot = Interlocked.Increment(ref s_reserved) - 1;
        return slot < CacheSlots ? slot : throw new InvalidOperationException($"All {CacheSlots} entity caches are reserved.");
    }

    /// <summary>What the reader of that place made of this entity, or null when it has made nothing yet.</summary>
    public byte[]? Cached(int slot) => Volatile.Read(ref _cache[slot]);

    /// <summary>Keeps what a reader made. Racing readers make equal bytes, so the last one may win.</summary>
    public byte[] Cache(int slot, byte[] made)
    {
        Volatile.Write(ref _cache[slot], made);
        return made;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Schema.Name}({string.Join(", ", Values)})";
}
