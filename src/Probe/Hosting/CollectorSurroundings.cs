using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Probe.Collection;
using Probe.Snapshots;

namespace Probe.Hosting;

/// <summary>What all collectors' loops share.</summary>
internal sealed record CollectorSurroundings(Platform Platform, SnapshotStore Store, Scheduler Scheduler, Heartbeats Heartbeats,
    TimeProvider Clock, ILoggerFactory Loggers, IHostApplicationLifetime Lifetime)
{
    /// <summary>What the passes of each tick took together.</summary>
    public CollectionRounds Rounds { get; } = new();

    /// <summary>Ends the process with the code for a failure: a loop that has broken is our own mistake, and a restart the cure.</summary>
    public void Fail()
    {
        Environment.ExitCode = 1;
        Lifetime.StopApplication();
    }
}
