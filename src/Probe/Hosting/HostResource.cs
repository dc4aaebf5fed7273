using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Probe.Collection;
using Probe.Commands;
using Probe.Configuration;
using Probe.Kernel;
using Probe.Snapshots;

namespace Probe.Hosting;

/// <summary>Says who we are before anyone is asked: Probe, on this host. What the operator adds stands above it, also after a reload.</summary>
internal sealed class HostResource(Platform platform, ResourceLayers layers, IOptionsMonitor<KernelOptions> kernel, IOptionsMonitor<ResourceOptions> added)
    : IHostedService, IDisposable
{
    // Random, once and for all: an id made from it and the machine's names this host's Probe and nothing else.
    private static readonly Guid s_application = new("6bb4f7d6-8a4e-4f0c-9a3b-0d2f5f1d5c8e");

    // What a host without an id of its own is called: by everyone the same, and after a restart anew.
    private static readonly Guid s_unnamed = Guid.NewGuid();

    private IDisposable? _listening;

    /// <summary>The whole resource, for one who does not run as a service.</summary>
    public static Resource Of(Platform platform, BoundOptions options) => Resource.Empty
        .With(Read(platform.Kernel, options.Get<KernelOptions>().Root == "/"))
        .With(options.Get<ResourceOptions>().Attributes);

    /// <summary>The attributes of Probe on the host below a root.</summary>
    /// <param name="kernel">That host's files.</param>
    /// <param name="isOwn">True for the system we run on. Of another, the running kernel is not asked: it would tell of ours.</param>
    public static ImmutableArray<KeyValuePair<string, string>> Read(IKernelSource kernel, bool isOwn)
    {
        var text = new KernelBuffer();
        string ReadFirst(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                if (ReadText(kernel, name, text) is { Length: > 0 } found)
                    return found;
            }

            return "";
        }

        bool hasId = MachineId.TryParse(ReadFirst("/etc/machine-id", "/var/lib/dbus/machine-id"), out MachineId machine);
        Dictionary<string, string> release = OsRelease.Parse(ReadFirst("/etc/os-release", "/usr/lib/os-release"));
        string kernelRelease = ReadFirst("/proc/sys/kernel/osrelease");
        return
        [
            .. Resource.Empty.With(
                new("service.name", "probe"),
                new("service.version", Build.Version),
                new("service.instance.id", (hasId ? machine.ForApplication(s_application) : s_unnamed).ToString()),
                new("host.name", isOwn ? OwnName(ReadFirst("/proc/sys/kernel/hostname")) : ReadFirst("/etc/hostname")),
                new("host.id", hasId ? machine.ToString() : ""),
                new("host.arch", isOwn ? Architecture() : ""),
                new("os.type", OsType()),
                new("os.name", release.GetValueOrDefault("NAME", "")),
                new("os.version", release.GetValueOrDefault("VERSION_ID", kernelRelease)),
                new("os.description", Describe(release, kernelRelease))).Attributes,
        ];
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        layers.Set(ResourceLayer.Host, Read(platform.Kernel, kernel.CurrentValue.Root == "/"));
        layers.Set(ResourceLayer.Operator, [.. added.CurrentValue.Attributes]);
        _listening = added.OnChange((now, _) => layers.Set(ResourceLayer.Operator, [.. now.Attributes]));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _listening?.Dispose();

    private static string ReadText(IKernelSource kernel, string name, KernelBuffer text)
    {
        try
        {
            return kernel.TryRead(Encoding.UTF8.GetBytes(name), text) ? Encoding.UTF8.GetString(text.Span).Trim() : "";
        }
        catch (IOException)
        {
            return "";      // the kernel failed: the host stays unnamed, and is measured all the same
        }
    }

    private static string OwnName(string whole) => whole.Length > 0 ? whole : Environment.MachineName;

    private static string Architecture() => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "amd64",
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        System.Runtime.InteropServices.Architecture.X86 => "x86",
        System.Runtime.InteropServices.Architecture.Arm => "arm32",
        System.Runtime.InteropServices.Architecture.S390x => "s390x",
        System.Runtime.InteropServices.Architecture.Ppc64le => "ppc64",
        _ => "",
    };

    private static string OsType() => OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsFreeBSD() ? "freebsd" : OperatingSystem.IsLinux() ? "linux" : "";

    private static string Describe(Dictionary<string, string> release, string kernelRelease)
    {
        string name = release.GetValueOrDefault("PRETTY_NAME", "");
        return name.Length == 0 || kernelRelease.Length == 0 ? name : $"{name}, kernel {kernelRelease}";
    }
}
