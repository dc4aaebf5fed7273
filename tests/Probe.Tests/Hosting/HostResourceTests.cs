using Probe.Hosting;
using Probe.Snapshots;
using Probe.Tests.Kernel;

namespace Probe.Tests.Hosting;

public sealed class HostResourceTests
{
    [Fact]
    public void The_hosts_own_files_say_who_it_is()
    {
        var kernel = new FakeKernel
        {
            ["/etc/machine-id"] = "0123456789abcdef0123456789abcdef\n",
            ["/proc/sys/kernel/hostname"] = "web-1\n",
            ["/etc/os-release"] = "NAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\nVERSION=\"12 (bookworm)\"\n",
        };

        Resource resource = Resource.Empty.With(HostResource.Describe(kernel));

        Assert.Equal("probe", resource["service.name"]);
        Assert.Equal("01234567-89ab-cdef-0123-456789abcdef", resource["service.instance.id"]);
        Assert.Equal("web-1", resource["host.name"]);
        Assert.Equal("0123456789abcdef0123456789abcdef", resource["host.id"]);
        Assert.Equal("12", resource["os.version"]);
    }

    [Fact]
    public void What_no_file_says_is_left_out_and_the_instance_is_a_number_of_its_own()
    {
        Resource resource = Resource.Empty.With(HostResource.Describe(new FakeKernel { ["/proc/sys/kernel/osrelease"] = "6.18.0\n" }));

        Assert.Null(resource["host.id"]);
        Assert.Equal(Environment.MachineName, resource["host.name"]);
        Assert.Equal("6.18.0", resource["os.version"]);
        Assert.True(Guid.TryParse(resource["service.instance.id"], out Guid id) && id != Guid.Empty);
    }
}
