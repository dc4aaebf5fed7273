using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Commands;

/// <summary>Writes what collectors saw as tables for people.</summary>
/// <remarks>
/// A table of few rows stands on its side, a question a line and an entity a column, so that names have room. A table of many rows has an entity a
/// line, in as many pieces as the terminal's width asks for. A counter shows its total and, where it moves, how fast.
/// </remarks>
internal sealed class SnapshotTables(Terminal terminal, bool details) : ISnapshotWriter
{
    private const int FewRows = 4;

    private bool _again;

    public void Write(OneShot shot)
    {
        if (_again)
            terminal.Line(new string('─', terminal.Width ?? 80), Paint.Dim);
        _again = true;
        var absent = new List<string>();
        foreach (OneShotCollector collector in shot.Shown)
        {
            int rows = 0;
            TableView.Read(collector, (snapshot, views) =>
            {
                rows = snapshot.RowCount;
                foreach (TableView view in views)
                    Write(collector, view);
            });
            if (rows == 0)
                absent.Add(collector.Descriptor.Name);
        }

        if (absent.Count > 0)
            terminal.Paragraph($"Nothing from {string.Join(", ", absent)}; `probe doctor` says why.", Paint.Dim);
    }

    private void Write(OneShotCollector collector, TableView view)
    {
        Column[] known = [.. view.Schema.Columns.Where(view.HasAny)];
        bool facts = details && view.Schema.Details.Length > 0;
        if (view.Rows.Length == 0 || (known.Length == 0 && !facts))
            return;
        string rows = view.Rows.Length > FewRows ? $", {view.Rows.Length} rows" : "";
        terminal.Out.WriteLine($"{terminal.Painted(Paint.Bold, view.Schema.Name)}  {terminal.Painted(Paint.Dim, $"from collector {collector.Descriptor.Name}{rows}")}");
        TextTable? onSide = view.Rows.Length <= FewRows ? BuildOnSide(view, known) : null;
        if (onSide is not null && onSide.NaturalWidth(indent: 2) <= (terminal.Width ?? int.MaxValue))
            onSide.Write(terminal, indent: 2);
        else
            WriteUpright(view, known);
        terminal.Line();
    }

    private TextTable BuildOnSide(TableView view, Column[] known)
    {
        bool moving = known.Any(c => Moves(view, c)), one = view.Rows.Length == 1 && known.Any(c => Exact(view, c).Length > 0);
        bool named = known.Any(c => c.FixedAttributes.Length > 0);
        var heads = new List<TextColumn> { new("") };
        if (named)
            heads.Add(new TextColumn(""));
        foreach (Entity entity in view.Rows)
        {
            heads.Add(new TextColumn(view.Rows.Length == 1 ? "" : Label(entity), Right: true));
            if (moving)
                heads.Add(new TextColumn("", Right: true));
        }

        if (one)
            heads.Add(new TextColumn("", Right: true));
        var table = new TextTable([.. heads]);
        AddFacts(view, table, heads.Count, values: named ? 2 : 1, apart: moving ? 2 : 1);
        foreach (Column column in known)
        {
            var cells = new List<TextCell> { column.Instrument.Name };
            if (named)
                cells.Add(FixedValues(column));
            for (int row = 0; row < view.Rows.Length; row++)
            {
                cells.Add(view.Human(column, row));
                if (moving)
                    cells.Add(Rate(view, column, row));
            }

            if (one)
                cells.Add(new TextCell(Exact(view, column), Paint.Dim));
            table.Add([.. cells]);
        }

        return table;
    }

    // Keys and details stand in the column of their entity's values.
    private void AddFacts(TableView view, TextTable table, int columns, int values, int apart)
    {
        Schema schema = view.Schema;
        for (int key = 0; key < schema.EntityKeys.Length; key++)
        {
            bool detail = key >= schema.ResourceKeys.Length + schema.Keys.Length;
            if (detail ? !details : view.Rows.Length > 1 && schema.EntityKeys.Length == 1)
                continue;
            var cells = new TextCell[columns];
            Array.Fill(cells, "");
            cells[0] = new TextCell(schema.EntityKeys[key].Name, Paint.Dim);
            for (int row = 0; row < view.Rows.Length; row++)
                cells[values + row * apart] = Text(view.Rows[row].Values[key]);
            table.Add([.. cells]);
        }
    }

    private void WriteUpright(TableView view, Column[] known)
    {
        string prefix = CommonPrefix([.. known.Select(c => c.Instrument.Name).Distinct()]);
        bool alone = known.Length > 0 && known.All(c => c.Instrument == known[0].Instrument && c.FixedAttributes.Length > 0);
        string caption = alone ? known[0].Instrument.Name : prefix.Length > 0 ? prefix + "*" : "";
        WritePieces(view, known, caption, c => alone ? FixedValues(c) : $"{c.Instrument.Name[prefix.Length..]} {FixedValues(c)}".TrimEnd());
    }

    // The keys are said again in each piece, so that each can be read by itself.
    private void WritePieces(TableView view, Column[] columns, string caption, Func<Column, string> title)
    {
        int[] keys = [.. Enumerable.Range(0, view.Schema.EntityKeys.Length)
            .Where(k => details || k < view.Schema.ResourceKeys.Length + view.Schema.Keys.Length)];
        int room = (terminal.Width ?? int.MaxValue) - Build(view, keys, [], title).NaturalWidth(indent: 2);
        int[] widths = [.. columns.Select(c => TextTable.Gap + Build(view, [], [c], title).NaturalWidth())];
        int taken = 0;
        do
        {
            int piece = 0, used = 0;
            while (taken + piece < columns.Length && (piece == 0 || used + widths[taken + piece] <= room))
                used += widths[taken + piece++];
            if (caption.Length > 0)
                terminal.Out.WriteLine($"  {terminal.Painted(Paint.Dim, caption)}");
            Build(view, keys, columns[taken..(taken + piece)], title).Write(terminal, indent: 2);
            taken += piece;
        }
        while (taken < columns.Length);
    }

    private static TextTable Build(TableView view, int[] keys, Column[] columns, Func<Column, string> title)
    {
        bool[] moving = [.. columns.Select(c => Moves(view, c))];
        var heads = keys.Select(k => new TextColumn(view.Schema.EntityKeys[k].Name, Shrinks: true)).ToList();
        for (int i = 0; i < columns.Length; i++)
        {
            heads.Add(new TextColumn(title(columns[i]), Right: true));
            if (moving[i])
                heads.Add(new TextColumn("", Right: true));
        }

        var table = new TextTable([.. heads]);
        for (int row = 0; row < view.Rows.Length; row++)
        {
            var cells = new List<TextCell>(heads.Count);
            foreach (int key in keys)
                cells.Add(Text(view.Rows[row].Values[key]));
            for (int i = 0; i < columns.Length; i++)
            {
                cells.Add(view.Human(columns[i], row));
                if (moving[i])
                    cells.Add(Rate(view, columns[i], row));
            }

            table.Add([.. cells]);
        }

        return table;
    }

    private static string FixedValues(Column column) => string.Join(' ', column.FixedAttributes.Select(a => a.Value));

    private static bool Moves(TableView view, Column column)
    {
        for (int row = 0; row < view.Rows.Length; row++)
        {
            if (view.Rate(column, row) > 0)
                return true;
        }

        return false;
    }

    private static string Rate(TableView view, Column column, int row) =>
        view.Rate(column, row) is > 0 and var rate ? Quantity.Rate(column.Instrument, rate) : "";

    private static string Exact(TableView view, Column column)
    {
        Instrument instrument = column.Instrument;
        if (!view.Has(column, 0) || instrument.IsHistogram || (instrument.Type == NumberType.Double && instrument.Kind != InstrumentKind.Counter))
            return "";
        string exact = Quantity.Exact(column.Instrument, view.Cells(column, 0)[0]);
        return exact == view.Human(column, 0) ? "" : exact;
    }

    private static string Text(string value) => value.Length == 0 ? "-" : value;

    private static string Label(Entity entity)
    {
        Schema schema = entity.Schema;
        string[] values = [.. entity.Values.Take(schema.ResourceKeys.Length + schema.Keys.Length)];
        return values.Length == 1 ? $"{ShortName(schema.EntityKeys[0].Name)} {values[0]}" : "";
    }

    private static string ShortName(string key) => key.Split('.') is [.., var owner, "name" or "logical_number" or "id"] ? owner : key.Split('.')[^1];

    private static string CommonPrefix(string[] names)
    {
        if (names.Length < 2)
            return "";
        int length = names[0].LastIndexOf('.') + 1;
        while (length > 0 && !names.All(n => n.StartsWith(names[0][..length], StringComparison.Ordinal)))
            length = names[0].LastIndexOf('.', length - 2) + 1;
        return names[0][..length];
    }
}
