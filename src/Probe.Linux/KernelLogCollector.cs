using System.Buffers.Text;
using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Messages in the kernel's log, by severity.</summary>
/// <remarks>
/// Source: <c>/call/kmsg</c>, of each record the line <c>priority,sequence,microseconds,flags;message</c>; see the kernel's
/// <c>ABI/testing/dev-kmsg</c>. The log is a ring: what was overwritten before we came is not counted, and the counts began with the
/// oldest record there was. Where records were lost between two passes, they begin anew with the oldest left.
/// </remarks>
internal sealed class KernelLogCollector(CollectorContext context) : ICollector
{
    private const int Severities = 8;       // the low bits of a priority; the others name a facility

    private static readonly ImmutableArray<Column> s_columns =
    [
        Machine.EmergencyKernelLogMessages, Machine.AlertKernelLogMessages, Machine.CriticalKernelLogMessages, Machine.ErrorKernelLogMessages,
        Machine.WarningKernelLogMessages, Machine.NoticeKernelLogMessages, Machine.InfoKernelLogMessages, Machine.DebugKernelLogMessages,
    ];

    private readonly KernelBuffer _text = new();
    private readonly long[] _counts = new long[Severities];
    private Entity _log = new(Machine.KernelLog, context.Host.Boot);
    private ulong _next;

    public void Collect(Snapshot snapshot)
    {
        Table table = snapshot[Machine.KernelLog];
        if (!table.WantsAny || !context.Kernel.TryRead("/call/kmsg"u8, _text))
            return;
        bool isFirst = true;
        var text = new FieldReader(_text.Span, "/dev/kmsg");
        while (text.TryReadLine(out FieldReader line))
        {
            // A record's further lines, its properties, begin with a blank.
            if (!line.StartsWith(" "u8) && TryReadNumber(ref line, out ulong priority) && TryReadNumber(ref line, out ulong sequence)
                && TryReadNumber(ref line, out ulong microseconds))
                Count(priority, sequence, microseconds, ref isFirst);
        }

        Table.Row row = table.Add(_log);
        for (int severity = 0; severity < Severities; severity++)
            row.Set(s_columns[severity], _counts[severity]);
    }

    private void Count(ulong priority, ulong sequence, ulong microseconds, ref bool isFirst)
    {
        if (isFirst && sequence > _next)
            BeginAnew(microseconds);
        isFirst = false;
        if (sequence < _next)
            return;
        _counts[priority % Severities]++;
        _next = sequence + 1;
    }

    private void BeginAnew(ulong microseconds)
    {
        Array.Clear(_counts);
        _log = new Entity(Machine.KernelLog, context.Host.Boot + TimeSpan.FromMicroseconds(Math.Min(microseconds, long.MaxValue / 1000)));
    }

    private static bool TryReadNumber(ref FieldReader line, out ulong number)
    {
        number = 0;
        return line.TryReadUntil((byte)',', out ReadOnlySpan<byte> digits) && Utf8Parser.TryParse(digits, out number, out int used) && used == digits.Length;
    }
}
