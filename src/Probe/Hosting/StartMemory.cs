using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Probe.Collection;
using Probe.Hosting.Interop;

namespace Probe.Hosting;

/// <summary>Gives back what only the start needed, once it is over: garbage, and the pages of code that nobody has come back to.</summary>
/// <remarks>
/// The kernel maps sixteen pages around each that is touched, so that a start, which touches most of the program once, leaves most of it mapped.
/// Pages let go are still in the page cache: whichever is needed again comes back by a minor fault.
/// </remarks>
internal sealed partial class StartMemory(Scheduler scheduler, ILogger<StartMemory> logger) : BackgroundService
{
    private const int AfterAll = 30;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using ScheduleTicket ticket = scheduler.Register(Intervals.Default, AfterAll);
            await ticket.NextAsync(stoppingToken).ConfigureAwait(false);
            GiveBack();
        }
        catch (OperationCanceledException)
        {
            // Stopped before it had settled.
        }
    }

    private void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        long pages = OperatingSystem.IsLinux() ? LetGoOfCode(Environment.ProcessPath ?? "") : 0;
        Log.GivenBack(logger, GC.GetTotalMemory(forceFullCollection: false) >> 10, pages >> 10);
    }

    // Only mappings without a page of our own: those are the file's, whole.
    private static unsafe long LetGoOfCode(string executable)
    {
        long total = 0;
        (nint Start, nint Length) mapping = default;
        foreach (string line in File.ReadLines("/proc/self/smaps"))
        {
            if (TryReadMapping(line, executable, out (nint Start, nint Length) next))
                mapping = next;
            if (mapping.Length == 0 || !line.StartsWith("Private_Dirty:", StringComparison.Ordinal))
                continue;
            if (line.AsSpan(14).Trim().StartsWith("0 "))
                total += Libc.Advise((void*)mapping.Start, (nuint)mapping.Length, Libc.DontNeed) == 0 ? mapping.Length : 0;
            mapping = default;
        }

        return total;
    }

    // 00400000-00b6b000 r-xp 00000000 fe:00 1234   /usr/bin/probe
    private static bool TryReadMapping(string line, string executable, out (nint Start, nint Length) mapping)
    {
        mapping = default;
        int dash = line.IndexOf('-'), blank = line.IndexOf(' ');
        if (!line.EndsWith(executable, StringComparison.Ordinal) || dash < 0 || blank < dash || line[blank + 1] != 'r' || line[blank + 2] != '-')
            return false;
        if (!nint.TryParse(line.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out nint start)
            || !nint.TryParse(line.AsSpan(dash + 1, blank - dash - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out nint end))
            return false;
        mapping = (start, end - start);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1040, LogLevel.Debug, "The start is over: {Heap} KiB live on the heap, {Code} KiB of code and constants let go until needed.")]
        internal static partial void GivenBack(ILogger logger, long heap, long code);
    }
}
