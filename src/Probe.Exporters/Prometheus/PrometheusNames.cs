using Probe.Metrics;

namespace Probe.Exporters.Prometheus;

/// <summary>What an instrument is called in Prometheus.</summary>
/// <param name="Family">The name without <c>_total</c>, as OpenMetrics heads a family.</param>
/// <param name="Unit">The unit's words when they end the family's name; else empty.</param>
/// <param name="IsCounter">Samples end in <c>_total</c>.</param>
internal readonly record struct PrometheusName(string Family, string Unit, bool IsCounter)
{
    /// <summary>The name of a sample, and of the family in the classic text.</summary>
    public string Sample => IsCounter ? Family + "_total" : Family;
}

/// <summary>Names by the rules that turn OTLP metrics into Prometheus series, so that pushed and pulled numbers have the same names.</summary>
/// <remarks>
/// The rules: words are joined by underscores; the unit's words follow unless the name has them already; annotations in braces say nothing;
/// <c>1</c> is a ratio for gauges alone, since it stands for plain counts elsewhere; a unit that Prometheus has no word for stays as UCUM writes it.
/// </remarks>
internal static class PrometheusNames
{
    /// <summary>The name of an instrument's family.</summary>
    public static PrometheusName Of(Instrument instrument)
    {
        var words = new List<string>(Words(instrument.Name));
        bool isCounter = instrument.Kind == InstrumentKind.Counter;
        string unit = "";
        if (instrument.Unit == Metrics.Unit.One)
        {
            if (instrument.Kind == InstrumentKind.Gauge)
                MoveToEnd(words, unit = "ratio");
        }
        else
        {
            unit = AddUnit(words, instrument.Unit.Ucum);
        }

        if (isCounter)
            words.RemoveAll(static word => word == "total");
        string family = string.Join('_', words);
        if (char.IsAsciiDigit(family[0]))
            family = "_" + family;
        return new PrometheusName(family, unit.Length > 0 && family.EndsWith("_" + unit, StringComparison.Ordinal) ? unit : "", isCounter);
    }

    /// <summary>The name of a label: an attribute's name with an underscore for whatever a label may not have.</summary>
    public static string Label(string attribute)
    {
        string label = string.Join('_', Words(attribute));
        return label.Length == 0 ? "_" : char.IsAsciiDigit(label[0]) ? "key_" + label : label;
    }

    private static string AddUnit(List<string> words, string ucum)
    {
        int slash = ucum.IndexOf('/');
        string main = slash < 0 ? ucum : ucum[..slash];
        string thing = main.StartsWith('{') ? "" : string.Join('_', Words(Plural(main)));
        string per = slash < 0 ? "" : "per_" + Singular(ucum[(slash + 1)..]);
        string unit = thing.Length > 0 && per.Length > 0 ? thing + "_" + per : thing + per;
        if (thing.Length > 0 && !words.Contains(thing))         // a name that has the word anywhere keeps it there
            words.Add(thing);
        if (per.Length > 0)
            words.Add(per);
        return unit;
    }

    private static void MoveToEnd(List<string> words, string word)
    {
        words.RemoveAll(other => other == word);
        words.Add(word);
    }

    private static IEnumerable<string> Words(string name)
    {
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsAsciiLetterOrDigit(name[i]))
                continue;
            if (i > start)
                yield return name[start..i];
            start = i + 1;
        }
    }

    private static string Plural(string ucum) => ucum switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "min" => "minutes",
        "h" => "hours",
        "d" => "days",
        "By" => "bytes",
        "Hz" => "hertz",
        "W" => "watts",
        "J" => "joules",
        "V" => "volts",
        "A" => "amperes",
        "Cel" => "celsius",
        "m" => "meters",
        "g" => "grams",
        "%" => "percent",
        _ => ucum,
    };

    private static string Singular(string ucum) => ucum switch
    {
        "s" => "second",
        "min" => "minute",
        "h" => "hour",
        "d" => "day",
        "m" => "meter",
        _ => ucum,
    };
}
