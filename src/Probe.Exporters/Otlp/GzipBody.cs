using System.Buffers.Binary;
using System.IO.Compression;

namespace Probe.Exporters.Otlp;

/// <summary>Packs bodies into one buffer that is used again and again.</summary>
internal sealed class GzipBody
{
    private const int FrameLength = 5;
    private const byte Compressed = 1;

    private readonly Sink _sink = new();

    /// <summary>Packs a body, with gRPC's frame before it where asked. What it returns holds until the next call.</summary>
    public ReadOnlyMemory<byte> Pack(ReadOnlyMemory<byte> body, bool framed)
    {
        _sink.Reset(FrameLength);
        using (var gzip = new GZipStream(_sink, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body.Span);
        Memory<byte> packed = _sink.Written;
        packed.Span[0] = Compressed;
        BinaryPrimitives.WriteInt32BigEndian(packed.Span[1..], packed.Length - FrameLength);
        return framed ? packed : packed[FrameLength..];
    }

    private sealed class Sink : Stream
    {
        private byte[] _buffer = new byte[4096];
        private int _length;

        public Memory<byte> Written => _buffer.AsMemory(0, _length);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Reset(int length) => _length = length;

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            if (_length + bytes.Length > _buffer.Length)
                Array.Resize(ref _buffer, Math.Max(_length + bytes.Length, _buffer.Length * 2));
            bytes.CopyTo(_buffer.AsSpan(_length));
            _length += bytes.Length;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
