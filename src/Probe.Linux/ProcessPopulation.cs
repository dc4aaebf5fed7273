using System.Buffers.Text;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>All processes there are, known from pass to pass by pid and start.</summary>
/// <remarks>
/// Sources: the listing of <c>/proc</c> and every process's <c>stat</c>, and <c>io</c> where it is wanted. Who a process is is asked when it is first met, once more in its
/// next pass (a child changes its user and program right after its start), and whenever its name or parent changes.
/// </remarks>
internal sealed class ProcessPopulation(CollectorContext context, ProcessNames names)
{
    private readonly KernelBuffer _list = new();
    private readonly KernelBuffer _text = new();
    private readonly LineNumbers _io = new("/proc/[pid]/io", "rchar:", "wchar:", "syscr:", "syscw:", "read_bytes:", "write_bytes:", "cancelled_write_bytes:");
    private readonly ProcessIdentifier _identifier = new(context, names);
    private readonly Dictionary<int, KnownProcess> _known = [];
    private readonly List<int> _gone = [];
    private int _pass;

    /// <summary>The processes met in this pass, in the kernel's order.</summary>
    public List<KnownProcess> Alive { get; } = [];

    /// <summary>When this pass began.</summary>
    public long Ticks { get; private set; }

    /// <summary>Time since the pass before; zero in the first.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Meets all processes anew. Whoever ends meanwhile is not among them.</summary>
    /// <param name="readsIo">Whether their <c>io</c> is wanted.</param>
    public void Meet(bool readsIo)
    {
        Alive.Clear();
        long now = context.Clock.GetTimestamp();
        if (!context.Kernel.TryList("/proc"u8, _list))
            return;
        Elapsed = _pass == 0 ? TimeSpan.Zero : context.Clock.GetElapsedTime(Ticks, now);
        (Ticks, _pass) = (now, _pass + 1);
        _identifier.Begin();
        var list = new KernelNames(_list.Span);
        while (list.TryRead(out ReadOnlySpan<byte> name))
        {
            if (Utf8Parser.TryParse(name, out int pid, out int used) && used == name.Length && pid > 0 && context.Kernel.TryRead(names.Of(pid, "/stat"u8), _text))
                Meet(pid, readsIo);
        }

        Forget();
    }

    private void Meet(int pid, bool readsIo)
    {
        ProcessStat stat = ProcessStat.Read(_text.Span, pid);
        if (!_known.TryGetValue(pid, out KnownProcess? process) || process.Now.Start != stat.Start)
            _known[pid] = process = new KnownProcess(pid, stat, StartOf(stat));
        if (process.LastPass == _pass)
            return;
        (process.Before, process.Now, process.IoBefore) = (process.Passes == 0 ? stat : process.Now, stat, process.IoNow);
        if (MayBeAnother(process))
            process.Identify(_identifier.Identify(pid, stat, ProcessStat.NameOf(_text.Span)));
        process.IoNow = readsIo ? ReadIo(pid) : ProcessIo.Unknown;
        process.WasMetBefore = process.LastPass == _pass - 1;
        process.LastPass = _pass;
        process.Passes++;
        Alive.Add(process);
    }

    private static bool MayBeAnother(KnownProcess process) =>
        process.Passes < 2 || process.Identity is { Owner: "" } || process.Now.Parent != process.Before.Parent || (process.Now.Name != process.Before.Name && !process.Now.IsKernelThread);

    private Timestamp StartOf(in ProcessStat stat) =>
        new(context.Host.Boot.UnixNanoseconds + (long)Math.Min(stat.Start * context.Host.ClockTick * 1e9, 4e18));

    private ProcessIo ReadIo(int pid)
    {
        if (!context.Kernel.TryRead(names.Of(pid, "/io"u8), _text))
            return ProcessIo.Unknown;
        _io.Read(_text.Span);
        return new ProcessIo
        {
            ReadChars = _io[0], WriteChars = _io[1], ReadCalls = _io[2], WriteCalls = _io[3], ReadBytes = _io[4], WriteBytes = _io[5], CancelledBytes = _io[6],
        };
    }

    /// <summary>Forgets who was missing twice: what is missing once may have been overlooked, and must not be counted a second time when it is back.</summary>
    private void Forget()
    {
        if (Alive.Count == _known.Count)
            return;
        foreach ((int pid, KnownProcess process) in _known)
        {
            if (process.LastPass < _pass - 1)
                _gone.Add(pid);
        }

        foreach (int pid in _gone)
            _known.Remove(pid);
        _gone.Clear();
    }
}
