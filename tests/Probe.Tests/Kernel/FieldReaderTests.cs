using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Tests.Kernel;

public partial class FieldReaderTests
{
    private static readonly char[] s_blanks = [' ', '\t', '\r'];

    // Text as a kernel might write it, and as it should not.
    private static readonly Arbitrary<string> s_texts = Gen
        .Frequency(
            (8, Gen.Elements([.. "0123456789"])), (3, Gen.Elements(' ', '\t')), (2, Gen.Constant('\n')), (2, Gen.Elements('-', '.', 'x', 'a', 'F', ':', '\0', '\r')))
        .ArrayOf().Select(c => new string(c)).ToArbitrary();

    // Fields near every border there is.
    private static readonly Arbitrary<string> s_words = Gen.OneOf(
        Gen.Elements("0", "-0", "-", "--1", "+1", "1-", "00012", "9223372036854775807", "9223372036854775808", "-9223372036854775807",
            "-9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999999999", "1.5", "1.", ".5", "1.5.2", "0x1f", "1f", "0x",
            "ffffffffffffffff", "10000000000000000", "1e5", "NaN", "Infinity", "1,5", "0.1", "123456789012345678901234567890.25"),
        Gen.Choose(0, int.MaxValue).Select(n => n.ToString(CultureInfo.InvariantCulture)),
        Gen.Elements([.. "0123456789.-xaf"]).NonEmptyListOf().Select(c => string.Concat(c))).ToArbitrary();

    [Fact]
    public void Lines_are_what_splitting_at_newlines_gives_but_for_a_last_one_without() =>
        Check(s_texts, text => Lines(text).SequenceEqual(text.Split('\n')[..^1]));

    [Fact]
    public void Words_are_what_splitting_at_blanks_gives() =>
        Check(s_texts, text =>
        {
            var reader = new FieldReader(Bytes(text), "test");
            var words = new List<string>();
            while (reader.TryReadWord(out ReadOnlySpan<byte> word))
                words.Add(Encoding.Latin1.GetString(word));
            return words.SequenceEqual(text.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries)) && reader.AtEnd;
        });

    [Fact]
    public void Text_cut_at_any_byte_gives_the_same_lines_only_fewer() =>
        Check(s_texts, text =>
        {
            List<string> whole = Lines(text);
            return Enumerable.Range(0, text.Length).All(cut => Lines(text[..cut]) is var lines && lines.SequenceEqual(whole.Take(lines.Count)));
        });

    [Fact]
    public void A_count_is_digits_alone_and_absent_beyond_a_cell() =>
        CheckNumber(CountForm(), (ref FieldReader r, out long v) => r.TryReadCount(out v));

    [Fact]
    public void Counts_are_taken_as_far_as_there_are_some_and_there_is_room() =>
        Check(s_texts, text =>
        {
            string line = text.Split('\n')[0];
            string[] counts = [.. line.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries).TakeWhile(w => CountForm().IsMatch(w)).Take(5)];
            var reader = new FieldReader(Bytes(line), "test");
            long[] values = [-1, -1, -1, -1, -1];
            return reader.ReadCounts(values) == counts.Length
                && values.SequenceEqual(counts.Select(c => Fits(c) ? long.Parse(c, CultureInfo.InvariantCulture) : Cell.AbsentLong)
                    .Concat(Enumerable.Repeat(-1L, 5 - counts.Length)))
                && reader.TryReadWord(out ReadOnlySpan<byte> next) == (line.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries).Length > counts.Length)
                && (next.IsEmpty || Encoding.Latin1.GetString(next) == line.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries)[counts.Length]);
        });

    [Fact]
    public void An_integer_may_be_negative() =>
        CheckNumber(IntegerForm(), (ref FieldReader r, out long v) => r.TryReadInteger(out v));

    [Fact]
    public void A_decimal_is_what_the_base_library_reads() =>
        Check(s_words, word =>
        {
            var reader = new FieldReader(Bytes($" {word} next"), "test");
            bool read = reader.TryReadDecimal(out double value);
            bool expected = DecimalForm().IsMatch(word);
            return read == expected && (read
                ? value == double.Parse(word, NumberStyles.Float, CultureInfo.InvariantCulture) && NextIs(reader, "next")
                : double.IsNaN(value) && NextIs(reader, word));
        });

    [Fact]
    public void A_hexadecimal_number_may_begin_with_0x() =>
        Check(s_words, word =>
        {
            var reader = new FieldReader(Bytes($"{word} next"), "test");
            bool read = reader.TryReadHex(out ulong value);
            Match form = HexForm().Match(word);
            BigInteger number = form.Success ? BigInteger.Parse("0" + form.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) : -1;
            bool expected = form.Success && number <= ulong.MaxValue;
            return read == expected && (read ? value == number && NextIs(reader, "next") : NextIs(reader, word));
        });

    [Fact]
    public void A_value_is_one_number_and_a_newline() =>
        Check(s_texts, text =>
        {
            string line = text.Split('\n')[0].Trim(s_blanks);
            bool expected = text.Contains('\n') && IntegerForm().IsMatch(line) && Fits(line);
            bool read = FieldReader.TryReadValue(Bytes(text), out long value);
            return read == expected && (!read || value == long.Parse(line, CultureInfo.InvariantCulture));
        });

    [Fact]
    public void A_number_at_the_very_end_counts_within_a_line_that_is_whole()
    {
        var text = new FieldReader("cpu 12\n"u8, "/proc/stat");

        Assert.True(text.TryReadLine(out FieldReader line));
        line.SkipWords(1);
        Assert.Equal(12, line.ReadCount());
        Assert.True(line.AtEnd);
        Assert.False(text.TryReadLine(out _));
    }

    [Fact]
    public void An_error_names_the_source_the_byte_and_what_should_stand_there()
    {
        var text = new FieldReader("ok 1\ncpu0 4705 x\n"u8, "/proc/stat");
        text.TryReadLine(out _);
        text.TryReadLine(out FieldReader line);
        line.ReadWord();
        line.ReadCount();

        KernelFormatException error = Refusal(line, static (ref FieldReader r) => r.ReadCount());

        Assert.Equal("/proc/stat: expected an integer at byte 15.", error.Message);
        Assert.Equal(15, error.Offset);
        Assert.Contains("a decimal number", Refusal(line, static (ref FieldReader r) => r.ReadDecimal()).Message);
        Assert.Contains("a word", Refusal(new FieldReader("  "u8, "x"), static (ref FieldReader r) => r.ReadWord()).Message);
    }

    [Fact]
    public void Marks_are_stepped_over_only_when_they_come()
    {
        var text = new FieldReader("eth0: 12) rest"u8, "test");

        Assert.False(text.TrySkip("lo"u8));
        Assert.True(text.TryReadUntil((byte)':', out ReadOnlySpan<byte> name));
        Assert.Equal("eth0", Encoding.ASCII.GetString(name));
        Assert.False(text.TryReadUntil((byte)':', out _));
        Assert.False(text.TrySkipPast((byte)'%'));
        Assert.True(text.StartsWith(" 12"u8));
        Assert.True(text.TrySkipPast((byte)')'));
        Assert.Equal(" rest", Encoding.ASCII.GetString(text.Rest));
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        byte[] bytes = Bytes("cpu0 1 2 3.5 ff\ncpu1 4 5 6.25 0x10\n");

        Assert.Equal(0, Allocated.By(() =>
        {
            var text = new FieldReader(bytes, "test");
            while (text.TryReadLine(out FieldReader line))
            {
                line.TryReadWord(out _);
                line.TryReadCount(out _);
                line.TryReadInteger(out _);
                line.TryReadDecimal(out _);
                line.TryReadHex(out _);
            }
        }));
    }

    private delegate bool TryReadLong(ref FieldReader reader, out long value);

    private delegate void Reading(ref FieldReader reader);

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex CountForm();

    [GeneratedRegex("^-?[0-9]+$")]
    private static partial Regex IntegerForm();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]*)?$")]
    private static partial Regex DecimalForm();

    [GeneratedRegex("^(?:0x)?([0-9a-fA-F]+)$")]
    private static partial Regex HexForm();

    private static void Check(Arbitrary<string> inputs, Func<string, bool> holds) =>
        Prop.ForAll(inputs, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(120).WithQuietOnSuccess(true));

    private static void CheckNumber(Regex form, TryReadLong read) =>
        Check(s_words, word =>
        {
            var reader = new FieldReader(Bytes($"\t{word} next"), "test");
            bool given = read(ref reader, out long value);
            bool fits = form.IsMatch(word) && Fits(word);
            return given == form.IsMatch(word)
                && value == (fits ? long.Parse(word, CultureInfo.InvariantCulture) : Cell.AbsentLong)
                && NextIs(reader, given ? "next" : word);
        });

    private static bool Fits(string digits) =>
        BigInteger.Parse(digits, CultureInfo.InvariantCulture) is var number && number <= long.MaxValue && number > long.MinValue;

    private static bool NextIs(FieldReader reader, string word) =>
        reader.TryReadWord(out ReadOnlySpan<byte> next) && Encoding.Latin1.GetString(next) == word;

    private static List<string> Lines(string text)
    {
        var reader = new FieldReader(Bytes(text), "test");
        var lines = new List<string>();
        while (reader.TryReadLine(out FieldReader line))
            lines.Add(Encoding.Latin1.GetString(line.Rest));
        return lines;
    }

    private static KernelFormatException Refusal(FieldReader reader, Reading read)
    {
        try
        {
            read(ref reader);
        }
        catch (KernelFormatException e)
        {
            return e;
        }

        throw new InvalidOperationException("It was read.");
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
