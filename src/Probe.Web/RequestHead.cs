using System.Buffers;
using System.Text;

namespace Probe.Web;

/// <summary>A request's line and the few headers that matter here, as slices of the bytes received.</summary>
/// <remarks>
/// Strict where leniency has been an attack elsewhere: lines end in CR LF, no folded headers, no space before a colon, one <c>Host</c>, and no body,
/// since none of our routes takes one.
/// </remarks>
internal ref struct RequestHead
{
    private static readonly SearchValues<byte> s_token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    private static readonly SearchValues<byte> s_control = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127]);

    private bool _closes, _hasHost;

    /// <summary>The method, such as <c>GET</c>.</summary>
    public ReadOnlySpan<byte> Method { get; private set; }

    /// <summary>The path, without query.</summary>
    public ReadOnlySpan<byte> Path { get; private set; }

    /// <summary>Whom the client believes to speak to; empty where it did not say.</summary>
    public ReadOnlySpan<byte> Host { get; private set; }

    /// <summary>Value of the header; empty where there is none. The last one counts.</summary>
    public ReadOnlySpan<byte> Accept { get; private set; }

    /// <summary>Likewise.</summary>
    public ReadOnlySpan<byte> AcceptEncoding { get; private set; }

    /// <summary>Likewise.</summary>
    public ReadOnlySpan<byte> Authorization { get; private set; }

    /// <summary>True for HTTP/1.0: one request a connection.</summary>
    public bool IsOld { get; private set; }

    /// <summary>True when another request may follow on the connection.</summary>
    public readonly bool KeepsAlive => !IsOld && !_closes;

    /// <summary>Length of the head at the front of what was received, its empty line included.</summary>
    /// <param name="received">Bytes so far.</param>
    /// <param name="from">How far an earlier call has looked.</param>
    /// <returns>0 while it is not whole; -1 when a line ends without CR, so that it never will be.</returns>
    public static int FindEnd(ReadOnlySpan<byte> received, int from)
    {
        for (int at = from; received[at..].IndexOf((byte)'\n') is >= 0 and int next; at += next + 1)
        {
            int end = at + next;
            if (end == 0 || received[end - 1] != '\r')
                return -1;
            if (end >= 3 && received[end - 2] == '\n')
                return end + 1;
        }

        return 0;
    }

    /// <summary>Reads a whole head.</summary>
    /// <returns>0 when it is well formed, else the status to answer with.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, out RequestHead head)
    {
        head = default;
        int status = head.ReadLine(Cut(ref bytes));
        while (status == 0 && Cut(ref bytes) is { IsEmpty: false } line)
            status = head.ReadHeader(line);
        return status != 0 ? status : head._hasHost || head.IsOld ? 0 : 400;
    }

    /// <summary>True when a header has the value.</summary>
    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(text, word);

    private static ReadOnlySpan<byte> Cut(scoped ref ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf("\r\n"u8);
        ReadOnlySpan<byte> line = end < 0 ? bytes : bytes[..end];
        bytes = end < 0 ? [] : bytes[(end + 2)..];
        return line;
    }

    private int ReadLine(ReadOnlySpan<byte> line)
    {
        int first = line.IndexOf((byte)' '), last = line.LastIndexOf((byte)' ');
        if (first <= 0 || last == first || line[..first].ContainsAnyExcept(s_token) || line.ContainsAny(s_control))
            return 400;
        Method = line[..first];
        ReadOnlySpan<byte> version = line[(last + 1)..];
        if (!version.StartsWith("HTTP/"u8) || version.Length != 8 || version[6] != '.')
            return 400;
        if (version[5] != '1' || version[7] is not ((byte)'0' or (byte)'1'))
            return 505;
        IsOld = version[7] == '0';
        return ReadTarget(line[(first + 1)..last]);
    }

    private int ReadTarget(ReadOnlySpan<byte> target)
    {
        // A proxy's form names the host itself, and then its word counts.
        int scheme = target.StartsWith("http://"u8) ? 7 : target.StartsWith("https://"u8) ? 8 : 0;
        if (scheme > 0)
        {
            target = target[scheme..];
            int slash = target.IndexOf((byte)'/');
            Host = slash < 0 ? target : target[..slash];
            target = slash < 0 ? "/"u8 : target[slash..];
        }

        if (target.IsEmpty || target[0] != '/' || target.Contains((byte)' '))
            return 400;
        int query = target.IndexOf((byte)'?');
        Path = query < 0 ? target : target[..query];
        return 0;
    }

    private int ReadHeader(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[..colon].ContainsAnyExcept(s_token) || line.ContainsAny(s_control))
            return 400;
        ReadOnlySpan<byte> name = line[..colon];
        ReadOnlySpan<byte> value = line[(colon + 1)..].Trim(" \t"u8);
        if (Is(name, "host"u8))
            return ReadHost(value);
        if (Is(name, "accept"u8))
            Accept = value;
        else if (Is(name, "accept-encoding"u8))
            AcceptEncoding = value;
        else if (Is(name, "authorization"u8))
            Authorization = value;
        else if (Is(name, "connection"u8))
            _closes |= ListReader.Has(value, "close"u8);
        else if (Is(name, "transfer-encoding"u8) || (Is(name, "content-length"u8) && !value.SequenceEqual("0"u8)))
            return 400;
        return 0;
    }

    private int ReadHost(ReadOnlySpan<byte> value)
    {
        if (_hasHost)
            return 400;
        _hasHost = true;
        if (Host.IsEmpty)
            Host = value;
        return 0;
    }
}
