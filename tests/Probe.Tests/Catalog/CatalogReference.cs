using System.Collections.Immutable;
using System.Text;
using Probe.Catalog;
using Probe.Metrics;

namespace Probe.Tests.Catalog;

/// <summary>Writes <c>src/Probe.Core/Catalog/README.md</c>: every metric by subject, as the catalog declares it.</summary>
internal static class CatalogReference
{
    private const string Head =
        """
        # The catalog

        Every metric Probe knows, by subject. The page is written from the declarations beside it and compared by a test;
        `UPDATE_GOLDEN=1 dotnet test` rewrites it.

        ## How to read it

        - **Metric**: its OpenTelemetry name and what it means. The Prometheus name is derived from it and stands nowhere.
        - **Kind**: what may be done with the number. A counter only grows until its thing starts anew; an updown counter can be summed over
          its attributes; a gauge can't; a histogram is a distribution. The unit is UCUM: `s` seconds, `By` bytes, `1` a ratio or a state, `{page}` a count of pages.
        - **Attributes**: what tells one series of the metric from another. Values in parentheses are all there are. A name in *italics* belongs
          to the resource, which is a process, a container or a pod of its own; all other metrics are the host's, or Probe's own.
        - **Tier**: `default` is read and sent; `optional` only when `Probe:Metrics:Include` names the metric, and costs nothing before.
        - **Systems**: those whose kernel can tell. **Source**: where Linux tells it.
        - **Tables**: where the cells are, and what `probe inspect` prints. One collector fills a table, in one pass.
        - What isn't known is absent: no row, or no point for that series. It is never zero.

        ## How to add a metric

        1. Name it: the OpenTelemetry semantic conventions first, our own words where they have none. Write its row into
           `tests/fixtures/contract/metrics.csv`; the tests now fail and say what is missing.
        2. Declare its instrument in the file of its subject here, with a sentence of our own. An enumerated attribute is fixed on columns when a
           row has several of its values at once (the modes of a processor), and is a key of the table when a row has exactly one (the type of a mount).
        3. List the columns in the table that the same reader fills at the same pace. If there is none, add a table; a new file also needs its line in `AllTables`.
        4. Set the cells where a collector reads the source: `row[Cpu.UserTime] = seconds`. Convert units on that line.
        5. `UPDATE_GOLDEN=1 dotnet test` rewrites this page and the expected outputs. Check them by eye, and commit them with the code.


        """;

    private static readonly ILookup<string, Column> s_columns =
        AllTables.Schemas.SelectMany(schema => schema.Columns).ToLookup(column => column.Instrument.Name);

    private static readonly Dictionary<string, string> s_titles = new()
    {
        ["cpu"] = "Processors", ["memory"] = "Memory", ["paging"] = "Paging", ["disk"] = "Disks", ["filesystem"] = "Filesystems",
        ["network"] = "Network", ["tcp"] = "TCP", ["process"] = "Processes", ["gpu"] = "GPUs", ["power"] = "Power",
        ["thermal"] = "Sensors", ["hardware"] = "Hardware", ["pressure"] = "Pressure", ["cgroup"] = "Containers and control groups",
        ["ebpf"] = "By tracing", ["perf"] = "Processor counters", ["storage"] = "Storage", ["system"] = "System", ["self"] = "Probe itself",
    };

    /// <summary>The whole page.</summary>
    public static string Write(Coverage coverage)
    {
        var page = new StringBuilder(Head);
        AppendCoverage(page, coverage);
        foreach (IGrouping<string, ContractRow> area in Contract.Rows.GroupBy(row => row.Area))
        {
            page.Append($"## {s_titles[area.Key]}\n\n");
            page.Append("| Metric | Kind | Attributes | Tier | Systems | Source | Tables |\n| --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (ContractRow row in area)
                page.Append(Line([.. s_columns[row.Name]])).Append('\n');
            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendCoverage(StringBuilder page, Coverage coverage)
    {
        page.Append(
            """
            ## How much of it is filled

            Rows of the contract that get a value: in the expected output of a recorded host; on the machine on which this page was last written, with
            every collector on and every column wanted; by recorded hosts alone; and not yet.

            | Area | Rows | In fixtures | Filled here | By fixtures only | Not yet |
            | --- | --- | --- | --- | --- | --- |

            """);
        foreach (IGrouping<string, ContractRow> area in Contract.Rows.GroupBy(row => row.Area))
            page.Append(Counts(s_titles[area.Key], [.. area], coverage));
        page.Append(Counts("**All**", Contract.Rows, coverage)).Append('\n');
    }

    private static string Counts(string title, ImmutableArray<ContractRow> rows, Coverage coverage)
    {
        int inFixtures = rows.Count(row => coverage.InFixtures.Contains(row.Name));
        int here = rows.Count(row => coverage.Here.Contains(row.Name));
        int only = rows.Count(row => coverage.InFixtures.Contains(row.Name) && !coverage.Here.Contains(row.Name));
        return $"| {title} | {rows.Length} | {inFixtures} | {here} | {only} | {rows.Length - here - only} |\n";
    }

    private static string Line(ImmutableArray<Column> columns)
    {
        Instrument instrument = columns[0].Instrument;
        string[] cells =
        [
            $"`{instrument.Name}`<br>{instrument.Description}",
            $"{KindOf(instrument)}, `{instrument.Unit}`",
            string.Join("<br>", AttributesOf(columns)),
            instrument.Tier == Tier.Default ? "default" : "optional",
            SystemsOf(instrument.Systems),
            instrument.Source.Length == 0 ? "" : $"`{instrument.Source}`",
            string.Join(", ", columns.Select(column => $"`{column.Schema.Name}`").Distinct()),
        ];
        return $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
    }

    private static IEnumerable<string> AttributesOf(ImmutableArray<Column> columns)
    {
        IEnumerable<string> ofResource = columns.SelectMany(column => column.Schema.ResourceKeys).Distinct().Select(key => $"*{key}*");
        IEnumerable<string> ofPoint = columns
            .SelectMany(column => column.Schema.Keys.Select(key => (key.Name, key.Values))
                .Concat(column.FixedAttributes.Select(attribute => (attribute.Key.Name, Values: ImmutableArray.Create(attribute.Value)))))
            .GroupBy(attribute => attribute.Name, (name, given) => Describe(name, [.. given.SelectMany(attribute => attribute.Values).Distinct()]));
        return ofResource.Concat(ofPoint);
    }

    private static string Describe(string name, string[] values) =>
        values.Length == 0 ? $"`{name}`" : $"`{name}` ({string.Join(", ", values)})";

    private static string KindOf(Instrument instrument) => instrument.Kind switch
    {
        InstrumentKind.UpDownCounter => "updown counter",
        InstrumentKind.ExponentialHistogram => "histogram",
        _ => instrument.Kind.ToString().ToLowerInvariant(),
    };

    private static string SystemsOf(Systems systems)
    {
        if (systems == Systems.All)
            return "all";
        var names = new List<string>();
        foreach ((Systems system, string name) in new[] { (Systems.Linux, "Linux"), (Systems.MacOS, "macOS"), (Systems.Bsd, "BSD"),
            (Systems.FreeBsd, "FreeBSD"), (Systems.OpenBsd, "OpenBSD"), (Systems.NetBsd, "NetBSD") })
        {
            if ((systems & system) != system)
                continue;
            names.Add(name);
            systems &= ~system;
        }

        return string.Join(", ", names);
    }
}
