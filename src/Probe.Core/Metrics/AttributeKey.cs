using System.Collections.Immutable;

namespace Probe.Metrics;

/// <summary>The name of an attribute, and its values where they are an enumeration.</summary>
/// <remarks>Compared by name: a key narrowed by <see cref="OneOf"/> is the same key.</remarks>
public sealed class AttributeKey(string name) : IEquatable<AttributeKey>
{
    /// <summary>The attribute's name, as it stands on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>The values a row may have; empty where any text may stand.</summary>
    public ImmutableArray<string> Values { get; private init; } = [];

    /// <summary>True where the value is a whole number, and is sent as one.</summary>
    public bool IsInteger { get; private init; }

    /// <summary>A key whose values are whole numbers, such as a CPU's or a port's.</summary>
    public static AttributeKey Integer(string name) => new(name) { IsInteger = true };

    /// <summary>The same key, for a table whose rows have one of these values each.</summary>
    public AttributeKey OneOf(params ImmutableArray<string> values) => new(Name) { Values = values, IsInteger = IsInteger };

    /// <inheritdoc/>
    public bool Equals(AttributeKey? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributeKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
