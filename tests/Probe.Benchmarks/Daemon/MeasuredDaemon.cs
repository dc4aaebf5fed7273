using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Probe.Benchmarks.Daemon;

/// <summary>A daemon that runs, what it has cost so far and what it holds.</summary>
internal sealed partial class MeasuredDaemon : IDisposable
{
    private static readonly HttpClient s_http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly string _copy;
    private readonly Process _process;
    private readonly Uri _metrics;

    private MeasuredDaemon(string name, string copy, Process process, int port)
    {
        Name = name;
        _copy = copy;
        _process = process;
        _metrics = new Uri($"http://127.0.0.1:{port}/metrics");
    }

    public string Name { get; }

    /// <summary>Starts a daemon that listens on a free port; arguments hold <c>PORT</c> in its place.</summary>
    /// <remarks>From a copy of its file: several daemons of one file share its pages, and each would show less than it has alone.</remarks>
    public static MeasuredDaemon Start(string name, string program, params string[] arguments)
    {
        int port = FreePort();
        string copy = Path.Combine(Directory.CreateTempSubdirectory("probe-daemon").FullName, Path.GetFileName(program));
        File.Copy(program, copy);
        var start = new ProcessStartInfo(copy, arguments.Select(a => a.Replace("PORT", port.ToString(CultureInfo.InvariantCulture))))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new MeasuredDaemon(name, copy, process, port);
    }

    /// <summary>Scrapes until it answers.</summary>
    public async Task WaitAsync()
    {
        for (int i = 0; ; i++)
        {
            try
            {
                await ScrapeAsync();
                return;
            }
            catch (HttpRequestException) when (i < 200 && !_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Scrapes once and returns the bytes it gave.</summary>
    public async Task<int> ScrapeAsync() => (await s_http.GetByteArrayAsync(_metrics)).Length;

    /// <summary>Processor time it has used, in seconds, by its own clock.</summary>
    public double CpuSeconds()
    {
        // The clock of another process: see clock_getcpuclockid(3).
        if (GetTime((~_process.Id << 3) | 2, out TimeSpec time) != 0)
            throw new InvalidOperationException($"{Name} has ended.");
        return time.Seconds + time.Nanoseconds / 1e9;
    }

    /// <summary>Its memory, shared pages by share (PSS), in MiB.</summary>
    public double ProportionalMebibytes() => Kibibytes("Pss:") / 1024;

    /// <summary>Memory that is its own and was written to, in MiB.</summary>
    public double PrivateDirtyMebibytes() => Kibibytes("Private_Dirty:") / 1024;

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(Path.GetDirectoryName(_copy)!, recursive: true);
    }

    private double Kibibytes(string field) =>
        double.Parse(File.ReadLines($"/proc/{_process.Id}/smaps_rollup").First(l => l.StartsWith(field, StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
