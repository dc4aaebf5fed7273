using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;

namespace Probe.Configuration;

/// <summary>One instance of every options class, bound from the same settings: they turn together or not at all.</summary>
public sealed class BoundOptions
{
    private readonly FrozenDictionary<(Type Type, string Name), BoundSection> _all;

    internal BoundOptions(IConfiguration configuration, IEnumerable<string> collectors) =>
        _all = OptionsSetup.Bind(configuration, collectors).ToFrozenDictionary(s => (s.Options.GetType(), s.Name));

    /// <summary>The options of that class and, for collectors, name.</summary>
    /// <remarks>A name nobody has set gets the defaults.</remarks>
    public T Get<T>(string? name = null) where T : class, new() =>
        _all.TryGetValue((typeof(T), name ?? ""), out BoundSection? section) ? (T)section.Options : new T();

    /// <summary>Every instance with its name; only collectors have one.</summary>
    internal IEnumerable<(string Name, object Options)> All => _all.Values.Select(s => (s.Name, s.Options));

    /// <summary>The instances of a class that were bound from other values than those before.</summary>
    internal IEnumerable<(string Name, T Options)> ChangedSince<T>(BoundOptions before) where T : class =>
        from entry in _all
        where entry.Value.Options is T && before._all.GetValueOrDefault(entry.Key)?.Values != entry.Value.Values
        select (entry.Key.Name, (T)entry.Value.Options);
}

/// <summary>An options instance and what it was bound from.</summary>
internal sealed class BoundSection(string name, object options, IConfigurationSection section)
{
    /// <summary>The collector's name; empty for what there is one of.</summary>
    public string Name => name;

    /// <summary>The instance.</summary>
    public object Options => options;

    /// <summary>All stated values in one text, to compare.</summary>
    public string Values { get; } = string.Join('\n', section.AsEnumerable().Select(v => $"{v.Key}={v.Value}").Order(StringComparer.Ordinal));
}
