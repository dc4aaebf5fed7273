using Probe.Exporters;
using Probe.Exporters.Prometheus;
using System.Text;

namespace Probe.Web.Page;

/// <summary>Writes HTML. Markup comes from this program's own literals alone; whatever else is written is text, and escaped.</summary>
internal readonly struct HtmlWriter(TextBuffer into)
{
    /// <summary>Markup: a literal, never a value.</summary>
    public HtmlWriter Markup(ReadOnlySpan<byte> literal)
    {
        into.Append(literal);
        return this;
    }

    /// <summary>Text, whatever it holds; fit for an attribute's quoted value as well.</summary>
    public HtmlWriter Text(ReadOnlySpan<char> text)
    {
        Span<byte> room = into.Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        int written = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            ReadOnlySpan<byte> escaped = Escape(rune);
            if (!escaped.IsEmpty)
            {
                into.Advance(written);
                into.Append(escaped);
                written = 0;
                room = into.Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
                continue;
            }

            written += rune.EncodeToUtf8(room[written..]);
        }

        into.Advance(written);
        return this;
    }

    /// <summary>A whole number, its thousands apart.</summary>
    public HtmlWriter Count(long number) => Text(Quantity.OfCount(number));

    // Controls and marks that turn the direction of text would let a name disguise itself.
    private static ReadOnlySpan<byte> Escape(Rune rune) => rune.Value switch
    {
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '&' => "&amp;"u8,
        '"' => "&quot;"u8,
        '\'' => "&#39;"u8,
        '\t' or '\n' or '\r' => " "u8,
        < 0x20 or (>= 0x7f and < 0xa0) or 0x200e or 0x200f or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) => "\ufffd"u8,
        _ => default,
    };
}
