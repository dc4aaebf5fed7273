using FsCheck;
using FsCheck.Fluent;
using Probe.Snapshots;

namespace Probe.Tests.Snapshots;

public class PassOrderTests
{
    [Fact]
    public void What_goes_is_what_a_plain_list_would_let_go()
    {
        // Each step adds a pass whose window lies so far after the last one's (a clock may step back), or takes one out.
        Gen<int> step = Gen.Choose(-2, 3);

        Prop.ForAll(step.ArrayOf().ToArbitrary(), steps =>
        {
            var order = new PassOrder();
            var list = new List<(int Place, long Window)>();
            long window = 0;
            for (int i = 0; i < steps.Length; i++)
            {
                if (steps[i] == 3 && list.Count > 1)
                {
                    int expected = Naive(list);
                    if (order.TakeOldest().Place != expected)
                        return false;
                }
                else
                {
                    window += steps[i];
                    list.Add((i, window));
                    order.Add(new KeptPass(i, window, 1));
                }
            }

            while (list.Count > 1)
            {
                int expected = Naive(list);
                if (order.TakeOldest().Place != expected)
                    return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(200));
    }

    private static int Naive(List<(int Place, long Window)> list)
    {
        int at = 0;
        for (int i = 0; i + 1 < list.Count; i++)
        {
            if (list[i].Window == list[i + 1].Window)
            {
                at = i;
                break;
            }
        }

        int place = list[at].Place;
        list.RemoveAt(at);
        return place;
    }
}
