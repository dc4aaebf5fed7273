using System.Buffers.Binary;
using System.IO.Compression;

namespace Probe.Exporters.Otlp;

/// <summary>Packs bodies into one buffer that is used again and again.</summary>
internal sealed class GzipBody
{
    private const int FrameLength = 5;
    private const byte Compressed = 1;

    private readonly TextBuffer _packed = new();
    private readonly TextBufferStream _sink;

    public GzipBody() => _sink = new TextBufferStream(_packed);

    /// <summary>Packs a body, with gRPC's frame before it where asked. What it returns holds until the next call.</summary>
    public ReadOnlyMemory<byte> Pack(ReadOnlyMemory<byte> body, bool framed)
    {
        _packed.Clear();
        _packed.Reserve(FrameLength);
        _packed.Advance(FrameLength);
        using (var gzip = new GZipStream(_sink, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body.Span);
        Span<byte> frame = _packed.Written;
        frame[0] = Compressed;
        BinaryPrimitives.WriteInt32BigEndian(frame[1..], _packed.Length - FrameLength);
        return framed ? _packed.Memory : _packed.Memory[FrameLength..];
    }
}
