using System.Text;
using Probe.Exporters.Otlp;
using static Probe.Exporters.Otlp.PushOutcome;

namespace Probe.Tests.Exporters.Otlp;

public class RepliesTests
{
    public static TheoryData<int, string> HttpCodes => new()
    {
        { 200, nameof(Accepted) }, { 202, nameof(Accepted) }, { 204, nameof(Accepted) },
        { 301, nameof(Refused) }, { 302, nameof(Refused) }, { 307, nameof(Refused) }, { 308, nameof(Refused) },
        { 400, nameof(Refused) }, { 401, nameof(Refused) }, { 403, nameof(Refused) }, { 404, nameof(Refused) }, { 405, nameof(Refused) },
        { 408, nameof(Refused) }, { 413, nameof(TooLarge) }, { 415, nameof(Refused) }, { 429, nameof(Retry) },
        { 500, nameof(Refused) }, { 501, nameof(Refused) }, { 502, nameof(Retry) }, { 503, nameof(Retry) }, { 504, nameof(Retry) }, { 505, nameof(Refused) },
    };

    public static TheoryData<int, bool, string> GrpcCodes => new()
    {
        { 0, false, nameof(Accepted) }, { 1, false, nameof(Retry) }, { 2, false, nameof(Refused) }, { 3, false, nameof(Refused) }, { 4, false, nameof(Retry) },
        { 5, false, nameof(Refused) }, { 6, false, nameof(Refused) }, { 7, false, nameof(Refused) }, { 8, false, nameof(Refused) }, { 8, true, nameof(Retry) },
        { 9, false, nameof(Refused) }, { 10, false, nameof(Retry) }, { 11, false, nameof(Retry) }, { 12, false, nameof(Refused) }, { 13, false, nameof(Refused) },
        { 14, false, nameof(Retry) }, { 14, true, nameof(Retry) }, { 15, false, nameof(Retry) }, { 16, false, nameof(Refused) },
        { 17, false, nameof(Refused) }, { -1, false, nameof(Refused) },
    };

    [Theory]
    [MemberData(nameof(HttpCodes))]
    public void Each_http_status_has_its_outcome(int status, string outcome)
    {
        PushResult result = HttpReply.Interpret(new Reply(status, default, true), TimeSpan.FromSeconds(3));

        Assert.Equal(outcome, $"{result.Outcome}");
        Assert.Equal(status, result.StatusCode);
        Assert.Equal(outcome == nameof(Accepted) ? "" : $"{status}", result.ErrorType);
    }

    [Theory]
    [MemberData(nameof(GrpcCodes))]
    public void Each_grpc_code_has_its_outcome(int code, bool hasRetryInfo, string outcome)
    {
        PushResult result = GrpcReply.Interpret(new Reply(200, default, true), $"{code}", "no%20room%0A", hasRetryInfo ? Sample.RetryInfo(2, 500_000_000) : null);

        Assert.Equal(outcome, $"{result.Outcome}");
        Assert.Equal(hasRetryInfo ? TimeSpan.FromSeconds(2.5) : null, result.RetryAfter);
        if (outcome != nameof(Accepted))
            Assert.EndsWith(": no room", result.Reason);
    }

    [Theory]
    [InlineData(400, "INTERNAL", nameof(Refused))]
    [InlineData(401, "UNAUTHENTICATED", nameof(Refused))]
    [InlineData(403, "PERMISSION_DENIED", nameof(Refused))]
    [InlineData(404, "UNIMPLEMENTED", nameof(Refused))]
    [InlineData(429, "UNAVAILABLE", nameof(Retry))]
    [InlineData(502, "UNAVAILABLE", nameof(Retry))]
    [InlineData(503, "UNAVAILABLE", nameof(Retry))]
    [InlineData(504, "UNAVAILABLE", nameof(Retry))]
    [InlineData(418, "UNKNOWN", nameof(Refused))]
    public void An_http_error_in_the_place_of_a_grpc_answer_stands_for_a_code(int status, string code, string outcome)
    {
        PushResult result = GrpcReply.Interpret(new Reply(status, default, false), null, null, null);

        Assert.Equal((code, outcome), (result.ErrorType, $"{result.Outcome}"));
    }

    [Fact]
    public void A_grpc_answer_without_a_status_is_unknown() =>
        Assert.Equal("UNKNOWN", GrpcReply.Interpret(new Reply(200, default, true), null, null, null).ErrorType);

    [Fact]
    public void A_message_over_the_grpc_limit_is_too_large() =>
        Assert.Equal(TooLarge, GrpcReply.Interpret(new Reply(200, default, true), "8", "grpc: received message larger than max (5180000 vs. 4194304)", null).Outcome);

    [Fact]
    public void Points_refused_in_part_are_counted_and_the_message_is_cleaned()
    {
        byte[] body = Sample.PartialSuccess(7, "too \u001b[31mold\r\n\u2028\0point\u202e" + new string('x', 5000));

        PushResult http = HttpReply.Interpret(new Reply(200, body, true), null);
        PushResult grpc = GrpcReply.Interpret(new Reply(200, (byte[])[0, 0, 0, 0, (byte)body.Length, .. body], true), "0", null, null);

        Assert.All([http, grpc], result =>
        {
            Assert.Equal((Accepted, 7), (result.Outcome, result.Rejected));
            Assert.StartsWith("too [31mold point x", result.Message);
            Assert.InRange(result.Message.Length, 250, 301);
            Assert.DoesNotContain(result.Message, char.IsControl);
        });
    }

    [Theory]
    [InlineData(new byte[] { 0x0a, 0xff })]
    [InlineData(new byte[] { 0x0a, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 0x0b, 0x0c, 0x1f })]
    [InlineData(new byte[] { 0x0a, 0x0b, 0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01 })]
    public void Garbage_in_an_answer_refuses_no_points(byte[] body)
    {
        PushResult result = HttpReply.Interpret(new Reply(200, body, true), null);

        Assert.Equal((Accepted, 0), (result.Outcome, result.Rejected));
    }

    [Fact]
    public void A_refusal_says_what_the_receiver_says()
    {
        byte[] status = [0x08, 0x03, 0x12, 0x09, .. "bad\nthing"u8];

        Assert.Equal("HTTP 400 BadRequest: bad thing", HttpReply.Interpret(new Reply(400, status, true), null).Reason);
        Assert.Equal("HTTP 400 BadRequest: <h1> no", HttpReply.Interpret(new Reply(400, Encoding.UTF8.GetBytes("<h1>\n\tno"), false), null).Reason);
    }

    [Theory]
    [InlineData("3", 3.0)]
    [InlineData(" 3 ", 3.0)]
    [InlineData("0", 0.1)]
    [InlineData("-5", 0.1)]
    [InlineData("300", 300.0)]
    [InlineData("301", 300.0)]
    [InlineData("99999999999999999999999999", 300.0)]
    [InlineData("Sat, 03 Jan 2026 00:00:07 GMT", 7.0)]
    [InlineData("Fri, 02 Jan 2026 23:00:00 GMT", 0.1)]
    [InlineData("Sat, 03 Jan 2099 00:00:00 GMT", 300.0)]
    [InlineData("NaN", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData("3 seconds", null)]
    [InlineData("1e3", null)]
    public void A_retry_after_is_obeyed_within_bounds(string value, double? seconds)
    {
        var now = new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(seconds, ServerDelay.OfRetryAfter(value, now)?.TotalSeconds);
    }

    [Theory]
    [InlineData(-3, 0, 0.1)]
    [InlineData(0, 50_000_000, 0.1)]
    [InlineData(1, 250_000_000, 1.25)]
    [InlineData(long.MaxValue, 0, 300)]
    public void A_retry_info_is_obeyed_within_bounds(long seconds, int nanos, double expected)
    {
        PushResult result = GrpcReply.Interpret(new Reply(200, default, true), "14", null, Sample.RetryInfo(seconds, nanos));

        Assert.Equal(expected, result.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData(0, 0.5, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(4, 8, 16)]
    [InlineData(5, 15, 30)]
    [InlineData(1_000_000, 15, 30)]
    public void Without_a_wish_of_the_receiver_delays_double_to_half_a_minute(int attempt, double least, double most)
    {
        var failed = new PushResult(Retry);

        Assert.Equal(least, RetryDelay.Of(failed, attempt, 0).TotalSeconds);
        Assert.Equal(most, RetryDelay.Of(failed, attempt, 1).TotalSeconds);
        Assert.InRange(RetryDelay.Of(failed with { RetryAfter = TimeSpan.FromSeconds(2) }, attempt, 0.5).TotalSeconds, 2, 2.1);
    }
}
