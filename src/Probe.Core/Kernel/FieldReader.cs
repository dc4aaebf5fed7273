using System.Runtime.CompilerServices;
using Probe.Metrics;

namespace Probe.Kernel;

/// <summary>Walks lines and blank-separated fields of kernel text, forward, without copying.</summary>
/// <remarks>
/// A line counts only when its newline is there: text cut in the middle of a number would else give a smaller, false one.
/// Numbers must end at a blank or at the end of a line for the same reason. A carriage return is a blank.
/// </remarks>
public ref struct FieldReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly string _source;
    private readonly int _base;
    private int _at;

    /// <param name="text">The bytes.</param>
    /// <param name="source">Their name, for errors.</param>
    public FieldReader(ReadOnlySpan<byte> text, string source) : this(text, source, 0)
    {
    }

    private FieldReader(ReadOnlySpan<byte> text, string source, int start)
    {
        _text = text;
        _source = source;
        _base = start;
    }

    /// <summary>What has not been read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _text[_at..];

    /// <summary>True when nothing but blanks is left.</summary>
    public bool AtEnd
    {
        get
        {
            SkipBlanks();
            return _at == _text.Length;
        }
    }

    /// <summary>Takes the next whole line, without its newline.</summary>
    /// <returns>False at the end, and for a last line that has no newline.</returns>
    public bool TryReadLine(out FieldReader line)
    {
        int length = _text[_at..].IndexOf((byte)'\n');
        if (length < 0)
        {
            line = default;
            return false;
        }

        line = new FieldReader(_text.Slice(_at, length), _source, _base + _at);
        _at += length + 1;
        return true;
    }

    /// <summary>True when what follows begins so.</summary>
    public readonly bool StartsWith(ReadOnlySpan<byte> prefix) => _text[_at..].StartsWith(prefix);

    /// <summary>Steps over that text if it comes next.</summary>
    public bool TrySkip(ReadOnlySpan<byte> prefix)
    {
        if (!StartsWith(prefix))
            return false;
        _at += prefix.Length;
        return true;
    }

    /// <summary>Steps over everything up to and with that byte.</summary>
    /// <returns>False, without a step, when it does not come.</returns>
    public bool TrySkipPast(byte mark)
    {
        int at = _text[_at..].IndexOf(mark);
        if (at < 0)
            return false;
        _at += at + 1;
        return true;
    }

    /// <summary>Takes everything up to that byte and steps over it.</summary>
    /// <returns>False, without a step, when it does not come.</returns>
    public bool TryReadUntil(byte mark, out ReadOnlySpan<byte> text)
    {
        int at = _text[_at..].IndexOf(mark);
        text = at < 0 ? default : _text.Slice(_at, at);
        _at += at + 1;
        return at >= 0;
    }

    /// <summary>Takes the next field.</summary>
    /// <returns>False at the end.</returns>
    public bool TryReadWord(out ReadOnlySpan<byte> word)
    {
        SkipBlanks();
        int end = EndOfWord();
        word = _text[_at..end];
        _at = end;
        return word.Length > 0;
    }

    /// <summary>Takes the next field.</summary>
    /// <exception cref="KernelFormatException">There is none.</exception>
    public ReadOnlySpan<byte> ReadWord() => TryReadWord(out ReadOnlySpan<byte> word) ? word : throw Expected("a word");

    /// <summary>Steps over so many fields; fewer when the text ends.</summary>
    public void SkipWords(int count)
    {
        while (count-- > 0)
        {
            SkipBlanks();
            _at = EndOfWord();
        }
    }

    /// <summary>Takes the next field as a count of at least 0.</summary>
    /// <param name="value">The count, or absent (<see cref="Cell.AbsentLong"/>) where it is too large for a cell.</param>
    /// <returns>False, without a step, when the next field is no such number.</returns>
    public bool TryReadCount(out long value)
    {
        long taken = Cell.AbsentLong;
        bool given = ReadCounts(new Span<long>(ref taken)) == 1;
        value = taken;
        return given;
    }

    /// <summary>Takes the next fields as counts, as many as there are and as fit; one that is too large for a cell is absent.</summary>
    /// <returns>How many it took. What is left of the room stays as it was.</returns>
    public int ReadCounts(scoped Span<long> values)
    {
        ReadOnlySpan<byte> text = _text;
        int at = _at;
        for (int i = 0; i < values.Length; i++)
        {
            while ((uint)at < (uint)text.Length && IsBlank(text[at]))
                at++;
            int start = at;
            ulong number = 0;
            uint digit;
            while ((uint)at < (uint)text.Length && (digit = text[at] - (uint)'0') <= 9)
            {
                number = number * 10 + digit;
                at++;
            }

            if (at == start || ((uint)at < (uint)text.Length && !IsBlank(text[at])))
            {
                _at = start;
                return i;
            }

            values[i] = at - start <= 18 ? (long)number : ParseLong(text[start..at]);
        }

        _at = at;
        return values.Length;
    }

    /// <summary>Takes the next field as a count of at least 0; absent (<see cref="Cell.AbsentLong"/>) where it is too large for a cell.</summary>
    /// <exception cref="KernelFormatException">The next field is no such number.</exception>
    public long ReadCount() => TryReadCount(out long value) ? value : throw Expected("an integer");

    /// <summary>Takes the next field as a whole number that may be negative.</summary>
    /// <returns>False, without a step, when it is none.</returns>
    public bool TryReadInteger(out long value)
    {
        SkipBlanks();
        int start = _at;
        bool negative = TrySkip("-"u8);
        if (_at < _text.Length && !IsBlank(_text[_at]) && TryReadCount(out value))
        {
            value = negative && value != Cell.AbsentLong ? -value : value;
            return true;
        }

        _at = start;
        value = Cell.AbsentLong;
        return false;
    }

    /// <summary>Takes the next field as a decimal number such as <c>0.42</c>, at least 0.</summary>
    /// <returns>False, without a step, when it is none; then the value is NaN.</returns>
    public bool TryReadDecimal(out double value)
    {
        SkipBlanks();
        ReadOnlySpan<byte> text = _text;
        int start = _at, at = start, point = -1;
        ulong digits = 0;
        for (; (uint)at < (uint)text.Length; at++)
        {
            uint digit = text[at] - (uint)'0';
            if (digit <= 9)
                digits = digits * 10 + digit;
            else if (text[at] == '.' && point < 0 && at > start)
                point = at;
            else
                break;
        }

        if (at == start || ((uint)at < (uint)text.Length && !IsBlank(text[at])))
        {
            value = double.NaN;
            return false;
        }

        // Up to 15 digits and their power of ten are both exact, so that one division gives the nearest double.
        int decimals = point < 0 ? 0 : at - point - 1;
        value = at - start <= 16 ? digits / PowersOfTen[decimals] : double.Parse(text[start..at], System.Globalization.CultureInfo.InvariantCulture);
        _at = at;
        return true;
    }

    /// <summary>Takes the next field as a decimal number, at least 0.</summary>
    /// <exception cref="KernelFormatException">It is none.</exception>
    public double ReadDecimal() => TryReadDecimal(out double value) ? value : throw Expected("a decimal number");

    /// <summary>Takes the next field as a hexadecimal number, with or without <c>0x</c>.</summary>
    /// <returns>False, without a step, when it is none or wider than 64 bits.</returns>
    public bool TryReadHex(out ulong value)
    {
        SkipBlanks();
        int start = _at;
        TrySkip("0x"u8);
        if (TryReadWord(out ReadOnlySpan<byte> word)
            && System.Buffers.Text.Utf8Parser.TryParse(word, out value, out int used, 'x') && used == word.Length)
            return true;
        _at = start;
        value = 0;
        return false;
    }

    /// <summary>The error that names this place and what should stand there.</summary>
    public readonly KernelFormatException Expected(string expectation) => new(_source, _base + _at, expectation);

    /// <summary>Reads text that is one whole number and a newline, as most files of sysfs are.</summary>
    /// <returns>False when it is anything else.</returns>
    public static bool TryReadValue(ReadOnlySpan<byte> text, out long value)
    {
        value = Cell.AbsentLong;
        return new FieldReader(text, "").TryReadLine(out FieldReader line) && line.TryReadInteger(out value) && line.AtEnd
            && value != Cell.AbsentLong;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r';

    private static ReadOnlySpan<double> PowersOfTen =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16];

    private static long ParseLong(ReadOnlySpan<byte> digits) =>
        System.Buffers.Text.Utf8Parser.TryParse(digits, out long value, out int used) && used == digits.Length ? value : Cell.AbsentLong;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipBlanks()
    {
        ReadOnlySpan<byte> text = _text;
        int at = _at;
        while ((uint)at < (uint)text.Length && IsBlank(text[at]))
            at++;
        _at = at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int EndOfWord()
    {
        ReadOnlySpan<byte> text = _text;
        int at = _at;
        while ((uint)at < (uint)text.Length && !IsBlank(text[at]))
            at++;
        return at;
    }
}
