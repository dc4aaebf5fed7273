using System.Text;
using Probe.Kernel;

namespace Probe.Tests.Collection;

/// <summary>A kernel of which one answer is spoiled: cut, zeroed, changed.</summary>
internal sealed class SpoiledKernel(IKernelSource source) : IKernelSource
{
    private readonly Dictionary<(string Name, bool IsListing), byte[]> _given = [];
    private (string Name, bool IsListing) _spoiled;
    private byte[]? _instead;

    /// <summary>What was asked for and given so far.</summary>
    public IReadOnlyDictionary<(string Name, bool IsListing), byte[]> Given => _given;

    /// <summary>Answers one name by other bytes, and the rest as before.</summary>
    public void Spoil((string Name, bool IsListing) answer, byte[] instead) => (_spoiled, _instead) = (answer, instead);

    /// <summary>Answers everything as before.</summary>
    public void Heal() => Spoil(default, []);

    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) => Answer(source.TryRead(name, buffer), name, buffer, isListing: false);

    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => Answer(source.TryList(name, names), name, names, isListing: true);

    private bool Answer(bool given, ReadOnlySpan<byte> name, KernelBuffer buffer, bool isListing)
    {
        if (!given)
            return false;
        string text = Encoding.UTF8.GetString(name);
        if (_instead is null)
            _given[(text, isListing)] = buffer.Span.ToArray();
        else if (_spoiled == (text, isListing))
            buffer.Accept(_instead);
        return true;
    }
}
