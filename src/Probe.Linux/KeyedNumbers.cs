using System.Text;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>Reads text of lines that are a key and a number, such as <c>/proc/meminfo</c> and <c>/proc/vmstat</c>.</summary>
/// <remarks>
/// The kernel writes its keys in the same order on every read. Which key stood in which line is remembered, so that a line
/// costs one comparison and not a look-up.
/// </remarks>
internal sealed class KeyedNumbers
{
    private static readonly byte[] s_noKey = "\n"u8.ToArray();      // within a line there is none

    private readonly Dictionary<string, int> _indices = [];
    private readonly List<(byte[] Key, int Index)> _lines = [];
    private readonly byte _mark;
    private readonly int _leadingWords;
    private readonly long[] _values;

    /// <param name="keys">The keys wanted, in the order of their values.</param>
    /// <param name="mark">What ends a key: <c>:</c> or a blank.</param>
    /// <param name="leadingWords">Words that stand in front of each key.</param>
    public KeyedNumbers(IEnumerable<string> keys, char mark, int leadingWords = 0)
    {
        foreach (string key in keys)
            _indices.Add(key, _indices.Count);
        (_mark, _leadingWords, _values) = ((byte)mark, leadingWords, new long[_indices.Count]);
    }

    /// <summary>The number of a key, or absent where the last text did not tell it.</summary>
    public long this[int index] => _values[index];

    /// <summary>Reads a text.</summary>
    /// <returns>False when it tells none of the keys.</returns>
    public bool Read(ReadOnlySpan<byte> text, string source)
    {
        Array.Fill(_values, Cell.AbsentLong);
        bool any = false;
        var lines = new FieldReader(text, source);
        for (int number = 0; lines.TryReadLine(out FieldReader line); number++)
        {
            if (_leadingWords > 0)
                SkipLeadingWords(ref line);
            int index = FindIndex(ref line, number);
            if (index >= 0 && line.TryReadCount(out _values[index]))
                any = true;
        }

        return any;
    }

    private void SkipLeadingWords(ref FieldReader line)
    {
        line.SkipWords(_leadingWords);
        line.TrySkip(" "u8);
    }

    private int FindIndex(ref FieldReader line, int number)
    {
        if (number < _lines.Count && line.TrySkip(_lines[number].Key))
            return _lines[number].Index;
        if (!line.TryReadUntil(_mark, out ReadOnlySpan<byte> key))
            return -1;
        int index = _indices.GetValueOrDefault(Encoding.UTF8.GetString(key), -1);
        Learn(number, [.. key, _mark], index);
        return index;
    }

    private void Learn(int number, byte[] key, int index)
    {
        while (_lines.Count <= number)
            _lines.Add((s_noKey, -1));
        _lines[number] = (key, index);
    }
}
