using System.Globalization;
using System.Text;

namespace Probe.Commands;

/// <summary>Text as a terminal may have it: what a kernel or a process calls itself must not move the cursor or turn the line around.</summary>
internal static class TerminalText
{
    /// <summary>The text with every control, format and line-breaking character spelled out.</summary>
    public static string Clean(string text)
    {
        if (text.All(IsPlain))
            return text;
        var clean = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (MustBeSpelled(rune))
                clean.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Columns a clean text takes in a terminal.</summary>
    public static int Width(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>A clean text cut to so many columns, with an ellipsis in the last of them.</summary>
    public static string Cut(string text, int columns)
    {
        if (columns < 1 || Width(text) <= columns)
            return text;
        var cut = new StringBuilder();
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Width(rune);
            if (width > columns - 1)
                break;
            cut.Append(rune.ToString());
        }

        return cut.Append('…').ToString();
    }

    private static bool IsPlain(char c) => c is >= ' ' and < (char)0x7f;

    private static bool MustBeSpelled(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static int Width(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        >= 0x1100 and <= 0x115f or >= 0x2e80 and <= 0xa4cf or >= 0xac00 and <= 0xd7a3 or >= 0xf900 and <= 0xfaff => 2,
        >= 0xfe30 and <= 0xfe6f or >= 0xff00 and <= 0xff60 or >= 0xffe0 and <= 0xffe6 => 2,
        >= 0x1f300 and <= 0x1faff or >= 0x20000 and <= 0x3fffd => 2,
        _ => 1,
    };
}
