using System.Text.Json;
using Probe.EndToEndTests.Peers;
using Probe.EndToEndTests.Running;
using Probe.Tests.Catalog;

namespace Probe.EndToEndTests;

/// <summary>Every verb of the native program, and how it ends.</summary>
public sealed class CommandTests(PublishedProbe probe)
{
    [Fact]
    public void The_publish_prints_no_warning()
    {
        Assert.DoesNotContain("warning", probe.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(0, "version")]
    [InlineData(0, "--help")]
    [InlineData(0, "check-config")]
    [InlineData(0, "inspect", "cpu")]
    [InlineData(0, "metrics")]
    [InlineData(0, "snapshot")]
    [InlineData(0, "snapshot", "--format", "table", "--collector", "memory")]
    [InlineData(0, "snapshot", "--collector", "load", "--every", "1s", "--count", "1")]
    [InlineData(1, "record", "cpu", "--to", "/proc/nowhere")]
    [InlineData(2, "snapshott")]
    [InlineData(2, "snapshot", "--format", "xml")]
    [InlineData(2, "inspect")]
    [InlineData(78, "check-config", "--Probe:Otlp:Interval=soon")]
    [InlineData(78, "run", "--Probe:Otlp:Intervall=1s")]
    [InlineData(78, "snapshot", "--config", "/nowhere/appsettings.json")]
    [InlineData(78, "inspect", "cpu", "--Probe:Kernel:Root=/nowhere")]
    public async Task A_verb_ends_as_it_should(int exitCode, params string[] arguments)
    {
        Command command = await Command.RunAsync(probe.Program, arguments);

        Assert.True(command.ExitCode == exitCode, $"it ended with {command.ExitCode}:\n{command.Output}{command.Errors}");
        Assert.NotEqual("", exitCode == 0 ? command.Output : command.Errors);
    }

    [Fact]
    public async Task Doctor_tells_of_every_collector_and_never_breaks()
    {
        Command table = await Command.RunAsync(probe.Program, ["doctor"]);
        Command json = await Command.RunAsync(probe.Program, ["doctor", "--format", "json"]);

        Assert.InRange(table.ExitCode, 0, 1);
        Assert.Contains("cpu", table.Output, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(json.Output).RootElement.ValueKind);
    }

    [Fact]
    public async Task The_metrics_are_those_of_the_contract()
    {
        string json = await Command.MustAsync(probe.Program, ["metrics", "--format", "json"]);

        IEnumerable<string> named = Named(JsonDocument.Parse(json).RootElement);
        Assert.Equal(Contract.Rows.Select(r => r.Name).Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_snapshot_as_OTLP_JSON_is_what_a_Collector_would_have_written()
    {
        string json = await Command.MustAsync(probe.Program, ["snapshot", "--format", "otlp-json", "--collector", "cpu"]);

        Received read = Received.Nothing.And([json]);
        Assert.Equal(7 * Environment.ProcessorCount, read["system.cpu.time"].Count());
        Assert.All(read["system.cpu.time"], p => Assert.Equal("probe", p.Source.Resource["service.name"]));
    }

    [Fact]
    public async Task A_snapshot_as_JSON_is_JSON()
    {
        string json = await Command.MustAsync(probe.Program, ["snapshot", "--format", "json", "--collector", "cpu"]);

        Assert.Contains("system.cpu.time", json, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(json).RootElement.ValueKind);
    }

    /// <summary>The values of the "name" members one level down, whatever the array is called.</summary>
    private static IEnumerable<string> Named(JsonElement root)
    {
        JsonElement array = root.ValueKind == JsonValueKind.Array ? root : root.EnumerateObject().First(p => p.Value.ValueKind == JsonValueKind.Array).Value;
        return array.EnumerateArray().Select(m => m.GetProperty("name").GetString()!);
    }
}
