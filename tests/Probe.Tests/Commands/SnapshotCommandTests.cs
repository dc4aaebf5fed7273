using System.Text.Json;
using Probe.Catalog;
using Probe.Commands;
using Probe.Metrics;

namespace Probe.Tests.Commands;

public sealed class SnapshotCommandTests
{
    [Fact]
    public void A_table_of_one_row_shows_totals_rates_and_exact_numbers()
    {
        using var fixture = new CommandFixture();

        int code = fixture.Run("snapshot");

        Assert.Equal(
        [
            "cpu.load  from collector load",
            "  system.cpu.load_average.1m  1.25",
            "",
            "cpu.activity  from collector activity",
            "  system.cpu.context_switches      20      40/s",
            "  system.cpu.interrupts        2.00 M  4.00 k/s  2002000",
        ], fixture.Lines());
        Assert.Equal(ExitCode.Good, code);
    }

    [Fact]
    public void A_table_of_many_rows_has_a_line_for_each_and_goes_in_pieces_where_the_terminal_is_narrow()
    {
        using var fixture = new CommandFixture { Width = 40, Roster = [Disks(6)] };

        fixture.Run("snapshot");

        Assert.All(fixture.Lines(), l => Assert.True(TerminalText.Width(l) <= 40, l));
        Assert.Contains("  system.disk.io", fixture.Lines());
        Assert.Contains(fixture.Lines(), l => l.StartsWith("  sda5") && l.Contains("5.00 KiB"));
    }

    [Fact]
    public void As_json_it_holds_exact_values_attributes_and_rates()
    {
        using var fixture = new CommandFixture { Roster = [Disks(2)] };

        fixture.Run("snapshot", "--format", "json");

        using JsonDocument json = JsonDocument.Parse(fixture.Out);
        JsonElement table = Assert.Single(json.RootElement.GetProperty("tables").EnumerateArray());
        Assert.Equal("disk", table.GetProperty("collector").GetString());
        Assert.Equal("2026-03-01T12:00:00.25Z", table.GetProperty("time").GetString());
        JsonElement row = table.GetProperty("rows")[1];
        Assert.Equal("sda1", row.GetProperty("attributes").GetProperty("system.device").GetString());
        JsonElement value = row.GetProperty("values")[0];
        Assert.Equal("system.disk.io", value.GetProperty("name").GetString());
        Assert.Equal("read", value.GetProperty("attributes").GetProperty("disk.io.direction").GetString());
        Assert.Equal(1024, value.GetProperty("value").GetInt64());
        Assert.Equal(0, value.GetProperty("rate").GetDouble());
    }

    [Fact]
    public void Every_so_often_it_writes_one_json_document_a_line()
    {
        using var fixture = new CommandFixture();

        int code = fixture.Run("snapshot", "-f", "json", "--every", "10s", "--count", "3");

        Assert.Equal(ExitCode.Good, code);
        Assert.Equal(
            ["2026-03-01T12:00:00.25Z", "2026-03-01T12:00:10.25Z", "2026-03-01T12:00:20.25Z"],
            fixture.Lines().Select(l => JsonDocument.Parse(l).RootElement.GetProperty("tables")[0].GetProperty("time").GetString()));
    }

    [Fact]
    public void As_prometheus_text_it_holds_only_the_collectors_asked_for()
    {
        using var fixture = new CommandFixture();

        fixture.Run("snapshot", "--format=prometheus", "--collector", "load");

        Assert.Contains("system_cpu_load_average_1m 1.25", fixture.Lines());
        Assert.DoesNotContain("system_cpu_interrupts", fixture.Out);
    }

    [Fact]
    public void As_otlp_json_it_is_a_request_that_the_official_parser_takes()
    {
        using var fixture = new CommandFixture();

        fixture.Run("snapshot", "--format", "otlp-json", "--collector", "activity", "--Probe:Resource:Attributes:host.name=here");

        var request = Google.Protobuf.JsonParser.Default.Parse<OpenTelemetry.Proto.Collector.Metrics.V1.ExportMetricsServiceRequest>(fixture.Out);
        var resource = Assert.Single(request.ResourceMetrics);
        Assert.Equal("here", resource.Resource.Attributes.Single(a => a.Key == "host.name").Value.StringValue);
        var metrics = resource.ScopeMetrics.Single().Metrics.ToDictionary(m => m.Name);
        Assert.Equal(["system.cpu.context_switches", "system.cpu.interrupts"], metrics.Keys.Order());
        Assert.Equal(2_002_000, metrics["system.cpu.interrupts"].Sum.DataPoints.Single().AsInt);
    }

    [Fact]
    public void A_collector_that_breaks_is_named_and_does_not_hide_the_others()
    {
        using var fixture = new CommandFixture
        {
            Roster =
            [
                CommandFixture.Collector("broken", [Cpu.Activity], (_, _) => throw new IOException("the disk is on fire")),
                CommandFixture.Collector("load", [Cpu.Load], (s, host) => s[Cpu.Load].Add(new Entity(Cpu.Load, host.Boot))[Cpu.Load1] = 2),
            ],
        };

        int code = fixture.Run("snapshot");

        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal("probe: collector broken failed: the disk is on fire\n", fixture.Error);
        Assert.Contains("  system.cpu.load_average.1m  2", fixture.Lines());
        Assert.Contains("Nothing from broken; `probe doctor` says why.", fixture.Lines());
    }

    [Fact]
    public void A_hostile_name_cannot_move_the_cursor()
    {
        using var fixture = new CommandFixture { Roster = [Disks(6, "\e[2Jevil\u202e\r\n")] };

        fixture.Run("snapshot");

        Assert.Contains("\\u{1b}[2Jevil\\u{202e}\\u{d}\\u{a}0", fixture.Out);
        Assert.DoesNotContain('\e', fixture.Out);
        Assert.DoesNotContain('\r', fixture.Out);
    }

    private static Probe.Collection.CollectorDescriptor Disks(int count, string name = "sda")
    {
        Entity[]? entities = null;
        return CommandFixture.Collector("disk", [Disk.Devices], (snapshot, host) =>
        {
            entities ??= [.. Enumerable.Range(0, count).Select(i => new Entity(Disk.Devices, host.Boot, [$"{name}{i}", .. Disk.Devices.EntityKeys.Skip(1).Select(_ => "")]))];
            foreach (Entity entity in entities)
            {
                Table.Row row = snapshot[Disk.Devices].Add(entity);
                row.Set(Disk.ReadIo, 1024L * Array.IndexOf(entities, entity));
                row.Set(Disk.WriteIo, 7);
            }
        });
    }
}
