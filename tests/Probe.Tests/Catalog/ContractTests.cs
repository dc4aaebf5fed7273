using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Metrics;

namespace Probe.Tests.Catalog;

/// <summary>The catalog against the contract, in both directions and to the letter.</summary>
public sealed class ContractTests
{
    private static readonly ILookup<string, Column> s_declared =
        AllTables.Schemas.SelectMany(schema => schema.Columns).ToLookup(column => column.Instrument.Name);

    [Fact]
    public void Every_metric_of_the_contract_is_declared_as_it_stands_there()
    {
        string[] differences = [.. Contract.Rows.SelectMany(Differences)];

        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    [Fact]
    public void No_metric_is_declared_that_the_contract_does_not_have()
    {
        Assert.Empty(s_declared.Select(columns => columns.Key).Except(Contract.Rows.Select(row => row.Name)));
    }

    [Fact]
    public void The_contract_names_each_metric_once()
    {
        Assert.Equal(677, Contract.Rows.Select(row => row.Name).Distinct().Count());
    }

    [Fact]
    public void Every_table_of_a_scope_has_the_resource_keys_of_that_scope()
    {
        Assert.All(AllTables.Schemas, schema => Assert.Equal(ResourceKeys.Of(schema.Scope), schema.ResourceKeys));
    }

    private static IEnumerable<string> Differences(ContractRow row)
    {
        if (!s_declared.Contains(row.Name))
            return [$"{row.Name}: not declared"];

        Column[] columns = [.. s_declared[row.Name]];
        Instrument instrument = columns[0].Instrument;
        var differences = new List<string>();
        Compare("instruments of that name", "1", columns.Select(column => column.Instrument).Distinct().Count().ToString());
        Compare("instrument", row.Instrument, KindOf(instrument));
        Compare("unit", row.Unit, instrument.Unit.Ucum);
        Compare("value type", row.ValueType, instrument.Type == NumberType.Long ? "int" : "double");
        Compare("tier", row.Tier, instrument.Tier.ToString().ToLowerInvariant());
        Compare("platforms", Join(row.Platforms), Join(PlatformsOf(instrument.Systems)));
        Compare("scope", row.Scope, string.Join(' ', columns.Select(column => ScopeOf(column.Schema.Scope)).Distinct()));
        Compare("attributes", Join(row.Attributes.Keys), Join(columns.SelectMany(NamesOf)));
        Compare("a table with all attributes", "True", columns.Any(column => NamesOf(column).Count() == row.Attributes.Count).ToString());
        foreach ((string name, ImmutableSortedSet<string> values) in row.Attributes)
            Compare($"values of {name}", Join(values), Join(columns.SelectMany(column => ValuesOf(column, name))));
        return differences;

        void Compare(string what, string expected, string actual)
        {
            if (expected != actual)
                differences.Add($"{row.Name}: {what}: the contract has '{expected}', the catalog '{actual}'");
        }
    }

    private static IEnumerable<string> NamesOf(Column column) =>
        [.. column.FixedAttributes.Select(attribute => attribute.Key.Name), .. column.Schema.Keys.Select(key => key.Name)];

    private static IEnumerable<string> ValuesOf(Column column, string name) =>
    [
        .. column.FixedAttributes.Where(attribute => attribute.Key.Name == name).Select(attribute => attribute.Value),
        .. column.Schema.Keys.Where(key => key.Name == name).SelectMany(key => key.Values),
    ];

    private static string KindOf(Instrument instrument) =>
        instrument.IsHistogram ? "histogram" : instrument.Kind.ToString().ToLowerInvariant();

    private static string ScopeOf(Scope scope) => scope == Scope.Pod ? "k8s.pod" : scope.ToString().ToLowerInvariant();

    private static IEnumerable<string> PlatformsOf(Systems systems) =>
        new[] { Systems.Linux, Systems.MacOS, Systems.FreeBsd, Systems.OpenBsd, Systems.NetBsd }
            .Where(system => systems.HasFlag(system)).Select(system => system.ToString().ToLowerInvariant());

    private static string Join(IEnumerable<string> values) => string.Join(' ', values.Distinct().Order(StringComparer.Ordinal));
}
