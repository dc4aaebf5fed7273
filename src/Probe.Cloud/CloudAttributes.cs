using System.Buffers;
using System.Collections.Immutable;

namespace Probe.Cloud;

/// <summary>Gathers what a provider says, and lets nothing in that could not be a name, an id or a region.</summary>
internal sealed class CloudAttributes
{
    private const int Longest = 255;

    private static readonly SearchValues<char> s_plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/");

    private readonly ImmutableArray<KeyValuePair<string, string>>.Builder _known = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();

    public CloudAttributes(string provider, string platform)
    {
        Add("cloud.provider", provider);
        Add("cloud.platform", platform);
    }

    /// <summary>Adds an attribute. An empty value is an absent one, as is one of a form that none of these has.</summary>
    public void Add(string name, string value)
    {
        if (value.Length is > 0 and <= Longest && !value.AsSpan().ContainsAnyExcept(s_plain))
            _known.Add(new(name, value));
    }

    public ImmutableArray<KeyValuePair<string, string>> ToImmutable() => _known.ToImmutable();
}
