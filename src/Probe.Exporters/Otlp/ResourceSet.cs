using System.Runtime.InteropServices;
using System.Text;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Exporters.Otlp;

/// <summary>Rows of one table that belong to one resource.</summary>
internal struct RowBlock
{
    public int Table;
    public int From;
    public int Count;

    /// <summary>The resource's next block; -1: none.</summary>
    public int Next;
}

/// <summary>A resource of one push: the host, or an entity beneath it.</summary>
internal struct EncodedResource
{
    /// <summary>What is kept with the entity; null for the host.</summary>
    public byte[]? Entity;

    /// <summary>The host's attributes that it repeats, all but those which the entity has itself.</summary>
    public byte[] HostAttributes;
    public int FirstBlock;
    public int LastBlock;
}

/// <summary>The resources of one push, and whose rows are whose. The host is number 0.</summary>
internal sealed class ResourceSet
{
    private const string InstanceId = "service.instance.id";

    private readonly List<EncodedResource> _resources = [];
    private readonly List<RowBlock> _blocks = [];
    private readonly Dictionary<Schema, byte[]> _hostAttributes = [];
    private readonly byte[] _instanceHead;
    private int[] _buckets = new int[16];
    private Resource? _host;
    private byte[] _hostBytes = [];
    private StableId _hostId;

    public ResourceSet()
    {
        // service.instance.id=<36 characters> up to where its value begins.
        byte[] whole = AttributeBytes.Encode([(InstanceId, new string('0', StableId.UuidLength), false)]);
        _instanceHead = whole[..^StableId.UuidLength];
    }

    public int Count => _resources.Count;

    public ref readonly EncodedResource this[int number] => ref CollectionsMarshal.AsSpan(_resources)[number];

    public ref readonly RowBlock Block(int number) => ref CollectionsMarshal.AsSpan(_blocks)[number];

    /// <summary>Begins a push for the host.</summary>
    public void Begin(Resource host)
    {
        if (host != _host)
            Learn(host);
        _resources.Clear();
        _blocks.Clear();
        Array.Clear(_buckets);
        _resources.Add(new EncodedResource { HostAttributes = _hostBytes, FirstBlock = -1, LastBlock = -1 });
    }

    /// <summary>Adds a table's rows, all to the host or each to its own resource; one that has no resource attributes is the host's.</summary>
    public void Add(int table, EncodedTable rows, bool ownResources)
    {
        if (rows.Rows.IsEmpty)
            return;
        if (!ownResources)
        {
            AddBlock(0, table, 0, rows.Rows.Length);
            return;
        }

        byte[] host = HostAttributes(rows.Schema);
        foreach (ref EncodedRow row in rows.Rows)
            row.Resource = EntityBytes.ResourceLength(row.Bytes) == 0 ? 0 : FindOrAdd(row.Bytes, host);
        rows.OrderByResource(_resources.Count);
        for (int from = 0, to; from < rows.Rows.Length; from = to)
        {
            int resource = rows.Rows[from].Resource;
            for (to = from + 1; to < rows.Rows.Length && rows.Rows[to].Resource == resource;)
                to++;
            AddBlock(resource, table, from, to - from);
        }
    }

    /// <summary>Bytes of the Resource message.</summary>
    public int Length(int number)
    {
        ref readonly EncodedResource resource = ref this[number];
        return resource.Entity is not { } entity
            ? resource.HostAttributes.Length
            : resource.HostAttributes.Length + _instanceHead.Length + StableId.UuidLength + EntityBytes.ResourceLength(entity);
    }

    /// <summary>Writes the Resource message: the host's attributes, or those, an instance's own name, and the entity's.</summary>
    public void Write(ref WireWriter writer, int number)
    {
        ref readonly EncodedResource resource = ref this[number];
        byte tag = Wire.Delimited(1);
        AttributeBytes.Write(ref writer, tag, resource.HostAttributes);
        if (resource.Entity is not { } entity)
            return;
        writer.Byte(tag);
        writer.Raw(_instanceHead.AsSpan(1));
        Span<byte> uuid = stackalloc byte[StableId.UuidLength];
        EntityBytes.Identity(entity).Within(_hostId).WriteUuid(uuid);
        writer.Raw(uuid);
        AttributeBytes.Write(ref writer, tag, EntityBytes.Resource(entity));
    }

    private void Learn(Resource host)
    {
        _host = host;
        _hostAttributes.Clear();
        _hostBytes = AttributeBytes.Encode(host.Attributes.Select(a => (a.Key, a.Value, false)));
        _hostId = StableId.Of(Encoding.UTF8.GetBytes(host[InstanceId] ?? ""));
    }

    private byte[] HostAttributes(Schema schema) =>
        _hostAttributes.TryGetValue(schema, out byte[]? bytes) ? bytes : _hostAttributes[schema] = EncodeHostFor(_host!, schema);

    private static byte[] EncodeHostFor(Resource host, Schema schema) => AttributeBytes.Encode(host.Attributes
        .Where(a => a.Key != InstanceId && schema.ResourceKeys.All(k => k.Name != a.Key))
        .Select(a => (a.Key, a.Value, false)));

    private int FindOrAdd(byte[] entity, byte[] host)
    {
        if (_resources.Count * 2 > _buckets.Length)
            Rehash(_buckets.Length * 2);
        int bucket = BucketOf(entity);
        if (_buckets[bucket] == 0)
        {
            _buckets[bucket] = _resources.Count;
            _resources.Add(new EncodedResource { Entity = entity, HostAttributes = host, FirstBlock = -1, LastBlock = -1 });
        }

        return _buckets[bucket];
    }

    private int BucketOf(byte[] entity)
    {
        int bucket = (int)EntityBytes.Identity(entity).Low & _buckets.Length - 1;
        while (_buckets[bucket] != 0 && !EntityBytes.Resource(this[_buckets[bucket]].Entity!).SequenceEqual(EntityBytes.Resource(entity)))
            bucket = bucket + 1 & _buckets.Length - 1;
        return bucket;
    }

    private void Rehash(int size)
    {
        _buckets = new int[size];
        for (int i = 1; i < _resources.Count; i++)
            _buckets[BucketOf(_resources[i].Entity!)] = i;
    }

    private void AddBlock(int resource, int table, int from, int count)
    {
        int block = _blocks.Count;
        _blocks.Add(new RowBlock { Table = table, From = from, Count = count, Next = -1 });
        ref EncodedResource owner = ref CollectionsMarshal.AsSpan(_resources)[resource];
        if (owner.FirstBlock < 0)
            owner.FirstBlock = block;
        else
            CollectionsMarshal.AsSpan(_blocks)[owner.LastBlock].Next = block;
        owner.LastBlock = block;
    }
}
