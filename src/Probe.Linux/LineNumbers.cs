using System.Collections.Immutable;
using System.Text;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>Reads a text of keys and values, of which some lines may be missing from one text to the next.</summary>
/// <remarks>For files of many processes: unlike <see cref="KeyedNumbers"/> it learns nothing of a text, so that it never allocates.</remarks>
/// <param name="source">The text's name, for errors.</param>
/// <param name="keys">The keys wanted, each with what ends it, in the order in which the kernel writes them.</param>
internal sealed class LineNumbers(string source, params ReadOnlySpan<string> keys)
{
    private readonly ImmutableArray<byte[]> _keys = [.. keys.ToArray().Select(Encoding.UTF8.GetBytes)];
    private readonly long[] _values = new long[keys.Length];
    private readonly Range[] _lines = new Range[keys.Length];

    /// <summary>The number behind a key, or absent where the last text did not tell it.</summary>
    public long this[int key] => _values[key];

    /// <summary>Forgets what was read.</summary>
    public void Clear()
    {
        Array.Fill(_values, Cell.AbsentLong);
        Array.Clear(_lines);
    }

    /// <summary>Reads a text.</summary>
    public void Read(ReadOnlySpan<byte> text)
    {
        Clear();
        int next = 0;
        var lines = new FieldReader(text, source);
        while (next < _keys.Length && lines.TryReadLine(out FieldReader line))
        {
            int key = Find(line, next);
            if (key < 0)
                continue;
            int end = text.Length - lines.Rest.Length - 1;
            line.TrySkip(_keys[key]);
            _lines[key] = (end - line.Rest.Length)..end;
            line.TryReadCount(out _values[key]);
            next = key + 1;
        }
    }

    /// <summary>What stands behind a key in the text that was read; nothing where the key is missing.</summary>
    public FieldReader LineOf(int key, ReadOnlySpan<byte> text) => new(text[_lines[key]], source);

    private int Find(FieldReader line, int next)
    {
        for (int key = next; key < _keys.Length; key++)
        {
            if (line.StartsWith(_keys[key]))
                return key;
        }

        return -1;
    }
}
