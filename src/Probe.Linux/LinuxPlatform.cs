using Probe.Collection;
using Probe.Kernel;
using Probe.Linux.Interop;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>Linux's one public door.</summary>
public static class LinuxPlatform
{
    /// <summary>The kernel, facts and roster of the Linux that is mounted below a root.</summary>
    /// <param name="root"><c>/</c> for the system we run on.</param>
    /// <param name="clock">The clock that stands for boot time where the root does not say it.</param>
    public static Platform Create(string root, TimeProvider clock)
    {
        var kernel = new FileKernelSource(root);
        return new Platform(kernel, ReadFacts(kernel, isOwn: root == "/", clock), LinuxRoster.Collectors);
    }

    private static HostFacts ReadFacts(IKernelSource kernel, bool isOwn, TimeProvider clock)
    {
        Timestamp boot = BootClock.ReadBootTime(kernel) ?? Timestamp.From(clock.GetUtcNow());
        if (isOwn)
            boot = BootClock.Refine(boot);
        return new HostFacts(boot, 1.0 / Libc.GetConfiguration(Libc.ClockTicks), (int)Libc.GetConfiguration(Libc.PageSize));
    }
}
