using System.Collections.Concurrent;
using System.Diagnostics;

namespace Probe.EndToEndTests.Running;

/// <summary>Starts programs that end with the tests, however the tests end.</summary>
/// <remarks>
/// A child asks the kernel to be killed with its parent (setpriv --pdeathsig), and the kernel means the thread that
/// started it. So all are started on one thread that lives as long as the process.
/// </remarks>
internal static class Children
{
    private static readonly BlockingCollection<Action> _starts = StartThread();

    /// <summary>Starts a program; its standard output and error are pipes, its input is empty.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", "--", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsAboutProbe).ToArray())
            start.Environment.Remove(name);
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                Process process = Process.Start(start)!;
                process.StandardInput.Close();
                started.SetResult(process);
            }
            catch (Exception failure)
            {
                started.SetException(failure);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    /// <summary>What the machine that runs the tests may have set for its own purposes.</summary>
    private static bool IsAboutProbe(string variable) =>
        variable.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("PROBE__", StringComparison.OrdinalIgnoreCase)
        || variable is "NOTIFY_SOCKET" or "WATCHDOG_USEC" or "WATCHDOG_PID";

    private static BlockingCollection<Action> StartThread()
    {
        var starts = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (Action start in starts.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "children" }.Start();
        return starts;
    }
}
