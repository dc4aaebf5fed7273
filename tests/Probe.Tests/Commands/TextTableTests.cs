using Probe.Commands;

namespace Probe.Tests.Commands;

public sealed class TextTableTests
{
    [Fact]
    public void Columns_are_as_wide_as_what_they_hold_and_lines_end_where_their_text_ends() =>
        Assert.Equal(["NAME     SIZE", "a          10", "longer  5 KiB", "none"], Write(null, ["a", "10"], ["longer", "5 KiB"], ["none", ""]));

    [Fact]
    public void A_narrow_terminal_cuts_the_columns_that_may_be_cut() =>
        Assert.Equal(["NAME          SIZE", "a very long…    10"], Write(18, ["a very long name", "10"]));

    [Fact]
    public void Colors_stand_around_the_text_and_never_count_as_width()
    {
        var text = new StringWriter { NewLine = "\n" };
        var table = new TextTable(new TextColumn("A"), new TextColumn("B"));
        table.Add(new TextCell("x", Paint.Good), "y");

        table.Write(new Terminal(text, TextWriter.Null, Width: 80, Colors: true));

        Assert.Equal("\e[2mA\e[0m  \e[2mB\e[0m\n\e[32mx\e[0m  y\n", text.ToString());
    }

    private static string[] Write(int? width, params (string Name, string Size)[] rows)
    {
        var text = new StringWriter { NewLine = "\n" };
        var table = new TextTable(new TextColumn("NAME", Shrinks: true), new TextColumn("SIZE", Right: true));
        foreach ((string name, string size) in rows)
            table.Add(name, size);
        table.Write(new Terminal(text, TextWriter.Null, width));
        return text.ToString().TrimEnd('\n').Split('\n');
    }

    private static string[] Write(int? width, params string[][] rows) => Write(width, [.. rows.Select(r => (r[0], r[1]))]);
}
