using System.Globalization;
using System.Text;
using Probe.Catalog;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;
using Probe.Snapshots;

namespace Probe.Linux;

/// <summary>How long, and how often, each logical processor rested in each idle state.</summary>
/// <remarks>
/// Sources: of each processor and state <c>cpuidle/stateN/name</c>, <c>time</c> (microseconds) and <c>usage</c> below
/// <c>/sys/devices/system/cpu</c>; see the kernel's <c>admin-guide/pm/cpuidle</c>. States are numbered without a gap.
/// </remarks>
internal sealed class IdleStateCollector : ICollector
{
    private const int MostStates = 10;      // CPUIDLE_STATE_MAX

    private readonly CollectorContext _context;
    private readonly KernelBuffer _text = new();
    private readonly List<int> _online = [];
    private readonly PerProcessor<List<State>> _processors;
    private readonly LastPass _lastPass;

    public IdleStateCollector(CollectorContext context)
    {
        _context = context;
        _lastPass = new LastPass(context);
        _processors = new PerProcessor<List<State>>(FindStates);
    }

    public void Collect(Snapshot snapshot)
    {
        _lastPass.Begin();
        if (!_context.Kernel.TryReadSet("/sys/devices/system/cpu/online"u8, _text, _online))
            return;
        foreach (int number in _online)
        {
            foreach (State state in _processors[number])
                AddState(state, snapshot[CpuHardware.IdleStates]);
        }

        _lastPass.End();
    }

    private void AddState(State state, Table table)
    {
        if (!_context.Kernel.TryReadValue(state.Time, _text, out long microseconds) || microseconds < 0)
            return;
        long entries = Cell.AbsentLong;
        if (table.Wants(CpuHardware.IdleEntries) && (!_context.Kernel.TryReadValue(state.Usage, _text, out entries) || entries < 0))
            entries = Cell.AbsentLong;
        if (state.Counters.Fell([microseconds, entries]))
            state.BeginAnew(_lastPass.Time);
        Table.Row row = table.Add(state.Entity);
        row[CpuHardware.IdleTime] = Numbers.Divide(microseconds, 1e6);
        row.Set(CpuHardware.IdleEntries, entries);
    }

    private List<State> FindStates(int number)
    {
        var states = new List<State>();
        var name = new KernelBuffer();
        for (int index = 0; index < MostStates; index++)
        {
            string folder = $"/sys/devices/system/cpu/cpu{number}/cpuidle/state{index}";
            if (!_context.Kernel.TryRead(Encoding.UTF8.GetBytes($"{folder}/name"), name))
                break;
            var text = new FieldReader(name.Span, folder);
            if (text.TryReadLine(out FieldReader line) && line.TryReadWord(out ReadOnlySpan<byte> word))
                states.Add(new State(Encoding.UTF8.GetString(word), number, folder, _context.Host.Boot));
        }

        return states;
    }

    /// <summary>An idle state of a processor between passes.</summary>
    private sealed class State(string name, int number, string folder, Timestamp since)
    {
        public readonly CounterMemory Counters = new(2);
        public readonly byte[] Time = Encoding.UTF8.GetBytes($"{folder}/time");
        public readonly byte[] Usage = Encoding.UTF8.GetBytes($"{folder}/usage");

        public Entity Entity { get; private set; } = MakeEntity(name, number, since);

        public void BeginAnew(Timestamp after) => Entity = MakeEntity(name, number, after);

        private static Entity MakeEntity(string name, int number, Timestamp since) =>
            new(CpuHardware.IdleStates, since, name, number.ToString(CultureInfo.InvariantCulture));
    }
}
