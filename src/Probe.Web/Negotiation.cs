using Probe.Exporters.Prometheus;
using System.Text;

namespace Probe.Web;

/// <summary>What a client's headers ask for, of what we have.</summary>
internal static class Negotiation
{
    /// <summary>OpenMetrics when the client names it and wants it at least as much as the classic text; else the classic text.</summary>
    /// <remarks>A client that accepts neither gets the classic text too: a person with a browser is served better by it than by a refusal.</remarks>
    public static PrometheusFormat FormatOf(ReadOnlySpan<byte> accept)
    {
        int openMetrics = 0, classic = 0;
        var media = new ListReader(accept);
        while (media.Next())
        {
            ReadOnlySpan<byte> version = media.Parameter("version"u8);
            if (Ascii.EqualsIgnoreCase(media.Item, "application/openmetrics-text"u8) && (version.IsEmpty || version.SequenceEqual("1.0.0"u8)))
                openMetrics = Math.Max(openMetrics, media.Weight);
            else if (Ascii.EqualsIgnoreCase(media.Item, "text/plain"u8))
                classic = Math.Max(classic, media.Weight);
        }

        return openMetrics > 0 && openMetrics >= classic ? PrometheusFormat.OpenMetrics : PrometheusFormat.ClassicText;
    }

    /// <summary>True when the client can unpack gzip.</summary>
    public static bool TakesGzip(ReadOnlySpan<byte> acceptEncoding)
    {
        int named = -1, any = -1;
        var coding = new ListReader(acceptEncoding);
        while (coding.Next())
        {
            if (Ascii.EqualsIgnoreCase(coding.Item, "gzip"u8))
                named = coding.Weight;
            else if (coding.Item.SequenceEqual("*"u8))
                any = coding.Weight;
        }

        return named > 0 || (named < 0 && any > 0);
    }
}
