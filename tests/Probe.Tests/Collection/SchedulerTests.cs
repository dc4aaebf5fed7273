using Microsoft.Extensions.Time.Testing;
using Probe.Collection;

namespace Probe.Tests.Collection;

public class SchedulerTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 12, 0, 3, TimeSpan.Zero);
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly List<string> _given = [];

    [Fact]
    public void Ticks_stand_on_edges_of_the_wall_clock()
    {
        var clock = new FakeTimeProvider(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        Begin(scheduler, 10, clock);

        TimeSpan first = scheduler.RunDue();
        Run(scheduler, clock, 30);

        Assert.Equal(TimeSpan.FromSeconds(7), first);
        Assert.Equal(["12:00:10", "12:00:20", "12:00:30"], _given);
    }

    [Fact]
    public void The_hosts_own_phase_shifts_every_edge()
    {
        var clock = new FakeTimeProvider(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.FromSeconds(14), start: false);
        Begin(scheduler, 10, clock);
        Begin(scheduler, 3, clock);

        Run(scheduler, clock, 12);

        Assert.Equal(["12:00:04", "12:00:05", "12:00:08", "12:00:11", "12:00:14", "12:00:14"], _given);
    }

    [Fact]
    public void On_one_edge_the_lowest_order_goes_first_whoever_asked_first()
    {
        var clock = new TwoClocks(s_start) { CostOfLooking = 300 };
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        Begin(scheduler, 10, clock, order: 2, name: "push");
        Begin(scheduler, 10, clock, order: 1, name: "derived");
        Begin(scheduler, 10, clock, order: 0, name: "collector");

        Run(scheduler, clock, 20);

        Assert.Equal(["collector", "derived", "push", "collector", "derived", "push"], _given);
    }

    [Fact]
    public void A_tick_says_how_late_it_came_and_edges_that_went_by_are_gone()
    {
        var clock = new FakeTimeProvider(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        var lags = new List<TimeSpan>();
        Begin(scheduler, 10, clock, lags: lags);

        clock.Advance(TimeSpan.FromSeconds(95));
        scheduler.RunDue();
        scheduler.RunDue();
        Run(scheduler, clock, 12);

        Assert.Equal(["12:01:38", "12:01:40", "12:01:50"], _given);
        Assert.Equal([TimeSpan.FromSeconds(88), TimeSpan.Zero, TimeSpan.Zero], lags);
    }

    [Fact]
    public void A_wall_clock_that_is_slewed_never_makes_a_tick_come_twice()
    {
        var clock = new TwoClocks(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        Begin(scheduler, 60, clock);

        for (int ms = 0; ms < 600_000; ms++)        // 500 ppm slow: the edge comes 30 ms after the tick is due
        {
            clock.Advance(TimeSpan.FromMilliseconds(1), slew: -0.0005);
            scheduler.RunDue();
        }

        Assert.Equal(0, scheduler.ClockJumps);
        Assert.Equal(_given.Select(t => t[..5]).Distinct().Count(), _given.Count);
        Assert.InRange(_given.Count, 9, 10);
    }

    [Fact]
    public void A_step_forward_is_counted_and_the_edges_are_found_anew()
    {
        var clock = new TwoClocks(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        Begin(scheduler, 10, clock);
        scheduler.RunDue();

        clock.Step(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(5), scheduler.RunDue());
        Assert.Empty(_given);
        Assert.Equal(1, scheduler.ClockJumps);
        Run(scheduler, clock, 20);
        Assert.Equal(["13:00:10", "13:00:20"], _given);
        Assert.Equal(1, scheduler.ClockJumps);
    }

    [Fact]
    public void A_step_back_neither_stops_the_ticks_nor_repeats_them()
    {
        var clock = new TwoClocks(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        Begin(scheduler, 10, clock);
        Run(scheduler, clock, 10);

        clock.Step(TimeSpan.FromHours(-1));
        Run(scheduler, clock, 20);

        Assert.Equal(["12:00:10", "11:00:20", "11:00:30"], _given);
        Assert.Equal(1, scheduler.ClockJumps);
    }

    [Fact]
    public void A_suspend_is_one_gap()
    {
        var clock = new TwoClocks(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        Begin(scheduler, 10, clock);
        Run(scheduler, clock, 10);

        clock.Step(TimeSpan.FromMinutes(40));       // the monotonic clock stands still meanwhile
        Run(scheduler, clock, 10);

        Assert.Equal(["12:00:10", "12:40:20"], _given);
        Assert.Equal(1, scheduler.ClockJumps);
    }

    [Fact]
    public async Task A_cancelled_loop_leaves_the_schedule()
    {
        var clock = new FakeTimeProvider(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        using var stop = new CancellationTokenSource();
        Task loop = Loop(scheduler, 10, clock, stop.Token);

        Run(scheduler, clock, 10);
        stop.Cancel();
        Run(scheduler, clock, 30);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
        Assert.Single(_given);
        Assert.Equal(TimeSpan.FromSeconds(30), scheduler.RunDue());
    }

    [Fact]
    public async Task A_loop_that_asks_with_a_cancelled_token_gets_no_tick()
    {
        var clock = new FakeTimeProvider(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Loop(scheduler, 10, clock, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task When_the_scheduler_ends_whoever_waits_or_comes_later_is_cancelled()
    {
        var clock = new FakeTimeProvider(s_start);
        var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        ScheduleTicket late = scheduler.Register(s_second);
        Task waiting = Loop(scheduler, 10, clock, CancellationToken.None);

        scheduler.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        ValueTask<Tick> next = late.NextAsync(CancellationToken.None);
        Assert.True(next.IsCompleted);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public void An_interval_of_nothing_is_refused()
    {
        using var scheduler = new Scheduler(new FakeTimeProvider(s_start), TimeSpan.Zero, start: false);

        Assert.Throws<ArgumentOutOfRangeException>(() => scheduler.Register(TimeSpan.Zero));
    }

    [Fact]
    public async Task By_the_real_clocks_its_thread_gives_ticks()
    {
        using var scheduler = new Scheduler(TimeProvider.System, TimeSpan.Zero);
        using ScheduleTicket ticket = scheduler.Register(TimeSpan.FromMilliseconds(20));

        for (int i = 0; i < 3; i++)
        {
            await ticket.NextAsync(TestContext.Current.CancellationToken);
            Assert.Equal("scheduler", Thread.CurrentThread.Name);
        }
    }

    [Fact]
    public void Waiting_and_giving_allocate_nothing()
    {
        var clock = new TwoClocks(s_start);
        using var scheduler = new Scheduler(clock, TimeSpan.Zero, start: false);
        int ticks = 0;
        for (int i = 0; i < 5; i++)
            _ = Count(scheduler.Register(s_second, i), () => ticks++);

        long allocated = Allocated.By(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                clock.Advance(s_second);
                scheduler.RunDue();
            }
        });

        Assert.Equal(0, allocated);
        Assert.Equal(5 * 51 * 10, ticks);

        static async Task Count(ScheduleTicket ticket, Action count)
        {
            while (true)
            {
                await ticket.NextAsync(CancellationToken.None);
                count();
            }
        }
    }

    private void Begin(Scheduler scheduler, int seconds, TimeProvider clock, int order = 0, string? name = null, List<TimeSpan>? lags = null) =>
        _ = Loop(scheduler, seconds, clock, CancellationToken.None, order, name, lags);

    private async Task Loop(Scheduler scheduler, int seconds, TimeProvider clock, CancellationToken stop, int order = 0, string? name = null,
        List<TimeSpan>? lags = null)
    {
        using ScheduleTicket ticket = scheduler.Register(TimeSpan.FromSeconds(seconds), order);
        while (true)
        {
            Tick tick = await ticket.NextAsync(stop);
            lags?.Add(tick.Lag);
            _given.Add(name ?? clock.GetUtcNow().ToString("HH:mm:ss"));
        }
    }

    /// <summary>Lets so many seconds pass, a tenth at a time.</summary>
    private static void Run(Scheduler scheduler, TimeProvider clock, int seconds)
    {
        TimeSpan step = s_second / 10;
        for (int i = 0; i < seconds * 10; i++)
        {
            if (clock is TwoClocks two)
                two.Advance(step);
            else
                ((FakeTimeProvider)clock).Advance(step);
            scheduler.RunDue();
        }
    }
}
