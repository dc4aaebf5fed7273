using System.Text.Json;

namespace Probe.EndToEndTests.Running;

/// <summary>The native daemon, started with a settings file of a test's own.</summary>
/// <remarks>Unless a test says otherwise every collector passes each second, a push follows each second, and the page is served on a port of its own.</remarks>
internal sealed class ProbeDaemon : IAsyncDisposable
{
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly ScratchFolder _folder;

    private ProbeDaemon(ScratchFolder folder, Daemon daemon)
    {
        _folder = folder;
        Daemon = daemon;
    }

    /// <summary>The running program.</summary>
    public Daemon Daemon { get; }

    /// <summary>Starts it.</summary>
    /// <param name="probe">The published program.</param>
    /// <param name="settings">Keys without <c>Probe:</c> and their values, over those that all tests share.</param>
    public static ProbeDaemon Start(PublishedProbe probe, params IEnumerable<(string Key, string Value)> settings)
    {
        var folder = new ScratchFolder();
        string file = folder.Write("appsettings.json", SettingsText(settings));
        return new ProbeDaemon(folder, Daemon.Start(probe.Program, ["run", "--config", file]));
    }

    /// <summary>Where it serves, as its own log says.</summary>
    public async Task<Uri> AddressAsync()
    {
        string line = await Daemon.LineAsync("Serving the page");
        return new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].TrimEnd('.'));
    }

    /// <summary>Asks it for a page and takes the text, whatever the status.</summary>
    public async Task<string> GetAsync(string path)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(await AddressAsync(), path));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Writes its settings file anew; it takes effect with a reload.</summary>
    public void Configure(params IEnumerable<(string Key, string Value)> settings) =>
        _folder.Write("appsettings.json", SettingsText(settings));

    /// <summary>A settings file's text: what all tests share, and a test's own keys over it.</summary>
    public static string SettingsText(params IEnumerable<(string Key, string Value)> settings)
    {
        var values = new SortedDictionary<string, string>
        {
            ["Otlp:Interval"] = "1s",
            ["Web:Listen"] = "127.0.0.1:0",
            ["Log:Level"] = "Debug",
            ["Cloud:Enabled"] = "false",
        };
        foreach (string collector in Collectors())
            values[$"Collectors:{collector}:Interval"] = "1s";
        foreach ((string key, string value) in settings)
            values[key] = value;
        return JsonSerializer.Serialize(values.ToDictionary(v => "Probe:" + v.Key, v => v.Value));
    }

    /// <summary>Kills it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        await Daemon.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The names of all collectors: the shipped settings file lists every one.</summary>
    private static IEnumerable<string> Collectors()
    {
        using JsonDocument shipped = JsonDocument.Parse(File.ReadAllText(Repository.At("appsettings.json")),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return [.. shipped.RootElement.GetProperty("Probe").GetProperty("Collectors").EnumerateObject().Select(c => c.Name)];
    }
}
