using Microsoft.Extensions.Logging;

namespace Probe.Configuration;

/// <summary>How a log line looks.</summary>
public enum LogFormat
{
    /// <summary>For the journal where the output goes there, else for people.</summary>
    Auto,

    /// <summary>For people: time, level, message.</summary>
    Text,

    /// <summary>For the journal: priority and message; the journal knows the time.</summary>
    Journal,

    /// <summary>One JSON object a line.</summary>
    Json,
}

/// <summary>What is logged and how. Section <c>Probe:Log</c>.</summary>
public sealed class LogOptions
{
    /// <summary>The least important level that is logged.</summary>
    public LogLevel Level { get; set; } = LogLevel.Information;

    /// <summary>How a line looks.</summary>
    public LogFormat Format { get; set; } = LogFormat.Auto;
}
