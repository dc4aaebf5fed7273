using System.Globalization;
using System.Text;
using Probe.Metrics;

namespace Probe.Exporters.Prometheus;

/// <summary>What every line of a column begins with, encoded once.</summary>
/// <remarks>
/// A stem is <c>name{</c> or <c>name{fixed="labels",</c>: the entity's labels follow it, or take its last byte's place where there are none.
/// Both formats share the stems: bounds are written as OpenMetrics wants them, so that a series is the same whichever format was negotiated.
/// </remarks>
internal sealed class ColumnText
{
    private ColumnText(byte[][] stems) => Stems = stems;

    /// <summary>For a number one stem. For a histogram one for each bucket, then those of the sum and the count.</summary>
    public byte[][] Stems { get; }

    public static ColumnText Of(Column column)
    {
        PrometheusName name = PrometheusNames.Of(column.Instrument);
        string labels = LabelText.Of(column);
        if (!column.Instrument.IsHistogram)
            return new ColumnText([Stem(name.Sample, labels)]);

        var stems = new List<byte[]>();
        foreach (double bound in Bounds(column.Instrument))
            stems.Add(Stem(name.Family + "_bucket", $"le=\"{Canonical(bound)}\"" + (labels.Length > 0 ? "," + labels : "")));
        stems.Add(Stem(name.Family + "_sum", labels));
        stems.Add(Stem(name.Family + "_count", labels));
        return new ColumnText([.. stems]);
    }

    /// <summary>Upper bounds of a histogram's buckets, the last of them infinite.</summary>
    /// <remarks>An exponential histogram's zero bucket ends at its threshold; its last slot takes whatever is above, so its own bound would be a lie.</remarks>
    public static IEnumerable<double> Bounds(Instrument instrument)
    {
        if (instrument.Kind == InstrumentKind.Histogram)
            return instrument.Bounds.Append(double.PositiveInfinity);
        double exponent = Math.Pow(2, -instrument.Scale);
        return Enumerable.Range(1, instrument.Slots - 1)
            .Select(slot => Math.Pow(2, (instrument.Offset + slot) * exponent))
            .Prepend(instrument.ZeroThreshold)
            .Append(double.PositiveInfinity);
    }

    /// <summary>A bound as Prometheus itself would write it, so that it never has to be rewritten: from a million up, and below 0.0001, with an exponent.</summary>
    internal static string Canonical(double value)
    {
        if (double.IsPositiveInfinity(value))
            return "+Inf";
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        int mark = shortest.IndexOf('E');
        if (mark >= 0)
            return shortest[..mark] + "e" + shortest[(mark + 1)..];
        if (Math.Abs(value) < 1e6)
            return shortest.Contains('.') ? shortest : shortest + ".0";
        int point = shortest.IndexOf('.') is >= 0 and int at ? at : shortest.Length;
        string digits = shortest.Replace(".", "").TrimEnd('0');
        string mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
        return mantissa + "e+" + (point - 1).ToString("00", CultureInfo.InvariantCulture);
    }

    private static byte[] Stem(string name, string labels) =>
        Encoding.UTF8.GetBytes(labels.Length == 0 ? name + "{" : name + "{" + labels + ",");
}
