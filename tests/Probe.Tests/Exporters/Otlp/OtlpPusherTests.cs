using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Probe.Exporters.Otlp;
using Probe.Snapshots;

namespace Probe.Tests.Exporters.Otlp;

public class OtlpPusherTests
{
    [Fact]
    public async Task A_push_takes_the_latest_pass_of_each_ring_once()
    {
        await using var push = new PushFixture(null, new SnapshotRingOptions(), new SnapshotRingOptions());
        await push.StartAsync();
        push.Rings[0].Collect();
        push.Clock.Advance(TimeSpan.FromSeconds(1));
        push.Rings[0].Collect();
        push.Rings[1].Collect();
        DateTimeOffset taken = push.Clock.GetUtcNow();

        await push.PushAsync();
        await push.PushAsync();
        push.Rings[1].Collect();
        await push.PushAsync();

        Assert.Equal([(taken, 2L)], push.Network.Counts("ring0"));
        Assert.Equal([(taken, 1L), (taken + TimeSpan.FromSeconds(20), 2)], push.Network.Counts("ring1"));
        Assert.Equal(2, push.Network.Attempts);
        Assert.Equal(6, push.Statistics.Outcomes.Single().Points);
        Assert.Equal((0, 0, null), (push.Statistics.InFlight, push.Statistics.QueueUsage, push.Statistics.OldestWaiting));
        Assert.Empty(push.Log.Lines);
    }

    [Fact]
    public async Task A_pass_too_old_to_stand_is_not_sent_as_if_it_were_fresh()
    {
        await using var push = new PushFixture(null, new SnapshotRingOptions { MaxAge = TimeSpan.FromSeconds(5) });
        await push.StartAsync();
        push.Rings[0].Collect();

        await push.PushAsync();

        Assert.Equal(0, push.Network.Attempts);
    }

    [Fact]
    public async Task After_an_outage_what_was_missed_follows_oldest_first_with_its_own_times()
    {
        await using var push = new PushFixture();
        push.Network.Answer = FakeNetwork.NobodyThere;
        await push.StartAsync();
        DateTimeOffset start = push.Clock.GetUtcNow();
        await push.LetPassAsync(600);

        Assert.Empty(push.Network.Taken);
        Assert.Equal(start + TimeSpan.FromSeconds(9), push.Statistics.OldestWaiting);
        Assert.InRange(push.Statistics.QueueUsage, 2 * 58, 2 * 61);
        Assert.True(push.Statistics.QueueLimit > push.Statistics.QueueUsage);
        Assert.InRange(push.Heartbeats.Push.Age!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(push.Network.Attempts, 15, 60);

        push.Network.Answer = _ => new HttpResponseMessage(HttpStatusCode.OK);
        await push.LetPassAsync(400, until: () => push.Network.Counts("ring0").Length >= 70);

        (DateTimeOffset Time, long Value)[] counts = push.Network.Counts("ring0");
        Assert.Equal(Enumerable.Range(1, counts.Length).Select(i => (start + TimeSpan.FromSeconds(10 * i - 1), (long)i)), counts);
        Assert.Equal(0, push.Statistics.Dropped(OtlpDropReason.Expired));
        Assert.Equal([2002, 2003], push.Log.Lines.Select(l => l.Id));
        Assert.Contains("collector:4318", push.Log.Lines.First().Text);
        await push.LetPassAsync(60, until: () => push.Statistics.OldestWaiting is null);
        Assert.Null(push.Statistics.OldestWaiting);
        Assert.Null(push.Statistics.LastError);
    }

    [Fact]
    public async Task Passes_that_left_their_ring_are_counted_as_expired_and_the_rest_is_sent()
    {
        await using var push = new PushFixture(null, new SnapshotRingOptions { Budget = 1 });
        push.Network.Answer = _ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        await push.StartAsync();
        await push.LetPassAsync(200);

        push.Network.Answer = _ => new HttpResponseMessage(HttpStatusCode.OK);
        await push.LetPassAsync(60, until: () => push.Network.Counts("ring0").Length >= 5);

        long[] values = [.. push.Network.Counts("ring0").Select(c => c.Value)];
        Assert.Equal(1, values[0]);                                     // kept, as it was being sent when the outage began
        Assert.Equal(values.Order().Distinct(), values);
        long missing = values[1] - values[0] - 1;
        Assert.InRange(missing, 15, 25);
        Assert.Equal(2 * missing, push.Statistics.Dropped(OtlpDropReason.Expired));
    }

    [Fact]
    public async Task Where_nobody_listens_by_default_one_line_says_so_and_then_silence()
    {
        await using var push = new PushFixture(new OtlpOptions());
        push.Network.Answer = FakeNetwork.NobodyThere;
        await push.StartAsync();

        await push.LetPassAsync(300);

        (int id, LogLevel level, string text) = Assert.Single(push.Log.Lines);
        Assert.Equal((2001, LogLevel.Information), (id, level));
        Assert.StartsWith("Nobody listens at http://127.0.0.1:4318/v1/metrics", text);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_refused_request_is_dropped_and_counted_and_the_next_goes_out(int status)
    {
        await using var push = new PushFixture();
        push.Network.Answer = _ => new HttpResponseMessage((HttpStatusCode)status);
        await push.StartAsync();
        push.Rings[0].Collect();
        await push.PushAsync();
        push.Rings[0].Collect();
        await push.PushAsync();

        Assert.Equal(2, push.Network.Attempts);
        Assert.Equal(4, push.Statistics.Dropped(OtlpDropReason.Rejected));
        Assert.Equal(($"{status}", status, 4), push.Statistics.Outcomes.Select(o => (o.ErrorType, o.StatusCode, o.Points)).Single());
        Assert.StartsWith($"HTTP {status}", push.Statistics.LastError);
        Assert.Equal(2004, Assert.Single(push.Log.Lines).Id);

        push.Network.Answer = _ => new HttpResponseMessage(HttpStatusCode.OK);
        push.Rings[0].Collect();
        await push.PushAsync();

        Assert.Equal(3, push.Network.Counts("ring0").Single().Value);
        Assert.Null(push.Statistics.LastError);
    }

    [Fact]
    public async Task A_request_too_large_is_sent_in_halves_once()
    {
        await using var push = new PushFixture();
        int largest = 0;
        push.Network.Answer = request =>
        {
            largest = Math.Max(largest, (int)request.Content!.Headers.ContentLength!);
            return new HttpResponseMessage(request.Content.Headers.ContentLength == largest ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.OK);
        };
        await push.StartAsync();
        push.Rings[0].Collect();

        await push.PushAsync();

        Assert.Equal(3, push.Network.Attempts);
        Assert.Equal(["ring0", "ring0.gauge"], push.Network.Taken.Select(t => t.Body.ResourceMetrics.Single().ScopeMetrics.Single().Metrics.Single().Name));
        Assert.Equal(2, push.Statistics.Outcomes.Single(o => o.ErrorType == "").Points);

        push.Network.Answer = _ => new HttpResponseMessage(HttpStatusCode.RequestEntityTooLarge);
        push.Rings[0].Collect();
        await push.PushAsync();

        Assert.Equal(6, push.Network.Attempts);
        Assert.Equal(2, push.Statistics.Dropped(OtlpDropReason.Rejected));
    }

    [Fact]
    public async Task Points_refused_in_part_are_counted_and_said_once()
    {
        await using var push = new PushFixture();
        push.Network.Answer = _ =>
        {
            var content = new ByteArrayContent(Sample.PartialSuccess(1, "out of\norder"));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        };
        await push.StartAsync();
        for (int i = 0; i < 3; i++)
        {
            push.Rings[0].Collect();
            await push.PushAsync();
        }

        Assert.Equal(3, push.Network.Attempts);
        Assert.Equal(3, push.Statistics.Dropped(OtlpDropReason.Rejected));
        Assert.Equal([("", 3L), ("rejected", 3L)], push.Statistics.Outcomes.Select(o => (o.ErrorType, o.Points)));
        Assert.Contains("out of order", Assert.Single(push.Log.Lines).Text);
    }

    [Fact]
    public async Task The_same_bytes_are_tried_again_when_the_receiver_says()
    {
        await using var push = new PushFixture();
        bool busy = true;
        push.Network.Answer = _ =>
        {
            var answer = new HttpResponseMessage(busy ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
            answer.Headers.TryAddWithoutValidation("Retry-After", "120");
            return answer;
        };
        await push.StartAsync();
        await push.LetPassAsync(100);
        Assert.Equal(1, push.Network.Attempts);
        busy = false;

        await push.LetPassAsync(60, until: () => !push.Network.Taken.IsEmpty);

        Assert.Equal(2, push.Network.Attempts);
        Assert.Equal(1, push.Network.Counts("ring0")[0].Value);
    }

    [Fact]
    public async Task Times_in_the_future_are_sent_as_they_are()
    {
        await using var push = new PushFixture();
        await push.StartAsync();
        DateTimeOffset now = push.Clock.GetUtcNow();
        push.Rings[0].Collect(ahead: TimeSpan.FromDays(400));

        await push.PushAsync();

        Assert.Equal([(now + TimeSpan.FromDays(400), 1L)], push.Network.Counts("ring0"));
    }

    [Fact]
    public async Task A_change_of_the_settings_takes_effect_with_the_next_tick()
    {
        await using var push = new PushFixture();
        await push.StartAsync();
        push.Options.Set(new OtlpOptions { Endpoint = "https://other:1", Path = "in" });
        await push.UntilAsync(() => push.Statistics.Endpoint == "https://other:1/in" && push.Scheduler.RunDue() < TimeSpan.FromSeconds(30));
        push.Rings[0].Collect();
        await push.PushAsync();

        Assert.Equal("https://other:1/in", push.Network.Taken.Single().Target.ToString());

        push.Options.Set(new OtlpOptions { Endpoint = "" });
        await push.UntilAsync(() => push.Statistics.Endpoint == "" && push.Scheduler.RunDue() == TimeSpan.FromSeconds(30));
        await push.LetPassAsync(30);

        Assert.Equal(1, push.Network.Attempts);
        Assert.Null(push.Heartbeats.Push.Limit);
    }

    [Fact]
    public async Task At_the_end_the_tail_is_sent()
    {
        var push = new PushFixture();
        await push.StartAsync();
        push.Rings[0].Collect();

        await push.DisposeAsync();

        Assert.Equal(1, push.Network.Counts("ring0").Single().Value);
        Assert.Equal(0, push.Statistics.InFlight);
    }

    [Fact]
    public async Task At_the_end_of_an_outage_nothing_is_waited_for()
    {
        var push = new PushFixture();
        push.Network.Answer = FakeNetwork.NobodyThere;
        await push.StartAsync();
        await push.LetPassAsync(60);
        int attempts = push.Network.Attempts;

        await push.DisposeAsync();

        Assert.Equal(attempts, push.Network.Attempts);
        Assert.Equal(0, push.Statistics.InFlight);
    }

    [Fact]
    public async Task Secrets_are_in_no_line()
    {
        var options = new OtlpOptions { Endpoint = "http://collector:4318", Headers = { ["authorization"] = "Bearer topsecret" } };
        await using var push = new PushFixture(options);
        push.Network.Answer = request =>
        {
            Assert.Equal("Bearer topsecret", request.Headers.GetValues("authorization").Single());
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        };
        await push.StartAsync();
        push.Rings[0].Collect();
        await push.PushAsync();
        push.Network.Answer = FakeNetwork.NobodyThere;
        await push.LetPassAsync(30);

        Assert.Equal(2, push.Log.Lines.Count);
        Assert.DoesNotContain(push.Log.Lines, l => l.Text.Contains("topsecret"));
        Assert.DoesNotContain("topsecret", push.Statistics.LastError);
    }
}
