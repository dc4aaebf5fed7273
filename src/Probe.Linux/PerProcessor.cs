namespace Probe.Linux;

/// <summary>What is kept for each logical processor (or node), by its number. Made when first asked for.</summary>
internal sealed class PerProcessor<T>(Func<int, T> create) where T : class
{
    private readonly List<T?> _items = [];

    /// <summary>That of a processor.</summary>
    public T this[int number]
    {
        get
        {
            while (_items.Count <= number)
                _items.Add(null);
            return _items[number] ??= create(number);
        }
    }
}

/// <summary>Limits of processors' numbers.</summary>
internal static class PerProcessor
{
    /// <summary>No kernel counts as many.</summary>
    public const int Most = 1 << 16;
}
