using System.Buffers.Binary;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>What <c>/proc/PID/stat</c> tells; see proc_pid_stat(5).</summary>
/// <remarks>
/// The name between the parentheses is the process's own choice and may hold parentheses, blanks and newlines: the fields begin behind the last
/// parenthesis that closes, since none of them can hold one. Numbers too large for a cell are absent.
/// </remarks>
internal struct ProcessStat
{
    private const string Source = "/proc/[pid]/stat";
    private const long KernelThread = 0x0020_0000;      // PF_KTHREAD

    /// <summary>The letter of its state.</summary>
    public byte State;

    /// <summary>Its parent.</summary>
    public long Parent;

    /// <summary>PF_ flags of the kernel.</summary>
    public long Flags;

    /// <summary>Ticks it ran.</summary>
    public long UserTicks, SystemTicks;

    /// <summary>Ticks that children it has waited for ran.</summary>
    public long ChildrenUserTicks, ChildrenSystemTicks;

    /// <summary>Page faults.</summary>
    public long MinorFaults, MajorFaults;

    /// <summary>Its nice value.</summary>
    public long Nice;

    /// <summary>Its threads.</summary>
    public long Threads;

    /// <summary>When it started, in ticks since boot: with the pid its identity.</summary>
    public long Start;

    /// <summary>Bytes it has mapped.</summary>
    public long VirtualBytes;

    /// <summary>Pages it holds, to within what each processor has not yet added.</summary>
    public long ResidentPages;

    /// <summary>Ticks it waited for a disk.</summary>
    public long DiskWaitTicks;

    /// <summary>The first sixteen bytes of its name, to tell that it changed.</summary>
    public UInt128 Name;

    /// <summary>True for a thread of the kernel itself.</summary>
    public readonly bool IsKernelThread => (Flags & KernelThread) != 0;

    /// <summary>Ticks it ran, all together; 0 where they are not known.</summary>
    public readonly long Ticks => Math.Max(UserTicks, 0) + Math.Max(SystemTicks, 0);

    /// <summary>Reads the text of a process.</summary>
    /// <exception cref="KernelFormatException">It is not what the kernel promises, or another process's.</exception>
    public static ProcessStat Read(ReadOnlySpan<byte> text, int pid)
    {
        ReadOnlySpan<byte> name = NameOf(text);
        var head = new FieldReader(text, Source);
        if (!head.TryReadCount(out long number) || number != pid)
            throw head.Expected("the pid");
        int close = text.LastIndexOf((byte)')');
        var rest = new FieldReader(text[(close + 1)..], Source);
        if (!rest.TryReadLine(out FieldReader fields))
            throw rest.Expected("a whole line");
        ProcessStat stat = ReadFields(ref fields);
        stat.Name = Fold(name);
        return stat;
    }

    /// <summary>The name in the text of a process.</summary>
    /// <exception cref="KernelFormatException">There is none.</exception>
    public static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> text)
    {
        int open = text.IndexOf((byte)'('), close = text.LastIndexOf((byte)')');
        return open >= 0 && close > open ? text[(open + 1)..close] : throw new KernelFormatException(Source, 0, "a name in parentheses");
    }

    private static ProcessStat ReadFields(ref FieldReader fields)
    {
        var stat = new ProcessStat { State = fields.ReadWord()[0], Parent = fields.ReadCount() };
        fields.SkipWords(4);                        // process group, session, terminal, its foreground group
        if (!fields.TryReadCount(out stat.Flags) || Cell.IsAbsent(stat.Flags))
            throw fields.Expected("the flags of a task");
        stat.MinorFaults = fields.ReadCount();
        fields.SkipWords(1);
        stat.MajorFaults = fields.ReadCount();
        fields.SkipWords(1);
        stat.UserTicks = fields.ReadCount();
        stat.SystemTicks = fields.ReadCount();
        stat.ChildrenUserTicks = ReadInteger(ref fields);
        stat.ChildrenSystemTicks = ReadInteger(ref fields);
        fields.SkipWords(1);                        // priority
        stat.Nice = ReadInteger(ref fields);
        stat.Threads = fields.ReadCount();
        fields.SkipWords(1);
        if (!fields.TryReadCount(out stat.Start) || Cell.IsAbsent(stat.Start))
            throw fields.Expected("when it started");
        stat.VirtualBytes = fields.ReadCount();
        stat.ResidentPages = ReadInteger(ref fields);
        fields.SkipWords(17);                       // limit, addresses, signals, processor, policy
        stat.DiskWaitTicks = fields.TryReadCount(out long ticks) ? ticks : Cell.AbsentLong;
        return stat;
    }

    private static long ReadInteger(ref FieldReader fields) =>
        fields.TryReadInteger(out long value) ? value : throw fields.Expected("an integer");

    private static UInt128 Fold(ReadOnlySpan<byte> name)
    {
        Span<byte> start = stackalloc byte[16];
        start.Clear();
        name[..Math.Min(name.Length, start.Length)].CopyTo(start);
        return BinaryPrimitives.ReadUInt128LittleEndian(start);
    }
}
