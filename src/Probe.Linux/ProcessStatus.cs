using System.Numerics;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>What <c>/proc/PID/status</c> tells; see proc_pid_status(5). Threads of the kernel have no memory of their own to tell of.</summary>
internal sealed class ProcessStatus(CollectorContext context, ProcessNames names)
{
    private const int Uid = 0, Locked = 1, Peak = 2, Anonymous = 3, File = 4, Shared = 5, PageTables = 6, Swap = 7, Queue = 8,
        Allowed = 9, Voluntary = 10, Involuntary = 11;

    private readonly KernelBuffer _text = new();
    private readonly LineNumbers _lines = new("/proc/[pid]/status", "Uid:", "VmLck:", "VmHWM:", "RssAnon:", "RssFile:", "RssShmem:",
        "VmPTE:", "VmSwap:", "SigQ:", "Cpus_allowed:", "voluntary_ctxt_switches:", "nonvoluntary_ctxt_switches:");

    /// <summary>Memory in bytes.</summary>
    public long LockedBytes => Bytes(Locked);

    /// <inheritdoc cref="LockedBytes"/>
    public long PeakBytes => Bytes(Peak);

    /// <inheritdoc cref="LockedBytes"/>
    public long AnonymousBytes => Bytes(Anonymous);

    /// <inheritdoc cref="LockedBytes"/>
    public long FileBytes => Bytes(File);

    /// <inheritdoc cref="LockedBytes"/>
    public long SharedBytes => Bytes(Shared);

    /// <inheritdoc cref="LockedBytes"/>
    public long PageTableBytes => Bytes(PageTables);

    /// <inheritdoc cref="LockedBytes"/>
    public long SwappedBytes => Bytes(Swap);

    /// <summary>Times that the main thread, and no other, gave up a processor by itself.</summary>
    public long VoluntarySwitches => _lines[Voluntary];

    /// <summary>Times that it was made to.</summary>
    public long InvoluntarySwitches => _lines[Involuntary];

    /// <summary>The user by whose rights it acts.</summary>
    public long EffectiveUser
    {
        get
        {
            FieldReader ids = _lines.LineOf(Uid, _text.Span);
            return ids.TryReadCount(out _) && ids.TryReadCount(out long effective) ? effective : Cell.AbsentLong;
        }
    }

    /// <summary>Signals queued for its user's processes.</summary>
    public long QueuedSignals
    {
        get
        {
            FieldReader queue = _lines.LineOf(Queue, _text.Span);
            return queue.TryReadUntil((byte)'/', out ReadOnlySpan<byte> count) && new FieldReader(count, "").TryReadCount(out long signals)
                ? signals : Cell.AbsentLong;
        }
    }

    /// <summary>Processors it may run on.</summary>
    public long AllowedProcessors
    {
        get
        {
            // Groups of 32 processors, the highest first, with commas between.
            FieldReader mask = _lines.LineOf(Allowed, _text.Span);
            if (!mask.TryReadWord(out ReadOnlySpan<byte> word))
                return Cell.AbsentLong;
            long count = 0;
            foreach (Range group in word.Split((byte)','))
            {
                if (word[group].Length is 0 or > 8 || !new FieldReader(word[group], "").TryReadHex(out ulong bits))
                    return Cell.AbsentLong;
                count += BitOperations.PopCount(bits);
            }

            return count > 0 ? count : Cell.AbsentLong;
        }
    }

    /// <summary>Reads it of a process. Where that is not possible nothing of it is known.</summary>
    public void Read(int pid)
    {
        if (context.Kernel.TryRead(names.Of(pid, "/status"u8), _text))
            _lines.Read(_text.Span);
        else
            _lines.Clear();
    }

    private long Bytes(int key) => Numbers.Scale(_lines[key], 1024);
}
