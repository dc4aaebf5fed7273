using System.Collections.Immutable;

namespace Probe.Snapshots;

/// <summary>Who we are: the attributes sent beside every number of the host. Immutable; a new one replaces it whole.</summary>
public sealed class Resource(ImmutableArray<KeyValuePair<string, string>> attributes)
{
    /// <summary>A resource that says nothing.</summary>
    public static readonly Resource Empty = new([]);

    /// <summary>The attributes, in order, each name once.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; } = attributes;

    /// <summary>The value of an attribute, or null where it is not known.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (KeyValuePair<string, string> attribute in Attributes)
            {
                if (attribute.Key == name)
                    return attribute.Value;
            }

            return null;
        }
    }

    /// <summary>This resource with more attributes; a name that is there already keeps its place and takes the new value, an empty value is left out.</summary>
    public Resource With(params IEnumerable<KeyValuePair<string, string>> more)
    {
        var merged = Attributes.ToBuilder();
        foreach (KeyValuePair<string, string> attribute in more)
        {
            if (attribute.Value.Length == 0)
                continue;
            int at = 0;
            while (at < merged.Count && merged[at].Key != attribute.Key)
                at++;
            if (at < merged.Count)
                merged[at] = attribute;
            else
                merged.Add(attribute);
        }

        return new Resource(merged.ToImmutable());
    }
}
