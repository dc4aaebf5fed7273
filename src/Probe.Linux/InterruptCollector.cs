using System.Globalization;
using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Interrupts of each line served by each logical processor.</summary>
/// <remarks>
/// Source: <c>/proc/interrupts</c>, a heading of processors and a line for each interrupt; see proc_interrupts(5). A numbered line ends in
/// its controller, its kind and the names of those who asked for it, which are the interrupt's name; the others end in a description.
/// Lines that don't count by processor (<c>ERR</c>, <c>MIS</c>) are left out. A line that another device took over began anew.
/// </remarks>
internal sealed class InterruptCollector : ICollector
{
    private readonly CollectorContext _context;
    private readonly KernelBuffer _text = new();
    private readonly ProcessorHeading _heading = new();
    private readonly NamedSet<Line> _lines;
    private long[] _counts = [];
    private readonly LastPass _lastPass;

    public InterruptCollector(CollectorContext context)
    {
        _context = context;
        _lastPass = new LastPass(context);
        _lines = new NamedSet<Line>(id => new Line(id, _lastPass.Time));
    }

    public void Collect(Snapshot snapshot)
    {
        _lastPass.Begin();
        Table table = snapshot[Cpu.InterruptLines];
        if (!table.WantsAny || !_context.Kernel.TryRead("/proc/interrupts"u8, _text))
            return;
        var text = new FieldReader(_text.Span, "/proc/interrupts");
        if (!text.TryReadLine(out FieldReader heading))
            return;
        _heading.Read(ref heading);
        if (_counts.Length < _heading.Numbers.Count)
            _counts = new long[_heading.Numbers.Count];
        _lines.Begin();
        while (text.TryReadLine(out FieldReader line))
            AddLine(ref line, table);
        _lines.Sweep();
        _lastPass.End();
    }

    private void AddLine(ref FieldReader line, Table table)
    {
        if (!line.TryReadUntil((byte)':', out ReadOnlySpan<byte> id))
            return;
        int count = 0;
        while (count < _heading.Numbers.Count && line.TryReadCount(out _counts[count]))
            count++;
        if (count < _heading.Numbers.Count || _lines.Meet(id.Trim((byte)' ')) is not { } met)
            return;
        met.Rename(line.Rest, _lastPass.Time);
        for (int i = 0; i < count; i++)
            table.Add(met.EntityOf(_heading.Numbers[i])).Set(Cpu.InterruptCount, _counts[i]);
    }

    /// <summary>An interrupt line between passes.</summary>
    private sealed class Line
    {
        private readonly string _id;
        private PerProcessor<Entity> _entities;
        private byte[]? _description;
        private string _name = "";
        private Timestamp _since;

        public Line(string id, Timestamp since)
        {
            (_id, _since) = (id, since);
            _entities = new PerProcessor<Entity>(MakeEntity);
        }

        public Entity EntityOf(int processor) => _entities[processor];

        public void Rename(ReadOnlySpan<byte> description, Timestamp lastPass)
        {
            if (description.SequenceEqual(_description))
                return;
            if (_description is not null)
                (_since, _entities) = (lastPass, new PerProcessor<Entity>(MakeEntity));
            _description = description.ToArray();
            _name = NameOf(_id, Encoding.UTF8.GetString(description));
        }

        private Entity MakeEntity(int processor) =>
            new(Cpu.InterruptLines, _since, _id, _name, processor.ToString(CultureInfo.InvariantCulture));

        private static string NameOf(string id, string description)
        {
            string[] words = description.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (char.IsAsciiDigit(id[0]) && words.Length > 2)
                words = words[2] is "Edge" or "Level" && words.Length > 3 ? words[3..] : words[2..];
            return string.Join(' ', words);
        }
    }
}
