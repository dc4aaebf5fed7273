using System.Collections;
using System.Reflection;
using Probe.Configuration;

namespace Probe.Tests.Configuration;

/// <summary>The settings file at the top states every default; the options' initializers are the defaults.</summary>
public sealed class DefaultsFileTests
{
    private static readonly SettingCatalog s_catalog = new(Rosters.Collectors);

    private static string FilePath { get; } = Repository.At("appsettings.json");

    [Fact]
    public void The_file_is_what_the_catalog_of_keys_says() => Golden.Matches(FilePath, DefaultsFile.Write(s_catalog));

    [Fact]
    public void Options_bound_from_the_file_equal_the_initializers()
    {
        BoundOptions bound = Load("--config", FilePath).Options;
        BoundOptions unset = Load().Options;

        foreach ((string name, object options) in unset.All.Where(o => o.Options is not CollectorOptions))
        {
            object other = bound.All.Single(o => o.Options.GetType() == options.GetType()).Options;
            foreach (PropertyInfo property in Settable(options.GetType()))
                Assert.True(Same(property.GetValue(options), property.GetValue(other)), $"{options.GetType().Name}.{property.Name} {name}");
        }

        foreach (var descriptor in Rosters.Collectors)
        {
            var options = bound.Get<CollectorOptions>(descriptor.Name);
            var fresh = new CollectorOptions();
            Assert.Equal((descriptor.EnabledByDefault, descriptor.Interval), (options.Enabled, options.Interval));
            Assert.Equal((fresh.Budget, fresh.MaxRowsOf(descriptor), fresh.PerCpu), (options.Budget, options.MaxRows, options.PerCpu));
        }
    }

    [Fact]
    public void Every_property_of_an_options_class_is_a_key_and_every_key_is_a_property()
    {
        string[] keys = [.. s_catalog.Specs.Where(s => !s.Section.StartsWith(SettingCatalog.Collectors)).Select(s => s.Key).Order(StringComparer.Ordinal)];
        string[] properties =
        [
            .. from options in Load().Options.All.Select(o => o.Options)
               where options is not CollectorOptions
               from property in Settable(options.GetType())
               let key = $"Probe:{options.GetType().Name.Replace("Options", "")}:{property.Name}"
               orderby key
               select key,
        ];

        Assert.Equal(properties.Order(StringComparer.Ordinal), keys);
        Assert.Equal(
            Settable(typeof(CollectorOptions)).Select(p => p.Name).Order(),
            s_catalog.Specs.Where(s => s.Section == "Probe:Collectors:cpu").Select(s => s.Name).Order());
    }

    private static Settings Load(params string[] arguments)
    {
        SettingsOutcome outcome = Settings.Load(new SettingsInput([.. arguments], [], [], Rosters.Collectors));
        Assert.Empty(outcome.Errors);
        return outcome.Settings!;
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.SetMethod!.IsPublic);

    private static bool Same(object? one, object? other) => one is IEnumerable ones and not string && other is IEnumerable others
        ? ones.Cast<object>().SequenceEqual(others.Cast<object>())
        : Equals(one, other);
}
