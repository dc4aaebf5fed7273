using Probe.EndToEndTests.Running;

namespace Probe.EndToEndTests;

/// <summary>The first minute of somebody who has set nothing: on a machine of its own, where the standard ports are free and nobody listens.</summary>
public sealed class FirstRunTests(PublishedProbe probe)
{
    [Fact]
    public async Task Without_any_setting_it_serves_says_where_and_waits_for_somebody_to_push_to()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can make a network namespace.");
        await using Daemon daemon = StartAlone();

        string serving = await daemon.LineAsync("Serving the page");
        string waiting = await daemon.LineAsync("Nobody listens at ");

        Assert.Contains("http://127.0.0.1:9464/", serving, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:4318/", waiting, StringComparison.Ordinal);
        string page = await Command.MustAsync("nsenter",
            ["--target", $"{daemon.Id}", "--net", "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9464; printf 'GET /metrics HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3"]);
        Assert.Contains("system_cpu_time_seconds_total{", page, StringComparison.Ordinal);
        (int exitCode, TimeSpan took) = await daemon.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(5), $"it took {took} to end");
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_so_once_and_then_nothing()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can make a network namespace.");
        await using Daemon daemon = StartAlone("--Probe:Otlp:Interval=1s");
        await daemon.LineAsync("Nobody listens at ");
        int lines = daemon.Lines.Count;

        await PushAttemptsAsync(daemon, more: 4);

        Assert.Equal(lines, daemon.Lines.Count);
        Assert.DoesNotContain(daemon.Lines, l => l.Contains(" warning ", StringComparison.Ordinal) || l.Contains(" error ", StringComparison.Ordinal));
        Assert.False(daemon.HasExited);
    }

    [Fact]
    public async Task Without_a_setting_nothing_leaves_the_machine()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can make a network namespace.");
        using var folder = new ScratchFolder();
        string calls = folder.At("calls");
        await using Daemon daemon = Daemon.Start("unshare",
            ["--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh", "strace", "--follow-forks", "--trace=connect,sendto,sendmsg,sendmmsg", $"--output={calls}", probe.Program]);
        await daemon.LineAsync("Nobody listens at ", TimeSpan.FromMinutes(1));

        string[] elsewhere = [.. File.ReadLines(calls).Where(l => l.Contains("AF_INET", StringComparison.Ordinal) && !l.Contains("127.0.0.1", StringComparison.Ordinal))];

        Assert.True(elsewhere.Length == 0, string.Join('\n', elsewhere));
        Assert.Contains(File.ReadLines(calls), l => l.Contains("htons(4318)", StringComparison.Ordinal));
    }

    /// <summary>Starts it in a network of its own, where nothing but the loop-back exists.</summary>
    private Daemon StartAlone(params IEnumerable<string> arguments) =>
        Daemon.Start("unshare", ["--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh", probe.Program, .. arguments]);

    /// <summary>Waits until the kernel has refused so many more connections in the daemon's network.</summary>
    private static async Task PushAttemptsAsync(Daemon daemon, int more)
    {
        long until = Refused(daemon) + more;
        await Poll.UntilAsync($"{more} refused connections", () => Refused(daemon) >= until);
    }

    private static long Refused(Daemon daemon)
    {
        string[][] tcp = [.. File.ReadLines($"/proc/{daemon.Id}/net/snmp").Where(l => l.StartsWith("Tcp:", StringComparison.Ordinal)).Select(l => l.Split(' '))];
        return long.Parse(tcp[1][Array.IndexOf(tcp[0], "AttemptFails")]);
    }
}
