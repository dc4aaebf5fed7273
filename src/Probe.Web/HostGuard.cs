using System.Net;
using System.Text;

namespace Probe.Web;

/// <summary>The names by which we may be called. A web page can point a name of its own at this machine, but none of these.</summary>
/// <param name="names">Names beside the loop-back ones, separated by spaces.</param>
internal sealed class HostGuard(string names)
{
    private readonly byte[][] _names =
        [.. $"localhost localhost.localdomain ip6-localhost ip6-loopback {names}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.ASCII.GetBytes)];

    /// <summary>True for a plain address, a loop-back name or a configured name, with or without a port, and where the client named nobody, as HTTP/1.0 may.</summary>
    public bool Accepts(ReadOnlySpan<byte> host)
    {
        if (host.IsEmpty)
            return true;
        if (host[0] == '[')
        {
            int end = host.IndexOf((byte)']');
            return end > 0 && IsPort(host[(end + 1)..]) && IPAddress.IsValidUtf8(host[1..end]);
        }

        int colon = host.IndexOf((byte)':');
        ReadOnlySpan<byte> name = colon < 0 ? host : host[..colon];
        return (colon < 0 || IsPort(host[colon..])) && (IsName(name) || IPAddress.IsValidUtf8(name));
    }

    private static bool IsPort(ReadOnlySpan<byte> port) =>
        port.IsEmpty || (port[0] == ':' && port.Length <= 6 && !port[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'));

    private bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (byte[] known in _names)
        {
            if (Ascii.EqualsIgnoreCase(name, known))
                return true;
        }

        ReadOnlySpan<byte> loopBack = ".localhost"u8;
        return name.Length > loopBack.Length && Ascii.EqualsIgnoreCase(name[^loopBack.Length..], loopBack);
    }
}
