using System.Collections.Frozen;

namespace Probe.Kernel;

/// <summary>Plays back, from memory, what a kernel once answered. See <see cref="RecordedHost"/> for the folder it comes from.</summary>
/// <remarks>A name that was not recorded is absent.</remarks>
public sealed class RecordedKernelSource : IKernelSource
{
    private readonly FrozenDictionary<byte[], RecordedAnswer>.AlternateLookup<ReadOnlySpan<byte>> _bytes;
    private readonly FrozenDictionary<byte[], RecordedAnswer>.AlternateLookup<ReadOnlySpan<byte>> _listings;

    internal RecordedKernelSource(Dictionary<byte[], RecordedAnswer> bytes, Dictionary<byte[], RecordedAnswer> listings)
    {
        _bytes = bytes.ToFrozenDictionary(ByteNames.Comparer).GetAlternateLookup<ReadOnlySpan<byte>>();
        _listings = listings.ToFrozenDictionary(ByteNames.Comparer).GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) =>
        _bytes.TryGetValue(name, out RecordedAnswer? answer) ? answer.Give(buffer) : buffer.Refuse(Refusal.Absent);

    /// <inheritdoc/>
    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) =>
        _listings.TryGetValue(name, out RecordedAnswer? answer) ? answer.Give(names) : names.Refuse(Refusal.Absent);
}
