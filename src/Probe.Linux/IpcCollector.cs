using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>System V semaphores, shared memory and message queues, summed.</summary>
/// <remarks>Sources: <c>/proc/sysvipc/sem</c> (nsems), <c>shm</c> (size, in bytes) and <c>msg</c> (cbytes), each a heading and a line for each
/// set, segment or queue; see sysvipc(7). They tell only those of our own IPC namespace.</remarks>
internal sealed class IpcCollector(CollectorContext context) : ICollector
{
    private const int Value = 3;        // key, id, rights, and then what is summed

    private readonly KernelBuffer _text = new();
    private readonly Entity _ipc = new(Machine.Ipc, context.Host.Boot);

    public void Collect(Snapshot snapshot)
    {
        Table table = snapshot[Machine.Ipc];
        if (!table.WantsAny)
            return;
        long semaphores = Sum("/proc/sysvipc/sem"u8), memory = Sum("/proc/sysvipc/shm"u8), messages = Sum("/proc/sysvipc/msg"u8);
        if (Cell.IsAbsent(semaphores) && Cell.IsAbsent(memory) && Cell.IsAbsent(messages))
            return;
        Table.Row row = table.Add(_ipc);
        row.Set(Machine.SemaphoreCount, semaphores);
        row.Set(Machine.SharedMemoryUsage, memory);
        row.Set(Machine.MessageQueueUsage, messages);
    }

    private long Sum(ReadOnlySpan<byte> name)
    {
        if (!context.Kernel.TryRead(name, _text))
            return Cell.AbsentLong;
        var text = new FieldReader(_text.Span, "/proc/sysvipc");
        if (!text.TryReadLine(out _))
            return Cell.AbsentLong;
        long sum = 0;
        while (text.TryReadLine(out FieldReader line))
        {
            line.SkipWords(Value);
            sum = Numbers.Add(sum, line.ReadCount());
        }

        return text.AtEnd ? sum : Cell.AbsentLong;
    }
}
