using System.Collections.Immutable;

namespace Probe.EndToEndTests.Running;

/// <summary>Reads files of the kernel again and again, so that a number can be held against what they said just before it and just after.</summary>
internal sealed class KernelWatch : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _stop = new();
    private readonly string[] _files;
    private readonly List<Look> _looks = [];
    private readonly Task _loop;

    private KernelWatch(string[] files)
    {
        _files = files;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Starts to look at some files.</summary>
    public static KernelWatch Start(params string[] files) => new(files);

    /// <summary>What a file said at or before a time, and at or after it, with a look of slack on either side.</summary>
    /// <param name="file">One of the files watched.</param>
    /// <param name="milliseconds">The time, in milliseconds since 1970.</param>
    public (string Before, string After) Around(string file, long milliseconds)
    {
        lock (_looks)
        {
            int before = Math.Max(_looks.FindLastIndex(l => l.Ended <= milliseconds) - 1, -1);
            int after = _looks.FindIndex(l => l.Began > milliseconds + 1);
            Assert.True(before >= 0 && after >= 0, $"nobody looked at {file} around {milliseconds}");
            return (_looks[before].Texts[file], _looks[after].Texts[file]);
        }
    }

    /// <summary>Those samples of a peer that <see cref="Around"/> can judge, also as far back as a reach. There has to be one.</summary>
    /// <param name="samples">Times in milliseconds since 1970, and values.</param>
    /// <param name="reach">Milliseconds before each time that have to be covered as well.</param>
    public (long Time, double Value)[] Covered(IEnumerable<(long Time, double Value)> samples, long reach = 0)
    {
        lock (_looks)
        {
            long first = _looks[2].Ended, last = _looks[^1].Began - 1;
            (long Time, double Value)[] covered = [.. samples.Where(s => s.Time - reach >= first && s.Time < last)];
            Assert.NotEmpty(covered);
            return covered;
        }
    }

    /// <summary>Ends the looking.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            long began = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            var texts = _files.ToImmutableDictionary(f => f, File.ReadAllText);
            var look = new Look(began, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), texts);
            lock (_looks)
                _looks.Add(look);
            await Task.Delay(_pause, CancellationToken.None);
        }
    }

    private sealed record Look(long Began, long Ended, ImmutableDictionary<string, string> Texts);
}
