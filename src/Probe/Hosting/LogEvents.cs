using Serilog.Events;
using Serilog.Parsing;

namespace Probe.Hosting;

/// <summary>What the log says of itself.</summary>
internal static class LogEvents
{
    private static readonly MessageTemplate s_dropped = new MessageTemplateParser().Parse("{Lines} log lines were dropped: nobody read them.");

    /// <summary>So many lines could not be written.</summary>
    public static LogEvent Dropped(long lines) =>
        new(DateTimeOffset.UtcNow, LogEventLevel.Warning, null, s_dropped, [new LogEventProperty("Lines", new ScalarValue(lines))]);
}
