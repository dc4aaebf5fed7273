using System.Net;

namespace Probe.Tests.Cloud;

/// <summary>Stands for a metadata service: answers by method and path, counts what it was asked, and can be changed while it runs.</summary>
internal sealed class MetadataService : HttpMessageHandler
{
    public const string Document = "/latest/dynamic/instance-identity/document", Token = "/latest/api/token", HostName = "/latest/meta-data/hostname";

    private int _asked;
    private TaskCompletionSource _silence = new();

    /// <summary>Answers of a healthy EC2, for an instance whose document is the sample's.</summary>
    public static Dictionary<string, Func<HttpResponseMessage>> Healthy { get; } = new()
    {
        [Token] = () => Text("AQAEAFr_token=="),
        [Document] = () => Text(File.ReadAllText(Repository.At("tests", "Probe.Tests", "Cloud", "samples", "aws-identity-document.json"))),
        [HostName] = () => Text("ip-10-158-112-84.us-west-2.compute.internal"),
    };

    public Dictionary<string, Func<HttpResponseMessage>> Answers { get; set; } = new(Healthy);

    /// <summary>Requests it got.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>While true it takes requests and says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Falls silent; the task ends when the next request has come and gets no answer.</summary>
    public Task BeSilent()
    {
        IsSilent = true;
        _silence = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _silence.Task;
    }

    public static HttpResponseMessage Text(string text, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(text) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        if (IsSilent)
        {
            _silence.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        string path = request.RequestUri!.AbsolutePath;
        if (request.RequestUri.Host != "169.254.169.254" || !Answers.TryGetValue(path, out Func<HttpResponseMessage>? answer))
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        if (request.Method != (path == Token ? HttpMethod.Put : HttpMethod.Get))
            return new HttpResponseMessage(HttpStatusCode.MethodNotAllowed);
        bool hasRight = path == Token
            ? request.Headers.Contains("X-aws-ec2-metadata-token-ttl-seconds")
            : request.Headers.TryGetValues("X-aws-ec2-metadata-token", out IEnumerable<string>? token) && token.Single() == "AQAEAFr_token==";
        return hasRight ? answer() : new HttpResponseMessage(HttpStatusCode.Unauthorized);
    }
}
