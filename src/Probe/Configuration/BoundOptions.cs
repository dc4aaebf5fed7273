using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;

namespace Probe.Configuration;

/// <summary>One instance of every options class, bound from the same settings: they turn together or not at all.</summary>
public sealed class BoundOptions
{
    private readonly FrozenDictionary<(Type Type, string Name), object> _all;

    internal BoundOptions(IConfiguration configuration, IEnumerable<string> collectors) =>
        _all = OptionsSetup.Bind(configuration, collectors).ToFrozenDictionary(o => (o.Options.GetType(), o.Name), o => o.Options);

    /// <summary>The options of that class and, for collectors, name.</summary>
    /// <remarks>A name nobody has set gets the defaults.</remarks>
    public T Get<T>(string? name = null) where T : class, new() =>
        _all.TryGetValue((typeof(T), name ?? ""), out object? options) ? (T)options : new T();

    /// <summary>Every instance with its name; only collectors have one.</summary>
    internal IEnumerable<(string Name, object Options)> All => _all.Select(o => (o.Key.Name, o.Value));
}
