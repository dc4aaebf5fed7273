using System.Runtime.InteropServices;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Probe.Collection;
using Probe.Configuration;

namespace Probe.Hosting;

/// <summary>Reads the settings again on SIGHUP and when their file has changed.</summary>
/// <remarks>All of them are read and found valid before any is put in force; bad ones leave everything as it was, and say so.</remarks>
internal sealed partial class SettingsReloader(LiveSettings live, Scheduler scheduler, TimeProvider clock, ServiceNotifier notifier,
    Degradations degradations, ILogger<SettingsReloader> logger) : BackgroundService
{
    private const string Part = "config";
    private const int BeforePush = 5;

    // What only a start reads.
    private static readonly string[] s_fixed = ["Probe:Kernel:", "Probe:SelfTelemetry:"];

    private static readonly TimeSpan s_look = Intervals.Default;                // on the collectors' own edges it wakes nobody
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(1);

    private readonly SettingsWatch _watch = new(live.Current.Places);
    private readonly Channel<bool> _requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks for a reload. Callable from anywhere; while one is under way or about to be, many requests are one.</summary>
    public void Request() => _requests.Writer.TryWrite(true);

    /// <summary>Reads the settings again and puts them in force if they are good.</summary>
    /// <returns>False when they are not.</returns>
    public bool Reload()
    {
        notifier.Reloading(TimeSpan.FromSeconds((double)clock.GetTimestamp() / clock.TimestampFrequency));
        _watch.Accept();
        SettingsOutcome outcome = live.Current.Reload();
        if (outcome.Settings is { } next)
            TurnTo(next);
        else
            Refuse(outcome);
        notifier.Ready();
        return outcome.Settings is not null;
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _watch.Accept();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PosixSignalRegistration hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnHangup);
        try
        {
            await Task.WhenAll(WatchAsync(stoppingToken), ServeAsync(stoppingToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private void OnHangup(PosixSignalContext context)
    {
        context.Cancel = true;
        Request();
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        using ScheduleTicket look = scheduler.Register(s_look, BeforePush);
        using ScheduleTicket settle = scheduler.Register(s_settle, BeforePush);
        while (true)
        {
            await look.NextAsync(stop).ConfigureAwait(false);
            if (!_watch.HasChanged())
                continue;
            do
                await settle.NextAsync(stop).ConfigureAwait(false);
            while (!_watch.HasSettled());
            if (_watch.HasChanged())
                Request();
        }
    }

    // A storm of signals is one reload at once and one a second later.
    private async Task ServeAsync(CancellationToken stop)
    {
        using ScheduleTicket pause = scheduler.Register(s_settle, BeforePush);
        while (true)
        {
            await _requests.Reader.ReadAsync(stop).ConfigureAwait(false);
            await Task.Run(Reload, stop).ConfigureAwait(false);         // off the scheduler's thread
            await pause.NextAsync(stop).ConfigureAwait(false);
        }
    }

    private void TurnTo(Settings next)
    {
        Settings before = live.Current;
        live.Replace(next);
        degradations.Clear(Part);
        string[] changes = [.. SettingsChanges.Between(before, next)];
        if (changes.Length == 0)
            Log.Same(logger);
        else
            Log.Reloaded(logger, string.Join(", ", changes));
        foreach (string change in changes.Where(c => s_fixed.Any(f => c.StartsWith(f, StringComparison.OrdinalIgnoreCase))))
            Log.NeedsRestart(logger, change);
        foreach (SettingError warning in next.Warnings)
            Log.Warning(logger, warning);
    }

    private void Refuse(SettingsOutcome outcome)
    {
        foreach (SettingError error in outcome.Errors)
            Log.Refused(logger, error);
        degradations.Set(Part, outcome.Errors[0].ToString());
    }

    private static partial class Log
    {
        [LoggerMessage(1030, LogLevel.Information, "Settings reloaded: {Changes}.")]
        internal static partial void Reloaded(ILogger logger, string changes);

        [LoggerMessage(1031, LogLevel.Information, "Settings reloaded: nothing has changed.")]
        internal static partial void Same(ILogger logger);

        [LoggerMessage(1032, LogLevel.Error, "The settings are bad, the old ones stay: {Error}")]
        internal static partial void Refused(ILogger logger, SettingError error);

        [LoggerMessage(1033, LogLevel.Warning, "{Change} takes effect at the next start.")]
        internal static partial void NeedsRestart(ILogger logger, string change);

        [LoggerMessage(1034, LogLevel.Warning, "{Warning}")]
        internal static partial void Warning(ILogger logger, SettingError warning);
    }
}
