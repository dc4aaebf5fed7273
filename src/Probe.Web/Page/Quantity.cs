using System.Globalization;

namespace Probe.Web.Page;

/// <summary>Measures as people read them: three digits and a unit.</summary>
internal static class Quantity
{
    private static readonly NumberFormatInfo s_counts = new() { NumberGroupSeparator = "\u202f" };

    /// <summary>A span of time.</summary>
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        < 0.001 => Digits(time.TotalMicroseconds) + " µs",
        < 1 => Digits(time.TotalMilliseconds) + " ms",
        < 10 => Digits(Math.Round(time.TotalSeconds, 1)) + " s",
        < 120 => Digits(Math.Floor(time.TotalSeconds)) + " s",
        < 7200 => Digits(Math.Floor(time.TotalMinutes)) + " min",
        < 172_800 => Digits(Math.Floor(time.TotalHours)) + " h",
        _ => Digits(Math.Floor(time.TotalDays)) + " days",
    };

    /// <summary>An amount of memory.</summary>
    public static string OfBytes(double bytes)
    {
        string[] units = ["B", "KiB", "MiB", "GiB"];
        int unit = 0;
        while (bytes >= 1000 && unit < units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return $"{Digits(bytes)} {units[unit]}";
    }

    /// <summary>A share, in percent.</summary>
    public static string OfShare(double share) => share < 0.00005 ? "< 0.01 %" : Digits(share * 100) + " %";

    /// <summary>A number of things, its thousands apart.</summary>
    public static string OfCount(long number) => number.ToString("#,0", s_counts);

    private static string Digits(double value) =>
        value.ToString(value >= 100 ? "0" : value >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
}
