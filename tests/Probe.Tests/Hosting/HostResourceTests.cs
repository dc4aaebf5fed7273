using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using Probe.Collection;
using Probe.Commands;
using Probe.Configuration;
using Probe.Hosting;
using Probe.Kernel;
using Probe.Snapshots;
using Probe.Tests.Kernel;
using static Probe.Tests.Collection.Collecting;

namespace Probe.Tests.Hosting;

public class HostResourceTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    private readonly FakeKernel _kernel = new()
    {
        ["/etc/machine-id"] = Id + "\n",
        ["/etc/hostname"] = "web1\n",
        ["/etc/os-release"] = "# made by hand\nNAME=\"Debian GNU/Linux\"\nVERSION_ID='12'\nPRETTY_NAME=\"Debian \\\"12\\\" \\$1\"\nID=debian\n",
        ["/proc/sys/kernel/osrelease"] = "6.1.0-13-amd64\n",
    };

    [Fact]
    public void It_names_probe_the_host_and_its_system()
    {
        ImmutableArray<KeyValuePair<string, string>> attributes = HostResource.Read(_kernel, isOwn: false);

        Assert.Equal(
            [
                new("service.name", "probe"), new("service.version", Build.Version), attributes[2], new("host.name", "web1"), new("host.id", Id),
                new("os.type", "linux"), new("os.name", "Debian GNU/Linux"), new("os.version", "12"), new("os.description", "Debian \"12\" $1, kernel 6.1.0-13-amd64"),
            ],
            attributes);
        Assert.Equal("service.instance.id", attributes[2].Key);
    }

    [Fact]
    public void Of_our_own_system_name_and_architecture_are_the_running_ones()
    {
        var attributes = new Resource(HostResource.Read(new FileKernelSource(), isOwn: true));

        Assert.Equal(Output("hostname"), attributes["host.name"]);
        Assert.Equal(Output("uname", "-m").Replace("x86_64", "amd64").Replace("aarch64", "arm64"), attributes["host.arch"]);
        Assert.Equal(Output("sh", "-c", ". /etc/os-release; printf %s \"$VERSION_ID\""), attributes["os.version"] ?? "");
        Assert.EndsWith(Output("uname", "-r"), attributes["os.description"]);
    }

    [Fact]
    public void The_instances_id_is_the_same_on_every_start_and_does_not_give_the_machines_away()
    {
        string Instance() => new Resource(HostResource.Read(_kernel, isOwn: false))["service.instance.id"]!;
        string first = Instance();

        Assert.Equal(first, Instance());
        Assert.True(Guid.TryParseExact(first, "D", out _));
        Assert.DoesNotContain(Id[..4], first);
        _kernel["/etc/machine-id"] = "f" + Id[1..];
        Assert.NotEqual(first, Instance());
    }

    [Fact]
    public void An_applications_id_is_made_as_systemd_makes_it()
    {
        for (int i = 0; i < 200; i++)
        {
            Guid machine = Guid.NewGuid(), application = Guid.NewGuid();
            byte[] expected = HMACSHA256.HashData(machine.ToByteArray(bigEndian: true), application.ToByteArray(bigEndian: true))[..16];
            expected[6] = (byte)((expected[6] & 0x0f) | 0x40);
            expected[8] = (byte)((expected[8] & 0x3f) | 0x80);

            Assert.True(MachineId.TryParse(machine.ToString("N"), out MachineId id));
            Assert.Equal(new Guid(expected, bigEndian: true), id.ForApplication(application));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("uninitialized")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdefa")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    public void Without_a_machine_id_the_host_has_none_and_the_instance_a_random_one_for_the_life_of_the_process(string text)
    {
        _kernel["/etc/machine-id"] = text + "\n";

        var first = new Resource(HostResource.Read(_kernel, isOwn: false));
        var second = new Resource(HostResource.Read(_kernel, isOwn: false));

        Assert.Null(first["host.id"]);
        Assert.Equal(first["service.instance.id"], second["service.instance.id"]);
        Assert.Equal(4, Guid.Parse(first["service.instance.id"]!).Version);
    }

    [Fact]
    public void A_host_that_tells_nothing_is_only_probe()
    {
        ImmutableArray<KeyValuePair<string, string>> attributes = HostResource.Read(new FakeKernel(), isOwn: false);

        Assert.Equal(["service.name", "service.version", "service.instance.id", "os.type"], attributes.Select(a => a.Key));
    }

    [Fact]
    public async Task The_operators_attributes_stand_above_and_turn_with_a_reload()
    {
        var store = new SnapshotStore();
        var added = new OptionsOf<ResourceOptions>(new ResourceOptions { Attributes = { ["team"] = "a", ["service.name"] = "edge" } });
        using var host = new HostResource(new Platform(_kernel, Host, []), new ResourceLayers(store), new OptionsOf<KernelOptions>(new KernelOptions { Root = "/x" }), added);

        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("edge", "a", "web1"), (store.Resource["service.name"], store.Resource["team"], store.Resource["host.name"]));
        added.Set(new ResourceOptions { Attributes = { ["team"] = "b" } });

        Assert.Equal(("probe", "b", "web1"), (store.Resource["service.name"], store.Resource["team"], store.Resource["host.name"]));
    }

    private static string Output(string file, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }
}
