namespace Probe.Kernel;

/// <summary>Wraps a source and keeps what it answered last to each name: it makes fixtures, and what we ask for in a bug report.</summary>
public sealed class RecordingKernelSource(IKernelSource source) : IKernelSource
{
    private readonly Lock _lock = new();
    private readonly Dictionary<byte[], RecordedAnswer> _bytes = new(ByteNames.Comparer);
    private readonly Dictionary<byte[], RecordedAnswer> _listings = new(ByteNames.Comparer);

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer)
    {
        bool given = source.TryRead(name, buffer);
        Keep(_bytes, name, buffer);
        return given;
    }

    /// <inheritdoc/>
    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names)
    {
        bool given = source.TryList(name, names);
        Keep(_listings, name, names);
        return given;
    }

    /// <summary>Writes the recording to a folder, which <see cref="RecordedHost.TryLoad"/> reads back.</summary>
    /// <param name="folder">Made where it does not exist; what it holds of an earlier recording is kept unless asked anew.</param>
    /// <param name="host">The facts that stand beside the bytes.</param>
    /// <param name="time">When they were recorded.</param>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public void Save(string folder, Collection.HostFacts host, Metrics.Timestamp time)
    {
        lock (_lock)
            RecordedFolder.Write(folder, host, time, _bytes, _listings);
    }

    private void Keep(Dictionary<byte[], RecordedAnswer> answers, ReadOnlySpan<byte> name, KernelBuffer buffer)
    {
        lock (_lock)
            answers[name.ToArray()] = RecordedAnswer.Of(buffer);
    }
}
