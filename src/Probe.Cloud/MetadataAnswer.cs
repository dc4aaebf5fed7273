using System.Net;
using System.Text.Json;

namespace Probe.Cloud;

/// <summary>Reads a metadata service's answers as what they are: a stranger's.</summary>
internal static class MetadataAnswer
{
    private const int Largest = 64 * 1024;

    /// <summary>How metadata services are asked: by nobody's proxy, without following anybody elsewhere.</summary>
    public static SocketsHttpHandler MakeHandler() => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromMilliseconds(300),
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
    };

    /// <summary>Sends a request and reads the body of its answer, where that is 200; nobody wants the others'.</summary>
    /// <exception cref="CloudRefusalException">The body is larger than any answer.</exception>
    public static async Task<(HttpStatusCode Status, byte[] Body)> ReadAsync(HttpMessageInvoker http, HttpRequestMessage request, CancellationToken stop)
    {
        using HttpResponseMessage response = await http.SendAsync(request, stop).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
            return (response.StatusCode, []);
        Stream stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        byte[] body = new byte[Largest + 1];
        int length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false);
        return length <= Largest ? (response.StatusCode, body[..length]) : throw new CloudRefusalException("its answer is too large");
    }

    /// <summary>The members of a JSON object whose values are texts; null where the bytes are none.</summary>
    public static Dictionary<string, string>? ReadTexts(ReadOnlySpan<byte> json)
    {
        var texts = new Dictionary<string, string>();
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                    texts[name] = reader.GetString()!;
                else
                    reader.Skip();
            }

            reader.Read();      // throws where anything follows
            return texts;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)     // the latter for bytes that are no UTF-8
        {
            return null;
        }
    }
}
