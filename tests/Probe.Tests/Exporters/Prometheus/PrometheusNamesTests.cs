using Probe.Catalog;
using Probe.Exporters.Prometheus;
using Probe.Metrics;

namespace Probe.Tests.Exporters.Prometheus;

public class PrometheusNamesTests
{
    [Theory]
    [InlineData(InstrumentKind.Counter, "system.cpu.time", "s", "system_cpu_time_seconds_total", "seconds")]
    [InlineData(InstrumentKind.Gauge, "system.cpu.utilization", "1", "system_cpu_utilization_ratio", "ratio")]
    [InlineData(InstrumentKind.UpDownCounter, "system.memory.usage", "By", "system_memory_usage_bytes", "bytes")]
    [InlineData(InstrumentKind.UpDownCounter, "probe.capability.missing", "1", "probe_capability_missing", "")]
    [InlineData(InstrumentKind.Counter, "system.paging.faults", "{fault}", "system_paging_faults_total", "")]
    [InlineData(InstrumentKind.Counter, "dotnet.gc.heap.total_allocated", "By", "dotnet_gc_heap_allocated_bytes_total", "bytes")]
    [InlineData(InstrumentKind.Gauge, "system.memory.bandwidth", "By/s", "system_memory_bandwidth_bytes_per_second", "bytes_per_second")]
    [InlineData(InstrumentKind.Gauge, "hw.link.speed", "bit/s", "hw_link_speed_bit_per_second", "bit_per_second")]
    [InlineData(InstrumentKind.Gauge, "device.tps", "{transfer}/s", "device_tps_per_second", "per_second")]
    [InlineData(InstrumentKind.Gauge, "fan.speed", "rpm", "fan_speed_rpm", "rpm")]
    [InlineData(InstrumentKind.Gauge, "wifi.signal", "dBm", "wifi_signal_dBm", "dBm")]
    [InlineData(InstrumentKind.Gauge, "hw.temperature", "Cel", "hw_temperature_celsius", "celsius")]
    [InlineData(InstrumentKind.Gauge, "time.in.seconds.since", "s", "time_in_seconds_since", "")]
    [InlineData(InstrumentKind.Gauge, "9p.ratio.of", "1", "_9p_of_ratio", "ratio")]
    public void An_instrument_is_called_as_a_server_calls_it_that_takes_OTLP(InstrumentKind kind, string name, string unit, string sample, string unitWords)
    {
        Func<string, Unit, NumberType, string, Instrument> make = kind switch
        {
            InstrumentKind.Counter => Instrument.Counter,
            InstrumentKind.Gauge => Instrument.Gauge,
            _ => Instrument.UpDownCounter,
        };

        PrometheusName made = PrometheusNames.Of(make(name, new Unit(unit), NumberType.Double, ""));

        Assert.Equal((sample, unitWords), (made.Sample, made.Unit));
    }

    [Theory]
    [InlineData("cpu.mode", "cpu_mode")]
    [InlineData("k8s.pod-name", "k8s_pod_name")]
    [InlineData("3com", "key_3com")]
    [InlineData("a..b", "a_b")]
    [InlineData("é", "_")]
    public void An_attribute_becomes_a_label(string attribute, string label) => Assert.Equal(label, PrometheusNames.Label(attribute));

    [Fact]
    public void Instruments_of_one_family_are_the_same_question()
    {
        var instruments = AllTables.Schemas.SelectMany(s => s.Groups).Select(g => g.Instrument).Distinct();

        foreach (var family in instruments.GroupBy(i => PrometheusNames.Of(i).Family))
            Assert.Single(family.Select(i => (i.Name, i.Kind, i.Unit, i.Description)).Distinct());
    }

    [Fact]
    public void No_two_attributes_of_a_row_become_one_label()
    {
        foreach (Schema schema in AllTables.Schemas)
        {
            foreach (Column column in schema.Columns)
            {
                string[] labels = [.. column.FixedAttributes.Select(a => a.Key).Concat(schema.ResourceKeys).Concat(schema.Keys).Select(k => PrometheusNames.Label(k.Name))];
                Assert.Equal(labels.Length, labels.Distinct().Count());
                Assert.DoesNotContain("le", labels);
            }
        }
    }
}
