using Probe.Collection;
using Probe.Configuration;
using Probe.Snapshots;

namespace Probe.Commands;

/// <summary>How a collector fares.</summary>
internal enum CollectorState
{
    /// <summary>It gives all it can give on this host.</summary>
    Works,

    /// <summary>It gives some, but was refused or left waiting for others.</summary>
    Degraded,

    /// <summary>It gives nothing for want of a right.</summary>
    Denied,

    /// <summary>Its subject is not on this host.</summary>
    Absent,

    /// <summary>The settings have switched it off.</summary>
    Off,

    /// <summary>It broke.</summary>
    Failed,
}

/// <summary>What came of running a collector here.</summary>
/// <param name="Collector">The roster line.</param>
/// <param name="State">How it fares.</param>
/// <param name="Detail">What it gave, or why it gave less than it could.</param>
internal sealed record CollectorCheck(CollectorDescriptor Collector, CollectorState State, string Detail)
{
    /// <summary>Rows of its last pass.</summary>
    public int Rows { get; private init; }

    /// <summary>Time its last pass took.</summary>
    public TimeSpan Duration { get; private init; }

    /// <summary>The right it lacks; null where it lacks none.</summary>
    public string? MissingRight { get; private init; }

    /// <summary>What an operator can do about it; null where nothing needs doing.</summary>
    public string? Cure { get; private init; }

    /// <summary>Judges a collector that ran.</summary>
    public static CollectorCheck Of(OneShotCollector ran)
    {
        CollectorDescriptor collector = ran.Descriptor;
        int rows = 0;
        TableView.Read(ran, (snapshot, _) => rows = snapshot.RowCount);
        (CollectorState state, string detail) = Judge(ran, rows);
        string? right = ran.Kernel.Denied > 0 ? collector.Right ?? "root" : null;
        return new CollectorCheck(collector, state, detail)
        {
            Rows = rows, Duration = ran.Duration, MissingRight = right, Cure = right is null ? null : Rights.Cure(right),
        };
    }

    /// <summary>One that does not run.</summary>
    public static CollectorCheck OfOff(CollectorDescriptor collector, Settings settings)
    {
        string key = $"{SettingCatalog.Collectors}:{collector.Name}:Enabled";
        if (collector.Interval is null && collector.After is null)
            return new CollectorCheck(collector, CollectorState.Off, $"runs only when asked: probe inspect {collector.Name}");
        if (settings.Options.Get<CollectorOptions>(collector.Name).IsEnabled(collector))
        {
            string[] metrics = [.. collector.Tables.SelectMany(t => t.Columns).Select(c => c.Instrument.Name).Distinct()];
            return new CollectorCheck(collector, CollectorState.Off, "its metrics are optional; Probe:Metrics:Include asks for them") { Cure = $"--Probe:Metrics:Include={string.Join(',', metrics)}" };
        }

        SettingOrigin origin = settings.OriginOf(key);
        string who = origin.Layer == SettingLayer.Default ? "off unless asked for" : $"switched off at {origin}";
        return new CollectorCheck(collector, CollectorState.Off, who) { Cure = $"--{key}=true" };
    }

    private static (CollectorState State, string Detail) Judge(OneShotCollector ran, int rows)
    {
        if (ran.Failure is not null)
            return (CollectorState.Failed, ran.Failure.Message);
        if (ran.Kernel.Denied > 0)
            return (rows > 0 ? CollectorState.Degraded : CollectorState.Denied, Refused(ran));
        if (ran.Kernel.Stalled > 0)
            return (rows > 0 ? CollectorState.Degraded : CollectorState.Failed, $"{ran.Kernel.Stalled} sources did not answer in time");
        return rows > 0 ? (CollectorState.Works, "") : (CollectorState.Absent, $"not on this host{Places(ran.Descriptor)}");
    }

    private static string Refused(OneShotCollector ran) =>
        $"may not read {ran.Kernel.DeniedName}{(ran.Kernel.Denied > 1 ? $" and {ran.Kernel.Denied - 1} more" : "")}";

    private static string Places(CollectorDescriptor collector) => collector.Sources.IsEmpty ? "" : $" ({string.Join(", ", collector.Sources)})";
}
