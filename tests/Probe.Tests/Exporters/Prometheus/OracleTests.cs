using System.Diagnostics;
using System.Text.RegularExpressions;
using Probe.Exporters.Prometheus;

namespace Probe.Tests.Exporters.Prometheus;

/// <summary>The whole catalog before readers that others wrote.</summary>
public class OracleTests
{
    // What promtool says of our names, by pattern, and why we keep them.
    private static readonly (string Name, string Complaint, string Reason)[] s_accepted = ReadAccepted();

    [Fact]
    public async Task Promtool_finds_nothing_but_what_the_list_explains()
    {
        string promtool = (await RunAsync(Repository.At("tests", "peers", "get"), ["promtool"], "")).Output.Trim();

        (int code, string output) = await RunAsync(promtool, ["check", "metrics"], CatalogText.Write(TimeProvider.System, PrometheusFormat.ClassicText));

        // 3: it has complaints about style; 1: it could not read the text.
        Assert.True(code is 0 or 3, output);
        string[] unexplained = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !s_accepted.Any(a => Explains(a, line)))];
        Assert.True(unexplained.Length == 0, $"promtool complains, and accepted-complaints.tsv does not say why that is well:\n{string.Join('\n', unexplained)}");
        Assert.All(s_accepted, a => Assert.Contains(output.Split('\n'), line => Explains(a, line)));
    }

    [Fact]
    public async Task The_reference_reader_of_OpenMetrics_reads_what_ours_reads()
    {
        const string script = """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families
            for family in text_string_to_metric_families(sys.stdin.read()):
                for sample in family.samples:
                    print(sample.name + '{' + ','.join(k + '=' + v for k, v in sorted(sample.labels.items())) + '}', repr(float(sample.value)), sep='\t')
            """;
        string text = CatalogText.Write(TimeProvider.System, PrometheusFormat.OpenMetrics);

        (int code, string output) = await RunAsync("/usr/bin/python3", ["-c", script], text);

        Assert.True(code == 0, $"python3 with prometheus_client (Debian's python3-prometheus-client) says:\n{output}");
        var read = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToDictionary(p => p[0], p => double.Parse(p[1]));
        Assert.Equal(PrometheusText.Series(text, openMetrics: true), read);
    }

    private static bool Explains((string Name, string Complaint, string Reason) accepted, string line) =>
        line.EndsWith(" " + accepted.Complaint, StringComparison.Ordinal)
        && Regex.IsMatch(line[..^(accepted.Complaint.Length + 1)], "^" + Regex.Escape(accepted.Name).Replace("\\*", ".*") + "$");

    private static (string, string, string)[] ReadAccepted() =>
        [.. File.ReadLines(Repository.At("tests", "Probe.Tests", "Exporters", "Prometheus", "accepted-complaints.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Select(p => (p[0], p[1], p[2]))];

    private static async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
