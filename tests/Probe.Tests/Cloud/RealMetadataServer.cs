using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Probe.Tests.Cloud;

/// <summary>A metadata service on its real address, for a network namespace of a test's own. How it behaves is one function for each connection.</summary>
internal sealed class RealMetadataServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Parse("169.254.169.254"), 80);
    private readonly List<string> _asked = [];

    public RealMetadataServer()
    {
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>What happens to a request, of which the whole head is given.</summary>
    public Func<string, NetworkStream, Task> Behavior { get; set; } = Healthy;

    /// <summary>The first lines of the requests that came, in order.</summary>
    public string[] Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    /// <summary>As a healthy EC2 answers, token and all.</summary>
    public static async Task Healthy(string head, NetworkStream to)
    {
        bool hasToken = head.Contains("X-aws-ec2-metadata-token: real-token\r\n", StringComparison.Ordinal);
        await SayAsync(to, head.Split(' ')[..2] switch
        {
            ["PUT", MetadataService.Token] when head.Contains("X-aws-ec2-metadata-token-ttl-seconds: 60\r\n", StringComparison.Ordinal)
                && !head.Contains("X-Forwarded-For", StringComparison.OrdinalIgnoreCase) => Reply("200 OK", "real-token"),
            ["GET", MetadataService.Document] when hasToken =>
                Reply("200 OK", File.ReadAllText(Repository.At("tests", "Probe.Tests", "Cloud", "samples", "aws-identity-document.json"))),
            ["GET", MetadataService.HostName] when hasToken => Reply("200 OK", "ip-10-158-112-84.us-west-2.compute.internal"),
            _ => Reply("401 Unauthorized", ""),
        });
    }

    public static string Reply(string status, string body, string headers = "") => $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}";

    public static async Task SayAsync(NetworkStream to, string text) => await to.WriteAsync(Encoding.UTF8.GetBytes(text));

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync());
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
                while (await ReadHeadAsync(reader) is { Length: > 0 } head)
                {
                    lock (_asked)
                        _asked.Add(head.Split('\r')[0]);
                    await Behavior(head, stream);
                }
            }
            catch (IOException)
            {
                // The client went, as it should when it has had enough.
            }
        }
    }

    private static async Task<string> ReadHeadAsync(StreamReader reader)
    {
        var head = new StringBuilder();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            head.Append(line).Append("\r\n");
        return head.ToString();
    }
}
