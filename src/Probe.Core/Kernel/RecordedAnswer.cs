namespace Probe.Kernel;

/// <summary>What a source once answered: bytes, or why there were none.</summary>
internal sealed record RecordedAnswer(byte[] Bytes, Refusal Refusal, int Errno)
{
    public static RecordedAnswer Of(KernelBuffer buffer) => new(buffer.Span.ToArray(), buffer.Refusal, buffer.Errno);

    public bool Give(KernelBuffer buffer)
    {
        if (Refusal != Refusal.None)
            return buffer.Refuse(Refusal, Errno);
        buffer.Accept(Bytes);
        return true;
    }
}
