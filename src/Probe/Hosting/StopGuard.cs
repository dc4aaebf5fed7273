using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Probe.Hosting.Interop;

namespace Probe.Hosting;

/// <summary>Ends the process within five seconds of being told to, whatever hangs; told twice, at once.</summary>
internal sealed class StopGuard(IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private const int StackSize = 64 * 1024;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(4.5);

    private readonly List<IDisposable> _registrations = [];
    private int _signals;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (PosixSignal signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT])
            _registrations.Add(PosixSignalRegistration.Create(signal, Count));
        _registrations.Add(lifetime.ApplicationStopping.Register(StartCounting));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registrations.ForEach(r => r.Dispose());

    // The first signal is the host's business.
    private void Count(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) > 1)
            Libc.Exit(Environment.ExitCode);
    }

    // A thread of its own, since the pool may be what hangs.
    private static void StartCounting() => new Thread(static () =>
    {
        Thread.Sleep(s_longest);
        Libc.Exit(Environment.ExitCode);
    }, StackSize) { IsBackground = true, Name = "stop" }.Start();
}
