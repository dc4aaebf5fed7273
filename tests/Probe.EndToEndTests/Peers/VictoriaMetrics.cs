using System.Collections.Immutable;
using System.Text.Json;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests.Peers;

/// <summary>A real VictoriaMetrics: takes OTLP over HTTP, keeps it, and is asked what it holds.</summary>
internal sealed class VictoriaMetrics : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly Daemon _daemon;

    private VictoriaMetrics(string program) =>
        _daemon = Daemon.Start(program, [$"-storageDataPath={_folder.At("data")}", "-httpListenAddr=127.0.0.1:0", "-retentionPeriod=100y"]);

    /// <summary>Endpoint for OTLP over HTTP, without <c>v1/metrics</c>.</summary>
    public string Endpoint => new Uri(_http.BaseAddress!, "opentelemetry").ToString();

    /// <summary>Starts an empty one.</summary>
    public static async Task<VictoriaMetrics> StartAsync()
    {
        var started = new VictoriaMetrics(await Peer.PathAsync("victoria-metrics"));
        string line = await started._daemon.LineAsync("started server at ");
        started._http.BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim());
        return started;
    }

    /// <summary>Every stored sample of one metric, each series with its labels.</summary>
    public async Task<StoredSeries[]> SeriesAsync(string metric)
    {
        await _http.GetAsync("internal/force_flush");
        string match = Uri.EscapeDataString($$"""{__name__="{{metric}}"}""");
        string text = await _http.GetStringAsync($"api/v1/export?match[]={match}");
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(StoredSeries.Parse)];
    }

    /// <summary>The stored samples of one metric, once each series has at least so many.</summary>
    public Task<StoredSeries[]> SeriesAsync(string metric, int samples) =>
        Poll.UntilAsync($"{samples} samples of {metric}", async () =>
        {
            StoredSeries[] series = await SeriesAsync(metric);
            return series.Length > 0 && series.All(s => s.Samples.Length >= samples) ? series : null;
        });

    /// <summary>Kills it and removes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        await _daemon.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }
}

/// <summary>One series as a peer keeps it: its labels and its samples, times in milliseconds since 1970.</summary>
internal sealed record StoredSeries(ImmutableSortedDictionary<string, string> Labels, ImmutableArray<(long Time, double Value)> Samples)
{
    /// <summary>Reads a line of VictoriaMetrics' export.</summary>
    public static StoredSeries Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        return new StoredSeries(
            root.GetProperty("metric").EnumerateObject().ToImmutableSortedDictionary(l => l.Name, l => l.Value.GetString()!),
            [.. root.GetProperty("timestamps").EnumerateArray().Zip(root.GetProperty("values").EnumerateArray(), (t, v) => (t.GetInt64(), v.GetDouble()))]);
    }
}
