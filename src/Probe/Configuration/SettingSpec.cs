using System.Collections.Immutable;

namespace Probe.Configuration;

/// <summary>What may stand for a key.</summary>
public enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A span of time with its unit, such as <c>10s</c>, <c>500ms</c> or <c>1m30s</c>.</summary>
    Duration,

    /// <summary>A number of bytes, such as <c>262144</c> or <c>256KiB</c>.</summary>
    Size,

    /// <summary>A URL, or nothing; the options' validator holds it to that.</summary>
    Address,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Texts in an order; as one text, separated by commas.</summary>
    List,

    /// <summary>Texts by name; as one text, <c>name=value</c> separated by commas, percent-encoded where need be.</summary>
    Map,
}

/// <summary>One key: what may stand for it, what stands for it when nobody says, and what it does.</summary>
/// <param name="Key">The whole key.</param>
/// <param name="Kind">What may stand for it.</param>
/// <param name="Default">The text of the default; a test holds it equal to the options' initializer.</param>
/// <param name="Description">A sentence for an operator.</param>
internal sealed record SettingSpec(string Key, SettingKind Kind, string Default, string Description)
{
    /// <summary>The words of a choice.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>True where the value must never be shown.</summary>
    public bool Secret { get; init; }

    /// <summary>The last part of the key.</summary>
    public string Name => Key[(Key.LastIndexOf(':') + 1)..];

    /// <summary>The key without its last part.</summary>
    public string Section => Key[..Key.LastIndexOf(':')];
}
