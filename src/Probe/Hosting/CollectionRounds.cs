using Probe.Catalog;
using Probe.Metrics;

namespace Probe.Hosting;

/// <summary>What all passes due at one tick took together on the scheduler's thread; those on lanes hold up nobody and do not count.</summary>
internal sealed class CollectionRounds
{
    private long _round = -1;
    private TimeSpan _took;

    /// <summary>The rounds that have ended.</summary>
    public HistogramRecorder Durations { get; } = new(Self.CollectionDuration.Instrument);

    /// <summary>Adds a pass to its round. Called on the scheduler's thread alone.</summary>
    public void Add(long round, TimeSpan took)
    {
        if (round != _round && _round >= 0)
            Durations.Record(_took.TotalSeconds);
        _took = round == _round ? _took + took : took;
        _round = round;
    }
}
