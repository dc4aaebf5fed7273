using System.Text;
using Probe.Metrics;

namespace Probe.Web.Page;

/// <summary>What the page carries in itself, and the policy that lets a browser take nothing else.</summary>
internal static class PageAssets
{
    /// <summary>The page's style sheet.</summary>
    public static byte[] Style { get; } = Load("page.css");

    /// <summary>The page's script.</summary>
    public static byte[] Script { get; } = Load("page.js");

    /// <summary>The page's icon.</summary>
    public static byte[] Icon { get; } = Load("icon.svg");

    /// <summary>Headers of a page: the browser runs this one style and this one script, asks nobody but us, and shows us in no other's frame.</summary>
    public static byte[] Headers { get; } = Encoding.ASCII.GetBytes(
        $"Content-Security-Policy: default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\nReferrer-Policy: no-referrer\r\nX-Frame-Options: DENY\r\nVary: Accept-Encoding\r\n");

    /// <summary>The same for a page that is packed.</summary>
    public static byte[] PackedHeaders { get; } = [.. Headers, .. "Content-Encoding: gzip\r\n"u8];

    private static string Hash(byte[] content) => "sha256-" + Convert.ToBase64String(Sha256.Hash(content));

    private static byte[] Load(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
