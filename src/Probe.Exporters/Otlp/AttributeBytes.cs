using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Probe.Metrics;

namespace Probe.Exporters.Otlp;

/// <summary>Attributes as OTLP's KeyValue messages, each behind a tag and its length.</summary>
internal static class AttributeBytes
{
    /// <summary>The tag under which they are kept: attributes of a NumberDataPoint. Elsewhere the tag is changed on the way.</summary>
    public const byte Tag = 7 << 3 | 2;

    public static byte[] Encode(IEnumerable<(string Key, string Value, bool IsInteger)> attributes)
    {
        var bytes = new MemoryStream();
        foreach ((string key, string value, bool isInteger) in attributes)
        {
            if (value.Length > 0)
                bytes.Write(EncodeOne(key, value, isInteger));
        }

        return bytes.ToArray();
    }

    public static byte[] Encode(ImmutableArray<(AttributeKey Key, string Value)> attributes) =>
        Encode(attributes.Select(a => (a.Key.Name, a.Value, a.Key.IsInteger)));

    /// <summary>Copies attributes behind another tag of one byte: the length stays.</summary>
    public static void Write(ref WireWriter writer, byte tag, scoped ReadOnlySpan<byte> attributes)
    {
        if (tag == Tag)
        {
            writer.Raw(attributes);
            return;
        }

        while (!attributes.IsEmpty)
        {
            int length = LengthOfFirst(attributes);
            writer.Byte(tag);
            writer.Raw(attributes[1..length]);
            attributes = attributes[length..];
        }
    }

    private static int LengthOfFirst(ReadOnlySpan<byte> attributes)
    {
        int length = 0, at = 1;
        for (int shift = 0; ; shift += 7)
        {
            byte part = attributes[at++];
            length |= (part & 0x7f) << shift;
            if (part < 0x80)
                return at + length;
        }
    }

    private static byte[] EncodeOne(string key, string value, bool isInteger)
    {
        byte[] name = Encoding.UTF8.GetBytes(key);
        byte[] any = EncodeAny(value, isInteger);
        int body = Wire.Field(name.Length) + Wire.Field(any.Length);
        var bytes = new byte[Wire.Field(body)];
        var writer = new WireWriter(bytes);
        writer.Length(Tag, body);
        writer.Delimited(Wire.Delimited(1), name);
        writer.Delimited(Wire.Delimited(2), any);
        return bytes;
    }

    private static byte[] EncodeAny(string value, bool isInteger)
    {
        byte[] bytes;
        if (isInteger && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            bytes = new byte[1 + Wire.VarintLength((ulong)number)];
            var integer = new WireWriter(bytes);
            integer.Byte(Wire.Varint(3));
            integer.Varint((ulong)number);
            return bytes;
        }

        byte[] text = Encoding.UTF8.GetBytes(value);
        bytes = new byte[Wire.Field(text.Length)];
        var writer = new WireWriter(bytes);
        writer.Delimited(Wire.Delimited(1), text);
        return bytes;
    }
}

/// <summary>What the encoder keeps with an entity: its identity as a resource, then its resource's attributes, then its point's.</summary>
internal static class EntityBytes
{
    /// <summary>Where the attributes begin.</summary>
    public const int Head = sizeof(int) + StableId.Size;

    private static readonly int s_slot = Entity.ReserveCache();

    public static byte[] Of(Entity entity) => entity.Cached(s_slot) ?? entity.Cache(s_slot, Make(entity));

    /// <summary>Bytes of the resource's attributes, which follow the head.</summary>
    public static int ResourceLength(byte[] bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes);

    public static ReadOnlySpan<byte> Resource(byte[] bytes) => bytes.AsSpan(Head, ResourceLength(bytes));

    /// <summary>Who the resource is, equal for equal attributes.</summary>
    public static StableId Identity(byte[] bytes) => StableId.Read(bytes.AsSpan(sizeof(int)));

    private static byte[] Make(Entity entity)
    {
        int resourceKeys = entity.Schema.ResourceKeys.Length;
        byte[] resource = AttributeBytes.Encode(Attributes(entity, 0, resourceKeys));
        byte[] point = AttributeBytes.Encode(Attributes(entity, resourceKeys, entity.Schema.Keys.Length));
        byte[] bytes = new byte[Head + resource.Length + point.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, resource.Length);
        StableId.Of(resource).Write(bytes.AsSpan(sizeof(int)));
        resource.CopyTo(bytes, Head);
        point.CopyTo(bytes, Head + resource.Length);
        return bytes;
    }

    private static IEnumerable<(string, string, bool)> Attributes(Entity entity, int first, int count)
    {
        for (int i = first; i < first + count; i++)
            yield return (entity.Schema.EntityKeys[i].Name, entity.Values[i], entity.Schema.EntityKeys[i].IsInteger);
    }
}
