using System.Runtime.InteropServices;
using Probe.EndToEndTests.Running;

[assembly: AssemblyFixture(typeof(PublishedProbe))]

namespace Probe.EndToEndTests.Running;

/// <summary>The program as it ships: published once by the native compiler, for all tests of a run.</summary>
public sealed class PublishedProbe : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new();

    /// <summary>The native executable. <c>appsettings.json</c> lies beside it.</summary>
    public string Program => _folder.At("probe");

    /// <summary>What the publish printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Publishes it for this machine's processor.</summary>
    public async ValueTask InitializeAsync()
    {
        string architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";
        Output = await Command.MustAsync("dotnet",
            ["publish", Repository.At("src", "Probe"), "-c", "Release", "-r", architecture, "-o", _folder.Root, "--nologo", "-nodeReuse:false"],
            TimeSpan.FromMinutes(10));
        File.SetUnixFileMode(_folder.Root, (UnixFileMode)0b111_101_101);        // for the user without rights
    }

    /// <summary>Removes it.</summary>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
