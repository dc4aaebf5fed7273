using Probe.Commands;

namespace Probe.Tests.Commands;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("größe 日本 🙂", "größe 日本 🙂")]
    [InlineData("\e[31mred", "\\u{1b}[31mred")]
    [InlineData("a\tb\nc\0", "a\\u{9}b\\u{a}c\\u{0}")]
    [InlineData("csi \u009b2J", "csi \\u{9b}2J")]
    [InlineData("bidi \u202eback \u2066iso \u200fmark", "bidi \\u{202e}back \\u{2066}iso \\u{200f}mark")]
    [InlineData("line\u2028end", "line\\u{2028}end")]
    public void What_could_move_the_cursor_is_spelled_out(string text, string expected) => Assert.Equal(expected, TerminalText.Clean(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("half \ufffd", TerminalText.Clean("half \ud800"));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("größe", 5)]
    [InlineData("e\u0301", 1)]
    [InlineData("日本", 4)]
    [InlineData("🙂", 2)]
    public void Wide_and_combining_characters_take_the_columns_they_take(string text, int expected) => Assert.Equal(expected, TerminalText.Width(text));

    [Fact]
    public void A_cut_text_ends_in_an_ellipsis_and_splits_no_character()
    {
        Assert.Equal("日…", TerminalText.Cut("日本語", 4));
        Assert.Equal("ab…", TerminalText.Cut("abcd", 3));
        Assert.Equal("abc", TerminalText.Cut("abc", 3));
    }
}
