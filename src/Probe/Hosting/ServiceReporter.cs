using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Probe.Collection;

namespace Probe.Hosting;

/// <summary>Reports to the service manager: that we are ready, that the loops turn, and in one line what is going on.</summary>
/// <remarks>UseSystemd says READY and STOPPING only where systemd itself is our parent; other managers listen on the same socket.</remarks>
internal sealed partial class ServiceReporter(ServiceNotifier notifier, Heartbeats heartbeats, StatusLine status, Scheduler scheduler,
    IHostApplicationLifetime lifetime, ILogger<ServiceReporter> logger) : BackgroundService
{
    private const int AfterAll = 20;

    private static readonly TimeSpan s_longestInterval = Intervals.Default;     // on the collectors' own edges it wakes nobody

    private string? _said;
    private bool _silent;

    /// <summary>The watchdog's time limit, as <c>WATCHDOG_USEC</c> has it for this process; null where there is no watchdog.</summary>
    public static TimeSpan? WatchdogLimit(Func<string, string?> variable) =>
        long.TryParse(variable("WATCHDOG_USEC"), out long limit) && limit > 0
        && (variable("WATCHDOG_PID") is not { Length: > 0 } pid || pid == Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture))
            ? TimeSpan.FromMicroseconds(limit)
            : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!notifier.IsHeard)
            return;
        using CancellationTokenRegistration started = lifetime.ApplicationStarted.Register(notifier.Ready);
        using CancellationTokenRegistration stopping = lifetime.ApplicationStopping.Register(notifier.Stopping);
        TimeSpan interval = WatchdogLimit(Environment.GetEnvironmentVariable) / 2 is { } half && half < s_longestInterval ? half : s_longestInterval;
        using ScheduleTicket ticket = scheduler.Register(interval, AfterAll, atOnce: true);
        try
        {
            while (true)
            {
                await ticket.NextAsync(stoppingToken).ConfigureAwait(false);
                Report();
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private void Report()
    {
        bool turn = heartbeats.Turn;
        if (turn)
            notifier.Alive();
        else if (!_silent)
            Log.Stuck(logger);
        _silent = !turn;
        string text = status.Text;
        if (text == _said)
            return;
        notifier.Status(text);
        _said = text;
    }

    private static partial class Log
    {
        [LoggerMessage(1020, LogLevel.Critical, "A loop does not come round any more: the watchdog is left to restart Probe.")]
        internal static partial void Stuck(ILogger logger);
    }
}
