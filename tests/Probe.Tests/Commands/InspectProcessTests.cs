using System.Text.Json;
using Probe.Commands;
using Probe.Tests.Kernel;

namespace Probe.Tests.Commands;

public sealed class InspectProcessTests
{
    [Fact]
    public void A_process_is_shown_by_all_that_can_be_read_of_it()
    {
        using var fixture = new CommandFixture { Kernel = MakeKernel() };

        int code = fixture.Run("inspect", "process", "41", "--format", "json");

        Assert.Equal(ExitCode.Good, code);
        using JsonDocument json = JsonDocument.Parse(fixture.Out);
        JsonElement root = json.RootElement;
        Assert.Equal("/usr/sbin/nginx", root.GetProperty("process").GetProperty("executable").GetString());
        Assert.Equal("33", root.GetProperty("user").GetProperty("effective user").GetString());
        Assert.Equal("CAP_NET_BIND_SERVICE, CAP_BPF", root.GetProperty("security").GetProperty("effective capabilities").GetString());
        Assert.Equal("filter", root.GetProperty("security").GetProperty("seccomp").GetString());
        Assert.Equal("mnt:[4026531841]", root.GetProperty("namespaces").GetProperty("mnt").GetString());
        Assert.Equal("1024 of 524288 files", root.GetProperty("limits").GetProperty("Max open files").GetString());
        Assert.Equal("3", root.GetProperty("memory").GetProperty("maps").GetString());
        Assert.Equal("8192", root.GetProperty("memory").GetProperty("files bytes").GetString());
        Assert.Equal("tcp 127.0.0.1:80 to 10.0.0.2:40000 established", root.GetProperty("sockets").GetProperty("7").GetString());
        Assert.Equal("tcp6 [::1]:443 listen", root.GetProperty("sockets").GetProperty("10").GetString());
        Assert.Equal("unix /run/x y.sock listen", root.GetProperty("sockets").GetProperty("11").GetString());
        Assert.False(root.GetProperty("process").TryGetProperty("command line", out _));
        Assert.False(root.TryGetProperty("environment", out _));
    }

    [Fact]
    public void What_may_not_be_read_names_the_missing_right()
    {
        FakeKernel kernel = MakeKernel();
        foreach (string name in (string[])["/readlink/proc/41/exe", "/proc/41/fd", "/proc/41/maps"])
            kernel.Deny(name);
        using var fixture = new CommandFixture { Kernel = kernel };

        fixture.Run("inspect", "process", "41");

        Assert.Contains(fixture.Lines(), l => l.Contains("executable", StringComparison.Ordinal) && l.EndsWith("needs CAP_SYS_PTRACE", StringComparison.Ordinal));
        Assert.Contains(fixture.Lines(), l => l.EndsWith("needs CAP_SYS_PTRACE, CAP_DAC_READ_SEARCH", StringComparison.Ordinal));
        Assert.Contains(fixture.Lines(), l => l.Contains("maps", StringComparison.Ordinal) && l.EndsWith("needs CAP_SYS_PTRACE", StringComparison.Ordinal));
    }

    [Fact]
    public void The_command_line_is_shown_only_when_asked_for_and_without_secrets()
    {
        using var fixture = new CommandFixture { Kernel = MakeKernel() };

        fixture.Run("inspect", "process", "41", "--with-command-line");

        Assert.DoesNotContain("canary", fixture.Out, StringComparison.Ordinal);
        Assert.Contains("nginx --password=*** --token *** -c /etc/x http://me:***@host/ \\u{1b}[2J", fixture.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void No_such_process_fails()
    {
        using var fixture = new CommandFixture();

        Assert.Equal(ExitCode.Failed, fixture.Run("inspect", "process", "41"));
        Assert.Equal("probe: there is no process 41, or it may not be seen.\n", fixture.Error);
    }

    private static FakeKernel MakeKernel()
    {
        var kernel = new FakeKernel
        {
            ["/proc/41/status"] = "Name:\tnginx\nState:\tS (sleeping)\nPPid:\t1\nUid:\t33\t33\t33\t33\nGid:\t33\t33\t33\t33\nGroups:\t4 33 \nThreads:\t1\n"
                + "CapEff:\t0000008000000400\nNoNewPrivs:\t1\nSeccomp:\t2\n",
            ["/readlink/proc/41/exe"] = "/usr/sbin/nginx\0",
            ["/readlink/proc/41/cwd"] = "/\0",
            ["/proc/41/cgroup"] = "0::/system.slice/nginx.service\n",
            ["/proc/41/cmdline"] = "nginx\0--password=canary\0--token\0canary\0-c\0/etc/x\0http://me:canary@host/\0\u001b[2J\0",
            ["/proc/41/ns"] = "mnt\0",
            ["/readlink/proc/41/ns/mnt"] = "mnt:[4026531841]\0",
            ["/proc/41/limits"] = "Limit                     Soft Limit           Hard Limit           Units     \n"
                + "Max open files            1024                 524288               files     \n",
            ["/proc/41/maps"] = "1000-2000 r-xp 00000000 08:01 5   /usr/sbin/nginx\n2000-3000 r--p 00001000 08:01 5   /usr/sbin/nginx\n"
                + "9000-a000 rw-p 00000000 00:00 0   [heap]\n",
            ["/proc/41/fd"] = "10\07\00\011\0",
            ["/readlink/proc/41/fd/0"] = "/dev/null\0",
            ["/readlink/proc/41/fd/7"] = "socket:[701]\0",
            ["/readlink/proc/41/fd/10"] = "socket:[702]\0",
            ["/readlink/proc/41/fd/11"] = "socket:[703]\0",
            ["/proc/41/net/tcp"] = "  sl  local_address rem_address   st\n"
                + "   0: 0100007F:0050 0200000A:9C40 01 00000000:00000000 00:00000000 00000000    33        0 701 1\n",
            ["/proc/41/net/tcp6"] = "  sl  local_address\n"
                + "   0: 00000000000000000000000001000000:01BB 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 702 1\n",
            ["/proc/41/net/unix"] = "Num       RefCount Protocol Flags    Type St Inode Path\n"
                + "0000000000000000: 00000002 00000000 00010000 0001 01 703 /run/x y.sock\n",
        };
        return kernel;
    }
}
