using Microsoft.Extensions.Logging;

namespace Probe.Exporters.Otlp;

/// <summary>Says how pushing goes: once when it changes, and not on every tick.</summary>
internal sealed partial class PushLog(ILogger logger, TimeProvider clock, Uri endpoint, bool isDefault)
{
    private const int MaxMessages = 32;

    private readonly HashSet<string> _said = [];
    private long _brokenAt;
    private bool _isBroken;
    private bool _everTaken;
    private string _certificateProblem = "";

    /// <summary>The receiver took a request, though perhaps not every point.</summary>
    public void Taken(in PushResult result)
    {
        if (_isBroken)
            Log.Healed(logger, endpoint, Whole(clock.GetElapsedTime(_brokenAt)));
        _isBroken = false;
        _everTaken = true;
        if (result.Rejected > 0 && IsNew($"partial {result.Message}"))
            Log.PartlyRefused(logger, endpoint, result.Rejected, result.Message);
        else if (result.Rejected == 0 && result.Message.Length > 0 && IsNew($"advice {result.Message}"))
            Log.Advised(logger, endpoint, result.Message);
    }

    /// <summary>An attempt failed and will be made again.</summary>
    public void Failed(in PushResult result)
    {
        if (_isBroken)
            return;
        _isBroken = true;
        _brokenAt = clock.GetTimestamp();
        if (isDefault && result.IsNobodyThere && !_everTaken)
            Log.NobodyListens(logger, endpoint);
        else
            Log.Broken(logger, endpoint, result.Reason);
    }

    /// <summary>The receiver answered that it will not have the request.</summary>
    public void Refused(in PushResult result, int points)
    {
        if (IsNew($"refused {result.ErrorType}"))
            Log.Refused(logger, endpoint, points, result.Reason);
    }

    /// <summary>A certificate's file was replaced, well or not.</summary>
    public void Certificate(string problem)
    {
        if (problem == _certificateProblem)
            return;
        _certificateProblem = problem;
        if (problem.Length > 0)
            Log.CertificateKept(logger, problem);
        else
            Log.CertificateTaken(logger);
    }

    private bool IsNew(string message) => _said.Count < MaxMessages && _said.Add(message);

    private static TimeSpan Whole(TimeSpan span) => TimeSpan.FromSeconds(Math.Round(span.TotalSeconds));

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "Nobody listens at {Endpoint}: metrics are pushed as soon as somebody does.")]
        internal static partial void NobodyListens(ILogger logger, Uri endpoint);

        [LoggerMessage(2002, LogLevel.Warning, "Push to {Endpoint} fails: {Reason}. What it misses is sent later, as far as the rings reach.")]
        internal static partial void Broken(ILogger logger, Uri endpoint, string reason);

        [LoggerMessage(2003, LogLevel.Information, "Push to {Endpoint} works after {Outage}.")]
        internal static partial void Healed(ILogger logger, Uri endpoint, TimeSpan outage);

        [LoggerMessage(2004, LogLevel.Warning, "{Endpoint} refused {Points} points, which are dropped: {Reason}. It is said once for each reason.")]
        internal static partial void Refused(ILogger logger, Uri endpoint, int points, string reason);

        [LoggerMessage(2005, LogLevel.Warning, "{Endpoint} took a request but {Points} of its points: {Message}. It is said once for each message.")]
        internal static partial void PartlyRefused(ILogger logger, Uri endpoint, long points, string message);

        [LoggerMessage(2006, LogLevel.Information, "{Endpoint} says: {Message}. It is said once for each message.")]
        internal static partial void Advised(ILogger logger, Uri endpoint, string message);

        [LoggerMessage(2007, LogLevel.Warning, "A replaced certificate cannot be used, the one before it goes on: {Problem}")]
        internal static partial void CertificateKept(ILogger logger, string problem);

        [LoggerMessage(2008, LogLevel.Information, "A replaced certificate is in use.")]
        internal static partial void CertificateTaken(ILogger logger);
    }
}
