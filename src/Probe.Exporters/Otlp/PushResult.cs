namespace Probe.Exporters.Otlp;

/// <summary>What became of one request.</summary>
internal enum PushOutcome
{
    /// <summary>The receiver took it, though perhaps not every point.</summary>
    Accepted,

    /// <summary>It may go better later: send the same bytes again.</summary>
    Retry,

    /// <summary>It will never go better: drop it.</summary>
    Refused,

    /// <summary>It is larger than the receiver takes.</summary>
    TooLarge,
}

/// <summary>One attempt's end.</summary>
/// <param name="Outcome">What to do next.</param>
/// <param name="ErrorType">What went wrong in one word, for the statistics; empty for success.</param>
/// <param name="Reason">What went wrong in a sentence for an operator; empty for success.</param>
internal readonly record struct PushResult(PushOutcome Outcome, string ErrorType = "", string Reason = "")
{
    /// <summary>The HTTP status; 0 where no answer came.</summary>
    public int StatusCode { get; init; }

    /// <summary>When the receiver asks to be tried again; null where it doesn't say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Points the receiver says it has refused, out of a request it took.</summary>
    public long Rejected { get; init; }

    /// <summary>What the receiver says beside it, cleaned.</summary>
    public string Message { get; init; } = "";

    /// <summary>True where nothing listens at the receiver's port.</summary>
    public bool IsNobodyThere { get; init; }
}
