using System.Globalization;
using System.IO.Compression;
using Probe.Exporters;
using Probe.Exporters.Prometheus;

namespace Probe.Web;

/// <summary>A reply as it goes over the wire: head and body in one piece. Shared by all that are sent it; written again when the last has let go.</summary>
internal sealed class Reply(ReplyPool pool)
{
    private const int HeadRoom = 1536;

    private readonly TextBuffer _text = new(2 * HeadRoom);
    private int _holders = 1;
    private int _start;

    /// <summary>The status code.</summary>
    public int Status { get; private set; }

    /// <summary>True when the connection ends with it.</summary>
    public bool Closes { get; private set; }

    /// <summary>What a HEAD request gets.</summary>
    public ReadOnlyMemory<byte> Head => _text.Memory[_start..HeadRoom];

    /// <summary>What a GET request gets.</summary>
    public ReadOnlyMemory<byte> Whole => _text.Memory[_start..];

    /// <summary>Begins anew, and returns where the body goes.</summary>
    public TextBuffer Begin()
    {
        _text.Clear();
        _text.Reserve(HeadRoom);
        _text.Advance(HeadRoom);
        return _text;
    }

    /// <summary>Begins anew with a body that is packed with gzip.</summary>
    public void BeginPacked(ReadOnlySpan<byte> body)
    {
        using var packed = new GZipStream(new TextBufferStream(Begin()), CompressionLevel.Fastest);
        packed.Write(body);
    }

    /// <summary>Puts the head before the body.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="type">The header of the content's type, ending in CR LF.</param>
    /// <param name="headers">Further headers, each ending in CR LF.</param>
    /// <param name="now">The date.</param>
    /// <param name="closes">True when the connection is to end.</param>
    public Reply End(int status, ReadOnlySpan<byte> type, ReadOnlySpan<byte> headers, DateTimeOffset now, bool closes = false)
    {
        (Status, Closes) = (status, closes);
        Span<byte> head = stackalloc byte[HeadRoom];
        var writer = new HeadWriter(head);
        writer.Write("HTTP/1.1 "u8);
        writer.Write(status);
        writer.Write(Reason(status));
        writer.Write("\r\nContent-Length: "u8);
        writer.Write(_text.Length - HeadRoom);
        writer.Write("\r\nDate: "u8);
        writer.Write(now);
        writer.Write("\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"u8);
        writer.Write(type);
        writer.Write(headers);
        if (closes)
            writer.Write("Connection: close\r\n"u8);
        writer.Write("\r\n"u8);
        _start = HeadRoom - writer.Length;
        head[..writer.Length].CopyTo(_text.Written[_start..]);
        return this;
    }

    /// <summary>Takes part in it. Each holder lets go once.</summary>
    public Reply Hold()
    {
        Interlocked.Increment(ref _holders);
        return this;
    }

    /// <summary>Lets go; the last one gives it back to be written again.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            pool.Return(this);
    }

    private static ReadOnlySpan<byte> Reason(int status) => status switch
    {
        200 => " OK"u8,
        400 => " Bad Request"u8,
        401 => " Unauthorized"u8,
        404 => " Not Found"u8,
        405 => " Method Not Allowed"u8,
        408 => " Request Timeout"u8,
        414 => " URI Too Long"u8,
        421 => " Misdirected Request"u8,
        431 => " Request Header Fields Too Large"u8,
        503 => " Service Unavailable"u8,
        505 => " HTTP Version Not Supported"u8,
        _ => " Internal Server Error"u8,
    };

    private ref struct HeadWriter(Span<byte> room)
    {
        private readonly Span<byte> _room = room;

        public int Length { get; private set; }

        public void Write(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_room[Length..]);
            Length += bytes.Length;
        }

        public void Write(int number)
        {
            number.TryFormat(_room[Length..], out int written, default, CultureInfo.InvariantCulture);
            Length += written;
        }

        public void Write(DateTimeOffset time)
        {
            time.TryFormat(_room[Length..], out int written, "R", CultureInfo.InvariantCulture);
            Length += written;
        }
    }
}
