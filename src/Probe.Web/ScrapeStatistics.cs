using System.Collections.Immutable;

namespace Probe.Web;

/// <summary>Requests answered, by status code. Counted and read from any thread.</summary>
public sealed class ScrapeStatistics
{
    private readonly long[] _counts = new long[Statuses.Length];

    /// <summary>Every status code an answer can have.</summary>
    public static ImmutableArray<int> Statuses { get; } = [200, 400, 401, 404, 405, 408, 414, 421, 431, 500, 503, 505];

    /// <summary>Answers with that status since start.</summary>
    public long this[int status] => Volatile.Read(ref _counts[Statuses.IndexOf(status)]);

    internal void Count(int status) => Interlocked.Increment(ref _counts[Statuses.IndexOf(status)]);
}
