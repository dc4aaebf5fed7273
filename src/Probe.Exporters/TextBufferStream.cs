namespace Probe.Exporters;

/// <summary>A buffer as a stream that only takes.</summary>
internal sealed class TextBufferStream(TextBuffer into) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => into.Length;

    public override long Position
    {
        get => into.Length;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => into.Append(buffer);

    public override void Write(byte[] buffer, int offset, int count) => into.Append(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
