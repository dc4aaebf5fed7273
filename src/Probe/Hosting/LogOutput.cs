using System.Globalization;
using System.Text;
using Probe.Configuration;
using Serilog.Core;
using Serilog.Events;

namespace Probe.Hosting;

/// <summary>Writes each event as one line; what can't be written at once is dropped and, once something can, counted in a line.</summary>
internal sealed class LogOutput(StandardError output) : ILogEventSink
{
    private static readonly byte[] s_cut = "...\n"u8.ToArray();

    private readonly Lock _lock = new();
    private readonly byte[] _bytes = new byte[StandardError.LongestLine];
    private LogLine _line = new(LogFormat.Text);
    private long _dropped;

    /// <summary>How lines look; may be changed at any time.</summary>
    public LogFormat Format
    {
        set => Volatile.Write(ref _line, new LogLine(Resolve(value)));
    }

    /// <summary>Lines that could not be written.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <inheritdoc/>
    public void Emit(LogEvent logEvent)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        Volatile.Read(ref _line).Write(logEvent, text);
        lock (_lock)
        {
            if (_dropped > 0)
                SayDropped();
            if (!output.TryWrite(Encode(text.ToString())))
                _dropped++;
        }
    }

    private static LogFormat Resolve(LogFormat format) => format != LogFormat.Auto ? format : StandardError.IsJournal ? LogFormat.Journal : LogFormat.Text;

    private void SayDropped()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        _line.Write(LogEvents.Dropped(_dropped), text);
        if (output.TryWrite(Encode(text.ToString())))
            _dropped = 0;
    }

    private ReadOnlySpan<byte> Encode(string line)
    {
        Span<byte> room = _bytes.AsSpan(0, _bytes.Length - s_cut.Length);
        Encoding.UTF8.GetEncoder().Convert(line, room, flush: true, out int read, out int written, out _);
        ReadOnlySpan<byte> end = read < line.Length ? s_cut : "\n"u8;
        end.CopyTo(_bytes.AsSpan(written));
        return _bytes.AsSpan(0, written + end.Length);
    }
}
