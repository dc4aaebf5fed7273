using System.Text;
using Probe.Kernel;

namespace Probe.Tests.Kernel;

/// <summary>A kernel that a test writes by hand: text by name. A listing is names that each end in a NUL; null, or no entry, is absent.</summary>
internal sealed class FakeKernel : IKernelSource
{
    private readonly Dictionary<string, byte[]?> _answers = [];
    private readonly HashSet<string> _denied = [];

    /// <summary>Sets what a name answers.</summary>
    public string? this[string name]
    {
        set => _answers[name] = value is null ? null : Encoding.UTF8.GetBytes(value);
    }

    /// <summary>Names asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Sets what a name answers, in bytes.</summary>
    public void Set(string name, byte[]? bytes) => _answers[name] = bytes;

    /// <summary>Refuses a name for want of a right.</summary>
    public void Deny(string name) => _denied.Add(name);

    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer)
    {
        string text = Encoding.UTF8.GetString(name);
        Asked.Add(text);
        if (_denied.Contains(text))
            return buffer.Refuse(Refusal.Denied);
        if (!_answers.TryGetValue(text, out byte[]? bytes) || bytes is null)
            return buffer.Refuse(Refusal.Absent);
        buffer.Accept(bytes);
        return true;
    }

    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => TryRead(name, names);
}
