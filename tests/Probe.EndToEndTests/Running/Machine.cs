using System.Text;
using Probe.EndToEndTests.Peers;

namespace Probe.EndToEndTests.Running;

/// <summary>A Debian with systemd as its first process, booted under systemd-nspawn. It shares this machine's network and nothing else.</summary>
/// <remarks>Its root is laid over the cached one in memory: whatever a test does in it is gone with it.</remarks>
internal sealed class Machine : IAsyncDisposable
{
    private const string LockFile = "/run/lock/probe-tests-machine";

    private readonly Daemon _nspawn;
    private readonly int _init;

    private Machine(Daemon nspawn, int init)
    {
        _nspawn = nspawn;
        _init = init;
    }

    /// <summary>Boots one.</summary>
    /// <param name="binds">Paths outside by the paths inside at which they are seen, read only.</param>
    public static async Task<Machine> BootAsync(params IEnumerable<(string Outside, string Inside)> binds)
    {
        string root = await Peer.PathAsync("machine");
        Daemon nspawn = Daemon.Start("flock",                   // one machine at a time: systemd-nspawn refuses a root in use
            [
                "--no-fork", LockFile, "systemd-nspawn", "--boot", "--quiet", $"--directory={root}", "--volatile=overlay", $"--machine=probe-{Guid.NewGuid():n}",
                "--register=no", "--keep-unit", "--console=pipe", "--capability=all",
                "--system-call-filter=bpf perf_event_open @privileged @debug @resources",
                .. binds.Select(b => $"--bind-ro={b.Outside}:{b.Inside}"),
            ],
            new Dictionary<string, string> { ["SYSTEMD_NSPAWN_UNIFIED_HIERARCHY"] = "1" });
        try
        {
            string init = await Poll.UntilAsync("first process of the machine", () => InitAsync(nspawn), TimeSpan.FromMinutes(3));
            var machine = new Machine(nspawn, int.Parse(init));
            await Poll.UntilAsync("booted machine", async () =>
                (await machine.RunAsync("systemctl", "is-system-running")).Output.Trim() is "running" or "degraded" ? "yes" : null);
            return machine;
        }
        catch (Exception failure)
        {
            await nspawn.DisposeAsync();
            throw new InvalidOperationException($"The machine does not boot: {failure.Message}\n{string.Join('\n', nspawn.Lines)}", failure);
        }
    }

    /// <summary>Runs a program inside, to its end.</summary>
    public Task<Command> RunAsync(string program, params IEnumerable<string> arguments) =>
        Command.RunAsync("nsenter", ["--target", $"{_init}", "--all", program, .. arguments]);

    /// <summary>Runs a program inside that must succeed.</summary>
    /// <returns>Its output without the last line's end.</returns>
    public async Task<string> MustAsync(string program, params IEnumerable<string> arguments) =>
        (await Command.MustAsync("nsenter", ["--target", $"{_init}", "--all", program, .. arguments])).TrimEnd();

    /// <summary>One property of a unit.</summary>
    public Task<string> PropertyAsync(string unit, string property) => MustAsync("systemctl", "show", "--value", $"--property={property}", unit);

    /// <summary>Puts a file inside, whole or not at all.</summary>
    public Task WriteAsync(string path, string text)
    {
        string packed = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));       // a word that no shell takes apart
        return MustAsync("sh", "-c", $"echo {packed} | base64 -d > '{path}.new' && mv {path}.new {path}");
    }

    /// <summary>Everything a unit has logged.</summary>
    public Task<string> JournalAsync(string unit) => MustAsync("journalctl", "--no-pager", "--output=short-monotonic", $"--unit={unit}");

    /// <summary>Powers it off, or kills it with all that runs in it where that takes long.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _nspawn.EndAsync(limit: TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException)
        {
            // What hangs in there is the test's own doing.
        }
        finally
        {
            await _nspawn.DisposeAsync();
        }
    }

    /// <summary>The child that has become systemd. While nspawn sets up it has others.</summary>
    private static async Task<string?> InitAsync(Daemon parent)
    {
        if (parent.HasExited)
            throw new InvalidOperationException("systemd-nspawn ended");
        Command children = await Command.RunAsync("pgrep", ["--parent", $"{parent.Id}", "--exact", "systemd"]);
        return children.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
    }
}
