using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Probe.Tests.Hosting;

/// <summary>Keeps what was logged: level, event id and text.</summary>
internal sealed class LogRecorder : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _lines = new();

    public (LogLevel Level, int Id, string Text)[] Lines => [.. _lines];

    /// <summary>The texts of the events of that number.</summary>
    public string[] Of(int id) => [.. _lines.Where(l => l.Id == id).Select(l => l.Text)];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, eventId.Id, formatter(state, exception)));

    public void Dispose()
    {
    }
}
