using System.Collections.Immutable;
using Probe.Metrics;

namespace Probe.Catalog;

/// <summary>How well wireless interfaces hear and are heard.</summary>
public static class Wireless
{
    /// <summary>Strength of the signal a wireless interface receives.</summary>
    public static readonly Column Signal = Instrument.Gauge("system.network.wireless.signal", Unit.DecibelMilliwatts, NumberType.Double,
        "Strength of the signal a wireless interface receives.")
        .From("nl80211 STATION_INFO_SIGNAL; /proc/net/wireless").On(Systems.Linux | Systems.MacOS).Optional();

    /// <summary>Rate a wireless interface negotiated, in each direction.</summary>
    public static readonly Instrument Bitrate = Instrument.Gauge("system.network.wireless.bitrate", Unit.BitsPerSecond, NumberType.Long,
        "Rate a wireless interface negotiated, in each direction.")
        .From("nl80211 STATION_INFO bitrate").On(Systems.Linux | Systems.MacOS).Optional();

    /// <summary><see cref="Bitrate"/> of <c>receive</c>.</summary>
    public static readonly Column ReceiveBitrate = Bitrate.At((Attributes.NetworkIoDirection, "receive"));

    /// <summary><see cref="Bitrate"/> of <c>transmit</c>.</summary>
    public static readonly Column TransmitBitrate = Bitrate.At((Attributes.NetworkIoDirection, "transmit"));

    /// <summary>Frequency of the channel a wireless interface is on.</summary>
    public static readonly Column Frequency = Instrument.Gauge("system.network.wireless.frequency", Unit.Hertz, NumberType.Long,
        "Frequency of the channel a wireless interface is on.")
        .From("nl80211").On(Systems.Linux | Systems.MacOS).Optional();

    /// <summary>Frames a wireless interface had to repeat, gave up, and beacons it missed.</summary>
    public static readonly Instrument Retries = Instrument.Counter("system.network.wireless.retries", Unit.Of("retry"), NumberType.Long,
        "Frames a wireless interface had to repeat, gave up, and beacons it missed.")
        .From("nl80211 STATION_INFO").On(Systems.Linux).Optional();

    /// <summary><see cref="Retries"/> of <c>retried</c>.</summary>
    public static readonly Column RetriedRetries = Retries.At((Attributes.SystemNetworkWirelessOutcome, "retried"));

    /// <summary><see cref="Retries"/> of <c>failed</c>.</summary>
    public static readonly Column FailedRetries = Retries.At((Attributes.SystemNetworkWirelessOutcome, "failed"));

    /// <summary><see cref="Retries"/> of <c>beacon_lost</c>.</summary>
    public static readonly Column BeaconLostRetries = Retries.At((Attributes.SystemNetworkWirelessOutcome, "beacon_lost"));

    /// <summary>Table <c>network.wireless</c>: a row for each <c>network.interface.name</c>.</summary>
    public static readonly Schema Links = new("network.wireless", resourceKeys: [], keys: [Attributes.NetworkInterfaceName], details: [],
        columns: [Signal, ReceiveBitrate, TransmitBitrate, Frequency, RetriedRetries, FailedRetries, BeaconLostRetries],
            Scope.Host);

    /// <summary>The tables of this file.</summary>
    public static ImmutableArray<Schema> Schemas { get; } = [Links];
}
