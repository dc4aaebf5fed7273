using System.Globalization;
using Probe.Metrics;

namespace Probe.Commands;

/// <summary>Numbers as people read them.</summary>
internal static class Quantity
{
    private static readonly string[] s_binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
    private static readonly string[] s_decimal = ["", "k", "M", "G", "T", "P", "E"];

    /// <summary>A value of an instrument.</summary>
    public static string Of(Instrument instrument, double value) => instrument.Unit.Ucum switch
    {
        "By" => Scaled(value, s_binary, 1024, "B"),
        "By/s" => Scaled(value, s_binary, 1024, "B/s"),
        "s" when instrument.Description.Contains("since 1970", StringComparison.Ordinal) => Moment(value),
        "s" => Duration(value),
        "1" when instrument.Name.EndsWith("utilization", StringComparison.Ordinal) => Percent(value),
        "Hz" => Scaled(value, s_decimal, 1000, "Hz"),
        "W" => Scaled(value, s_decimal, 1000, "W"),
        "J" => Scaled(value, s_decimal, 1000, "J"),
        "bit" => Scaled(value, s_decimal, 1000, "bit"),
        "bit/s" => Scaled(value, s_decimal, 1000, "bit/s"),
        "Cel" => $"{Number(value, 1)} °C",
        "V" or "A" or "rpm" or "dBm" => $"{Number(value, 2)} {instrument.Unit.Ucum}",
        _ => Count(value),
    };

    /// <summary>How fast a counter grows.</summary>
    public static string Rate(Instrument instrument, double perSecond) => instrument.Unit.Ucum switch
    {
        "s" => Percent(perSecond),
        "By" => Scaled(perSecond, s_binary, 1024, "B/s"),
        "J" => Scaled(perSecond, s_decimal, 1000, "W"),
        _ => $"{Scaled(perSecond, s_decimal, 1000, "")}/s",
    };

    /// <summary>A span of time, from nanoseconds to years.</summary>
    public static string Duration(double seconds) => Math.Abs(seconds) switch
    {
        0 => "0 s",
        < 1e-6 => $"{Number(seconds * 1e9, 0)} ns",
        < 1e-3 => $"{Number(seconds * 1e6, 1)} µs",
        < 1 => $"{Number(seconds * 1e3, 1)} ms",
        < 100 => $"{Number(seconds, 2)} s",
        < 3600 => $"{Math.Floor(seconds / 60)} min {Math.Floor(seconds % 60)} s",
        < 86400 => $"{Math.Floor(seconds / 3600)} h {Math.Floor(seconds % 3600 / 60)} min",
        _ => $"{Math.Floor(seconds / 86400)} d {Math.Floor(seconds % 86400 / 3600)} h",
    };

    /// <summary>A number as it is, without rounding.</summary>
    public static string Exact(Instrument instrument, long bits) => instrument.Type == NumberType.Long
        ? bits.ToString(CultureInfo.InvariantCulture)
        : BitConverter.Int64BitsToDouble(bits).ToString("R", CultureInfo.InvariantCulture);

    private static string Percent(double ratio) => $"{Number(ratio * 100, 1)} %";

    private static string Moment(double seconds) => seconds is > 0 and < 1e11
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : Number(seconds, 0);

    private static string Count(double value) => Math.Abs(value) switch
    {
        < 100_000 when value == Math.Floor(value) => Number(value, 0),
        < 1_000 => Number(value, 2),
        _ => Scaled(value, s_decimal, 1000, ""),
    };

    private static string Scaled(double value, string[] prefixes, double step, string unit)
    {
        int power = 0;
        double scaled = value;
        while (Math.Abs(scaled) >= step * 0.9995 && power < prefixes.Length - 1)
            (scaled, power) = (scaled / step, power + 1);
        int digits = power == 0 && value == Math.Floor(value) ? 0 : Math.Abs(scaled) < 10 ? 2 : Math.Abs(scaled) < 100 ? 1 : 0;
        return $"{Number(scaled, digits)} {prefixes[power]}{unit}".TrimEnd();
    }

    private static string Number(double value, int digits) => value.ToString("F" + digits, CultureInfo.InvariantCulture);
}
