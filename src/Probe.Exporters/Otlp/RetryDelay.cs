using Polly;
using Polly.Retry;

namespace Probe.Exporters.Otlp;

/// <summary>When to try again: when the receiver says, or else after a delay that doubles, with jitter so that a fleet does not come back as one.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <summary>Attempts without end but never fast: the bytes are kept, and newer passes wait in their rings.</summary>
    public static ResiliencePipeline<PushResult> Pipeline(TimeProvider clock, Func<double> random) =>
        new ResiliencePipelineBuilder<PushResult> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<PushResult>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome.Result.Outcome == PushOutcome.Retry),
                DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(Of(attempt.Outcome.Result, attempt.AttemptNumber, random())),
            })
            .Build();

    /// <param name="result">The attempt's end.</param>
    /// <param name="attempt">Attempts before it.</param>
    /// <param name="random">Evenly from 0 to 1.</param>
    public static TimeSpan Of(in PushResult result, int attempt, double random)
    {
        // What the receiver asks for is kept to; up to a tenth more spreads those who were told the same.
        if (result.RetryAfter is { } asked)
            return asked + TimeSpan.FromSeconds(Math.Min(1, asked.TotalSeconds) * 0.1 * random);
        TimeSpan doubled = attempt > 10 ? s_longest : s_first * (1 << attempt);
        return (doubled < s_longest ? doubled : s_longest) * (0.5 + random / 2);
    }
}
