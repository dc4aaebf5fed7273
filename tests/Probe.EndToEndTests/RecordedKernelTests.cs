using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>The native program over every recorded kernel. The goldens were written by the tests on the JIT: both compilers must agree to the last digit.</summary>
public sealed class RecordedKernelTests(PublishedProbe probe)
{
    /// <summary>Every recorded host.</summary>
    public static TheoryData<string> Hosts { get; } =
        [.. Directory.EnumerateDirectories(Repository.At("tests", "fixtures", "linux")).Order().Select(host => Path.GetRelativePath(Repository.Root, host))];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Every_collector_shows_its_golden(string host)
    {
        // What is derived needs a later moment as well, and a snapshot plays the first alone.
        string[] goldens = [.. Directory.EnumerateFiles(Repository.At(host, "expected"), "*.prom").Where(g => !g.EndsWith("-utilization.prom", StringComparison.Ordinal))];

        string shown = await Command.MustAsync(probe.Program,
            [
                "snapshot", "--format", "prometheus", $"--Probe:Kernel:Root={Repository.At(host)}", "--Probe:Metrics:Include:0=*",
                .. goldens.SelectMany(golden => new[] { "--collector", Path.GetFileNameWithoutExtension(golden) }),
            ]);

        // A process's age is reckoned to the hour of the show, not of the recording.
        string[] expected = [.. Samples(string.Concat(goldens.Select(File.ReadAllText))).Where(sample => Family(sample) != "process_uptime_seconds")];
        HashSet<string> families = [.. expected.Select(Family)];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Samples(shown).Where(sample => families.Contains(Family(sample))));      // rates and durations come on top
    }

    [Fact]
    public async Task What_is_recorded_here_plays_back_here()
    {
        using var folder = new ScratchFolder();
        await Command.MustAsync(probe.Program, ["record", "cpu", "memory", "--to", folder.At("host")]);

        string first = await SnapshotAsync(), second = await SnapshotAsync();

        Assert.Equal(first, second);
        Assert.Contains("system_cpu_time_seconds_total{", first, StringComparison.Ordinal);
        Assert.Contains("system_memory_usage_bytes{", first, StringComparison.Ordinal);

        async Task<string> SnapshotAsync() => string.Join('\n', Samples(await Command.MustAsync(probe.Program,
            ["snapshot", "--format", "prometheus", "--collector", "cpu", "--collector", "memory", $"--Probe:Kernel:Root={folder.At("host")}"])));
    }

    /// <summary>The sample lines, in the order of their text: the two formats differ in the comments only.</summary>
    private static IEnumerable<string> Samples(string text) =>
        text.Split('\n').Where(l => l.Length > 0 && l[0] != '#' && !l.StartsWith("target_info", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The name of a sample's metric.</summary>
    private static string Family(string sample) => sample[..sample.IndexOfAny(['{', ' '])];
}
