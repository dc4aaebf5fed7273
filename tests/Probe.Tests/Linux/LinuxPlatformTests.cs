using Probe.Collection;
using Probe.Kernel;
using Probe.Linux;
using Probe.Linux.Interop;
using Probe.Metrics;

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

    [Fact]
    public void The_calls_answer_at_our_own_root_alone()
    {
        string tree = Directory.CreateTempSubdirectory("probe-test-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(tree, "proc"));
            File.WriteAllText(Path.Combine(tree, "proc/stat"), "btime 1700000000\n");

            Platform mounted = LinuxPlatform.Create(tree, TimeProvider.System);

            var buffer = new KernelBuffer();
            Assert.True(LinuxPlatform.Create("/", TimeProvider.System).Kernel.TryRead("/call/adjtimex"u8, buffer));
            Assert.False(mounted.Kernel.TryRead("/call/adjtimex"u8, buffer));
            Assert.Equal(Timestamp.FromUnixSeconds(1700000000), mounted.Host.Boot);
        }
        finally
        {
            Directory.Delete(tree, recursive: true);
        }
    }

    [Fact]
    public void A_recorded_host_brings_its_own_facts()
    {
        string folder = Directory.CreateTempSubdirectory("probe-test-").FullName;
        try
        {
            var facts = new HostFacts(Timestamp.FromUnixSeconds(1700000000), 1.0 / 1024, 65536);
            new RecordingKernelSource(AbsentKernelSource.Instance).Save(folder, facts, Timestamp.FromUnixSeconds(1700003600));

            Assert.Equal(facts, LinuxPlatform.Create(folder, TimeProvider.System).Host);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public unsafe void The_structs_are_as_large_as_the_kernel_has_them()
    {
        Assert.Equal((16, 208, 216), (sizeof(TimeSpec), sizeof(Timex), sizeof(ClockState)));
    }
}
