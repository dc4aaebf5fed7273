using Probe.Hosting;

namespace Probe.Tests.Hosting;

public sealed class SettingsWatchTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("probe-watch-");
    private readonly SettingsWatch _watch;

    public SettingsWatchTests()
    {
        File.WriteAllText(Place, "one");
        _watch = new SettingsWatch([Path.Combine(_folder.FullName, "first.json"), Place]);
        _watch.Accept();
    }

    private string Place => Path.Combine(_folder.FullName, "appsettings.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_that_stays_or_is_merely_touched_has_not_changed()
    {
        File.SetLastWriteTimeUtc(Place, DateTime.UtcNow.AddHours(1));

        Assert.False(_watch.HasChanged());
    }

    [Fact]
    public void A_write_in_place_is_seen_even_when_size_and_time_stay_the_same()
    {
        DateTime time = File.GetLastWriteTimeUtc(Place);
        File.WriteAllText(Place, "two");
        File.SetLastWriteTimeUtc(Place, time);

        Assert.True(_watch.HasChanged());
        _watch.Accept();
        Assert.False(_watch.HasChanged());
    }

    [Fact]
    public void A_file_renamed_over_it_is_seen()
    {
        string other = Path.Combine(_folder.FullName, "other");
        File.WriteAllText(other, "two");
        File.Move(other, Place, overwrite: true);

        Assert.True(_watch.HasChanged());
    }

    [Fact]
    public void A_link_swapped_above_it_as_Kubernetes_does_is_seen()
    {
        string data = Path.Combine(_folder.FullName, "..data");
        foreach ((string version, string text) in new[] { ("v1", "one"), ("v2", "two") })
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.FullName, version)).FullName, "appsettings.json"), text);
        Directory.CreateSymbolicLink(data, "v1");
        File.Delete(Place);
        File.CreateSymbolicLink(Place, Path.Combine("..data", "appsettings.json"));
        Assert.False(_watch.HasChanged());

        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, "v2");

        Assert.True(_watch.HasChanged());
    }

    [Fact]
    public void A_file_that_comes_at_a_better_place_or_goes_is_seen()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "first.json"), "one");
        Assert.True(_watch.HasChanged());
        _watch.Accept();

        File.Delete(Path.Combine(_folder.FullName, "first.json"));
        File.Delete(Place);
        Assert.True(_watch.HasChanged());
    }

    [Fact]
    public void A_file_that_is_still_being_written_has_not_settled()
    {
        File.WriteAllText(Place, "half");
        Assert.True(_watch.HasChanged());

        File.AppendAllText(Place, " and half");
        Assert.False(_watch.HasSettled());
        Assert.True(_watch.HasSettled());
    }
}
