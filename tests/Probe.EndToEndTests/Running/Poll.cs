using System.Diagnostics;

namespace Probe.EndToEndTests.Running;

/// <summary>Waits for a state of another process, looking often and never for ever.</summary>
internal static class Poll
{
    private static readonly TimeSpan _usually = TimeSpan.FromSeconds(30);

    /// <summary>Looks until the look gives something.</summary>
    /// <exception cref="TimeoutException">It never did.</exception>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> look, TimeSpan? limit = null) where T : class
    {
        long began = Stopwatch.GetTimestamp();
        do
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(20);
        }
        while (Stopwatch.GetElapsedTime(began) < (limit ?? _usually));
        throw new TimeoutException($"no {what} within {(limit ?? _usually).TotalSeconds:0} s");
    }

    /// <summary>Looks until the look gives something.</summary>
    public static Task<T> UntilAsync<T>(string what, Func<T?> look, TimeSpan? limit = null) where T : class =>
        UntilAsync(what, () => Task.FromResult(look()), limit);

    /// <summary>Looks until it is so.</summary>
    public static Task UntilAsync(string what, Func<bool> look, TimeSpan? limit = null) =>
        UntilAsync(what, () => look() ? "yes" : null, limit);
}
