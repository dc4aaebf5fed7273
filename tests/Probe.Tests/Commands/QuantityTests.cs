using Probe.Commands;
using Probe.Metrics;

namespace Probe.Tests.Commands;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("By", 0, "0 B")]
    [InlineData("By", 1023, "1023 B")]
    [InlineData("By", 1048576, "1.00 MiB")]
    [InlineData("By", 1048575, "1.00 MiB")]
    [InlineData("By", 16_000_000_000, "14.9 GiB")]
    [InlineData("s", 0.0000025, "2.5 µs")]
    [InlineData("s", 12.345, "12.35 s")]
    [InlineData("s", 90061, "1 d 1 h")]
    [InlineData("Hz", 3_400_000_000, "3.40 GHz")]
    [InlineData("Cel", 45, "45.0 °C")]
    [InlineData("{page}", 99_999, "99999")]
    [InlineData("{page}", 23_819_847, "23.8 M")]
    [InlineData("1", 0.5, "0.50")]
    public void Values_are_said_in_the_unit_people_think_in(string unit, double value, string expected) =>
        Assert.Equal(expected, Quantity.Of(Instrument.Gauge("x", new Unit(unit), NumberType.Double, "A thing."), value));

    [Theory]
    [InlineData("By", 2048, "2.00 KiB/s")]
    [InlineData("s", 0.25, "25.0 %")]
    [InlineData("{page}", 0.5, "0.50/s")]
    [InlineData("{page}", 15698.6, "15.7 k/s")]
    public void Rates_are_said_by_the_second_and_time_in_time_as_a_share(string unit, double perSecond, string expected) =>
        Assert.Equal(expected, Quantity.Rate(Instrument.Counter("x", new Unit(unit), NumberType.Double, "A thing."), perSecond));

    [Fact]
    public void A_moment_is_said_as_a_date_and_a_utilization_as_a_share()
    {
        Assert.Equal("2026-03-01 12:00:00Z", Quantity.Of(Instrument.Gauge("x", Unit.Seconds, NumberType.Double, "When, in seconds since 1970."), 1772366400));
        Assert.Equal("41.5 %", Quantity.Of(Instrument.Gauge("x.utilization", Unit.One, NumberType.Double, "A share."), 0.415));
    }

    [Fact]
    public void Every_unit_of_the_catalog_is_said_without_failing() =>
        Assert.All(Probe.Catalog.AllTables.Schemas.SelectMany(s => s.Columns), c => Assert.NotEmpty(Quantity.Of(c.Instrument, 12345.678)));
}
