using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Probe.Catalog;
using Probe.Exporters.Prometheus;
using Probe.Metrics;

namespace Probe.Tests.Catalog;

/// <summary>What holds for the catalog as a whole.</summary>
public sealed partial class CatalogTests
{
    private static readonly ImmutableArray<Schema> s_schemas = AllTables.Schemas;

    private static readonly Instrument[] s_instruments =
        [.. s_schemas.SelectMany(schema => schema.Columns).Select(column => column.Instrument).Distinct()];

    private static readonly FieldInfo[] s_catalogFields =
        [.. typeof(AllTables).Assembly.GetTypes().Where(type => type.Namespace == typeof(AllTables).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))];

    [Fact]
    public void Table_names_are_unique()
    {
        Assert.Empty(Doubles(s_schemas.Select(schema => schema.Name)));
    }

    [Fact]
    public void Every_table_and_every_column_declared_is_in_the_list_of_tables()
    {
        var listed = s_schemas.SelectMany(schema => schema.Columns).Cast<object>().Concat(s_schemas).ToHashSet(ReferenceEqualityComparer.Instance);

        Assert.Empty(s_catalogFields.Where(field => field.FieldType == typeof(Column) || field.FieldType == typeof(Schema))
            .Where(field => !listed.Contains(field.GetValue(null)!)).Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));
    }

    [Fact]
    public void Every_instrument_declared_has_a_column()
    {
        Assert.Empty(s_catalogFields.Where(field => field.FieldType == typeof(Instrument))
            .Select(field => (Instrument)field.GetValue(null)!).Except(s_instruments));
    }

    [Fact]
    public void No_column_is_in_two_tables()
    {
        Assert.All(s_schemas, schema => Assert.All(schema.Columns, column => Assert.Same(schema, column.Schema)));
    }

    [Fact]
    public void No_table_has_two_columns_that_would_be_one_series()
    {
        Assert.All(s_schemas, schema => Assert.Empty(Doubles(schema.Columns.Select(column => column.ToString()))));
    }

    [Fact]
    public void No_attribute_is_both_fixed_on_a_column_and_a_key_of_its_table()
    {
        Assert.All(s_schemas.SelectMany(schema => schema.Columns), column => Assert.Empty(
            Doubles([.. column.FixedAttributes.Select(attribute => attribute.Key.Name), .. column.Schema.EntityKeys.Select(key => key.Name)])));
    }

    [Fact]
    public void Attribute_names_are_declared_once_and_in_order()
    {
        string[] names = [.. Attributes().Select(key => key.Name)];

        Assert.Empty(Doubles(names));
        Assert.All(names.GroupBy(name => name.Split('.')[0]), group => Assert.Equal(group.Order(StringComparer.Ordinal), group));
    }

    [Fact]
    public void No_attribute_is_declared_that_no_table_uses()
    {
        IEnumerable<AttributeKey> used = s_schemas.SelectMany(schema =>
            schema.EntityKeys.Concat(schema.Columns.SelectMany(column => column.FixedAttributes.Select(attribute => attribute.Key))));

        Assert.Empty(Attributes().Except(used).Select(key => key.Name));
    }

    [Fact]
    public void Every_description_is_one_sentence_in_our_own_words()
    {
        Assert.All(s_instruments, instrument =>
        {
            Assert.Matches(Sentence(), instrument.Description);
            Assert.NotEqual(instrument.Source, instrument.Description);
            Assert.DoesNotContain(instrument.Name, instrument.Description, StringComparison.Ordinal);
        });
        Assert.Empty(Doubles(s_instruments.Select(instrument => instrument.Description)));
    }

    [Fact]
    public void What_linux_knows_names_its_source_and_what_it_does_not_know_names_none()
    {
        Assert.All(s_instruments, instrument =>
            Assert.Equal(instrument.Systems.HasFlag(Systems.Linux), instrument.Source.Length > 0));
    }

    [Fact]
    public void No_two_metrics_have_the_same_name_for_prometheus()
    {
        Assert.Empty(Doubles(s_instruments.SelectMany(SampleNames)));
    }

    private static IEnumerable<string> SampleNames(Instrument instrument)
    {
        PrometheusName name = PrometheusNames.Of(instrument);
        return instrument.IsHistogram ? [name.Family, $"{name.Family}_bucket", $"{name.Family}_count", $"{name.Family}_sum"] : [name.Sample];
    }

    private static IEnumerable<AttributeKey> Attributes() => s_catalogFields
        .Where(field => field.DeclaringType == typeof(Probe.Catalog.Attributes)).Select(field => (AttributeKey)field.GetValue(null)!);

    private static IEnumerable<string> Doubles(IEnumerable<string> names) =>
        names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key);

    // Begins in upper case or with a number, ends in one full stop, and is more than a word.
    [GeneratedRegex(@"^[A-Z0-9][^\n]* [^\n]*[^.\s]\.$")]
    private static partial Regex Sentence();
}
