using System.Collections.Immutable;

namespace Probe.Collection;

/// <summary>What is wrong with the daemon as a whole, part by part: what the health endpoint, the status line and the page say.</summary>
/// <remarks>Failing collectors and a failing push are not here: they have numbers of their own.</remarks>
public sealed class Degradations
{
    private ImmutableSortedDictionary<string, string> _all = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The reasons by part, such as <c>config</c>; empty while all is well.</summary>
    public ImmutableSortedDictionary<string, string> All => Volatile.Read(ref _all);

    /// <summary>Says that a part is degraded.</summary>
    public void Set(string part, string reason) => ImmutableInterlocked.Update(ref _all, static (all, p) => all.SetItem(p.part, p.reason), (part, reason));

    /// <summary>Says that a part is well again.</summary>
    public void Clear(string part) => ImmutableInterlocked.Update(ref _all, static (all, p) => all.Remove(p), part);
}
