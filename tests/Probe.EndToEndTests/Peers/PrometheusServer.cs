using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests.Peers;

/// <summary>A real Prometheus that scrapes one address every second, once in each text format: jobs <c>openmetrics</c> and <c>classic</c>.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly Daemon _daemon;

    private PrometheusServer(string program, string target)
    {
        string settings = _folder.Write("prometheus.yml",
            $$"""
            global: {scrape_interval: 1s, scrape_timeout: 1s}
            scrape_configs:
              - {job_name: openmetrics, scrape_protocols: [OpenMetricsText1.0.0], static_configs: [{targets: ["{{target}}"]}]}
              - {job_name: classic, scrape_protocols: [PrometheusText0.0.4], static_configs: [{targets: ["{{target}}"]}]}
            """);
        _daemon = Daemon.Start(program,
            [$"--config.file={settings}", $"--storage.tsdb.path={_folder.At("data")}", "--web.listen-address=127.0.0.1:0"]);
    }

    /// <summary>Starts one that scrapes <c>/metrics</c> at an address.</summary>
    public static async Task<PrometheusServer> StartAsync(string target)
    {
        var started = new PrometheusServer(await Peer.PathAsync("prometheus"), target);
        string line = await started._daemon.LineAsync("msg=\"Listening on\"");
        started._http.BaseAddress = new Uri("http://" + line[(line.LastIndexOf("address=", StringComparison.Ordinal) + 8)..].Trim());
        await started._daemon.LineAsync("Server is ready to receive web requests.");
        return started;
    }

    /// <summary>The raw samples of the last minute that a selector matches, an empty array where it has none.</summary>
    public async Task<StoredSeries[]> SeriesAsync(string selector)
    {
        JsonElement data = await GetAsync($"api/v1/query?query={Uri.EscapeDataString(selector + "[1m]")}");
        return [.. data.GetProperty("result").EnumerateArray().Select(Series)];
    }

    /// <summary>The targets' last errors, empty where the last scrape went well, by job.</summary>
    public async Task<ImmutableDictionary<string, string>> LastErrorsAsync()
    {
        JsonElement data = await GetAsync("api/v1/targets?state=active");
        return data.GetProperty("activeTargets").EnumerateArray().ToImmutableDictionary(
            t => t.GetProperty("scrapePool").GetString()!, t => t.GetProperty("lastError").GetString()!);
    }

    /// <summary>What Prometheus knows of each metric it scraped: its type, help and unit.</summary>
    public async Task<ImmutableDictionary<string, (string Type, string Help, string Unit)>> MetadataAsync(string job)
    {
        JsonElement data = await GetAsync($"api/v1/targets/metadata?match_target={Uri.EscapeDataString($"{{job=\"{job}\"}}")}");
        return data.EnumerateArray().ToImmutableDictionary(m => m.GetProperty("metric").GetString()!,
            m => (m.GetProperty("type").GetString()!, m.GetProperty("help").GetString()!, m.GetProperty("unit").GetString()!));
    }

    /// <summary>Kills it and removes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        await _daemon.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using JsonDocument document = JsonDocument.Parse(await _http.GetStringAsync(path));
        return document.RootElement.GetProperty("data").Clone();
    }

    private static StoredSeries Series(JsonElement result) => new(
        result.GetProperty("metric").EnumerateObject().ToImmutableSortedDictionary(l => l.Name, l => l.Value.GetString()!),
        [.. result.GetProperty("values").EnumerateArray().Select(v =>
            ((long)(v[0].GetDouble() * 1000), double.Parse(v[1].GetString()!, CultureInfo.InvariantCulture)))]);
}
