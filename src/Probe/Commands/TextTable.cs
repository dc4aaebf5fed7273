using System.Collections.Immutable;
using System.Text;

namespace Probe.Commands;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Right">Numbers stand to the right.</param>
/// <param name="Shrinks">Cut first where the terminal is too narrow.</param>
internal sealed record TextColumn(string Title, bool Right = false, bool Shrinks = false);

/// <summary>A cell of a table.</summary>
internal readonly record struct TextCell(string Text, Paint Paint = Paint.None)
{
    public static implicit operator TextCell(string text) => new(text);
}

/// <summary>Rows under headings, each column as wide as what it holds, the whole no wider than the terminal where that can be had.</summary>
internal sealed class TextTable(params ImmutableArray<TextColumn> columns)
{
    /// <summary>Spaces between two columns.</summary>
    public const int Gap = 2;

    private const int LeastWidth = 12;

    private readonly List<ImmutableArray<TextCell>> _rows = [];

    /// <summary>Rows so far.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row of a cell for each column; what the cells hold is cleaned.</summary>
    public void Add(params ImmutableArray<TextCell> cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, columns.Length);
        _rows.Add([.. cells.Select(c => c with { Text = TerminalText.Clean(c.Text) })]);
    }

    /// <summary>Columns the table takes when nothing is cut.</summary>
    public int NaturalWidth(int indent = 0) => indent + NaturalWidths().Sum() + Gap * (columns.Length - 1);

    /// <summary>Writes it.</summary>
    public void Write(Terminal terminal, int indent = 0)
    {
        int[] widths = Fit(terminal.Width - indent);
        if (columns.Any(c => c.Title.Length > 0))
            WriteRow(terminal, indent, widths, [.. columns.Select(c => new TextCell(c.Title, Paint.Dim))]);
        foreach (ImmutableArray<TextCell> row in _rows)
            WriteRow(terminal, indent, widths, row);
    }

    private int[] NaturalWidths() =>
        [.. columns.Select((c, i) => _rows.Select(r => TerminalText.Width(r[i].Text)).Append(TerminalText.Width(c.Title)).Max())];

    private int[] Fit(int? available)
    {
        int[] widths = NaturalWidths();
        int excess = widths.Sum() + Gap * (columns.Length - 1) - (available ?? int.MaxValue);
        while (excess > 0)
        {
            int widest = -1;
            for (int i = 0; i < widths.Length; i++)
            {
                if (columns[i].Shrinks && widths[i] > LeastWidth && (widest < 0 || widths[i] > widths[widest]))
                    widest = i;
            }

            if (widest < 0)
                break;
            widths[widest]--;
            excess--;
        }

        return widths;
    }

    private void WriteRow(Terminal terminal, int indent, int[] widths, ImmutableArray<TextCell> row)
    {
        var line = new StringBuilder().Append(' ', indent);
        int last = row.Length - 1;
        while (last > 0 && row[last].Text.Length == 0)
            last--;
        for (int i = 0; i <= last; i++)
        {
            string text = TerminalText.Cut(row[i].Text, widths[i]);
            int space = widths[i] - TerminalText.Width(text);
            if (columns[i].Right)
                line.Append(' ', space);
            line.Append(terminal.Painted(row[i].Paint, text));
            if (i == last)
                break;
            if (!columns[i].Right)
                line.Append(' ', space);
            line.Append(' ', Gap);
        }

        terminal.Out.WriteLine(line);
    }
}
