using Microsoft.Extensions.Logging;
using Probe.Collection;
using Probe.Configuration;
using Probe.Hosting;
using Probe.Tests.Configuration;

namespace Probe.Tests.Hosting;

public sealed class SettingsReloaderTests : IDisposable
{
    private readonly SettingsFixture _file = new()
    {
        Json = """
            {
              "Probe": { "Collectors": { "cpu": { "Interval": "5s" } } }
            }
            """,
    };

    private readonly CollectionFixture _fixture = new();
    private readonly Degradations _degradations = new();
    private readonly ServiceNotifier _notifier = new(null);
    private readonly LiveSettings _live;
    private readonly SettingsReloader _reloader;

    public SettingsReloaderTests()
    {
        _live = new LiveSettings(_file.LoadGood());
        _reloader = new SettingsReloader(_live, _fixture.Scheduler, _fixture.Clock, _notifier, _degradations, new Logger<SettingsReloader>(_fixture.Log));
    }

    private TimeSpan? CpuInterval => _live.Current.Options.Get<CollectorOptions>("cpu").Interval;

    public void Dispose()
    {
        _reloader.Dispose();
        _notifier.Dispose();
        _fixture.Dispose();
        _file.Dispose();
    }

    [Fact]
    public void Good_settings_turn_all_at_once_and_the_log_says_which_but_no_secret()
    {
        File.WriteAllText(_file.File, """
            {
              "Probe": {
                "Collectors": { "cpu": { "Interval": "7s" }, "memory": { "MaxRows": 5 } },
                "Otlp": { "Headers": { "Authorization": "Bearer canary" } }
              }
            }
            """);
        var seen = new List<(TimeSpan?, int?)>();
        _live.Changed += (_, now) => seen.Add((now.Options.Get<CollectorOptions>("cpu").Interval, now.Options.Get<CollectorOptions>("memory").MaxRows));

        Assert.True(_reloader.Reload());

        Assert.Equal([(TimeSpan.FromSeconds(7), 5)], seen);
        string line = Assert.Single(_fixture.Log.Of(1030));
        Assert.Contains("Probe:Collectors:cpu:Interval = 7s (was 5s)", line, StringComparison.Ordinal);
        Assert.Contains("Probe:Otlp:Headers:Authorization", line, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Probe": { "Collectors": {""", ":1: not valid JSON")]
    [InlineData("{\n \"Probe\": {\n \"Colectors\": { \"cpu\": { \"Interval\": \"1s\" } } } }", ":3: Probe:Colectors:cpu:Interval: unknown key \"Colectors\"; did you mean Probe:Collectors?")]
    [InlineData("{\n \"Probe\": {\n \"Collectors\": {\n \"cpu\": { \"Interval\": \"1ms\" } } } }", ":4: Probe:Collectors:cpu:Interval: must be between")]
    public void A_bad_file_keeps_the_old_settings_and_says_file_line_and_key(string json, string expected)
    {
        File.WriteAllText(_file.File, json);

        Assert.False(_reloader.Reload());

        Assert.Equal(TimeSpan.FromSeconds(5), CpuInterval);
        string line = Assert.Single(_fixture.Log.Of(1032));
        Assert.Contains(_file.File + expected, line, StringComparison.Ordinal);
        Assert.Contains(expected, _degradations.All["config"], StringComparison.Ordinal);

        File.WriteAllText(_file.File, "{}");
        Assert.True(_reloader.Reload());
        Assert.Empty(_degradations.All);
    }

    [Fact]
    public void A_file_that_has_gone_means_the_defaults()
    {
        File.Delete(_file.File);

        Assert.True(_reloader.Reload());

        Assert.Null(CpuInterval);
    }

    [Fact]
    public async Task A_changed_file_is_read_once_it_has_settled_and_a_storm_of_requests_is_one_reload()
    {
        await _reloader.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => _fixture.Scheduler.Waiting == 1, TimeSpan.FromSeconds(30)));
        await File.WriteAllTextAsync(_file.File, """{ "Probe": { "Collectors": { "cpu": { "Interval": "8s" } } } }""", TestContext.Current.CancellationToken);

        _fixture.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(5), CpuInterval);         // seen, not yet settled
        _fixture.Pass(TimeSpan.FromSeconds(1));
        Assert.True(SpinWait.SpinUntil(() => _fixture.Log.Of(1030).Length == 1 && _fixture.Scheduler.Waiting == 2, TimeSpan.FromSeconds(30)));
        Assert.Equal(TimeSpan.FromSeconds(8), CpuInterval);

        for (int i = 0; i < 100; i++)
            _reloader.Request();
        Assert.Empty(_fixture.Log.Of(1031));                        // the pause between two reloads
        _fixture.Pass(TimeSpan.FromSeconds(1));
        Assert.True(SpinWait.SpinUntil(() => _fixture.Log.Of(1031).Length == 1 && _fixture.Scheduler.Waiting == 2, TimeSpan.FromSeconds(30)));
        _fixture.Pass(TimeSpan.FromSeconds(5));
        Assert.Single(_fixture.Log.Of(1031));
        await _reloader.StopAsync(TestContext.Current.CancellationToken);
    }
}
