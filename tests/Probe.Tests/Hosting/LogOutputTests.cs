using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Probe.Configuration;
using Probe.Hosting;
using Serilog.Events;
using Serilog.Parsing;

namespace Probe.Tests.Hosting;

public sealed class LogOutputTests : IDisposable
{
    private readonly AnonymousPipeServerStream _reader = new(PipeDirection.In);
    private readonly LogOutput _output;

    public LogOutputTests()
    {
        _output = new LogOutput(new StandardError((int)_reader.ClientSafePipeHandle.DangerousGetHandle())) { Format = LogFormat.Journal };
    }

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void An_event_is_one_line_with_the_journals_priority()
    {
        _output.Emit(MakeEvent(LogEventLevel.Warning, "Collector {Name} fails.", "cpu", new IOException("no\nluck", new FormatException("odd"))));

        Assert.Equal("<4>Collector cpu fails. IOException: no; luck FormatException: odd\n", Read());
    }

    [Fact]
    public void For_people_a_line_tells_the_time_and_the_level()
    {
        _output.Format = LogFormat.Text;

        _output.Emit(MakeEvent(LogEventLevel.Information, "Hello {Name}", "you"));

        Assert.Equal("2026-11-24T08:30:15.123Z info Hello you\n", Read());
    }

    [Fact]
    public void A_JSON_line_keeps_the_properties()
    {
        _output.Format = LogFormat.Json;

        _output.Emit(MakeEvent(LogEventLevel.Error, "Hello {Name}", "\"you\"\n", new IOException("bad")));

        using JsonDocument line = JsonDocument.Parse(Read());
        Assert.Equal("error", line.RootElement.GetProperty("level").GetString());
        Assert.Equal("\"you\"\n", line.RootElement.GetProperty("Name").GetString());
        Assert.Equal("Hello \"you\"\n", line.RootElement.GetProperty("message").GetString());
        Assert.Contains("bad", line.RootElement.GetProperty("exception").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_name_holds_can_neither_end_the_line_nor_drive_a_terminal()
    {
        _output.Emit(MakeEvent(LogEventLevel.Information, "Disk {Name}", "sda\r\n<0>evil\x1b[2J"));

        string line = Read();
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain('\x1b', line);
    }

    [Fact]
    public void A_line_too_long_for_a_pipe_is_cut()
    {
        _output.Emit(MakeEvent(LogEventLevel.Information, "{Name}", new string('ä', 5000)));

        string line = Read();
        Assert.InRange(Encoding.UTF8.GetByteCount(line), 4000, StandardError.LongestLine);
        Assert.EndsWith("...\n", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_that_nobody_reads_never_blocks_and_what_is_lost_is_said_later()
    {
        string text = new('x', 3000);
        while (_output.Dropped < 5)
            _output.Emit(MakeEvent(LogEventLevel.Information, "{Name}", text));
        while (Read().Length == 64 * 1024)
        {
        }

        _output.Emit(MakeEvent(LogEventLevel.Information, "{Name}", "again"));

        Assert.Equal("<4>5 log lines were dropped: nobody read them.\n<6>again\n", Read());
        Assert.Equal(0, _output.Dropped);
    }

    [Fact]
    public void A_closed_output_costs_the_lines_and_nothing_else()
    {
        var closed = new LogOutput(new StandardError(descriptor: 1_000_000));

        closed.Emit(MakeEvent(LogEventLevel.Information, "{Name}", "lost"));

        Assert.Equal(1, closed.Dropped);
    }

    private string Read()
    {
        byte[] bytes = new byte[64 * 1024];
        return Encoding.UTF8.GetString(bytes, 0, _reader.Read(bytes));
    }

    private static LogEvent MakeEvent(LogEventLevel level, string template, string name, Exception? exception = null) =>
        new(new DateTimeOffset(2026, 11, 24, 8, 30, 15, 123, TimeSpan.Zero), level, exception, new MessageTemplateParser().Parse(template),
            [new LogEventProperty("Name", new ScalarValue(name))]);
}
