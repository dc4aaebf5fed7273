using Probe.Collection;
using Probe.Kernel;
using Probe.Linux.Interop;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>Linux's one public door.</summary>
public static class LinuxPlatform
{
    // A filesystem that takes longer is as good as stuck; with sixteen of them a pass still ends within its interval.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    /// <summary>The kernel, facts and roster of the Linux below a root.</summary>
    /// <remarks>
    /// A root is one of three. <c>/</c> is the system we run on. A folder with a <c>host.json</c> is a recorded host. Any other is a
    /// mounted tree: there the calls, which would answer for our own system, are absent, so that numbers of two machines never mix.
    /// </remarks>
    /// <param name="root">Where the system's files are.</param>
    /// <param name="clock">Stands for the boot time where the root does not tell it.</param>
    /// <exception cref="InvalidDataException">The root is a recorded host whose facts can't be read.</exception>
    public static Platform Create(string root, TimeProvider clock)
    {
        if (RecordedHost.TryLoad(root) is { } recorded)
            return new Platform(recorded.Kernel, recorded.Facts, LinuxRoster.Collectors);
        bool isOwn = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) == "/";
        var files = new FileKernelSource(root);
        IKernelSource kernel = isOwn ? MountCalls(files) : files;
        return new Platform(kernel, ReadFacts(kernel, isOwn, clock), LinuxRoster.Collectors);
    }

    private static KernelMounts MountCalls(FileKernelSource files) => new(files,
        ("/call/", new LinuxCalls()),
        (PathCalls.Links + "/", new PathCalls()),
        (PathCalls.Sizes + "/", new PathCalls()),
        ("/proc/1/mountinfo", new WatchedMounts(files)),
        ("/statfs", new GuardedKernelSource(new FilesystemCalls("/statfs"), s_patience)),
        ("/statfs-remote", new GuardedKernelSource(new FilesystemCalls("/statfs-remote"), s_patience)));

    private static HostFacts ReadFacts(IKernelSource kernel, bool isOwn, TimeProvider clock)
    {
        Timestamp boot = BootClock.ReadBootTime(kernel) ?? Timestamp.From(clock.GetUtcNow());
        if (isOwn)
            boot = BootClock.Refine(boot);

        // A mounted tree is of the same kernel or of one like it: both are the same wherever Linux runs on this architecture.
        return new HostFacts(boot, 1.0 / Libc.GetConfiguration(Libc.ClockTicks), (int)Libc.GetConfiguration(Libc.PageSize));
    }
}
