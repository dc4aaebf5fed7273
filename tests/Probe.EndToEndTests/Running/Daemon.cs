using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Probe.EndToEndTests.Running;

/// <summary>A program that runs until it is disposed, and the lines it has written so far.</summary>
internal sealed partial class Daemon : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _name;
    private readonly List<string> _lines = [];
    private readonly Task _readers;

    private Daemon(Process process, string name)
    {
        _process = process;
        _name = name;
        _readers = Task.WhenAll(Follow(process.StandardOutput), Follow(process.StandardError));
    }

    /// <summary>Its process id: that of the program itself, since setpriv becomes it.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Every line of its output and its errors, in the order they came.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    /// <summary>Starts a program.</summary>
    public static Daemon Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null) =>
        new(Children.Start(program, arguments, variables), Path.GetFileName(program));

    /// <summary>The first line that holds a text, which may still have to come.</summary>
    /// <exception cref="InvalidOperationException">The program ended without it, or it took too long. The message has the whole output.</exception>
    public async Task<string> LineAsync(string text, TimeSpan? limit = null)
    {
        try
        {
            return await Poll.UntilAsync($"a line with \"{text}\"", () =>
            {
                bool exited = HasExited && _readers.IsCompleted;
                string? line = Lines.FirstOrDefault(l => l.Contains(text, StringComparison.Ordinal));
                return line is null && exited ? throw new InvalidOperationException($"{_name} ended with {_process.ExitCode}") : line;
            }, limit);
        }
        catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
        {
            throw new InvalidOperationException($"{_name}: {failure.Message}\n{string.Join('\n', Lines)}", failure);
        }
    }

    /// <summary>Shows its last lines beside the test that runs, for whoever finds it failed.</summary>
    public void Tell() => TestContext.Current.TestOutputHelper?.WriteLine($"{_name}:\n{string.Join('\n', Lines.TakeLast(60))}");

    /// <summary>Sends a signal.</summary>
    public void Signal(Signal signal) => Kill(Id, (int)signal);

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <returns>The exit code, and how long the end took.</returns>
    public async Task<(int ExitCode, TimeSpan Took)> EndAsync(Signal signal = Running.Signal.Term, TimeSpan? limit = null)
    {
        long began = Stopwatch.GetTimestamp();
        Signal(signal);
        await _process.WaitForExitAsync().WaitAsync(limit ?? TimeSpan.FromSeconds(20));
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        await _readers;
        return (_process.ExitCode, took);
    }

    /// <summary>Kills the program, if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _readers;
        _process.Dispose();
    }

    private async Task Follow(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lines)
                _lines.Add(line);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}

/// <summary>The signals that tests send, by their numbers on Linux.</summary>
internal enum Signal
{
    /// <summary>Read your settings again.</summary>
    Hup = 1,

    /// <summary>End at once.</summary>
    Kill = 9,

    /// <summary>End in good order.</summary>
    Term = 15,

    /// <summary>Go on.</summary>
    Cont = 18,

    /// <summary>Stand still.</summary>
    Stop = 19,
}
