using System.Text;
using Probe.Collection;

namespace Probe.Tests.Collection;

public sealed class NamedSetTests
{
    private readonly List<string> _made = [];
    private readonly NamedSet<string> _set;

    public NamedSetTests() => _set = new NamedSet<string>(name =>
    {
        _made.Add(name);
        return $"{name}#{_made.Count}";
    });

    [Fact]
    public void A_name_met_again_is_the_same_thing_in_any_order()
    {
        Assert.Equal(["a#1", "b#2", "c#3"], Pass("a", "b", "c"));
        Assert.Equal(["c#3", "a#1", "b#2"], Pass("c", "a", "b"));
        Assert.Equal(["c#3", "a#1", "b#2"], Pass("c", "a", "b"));
        Assert.Equal(["a", "b", "c"], _made);
    }

    [Fact]
    public void One_that_was_away_for_a_pass_comes_back_as_another()
    {
        Pass("a", "b", "c");
        Pass("a", "c");

        Assert.Equal(["a#1", "b#4", "c#3"], Pass("a", "b", "c"));
        Assert.Equal(3, _set.Count);
    }

    [Fact]
    public void The_first_one_may_go_and_come_back_too()
    {
        Pass("a", "b");
        Pass("b");

        Assert.Equal(["a#3", "b#2"], Pass("a", "b"));
    }

    [Fact]
    public void A_name_met_twice_in_a_pass_counts_once() => Assert.Equal(["a#1", null, "b#2", null], Pass("a", "a", "b", "a"));

    [Fact]
    public void A_pass_that_failed_halfway_loses_nobody()
    {
        Pass("a", "b", "c");
        _set.Begin();
        _set.Meet("a"u8);

        Assert.Equal(["a#1", "b#2", "c#3"], Pass("a", "b", "c"));
    }

    [Fact]
    public void Members_that_come_and_go_at_random_are_always_told_apart()
    {
        var random = new Random(7);
        var expected = new Dictionary<string, string>();
        for (int pass = 0; pass < 2000; pass++)
        {
            string[] names = [.. Enumerable.Range(0, 12).Where(_ => random.Next(4) > 0).OrderBy(i => random.Next(8) == 0 ? random.Next() : i)
                .Select(i => $"n{i}")];
            string?[] met = Pass(names);
            expected = names.Select((name, i) => (name, met: met[i]!)).ToDictionary(p => p.name, p =>
            {
                Assert.StartsWith(p.name + "#", p.met);
                if (expected.TryGetValue(p.name, out string? before))
                    Assert.Equal(before, p.met);
                else
                    Assert.Equal(_made.LastIndexOf(p.name) + 1, int.Parse(p.met[(p.name.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture));
                return p.met;
            });
            Assert.Equal(names.Length, _set.Count);
        }
    }

    [Fact]
    public void Meeting_known_names_allocates_nothing()
    {
        byte[][] names = [.. "a b c d e".Split(' ').Select(Encoding.UTF8.GetBytes)];

        Assert.Equal(0, Allocated.By(() =>
        {
            _set.Begin();
            foreach (byte[] name in names)
                _set.Meet(name);
            _set.Sweep();
        }));
    }

    private string?[] Pass(params string[] names)
    {
        _set.Begin();
        string?[] met = [.. names.Select(name => _set.Meet(Encoding.UTF8.GetBytes(name)))];
        _set.Sweep();
        return met;
    }
}
