using Probe.Tests.Kernel;

namespace Probe.Tests.Linux;

/// <summary>A kernel whose processes a test makes up.</summary>
internal sealed class FakeProcesses
{
    private readonly SortedSet<int> _pids = [];

    public FakeKernel Kernel { get; } = new();

    /// <summary>Adds a process, or changes what one tells.</summary>
    public void Add(int pid, string name, char state = 'S', int start = 100, long user = 0, long system = 0, long pages = 10, long written = 0, int owner = 1000)
    {
        Kernel[$"/proc/{pid}/stat"] = Stat(pid, name, state, start, user, system, pages);
        Kernel[$"/proc/{pid}/statm"] = $"100 {pages} 1 1 0 1 0\n";
        Kernel[$"/proc/{pid}/status"] = $"Name:\tx\nUid:\t1\t{owner}\t{owner}\t{owner}\nSigQ:\t3/100\nCpus_allowed:\t3\nvoluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t6\n";
        Kernel[$"/proc/{pid}/io"] = $"rchar: 1\nwchar: 2\nsyscr: 3\nsyscw: 4\nread_bytes: 0\nwrite_bytes: {written}\ncancelled_write_bytes: 0\n";
        _pids.Add(pid);
        List();
    }

    /// <summary>Ends a process.</summary>
    public void Remove(int pid)
    {
        Kernel[$"/proc/{pid}/stat"] = null;
        _pids.Remove(pid);
        List();
    }

    /// <summary>The text of a process's <c>stat</c>.</summary>
    public static string Stat(int pid, string name, char state = 'S', int start = 100, long user = 0, long system = 0, long pages = 10) =>
        $"{pid} ({name}) {state} 1 {pid} {pid} 0 -1 4194304 11 0 2 0 {user} {system} 0 0 20 0 7 0 {start} 409600 {pages} 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0\n";

    private void List() => Kernel["/proc"] = "cpuinfo\0self\0" + string.Concat(_pids.Select(p => $"{p}\0"));
}
