using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Probe.Tests;

/// <summary>The house's rules that no single file can break visibly: who may know whom, where things stand, and what numbers events have.</summary>
public sealed partial class ArchitectureTests
{
    // What the abstractions of hosting, logging and options consist of, as a compiler sees them.
    private static readonly ImmutableArray<string> s_abstractions =
    [
        "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Options.ConfigurationExtensions", "Microsoft.Extensions.Configuration.Binder",
        "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Primitives",
    ];

    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        ["Probe.Core"] = [],
        ["Probe.Linux"] = ["Probe.Core"],
        ["Probe.MacOS"] = ["Probe.Core"],
        ["Probe.Bsd"] = ["Probe.Core"],
        ["Probe.Ebpf"] = ["Probe.Core"],
        ["Probe.Gpu"] = ["Probe.Core"],
        ["Probe.Exporters"] = ["Probe.Core", .. s_abstractions, "Polly.Core"],
        ["Probe.Cloud"] = ["Probe.Core", .. s_abstractions, "Polly.Core"],
        ["Probe.Web"] = ["Probe.Core", "Probe.Exporters", .. s_abstractions],
    };

    private static readonly ImmutableArray<string> s_projects =
        [.. Directory.GetFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order()!];

    [Fact]
    public void Every_project_has_its_place_in_the_table_of_who_may_know_whom()
    {
        Assert.Contains("Probe.Core", s_projects);
        Assert.Empty(s_projects.Except([.. s_mayKnow.Keys, "Probe"]));
    }

    [Fact]
    public void No_assembly_knows_one_that_it_may_not_know()
    {
        string baseLibrary = RuntimeEnvironment.GetRuntimeDirectory();
        foreach (string project in s_projects.Where(s_mayKnow.ContainsKey))
        {
            IEnumerable<string> known = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!)
                .Where(name => !File.Exists(Path.Combine(baseLibrary, name + ".dll")));

            string[] forbidden = [.. known.Except(s_mayKnow[project])];
            Assert.True(forbidden.Length == 0, $"{project} must not know {string.Join(", ", forbidden)}.");
        }
    }

    [Fact]
    public void No_project_asks_for_one_that_it_may_not_know()
    {
        foreach (string project in s_projects.Where(s_mayKnow.ContainsKey))
        {
            string text = File.ReadAllText(Repository.At("src", project, project + ".csproj"));

            string[] forbidden = [.. Reference().Matches(text).Select(match => match.Groups["name"].Value).Except(s_mayKnow[project])];
            Assert.True(forbidden.Length == 0, $"{project}.csproj must not ask for {string.Join(", ", forbidden)}.");
        }
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        foreach (string root in new[] { "src", "tests" })
        {
            foreach (string file in SourceFiles(Repository.At(root)))
            {
                string[] parts = Path.GetRelativePath(Repository.At(root), file).Split(Path.DirectorySeparatorChar)[..^1];
                if (parts is ["Probe.Core", ..])
                    parts[0] = "Probe";
                Match declared = Namespace().Match(File.ReadAllText(file));

                // Top-level statements and attributes of an assembly have none.
                if (declared.Success)
                    Assert.True(declared.Groups["name"].Value == string.Join('.', parts), $"{file} declares {declared.Value}");
            }
        }
    }

    [Fact]
    public void Each_system_is_marked_as_its_own()
    {
        foreach (string project in s_projects.Intersect(["Probe.Linux", "Probe.MacOS", "Probe.Bsd"]))
            Assert.NotEmpty(Assembly.Load(project).GetCustomAttributes<System.Runtime.Versioning.SupportedOSPlatformAttribute>());
    }

    [Fact]
    public void Every_log_event_has_a_number_of_its_own_in_the_range_of_its_project()
    {
        var ranges = new Dictionary<string, int> { ["Probe"] = 1000, ["Probe.Exporters"] = 2000, ["Probe.Web"] = 3000, ["Probe.Cloud"] = 4000 };
        (string Method, string Project, int Id)[] events = [.. s_projects.SelectMany(EventsOf)];

        Assert.NotEmpty(events);
        Assert.Empty(events.GroupBy(e => e.Id).Where(group => group.Count() > 1).SelectMany(group => group));
        Assert.All(events, e => Assert.InRange(e.Id, ranges[e.Project], ranges[e.Project] + 999));
    }

    private static IEnumerable<(string Method, string Project, int Id)> EventsOf(string project) =>
        from type in Assembly.Load(AssemblyNameOf(project)).GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select ($"{type.FullName}.{method.Name}", project, message.EventId);

    private static string AssemblyNameOf(string project) => project == "Probe" ? "probe" : project;

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));

    [GeneratedRegex("""<(?:ProjectReference|PackageReference) Include="(?:[^"]*/)?(?<name>[^"/]+?)(?:\.csproj)?["]""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
