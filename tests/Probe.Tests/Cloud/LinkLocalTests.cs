using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Probe.Cloud;
using Probe.Snapshots;

namespace Probe.Tests.Cloud;

/// <summary>The enricher as it ships, over real sockets to the real address, in a network namespace that the test makes: never the machine's own.</summary>
public class LinkLocalTests
{
    private const string Inside = "PROBE_TEST_IN_NAMESPACE";

    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task On_its_own_address_a_service_is_believed_only_when_it_is_healthy()
    {
        if (Environment.GetEnvironmentVariable(Inside) is null)
            RunInNamespace(nameof(On_its_own_address_a_service_is_believed_only_when_it_is_healthy));
        else
            await CheckAllAsync();
    }

    private static async Task CheckAllAsync()
    {
        Assert.Null(await AskAsync());          // the port is closed

        using var server = new RealMetadataServer();
        Assert.Equal("us-west-2", await AskAsync());
        Assert.Equal([$"PUT {MetadataService.Token} HTTP/1.1", $"GET {MetadataService.Document} HTTP/1.1", $"GET {MetadataService.HostName} HTTP/1.1"], server.Asked);

        await RefusedAsync(server, "silent", (_, _) => Task.Delay(Timeout.Infinite));
        await RefusedAsync(server, "drop by drop", Drip);
        await RefusedAsync(server, "endless", Flood);
        await RefusedAsync(server, "403 to all", (_, to) => RealMetadataServer.SayAsync(to, RealMetadataServer.Reply("403 Forbidden", "no")));
        await RefusedAsync(server, "login page", (_, to) => RealMetadataServer.SayAsync(to, RealMetadataServer.Reply("200 OK", "<html><body>Log in</body></html>")));
        await RefusedAsync(server, "no HTTP", (_, to) => RealMetadataServer.SayAsync(to, "SSH-2.0-OpenSSH_9.2\r\n"));
        await RefusedAsync(server, "endless head", FloodHead);

        int before = server.Asked.Length;
        await RefusedAsync(server, "redirect", (_, to) => RealMetadataServer.SayAsync(to, RealMetadataServer.Reply("302 Found", "", "Location: http://169.254.169.254/stolen\r\n")));
        Assert.DoesNotContain(server.Asked[before..], r => r.Contains("/stolen", StringComparison.Ordinal));

        server.Behavior = RealMetadataServer.Healthy;
        Environment.SetEnvironmentVariable("HTTP_PROXY", "http://127.0.0.1:9");
        Assert.Equal("us-west-2", await AskAsync());
    }

    private static async Task RefusedAsync(RealMetadataServer server, string way, Func<string, NetworkStream, Task> behavior)
    {
        server.Behavior = behavior;
        long started = Stopwatch.GetTimestamp();
        string? region = await AskAsync();

        Assert.True(region is null, $"It believed a service that is {way}.");
        Assert.True(Stopwatch.GetElapsedTime(started) < s_budget * 10, $"A service that is {way} cost {Stopwatch.GetElapsedTime(started)}.");
    }

    /// <returns>The region it found; null where it was left with what the machine's own facts say.</returns>
    private static async Task<string?> AskAsync()
    {
        SnapshotStore store = Machine.Store(Machine.Nitro);
        using var enricher = new CloudEnricher(store, new ResourceLayers(store), new OptionsOf<CloudOptions>(new CloudOptions { Timeout = s_budget }),
            TimeProvider.System, NullLogger<CloudEnricher>.Instance);
        await enricher.RoundAsync(TestContext.Current.CancellationToken);
        Assert.Equal("aws", store.Resource["cloud.provider"]);
        return store.Resource["cloud.region"];
    }

    private static async Task Drip(string head, NetworkStream to)
    {
        foreach (char c in RealMetadataServer.Reply("200 OK", new string('x', 100)))
        {
            await RealMetadataServer.SayAsync(to, c.ToString());
            await Task.Delay(50);
        }
    }

    private static async Task Flood(string head, NetworkStream to)
    {
        await RealMetadataServer.SayAsync(to, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while (true)
            await RealMetadataServer.SayAsync(to, $"400\r\n{new string(' ', 1024)}\r\n");
    }

    private static async Task FloodHead(string head, NetworkStream to)
    {
        await RealMetadataServer.SayAsync(to, "HTTP/1.1 200 OK\r\n");
        while (true)
            await RealMetadataServer.SayAsync(to, $"X-More: {new string('x', 1000)}\r\n");
    }

    /// <summary>Runs one test of this class once more, where 169.254.169.254 is a loop-back address and there is no other network.</summary>
    private static void RunInNamespace(string test)
    {
        string[] privilege = Environment.IsPrivilegedProcess ? [] : ["--map-root-user"];
        var start = new ProcessStartInfo("unshare",
            [.. privilege, "--net", "sh", "-c", "ip link set lo up && ip address add 169.254.169.254/32 dev lo && exec \"$@\"", "sh",
                "dotnet", Path.Combine(AppContext.BaseDirectory, "Probe.Tests.dll"), "-method", $"{typeof(LinkLocalTests).FullName}.{test}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Inside] = "1" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.True(process.ExitCode == 0 && output.Contains("Total: 1,", StringComparison.Ordinal), output + errors.Result);
    }
}
