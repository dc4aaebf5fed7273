using System.Collections.Immutable;
using Probe.Catalog;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>Counts processes by state.</summary>
internal sealed class ProcessStates(Timestamp boot)
{
    private static readonly ImmutableArray<(byte Letter, Column Count, Column State)> s_states =
    [
        ((byte)'R', ProcessCounts.RunningLinuxStates, ProcessCounts.RunningCount),
        ((byte)'S', ProcessCounts.SleepingLinuxStates, ProcessCounts.SleepingCount),
        ((byte)'D', ProcessCounts.UninterruptibleLinuxStates, ProcessCounts.SleepingCount),
        ((byte)'Z', ProcessCounts.ZombieLinuxStates, ProcessCounts.DefunctCount),
        ((byte)'T', ProcessCounts.StoppedLinuxStates, ProcessCounts.StoppedCount),
        ((byte)'t', ProcessCounts.TracedLinuxStates, ProcessCounts.StoppedCount),
        ((byte)'I', ProcessCounts.IdleLinuxStates, ProcessCounts.SleepingCount),
        ((byte)'X', ProcessCounts.DeadLinuxStates, ProcessCounts.DefunctCount),
        ((byte)'P', ProcessCounts.ParkedLinuxStates, ProcessCounts.SleepingCount),
    ];

    private static readonly ImmutableArray<Column> s_counts =
        [ProcessCounts.RunningCount, ProcessCounts.SleepingCount, ProcessCounts.StoppedCount, ProcessCounts.DefunctCount];

    private readonly Entity _host = new(ProcessCounts.States, boot);
    private readonly long[] _letters = new long[s_states.Length];

    /// <summary>Writes how many there are of each.</summary>
    public void Count(List<KnownProcess> all, Table table)
    {
        Array.Clear(_letters);
        foreach (KnownProcess process in all)
        {
            int state = Find(process.Now.State);
            if (state >= 0)
                _letters[state]++;
        }

        Table.Row row = table.Add(_host);
        for (int state = 0; state < s_states.Length; state++)
            row.Set(s_states[state].Count, _letters[state]);
        foreach (Column count in s_counts)
            row.Set(count, Sum(count));
    }

    /// <summary>Sets 1 in the column of a process's state and 0 in the others.</summary>
    public static void Tell(Table.Row row, byte letter)
    {
        int state = Find(letter);
        if (state < 0)
            return;
        Column count = s_states[state].State;
        row.Set(Processes.RunningStatus, count == ProcessCounts.RunningCount ? 1 : 0);
        row.Set(Processes.SleepingStatus, count == ProcessCounts.SleepingCount ? 1 : 0);
        row.Set(Processes.StoppedStatus, count == ProcessCounts.StoppedCount ? 1 : 0);
        row.Set(Processes.DefunctStatus, count == ProcessCounts.DefunctCount ? 1 : 0);
        row.Set(Processes.Uninterruptible, letter == 'D' ? 1 : 0);
    }

    private long Sum(Column count)
    {
        long sum = 0;
        for (int state = 0; state < s_states.Length; state++)
            sum += s_states[state].State == count ? _letters[state] : 0;
        return sum;
    }

    private static int Find(byte letter)
    {
        for (int state = 0; state < s_states.Length; state++)
        {
            if (s_states[state].Letter == letter)
                return state;
        }

        return -1;
    }
}
