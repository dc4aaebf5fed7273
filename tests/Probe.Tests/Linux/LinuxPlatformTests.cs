using Probe.Collection;
using Probe.Linux;

namespace Probe.Tests.Linux;

public sealed class LinuxPlatformTests
{
    [Fact]
    public void The_boot_time_agrees_with_the_uptime_the_kernel_tells()
    {
        Platform platform = LinuxPlatform.Create("/", TimeProvider.System);

        double uptime = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        double age = (DateTimeOffset.UtcNow - platform.Host.Boot.ToDateTimeOffset()).TotalSeconds;
        Assert.InRange(age - uptime, -0.5, 0.5);
    }

    [Fact]
    public void The_facts_are_those_of_the_system()
    {
        Platform platform = LinuxPlatform.Create("/", TimeProvider.System);

        Assert.Equal(0.01, platform.Host.ClockTick);
        Assert.Equal(Environment.SystemPageSize, platform.Host.PageSize);
    }
}
