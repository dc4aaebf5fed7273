using System.Globalization;
using System.Text.RegularExpressions;

namespace Probe.Tests.Exporters.Prometheus;

/// <summary>One line of a metrics text: a series and its value as it was written.</summary>
public sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, string Text)
{
    public double Value => Text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    public string Series => Name + "{" + string.Join(",", Labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}")) + "}";
}

/// <summary>A family with its head and its samples.</summary>
public sealed record Family(string Name, string Type, string? Help, string? Unit, List<Sample> Samples);

/// <summary>A reader of both formats that forgives nothing: written from their specifications, sharing no code with the encoder.</summary>
public static partial class PrometheusText
{
    public static List<Family> Parse(string text, bool openMetrics)
    {
        Assert.DoesNotContain('\r', text);
        if (text.Length > 0 || openMetrics)
            Assert.EndsWith("\n", text);
        List<string> lines = [.. text.Split('\n')];
        lines.RemoveAt(lines.Count - 1);
        if (openMetrics)
        {
            Assert.Equal("# EOF", lines[^1]);
            lines.RemoveAt(lines.Count - 1);
        }

        var families = new List<Family>();
        foreach (string line in lines)
        {
            Assert.NotEqual("", line);
            if (line.StartsWith("# ", StringComparison.Ordinal))
                Head(line, families, openMetrics);
            else
                Add(line, families[^1], openMetrics);
        }

        Check(families, openMetrics);
        return families;
    }

    public static Dictionary<string, double> Series(string text, bool openMetrics = false) =>
        Parse(text, openMetrics).SelectMany(f => f.Samples).ToDictionary(s => s.Series, s => s.Value);

    private static void Head(string line, List<Family> families, bool openMetrics)
    {
        string[] words = line.Split(' ', 4);
        Assert.Equal(4, words.Length);
        Assert.Matches("^[a-zA-Z_:][a-zA-Z0-9_:]*$", words[2]);
        if (families.Count == 0 || families[^1].Name != words[2])
        {
            Assert.DoesNotContain(families, f => f.Name == words[2]);       // one block a family
            families.Add(new Family(words[2], "", null, null, []));
        }

        Family family = families[^1];
        Assert.Empty(family.Samples);                                       // heads stand before samples
        families[^1] = words[1] switch
        {
            "HELP" => family with { Help = Once(family.Help, Unescape(words[3], quotes: openMetrics)) },
            "TYPE" => family with { Type = Once(family.Type.Length == 0 ? null : family.Type, words[3]) },
            "UNIT" when openMetrics => family with { Unit = Once(family.Unit, words[3]) },
            _ => throw new FormatException(line),
        };
    }

    private static string Once(string? before, string now)
    {
        Assert.Null(before);
        return now;
    }

    private static void Add(string line, Family family, bool openMetrics)
    {
        Match match = SampleLine().Match(line);
        Assert.True(match.Success, line);
        var labels = new Dictionary<string, string>();
        int read = 0;
        string body = match.Groups["labels"].Value;
        foreach (Match label in LabelPair().Matches(body))
        {
            Assert.Equal(read, label.Index);
            read += label.Length;
            labels.Add(label.Groups["name"].Value, Unescape(label.Groups["value"].Value, quotes: true));
        }

        Assert.Equal(body.Length, read);
        if (match.Groups["braces"].Success)
            Assert.NotEqual("", body);
        family.Samples.Add(new Sample(match.Groups["name"].Value, labels, match.Groups["value"].Value));
        Assert.Contains(family.Samples[^1].Name, SampleNames(family, openMetrics));
    }

    private static string[] SampleNames(Family family, bool openMetrics) => family.Type switch
    {
        "counter" => [openMetrics ? family.Name + "_total" : family.Name],
        "histogram" => [family.Name + "_bucket", family.Name + "_sum", family.Name + "_count"],
        "info" when openMetrics => [family.Name + "_info"],
        "gauge" => [family.Name],
        _ => throw new FormatException($"{family.Name} is a {family.Type}"),
    };

    private static string Unescape(string text, bool quotes)
    {
        var plain = new System.Text.StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            plain.Append(text[++i] switch { 'n' => '\n', '\\' => '\\', '"' when quotes => '"', char c => throw new FormatException($"\\{c}") });
        }

        return plain.ToString();
    }

    private static void Check(List<Family> families, bool openMetrics)
    {
        var series = new HashSet<string>();
        foreach (Family family in families)
        {
            Assert.NotEmpty(family.Samples);
            Assert.NotNull(family.Help);
            Assert.All(family.Samples, s => Assert.True(series.Add(s.Series), s.Series + " twice"));
            if (family.Type == "counter")
                Assert.All(family.Samples, s => Assert.True(s.Value >= 0, s.Series));
            if (family.Type == "counter" && !openMetrics)
                Assert.EndsWith("_total", family.Name);
            if (family.Unit is { } unit)
                Assert.EndsWith("_" + unit, family.Name);
            if (family.Type == "histogram")
                CheckHistogram(family);
        }

        if (openMetrics)
        {
            // No sample of one family may bear a name that another family's samples could have.
            string[] reserved = [.. families.SelectMany(f => SampleNames(f, true).Append(f.Name).Distinct())];
            Assert.Equal(reserved.Length, reserved.Distinct().Count());
        }
    }

    private static void CheckHistogram(Family family)
    {
        foreach (var one in family.Samples.GroupBy(s => string.Join(",", s.Labels.Where(l => l.Key != "le").OrderBy(l => l.Key, StringComparer.Ordinal))))
        {
            List<Sample> buckets = [.. one.Where(s => s.Name.EndsWith("_bucket", StringComparison.Ordinal))];
            double[] bounds = [.. buckets.Select(b => b.Labels["le"] == "+Inf" ? double.PositiveInfinity : double.Parse(b.Labels["le"], CultureInfo.InvariantCulture))];
            Assert.Equal(double.PositiveInfinity, bounds[^1]);
            Assert.Equal(bounds.Order().Distinct(), bounds);
            Assert.Equal(buckets.Select(b => b.Value).Order(), buckets.Select(b => b.Value));
            Assert.Equal(buckets[^1].Value, one.Single(s => s.Name.EndsWith("_count", StringComparison.Ordinal)).Value);
        }
    }

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<braces>\{(?<labels>(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*)\})? (?<value>[-+0-9.eEIfn]+)$""")]
    private static partial Regex SampleLine();

    [GeneratedRegex("""(?:(?<=^|,))(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>(?:[^"\\]|\\.)*)"(?:,(?!$))?""")]
    private static partial Regex LabelPair();
}
