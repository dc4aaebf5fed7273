using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>The shipped unit under a real systemd.</summary>
public sealed class MachineTests
{
    [Fact]
    public async Task A_machine_boots()
    {
        await using Machine machine = await Machine.BootAsync();

        await machine.WriteAsync("/etc/its", "a 'file' with $all\n");

        Assert.Equal("a 'file' with $all", await machine.MustAsync("cat", "/etc/its"));
        Assert.Equal("active", await machine.MustAsync("systemctl", "is-active", "systemd-journald"));
    }
}
