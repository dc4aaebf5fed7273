using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>Whether SELinux enforces its policy: now, and after the next boot.</summary>
/// <remarks>Sources: <c>/sys/fs/selinux/enforce</c>, one digit and no newline, and <c>SELINUX=</c> in <c>/etc/selinux/config</c>.</remarks>
internal sealed class SelinuxCollector(CollectorContext context) : ICollector
{
    private readonly KernelBuffer _text = new();
    private readonly Entity _selinux = new(Machine.Selinux, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        Table table = snapshot[Machine.Selinux];
        if (!table.WantsAny || !context.Kernel.TryRead("/sys/fs/selinux/enforce"u8, _text))
            return;
        ReadOnlySpan<byte> mode = _text.Span.TrimEnd("\r\n"u8);
        if (mode.Length != 1 || mode[0] is not ((byte)'0' or (byte)'1'))
            return;
        Table.Row row = table.Add(_selinux);
        row.Set(Machine.CurrentSelinuxEnforcing, mode[0] - '0');
        row.Set(Machine.ConfigSelinuxEnforcing, ReadConfiguration());
    }

    private long ReadConfiguration()
    {
        long enforcing = Cell.AbsentLong;
        if (!context.Kernel.TryRead("/etc/selinux/config"u8, _text))
            return enforcing;
        var text = new FieldReader(_text.Span, "/etc/selinux/config");
        while (text.TryReadLine(out FieldReader line))
        {
            if (line.TrySkip("SELINUX="u8) && line.TryReadWord(out ReadOnlySpan<byte> mode))
                enforcing = mode.SequenceEqual("enforcing"u8) ? 1 : 0;
        }

        return enforcing;
    }
}
