using System.Text;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>Reads text of lines that are a key and a number, such as <c>/proc/meminfo</c> and <c>/proc/vmstat</c>.</summary>
/// <remarks>
/// The kernel writes its keys in the same order on every read, and mostly in the same places. A text as long as the last one is looked at only
/// where the keys stood then. In any other, which key stood in which line is remembered, so that a line costs one comparison and not a look-up.
/// </remarks>
internal sealed class KeyedNumbers
{
    private static readonly byte[] s_noKey = "\n"u8.ToArray();      // within a line there is none

    private readonly Dictionary<string, int> _indices = [];
    private readonly List<(byte[] Key, int Index)> _lines = [];
    private readonly byte _mark;
    private readonly int _leadingWords;
    private readonly long[] _values;
    private readonly byte[][] _keys;
    private readonly int[] _places;         // where each key stood in the last text; -1 where it did not
    private int[] _chosen;
    private int _length = -1;

    /// <param name="keys">The keys wanted, in the order of their values.</param>
    /// <param name="mark">What ends a key: <c>:</c> or a blank.</param>
    /// <param name="leadingWords">Words that stand in front of each key.</param>
    public KeyedNumbers(IEnumerable<string> keys, char mark, int leadingWords = 0)
    {
        foreach (string key in keys)
            _indices.Add(key, _indices.Count);
        (_mark, _leadingWords, _values) = ((byte)mark, leadingWords, new long[_indices.Count]);
        _keys = [.. _indices.Keys.Select(k => Encoding.UTF8.GetBytes(k + mark))];
        _places = new int[_values.Length];
        _chosen = [.. Enumerable.Range(0, _values.Length)];
    }

    /// <summary>The number of a key, or absent where the last text did not tell it.</summary>
    public long this[int index] => _values[index];

    /// <summary>Says which numbers will be asked for. The others may be read or not.</summary>
    public void Choose(IEnumerable<int> indices) => _chosen = [.. indices];

    /// <summary>Reads a text.</summary>
    /// <returns>False when it tells none of the keys.</returns>
    public bool Read(ReadOnlySpan<byte> text, string source) =>
        (text.Length == _length && TryReadInPlace(text)) || ReadLines(text, source);

    /// <summary>Reads a text that is laid out as the last one was.</summary>
    /// <returns>False when it is not, or tells none of the keys.</returns>
    private bool TryReadInPlace(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[^1] != (byte)'\n')
            return false;
        bool any = false;
        byte before = _leadingWords > 0 ? (byte)' ' : (byte)'\n';
        foreach (int index in _chosen)
        {
            int place = _places[index];
            _values[index] = Cell.AbsentLong;
            if (place < 0)
                continue;
            ReadOnlySpan<byte> key = _keys[index];
            if ((place > 0 && text[place - 1] != before) || !text[place..].StartsWith(key)
                || !TryReadNumber(text[(place + key.Length)..], out _values[index]))
                return false;
            any = true;
        }

        return any;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, out long value)
    {
        int at = 0;
        while (text[at] == (byte)' ')
            at++;
        int first = at;
        value = 0;
        for (; text[at] is >= (byte)'0' and <= (byte)'9'; at++)     // ends before the text does, which ends in a newline
            value = value * 10 + (text[at] - '0');
        return at - first is > 0 and <= 18 && text[at] is (byte)' ' or (byte)'\n';
    }

    private bool ReadLines(ReadOnlySpan<byte> text, string source)
    {
        Array.Fill(_values, Cell.AbsentLong);
        Array.Fill(_places, -1);
        bool any = false;
        var lines = new FieldReader(text, source);
        for (int number = 0; lines.TryReadLine(out FieldReader line); number++)
        {
            if (_leadingWords > 0)
                SkipLeadingWords(ref line);
            int place = text.Length - lines.Rest.Length - 1 - line.Rest.Length;
            int index = FindIndex(ref line, number);
            if (index < 0 || !line.TryReadCount(out _values[index]))
                continue;
            _places[index] = place;
            any = true;
        }

        _length = text.Length;
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
