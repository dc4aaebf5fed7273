using System.Collections.Concurrent;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests.Peers;

/// <summary>Real programs that know nothing of Probe's code: <c>tests/peers/get</c> fetches or builds them.</summary>
internal static class Peer
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> _paths = [];

    /// <summary>The path of one, by its name.</summary>
    /// <remarks>Quick when the cache has it, as after <c>tests/run.sh</c>; the first time the Collector takes minutes.</remarks>
    public static Task<string> PathAsync(string name) => _paths.GetOrAdd(name, _ => new(() => GetAsync(name))).Value;

    private static async Task<string> GetAsync(string name) =>
        (await Command.MustAsync(Repository.At("tests", "peers", "get"), [name], TimeSpan.FromMinutes(15))).Trim();
}
