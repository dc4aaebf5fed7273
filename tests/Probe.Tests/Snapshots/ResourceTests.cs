using Probe.Snapshots;

namespace Probe.Tests.Snapshots;

public class ResourceTests
{
    private readonly Resource _resource = Resource.Empty.With(Pair("host.name", "a"), Pair("host.id", "1"));

    [Fact]
    public void A_new_value_takes_the_old_ones_place_and_an_empty_one_is_left_out()
    {
        Resource merged = _resource.With(Pair("host.name", "b"), Pair("host.id", ""), Pair("os.type", "linux"));

        Assert.Equal([Pair("host.name", "b"), Pair("host.id", "1"), Pair("os.type", "linux")], merged.Attributes);
        Assert.Equal("a", _resource["host.name"]);
        Assert.Null(merged["cloud.region"]);
    }

    private static KeyValuePair<string, string> Pair(string name, string value) => new(name, value);
}
