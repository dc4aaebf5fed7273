namespace Probe.Kernel;

/// <summary>Walks a listing: names that each end in a NUL.</summary>
public ref struct KernelNames(ReadOnlySpan<byte> names)
{
    private ReadOnlySpan<byte> _rest = names;

    /// <summary>Takes the next name.</summary>
    /// <returns>False at the end; a last name without its NUL was cut and does not count.</returns>
    public bool TryRead(out ReadOnlySpan<byte> name)
    {
        int length = _rest.IndexOf((byte)0);
        name = length < 0 ? default : _rest[..length];
        _rest = length < 0 ? default : _rest[(length + 1)..];
        return length >= 0;
    }
}
