using Probe.Collection;
using Probe.Metrics;
using Probe.Tests.Snapshots;

namespace Probe.Tests.Collection;

public class EntitySetTests
{
    private readonly EntitySet<(int Pid, long Start)> _set = new();

    [Fact]
    public void Who_is_met_stays_and_who_is_not_is_forgotten()
    {
        Entity first = _set.Add((1, 10), Sample.Entity("a"));
        _set.Add((2, 20), Sample.Entity("b"));
        _set.Sweep();

        Assert.True(_set.TryGet((1, 10), out Entity? found));
        _set.Sweep();

        Assert.Same(first, found);
        Assert.Equal(1, _set.Count);
        Assert.False(_set.TryGet((2, 20), out _));
    }

    [Fact]
    public void One_of_the_same_key_is_replaced_and_met_once()
    {
        _set.Add((1, 10), Sample.Entity("a"));
        _set.Add((2, 20), Sample.Entity("b"));
        _set.Sweep();

        _set.TryGet((1, 10), out _);
        _set.TryGet((1, 10), out _);
        Entity newer = _set.Add((1, 10), Sample.Entity("c"));
        _set.Sweep();

        Assert.Equal(1, _set.Count);
        Assert.True(_set.TryGet((1, 10), out Entity? found));
        Assert.Same(newer, found);
    }

    [Fact]
    public void A_pass_that_meets_nobody_empties_it()
    {
        _set.Add((1, 10), Sample.Entity("a"));
        _set.Sweep();
        _set.Sweep();

        Assert.Equal(0, _set.Count);
    }

    [Fact]
    public void Meeting_the_same_population_allocates_nothing()
    {
        for (int i = 0; i < 100; i++)
            _set.Add((i, i), Sample.Entity("a"));
        _set.Sweep();

        Assert.Equal(0, Allocated.By(() =>
        {
            for (int i = 0; i < 100; i++)
                _set.TryGet((i, i), out _);
            _set.Sweep();
        }));
        Assert.Equal(100, _set.Count);
    }
}
