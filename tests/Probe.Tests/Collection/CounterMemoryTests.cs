using FsCheck;
using FsCheck.Fluent;
using Probe.Collection;
using Probe.Metrics;

namespace Probe.Tests.Collection;

public class CounterMemoryTests
{
    [Fact]
    public void A_counter_that_is_less_than_it_was_fell_and_an_unknown_one_says_nothing()
    {
        Gen<long> value = Gen.OneOf(Gen.Choose(0, 3).Select(n => (long)n), Gen.Elements(Cell.AbsentLong, long.MaxValue));
        foreach (int counters in (int[])[1, 3, 4, 8, 16, 17])
        {
            Prop.ForAll(value.ListOf(counters).ListOf().ToArbitrary(), passes =>
            {
                var memory = new CounterMemory(counters);
                var last = new long?[counters];
                foreach (IList<long> pass in passes)
                {
                    bool expected = false;
                    for (int i = 0; i < counters; i++)
                    {
                        if (pass[i] == Cell.AbsentLong)
                            continue;
                        expected |= pass[i] < last[i];
                        last[i] = pass[i];
                    }

                    if (memory.Fell([.. pass]) != expected)
                        return false;
                }

                return true;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));
        }
    }
}
