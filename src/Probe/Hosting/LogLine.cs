using System.Globalization;
using System.Text;
using Probe.Configuration;
using Serilog.Events;
using Serilog.Formatting.Json;
using Serilog.Parsing;

namespace Probe.Hosting;

/// <summary>Turns an event into one line of text.</summary>
internal sealed class LogLine(LogFormat format)
{
    private static readonly JsonValueFormatter s_json = new(typeTagName: null);

    /// <summary>Writes an event without the newline at its end.</summary>
    public void Write(LogEvent entry, TextWriter output)
    {
        switch (format)
        {
            case LogFormat.Json:
                WriteJson(entry, output);
                break;
            case LogFormat.Journal:
                output.Write($"<{PriorityOf(entry.Level)}>");
                WriteText(entry, output);
                break;
            default:
                output.Write($"{entry.Timestamp.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {NameOf(entry.Level)} ");
                WriteText(entry, output);
                break;
        }
    }

    private static void WriteText(LogEvent entry, TextWriter output)
    {
        output.Write(OneLine(Render(entry)));
        for (Exception? e = entry.Exception; e is not null; e = e.InnerException)
            output.Write(" " + OneLine($"{e.GetType().Name}: {e.Message}"));
        if (entry.Exception?.StackTrace is { } stack && entry.Level >= LogEventLevel.Error)
            output.Write(" " + OneLine(stack));
    }

    private static void WriteJson(LogEvent entry, TextWriter output)
    {
        output.Write($"{{\"time\":\"{entry.Timestamp.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}\",\"level\":\"{NameOf(entry.Level)}\",\"message\":");
        JsonValueFormatter.WriteQuotedJsonString(Render(entry), output);
        foreach ((string name, LogEventPropertyValue value) in entry.Properties)
        {
            output.Write(',');
            JsonValueFormatter.WriteQuotedJsonString(name, output);
            output.Write(':');
            s_json.Format(value, output);
        }

        if (entry.Exception is not null)
        {
            output.Write(",\"exception\":");
            JsonValueFormatter.WriteQuotedJsonString(entry.Exception.ToString(), output);
        }

        output.Write('}');
    }

    // As it is, without the quotes that Serilog puts around texts.
    private static string Render(LogEvent entry)
    {
        var text = new StringBuilder();
        foreach (MessageTemplateToken token in entry.MessageTemplate.Tokens)
        {
            if (token is PropertyToken property && entry.Properties.TryGetValue(property.PropertyName, out LogEventPropertyValue? value))
                text.Append(value is ScalarValue scalar ? Render(scalar.Value, property.Format) : value.ToString());
            else
                text.Append(token);
        }

        return text.ToString();
    }

    private static string? Render(object? value, string? format) =>
        value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString();

    // Names come from the kernel and messages from peers: neither may end the line or drive a terminal.
    private static string OneLine(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        string[] lines = text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Concat(string.Join("; ", lines).Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    private static string NameOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => "trace",
        LogEventLevel.Debug => "debug",
        LogEventLevel.Information => "info",
        LogEventLevel.Warning => "warning",
        LogEventLevel.Error => "error",
        _ => "critical",
    };

    // syslog(3)
    private static int PriorityOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose or LogEventLevel.Debug => 7,
        LogEventLevel.Information => 6,
        LogEventLevel.Warning => 4,
        LogEventLevel.Error => 3,
        _ => 2,
    };
}
