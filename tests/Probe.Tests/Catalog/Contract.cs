using System.Collections.Immutable;
using System.Text;

namespace Probe.Tests.Catalog;

/// <summary>One metric as the contract asks for it.</summary>
/// <param name="Attributes">Name by name; the values are empty where any text may stand.</param>
internal sealed record ContractRow(string Area, string Name, string Instrument, string Unit, string ValueType,
    IReadOnlyDictionary<string, ImmutableSortedSet<string>> Attributes, string Scope, string Tier, string Source,
    ImmutableSortedSet<string> Platforms);

/// <summary>The contract: <c>tests/fixtures/contract/metrics.csv</c>, a row for each metric.</summary>
internal static class Contract
{
    /// <summary>All rows, in the order of the file.</summary>
    public static ImmutableArray<ContractRow> Rows { get; } = [.. Read("metrics.csv").Select(ToRow)];

    /// <summary>The records of a file of the contract, as values by column.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file)
    {
        string[][] records = [.. Records(File.ReadAllText(Repository.At("tests", "fixtures", "contract", file)))];
        return records.Skip(1).Select(values => records[0].Zip(values).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static ContractRow ToRow(IReadOnlyDictionary<string, string> values) => new(values["area"], values["metric"],
        values["instrument"], values["unit"], values["value_type"], ToAttributes(values["attributes"]), values["scope"],
        values["tier"], values["sources_linux"], [.. values["platforms"].Split(';')]);

    // name=one|two;other
    private static Dictionary<string, ImmutableSortedSet<string>> ToAttributes(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(attribute => attribute.Split('=')).ToDictionary(
            parts => parts[0],
            parts => parts.Length == 1 ? ImmutableSortedSet<string>.Empty : [.. parts[1].Split('|')]);

    // RFC 4180: a quoted field may hold commas, and a quote doubled.
    private static IEnumerable<string[]> Records(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\n'))
                field.Append(c);
            else
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return [.. fields];
                    fields.Clear();
                }
            }
        }
    }
}
