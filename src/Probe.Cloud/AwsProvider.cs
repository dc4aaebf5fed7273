using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Probe.Catalog;

namespace Probe.Cloud;

/// <summary>Amazon EC2.</summary>
/// <remarks>
/// Told by the vendor in DMI (Nitro and bare metal) or by the hypervisor's UUID (Xen). Asked by IMDSv2: a token by PUT, and with it the instance's
/// identity document and host name. The older way without a token is not tried: whoever switched it off did so for a reason.
/// </remarks>
internal sealed class AwsProvider : ICloudProvider
{
    private const string Endpoint = "http://169.254.169.254/latest/";
    private const string LifetimeHeader = "X-aws-ec2-metadata-token-ttl-seconds", TokenHeader = "X-aws-ec2-metadata-token";

    private static readonly Uri s_token = new(Endpoint + "api/token");
    private static readonly Uri s_document = new(Endpoint + "dynamic/instance-identity/document");
    private static readonly Uri s_hostName = new(Endpoint + "meta-data/hostname");

    public string Name => "aws";

    public bool IsHintedBy(MachineFacts facts) =>
        facts[Dmi.SystemVendor] == "Amazon EC2" || facts[Dmi.HypervisorUuid].StartsWith("ec2", StringComparison.OrdinalIgnoreCase);

    public ImmutableArray<KeyValuePair<string, string>> Infer(MachineFacts facts)
    {
        var known = new CloudAttributes(Name, "aws_ec2");
        if (facts[Dmi.SystemVendor] == "Amazon EC2")
        {
            known.Add("host.type", facts[Dmi.ProductName]);
            if (IsInstanceId(facts[Dmi.BoardAssetTag]))
                known.Add("host.id", facts[Dmi.BoardAssetTag]);
        }

        return known.ToImmutable();
    }

    public async Task<ImmutableArray<KeyValuePair<string, string>>> AskAsync(HttpMessageInvoker http, CancellationToken stop)
    {
        string token = await AskTokenAsync(http, stop).ConfigureAwait(false);
        byte[] document = await AskAsync(http, s_document, token, stop).ConfigureAwait(false) ?? throw Refusal("it has no identity document");
        var known = new CloudAttributes(Name, "aws_ec2");
        ReadDocument(document, known);
        if (await AskAsync(http, s_hostName, token, stop).ConfigureAwait(false) is { } name)
            known.Add("host.name", Encoding.UTF8.GetString(name));
        return known.ToImmutable();
    }

    private static async Task<string> AskTokenAsync(HttpMessageInvoker http, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, s_token);
        request.Headers.Add(LifetimeHeader, "60");
        (HttpStatusCode status, byte[] body) = await MetadataAnswer.ReadAsync(http, request, stop).ConfigureAwait(false);
        if (status != HttpStatusCode.OK)
            throw Refusal(string.Create(CultureInfo.InvariantCulture, $"its answer to the token request was {(int)status}"));
        string token = Encoding.UTF8.GetString(body);
        return token.Length is > 0 and <= 1024 && token.All(c => c is > ' ' and < '\x7f' and not ('<' or '>'))
            ? token : throw Refusal("its token is none");
    }

    /// <returns>Null where it has no such thing.</returns>
    private static async Task<byte[]?> AskAsync(HttpMessageInvoker http, Uri what, string token, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, what);
        request.Headers.TryAddWithoutValidation(TokenHeader, token);
        (HttpStatusCode status, byte[] body) = await MetadataAnswer.ReadAsync(http, request, stop).ConfigureAwait(false);
        return status switch
        {
            HttpStatusCode.OK => body,
            HttpStatusCode.NotFound => null,
            _ => throw Refusal(string.Create(CultureInfo.InvariantCulture, $"its answer to {what.AbsolutePath} was {(int)status}")),
        };
    }

    private static void ReadDocument(byte[] document, CloudAttributes known)
    {
        Dictionary<string, string> fields = MetadataAnswer.ReadTexts(document) ?? throw Refusal("its identity document is no JSON object");
        string Field(string name) => fields.GetValueOrDefault(name, "");
        string id = Field("instanceId"), region = Field("region"), account = Field("accountId");
        if (!IsInstanceId(id))
            throw Refusal("its identity document names no instance");

        known.Add("cloud.region", region);
        known.Add("cloud.availability_zone", Field("availabilityZone"));
        bool isAccount = account.Length == 12 && account.All(char.IsAsciiDigit);
        if (isAccount)
            known.Add("cloud.account.id", account);
        if (isAccount && PartitionOf(region) is { } partition)
            known.Add("cloud.resource_id", $"arn:{partition}:ec2:{region}:{account}:instance/{id}");
        known.Add("host.id", id);
        known.Add("host.type", Field("instanceType"));
        known.Add("host.image.id", Field("imageId"));
        known.Add("host.arch", Field("architecture") switch { "x86_64" => "amd64", "arm64" => "arm64", "i386" => "x86", _ => "" });
    }

    private static bool IsInstanceId(string text) =>
        text.Length is >= 10 and <= 19 && text.StartsWith("i-", StringComparison.Ordinal) && text.AsSpan(2).IndexOfAnyExcept("0123456789abcdef") < 0;

    // The partitions that anybody may have heard of; elsewhere a resource name would be a guess.
    private static string? PartitionOf(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ when region.Contains("-iso", StringComparison.Ordinal) || region.Split('-').Length != 3 => null,
        _ => "aws",
    };

    private static CloudRefusalException Refusal(string reason) => new(reason);
}
