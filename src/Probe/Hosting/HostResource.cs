using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.Hosting;
using Probe.Collection;
using Probe.Commands;
using Probe.Configuration;
using Probe.Kernel;
using Probe.Snapshots;

namespace Probe.Hosting;

/// <summary>Says who we are: what the host's own files tell, and what the operator adds. A cloud's word stands between the two.</summary>
internal sealed class HostResource(Platform platform, ResourceLayers layers, LiveSettings live) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        layers.Set(ResourceLayer.Host, Describe(platform.Kernel));
        SetOperator(live.Current);
        live.Changed += Adopt;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        live.Changed -= Adopt;
        return Task.CompletedTask;
    }

    /// <summary>The attributes that a host's own files tell. What they do not tell is left out.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Describe(IKernelSource kernel)
    {
        string machine = ReadLine(kernel, "/etc/machine-id");
        string release = OsRelease(kernel, "VERSION_ID");
        return
        [
            new("service.name", "probe"),
            new("service.version", Build.Version),
            new("service.instance.id", (Guid.TryParse(machine, out Guid id) ? id : Guid.NewGuid()).ToString()),       // one Probe a host: the host's number is its own
            new("host.name", ReadLine(kernel, "/proc/sys/kernel/hostname") is { Length: > 0 } name ? name : Environment.MachineName),
            new("host.id", machine),
            new("host.arch", Architecture()),
            new("os.type", OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsFreeBSD() ? "freebsd" : ""),
            new("os.version", release.Length > 0 ? release : ReadLine(kernel, "/proc/sys/kernel/osrelease")),
        ];
    }

    private void Adopt(Settings before, Settings now) => SetOperator(now);

    private void SetOperator(Settings settings) => layers.Set(ResourceLayer.Operator, [.. settings.Options.Get<ResourceOptions>().Attributes]);

    private static string OsRelease(IKernelSource kernel, string key)
    {
        string text = ReadText(kernel, "/etc/os-release");
        foreach (string line in text.Split('\n'))
        {
            if (line.StartsWith(key + "=", StringComparison.Ordinal))
                return line[(key.Length + 1)..].Trim().Trim('"', '\'');
        }

        return "";
    }

    // The words of OpenTelemetry's host.arch.
    private static string Architecture() => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "amd64",
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        System.Runtime.InteropServices.Architecture.X86 => "x86",
        System.Runtime.InteropServices.Architecture.Arm => "arm32",
        System.Runtime.InteropServices.Architecture.Ppc64le => "ppc64",
        System.Runtime.InteropServices.Architecture.S390x => "s390x",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string ReadLine(IKernelSource kernel, string name) => ReadText(kernel, name).Trim();

    private static string ReadText(IKernelSource kernel, string name)
    {
        var text = new KernelBuffer();
        try
        {
            return kernel.TryRead(Encoding.UTF8.GetBytes(name), text) ? Encoding.UTF8.GetString(text.Span) : "";
        }
        catch (IOException)
        {
            return "";          // the kernel failed: the host stays unnamed, and collects all the same
        }
    }
}
