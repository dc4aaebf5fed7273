namespace Probe.Kernel;

/// <summary>Asks a source that may hang (a network mount, a sensor bus) from threads of its own, and waits only so long.</summary>
/// <remarks>
/// A question that outlasts its deadline parks its thread until the source answers; the answer is thrown away. Until then the same name is
/// refused at once, so one stuck thing never holds more than one thread. When all threads are parked everything is refused: a stalled source
/// costs its own values and nothing else.
/// </remarks>
public sealed class GuardedKernelSource(IKernelSource source, TimeSpan deadline, int mostThreads = 16) : IKernelSource
{
    private readonly Lock _lock = new();
    private readonly List<Asker> _askers = [];

    /// <summary>Names that did not answer in time and have not answered since.</summary>
    public int Parked
    {
        get
        {
            lock (_lock)
                return _askers.Count(a => a.IsParked);
        }
    }

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer) => Ask(name, buffer, list: false);

    /// <inheritdoc/>
    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names) => Ask(name, names, list: true);

    private bool Ask(ReadOnlySpan<byte> name, KernelBuffer buffer, bool list)
    {
        Asker? asker = Take(name);
        if (asker is null)
            return buffer.Refuse(Refusal.Stalled, Interop.Libc.ETIMEDOUT);
        return asker.Ask(name, list, deadline, buffer);
    }

    private Asker? Take(ReadOnlySpan<byte> name)
    {
        lock (_lock)
        {
            Asker? free = null;
            foreach (Asker asker in _askers)
            {
                if (!asker.IsBusy)
                    free = asker;
                else if (asker.IsAsking(name))
                    return null;
            }

            if (free is null && _askers.Count < mostThreads)
                _askers.Add(free = new Asker(source));
            free?.Reserve(name);
            return free;
        }
    }

    /// <summary>One thread that asks one question at a time.</summary>
    private sealed class Asker
    {
        private const int StackSize = 128 * 1024;

        private readonly IKernelSource _source;
        private readonly object _gate = new();
        private readonly KernelBuffer _answer = new();
        private byte[] _name = new byte[256];
        private int _nameLength;
        private bool _list;
        private bool _asked;
        private bool _answered;
        private bool _given;
        private bool _abandoned;
        private Exception? _failure;
        private volatile bool _busy;

        public Asker(IKernelSource source)
        {
            _source = source;
            new Thread(Run, StackSize) { IsBackground = true, Name = "guarded reader" }.Start();
        }

        public bool IsBusy => _busy;

        public bool IsParked
        {
            get
            {
                lock (_gate)
                    return _abandoned;
            }
        }

        public bool IsAsking(ReadOnlySpan<byte> name) => _busy && name.SequenceEqual(_name.AsSpan(0, _nameLength));

        public void Reserve(ReadOnlySpan<byte> name)
        {
            if (name.Length > _name.Length)
                _name = new byte[name.Length * 2];
            name.CopyTo(_name);
            _nameLength = name.Length;
            _busy = true;
        }

        public bool Ask(ReadOnlySpan<byte> name, bool list, TimeSpan deadline, KernelBuffer buffer)
        {
            lock (_gate)
            {
                (_list, _asked, _answered) = (list, true, false);
                Monitor.PulseAll(_gate);
                long started = Environment.TickCount64;
                while (!_answered)
                {
                    TimeSpan left = deadline - TimeSpan.FromMilliseconds(Environment.TickCount64 - started);
                    if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left))
                    {
                        if (_answered)
                            break;
                        _abandoned = true;
                        return buffer.Refuse(Refusal.Stalled, Interop.Libc.ETIMEDOUT);
                    }
                }

                return Take(buffer);
            }
        }

        private bool Take(KernelBuffer buffer)
        {
            Exception? failure = _failure;
            bool given = _given;
            if (given)
                buffer.Accept(_answer.Span);
            else
                buffer.Refuse(_answer.Refusal, _answer.Errno);
            _busy = false;
            return failure is null ? given : throw failure;
        }

        private void Run()
        {
            while (true)
            {
                lock (_gate)
                {
                    while (!_asked)
                        Monitor.Wait(_gate);
                    _asked = false;
                }

                Exception? failure = null;
                bool given = false;
                try
                {
                    ReadOnlySpan<byte> name = _name.AsSpan(0, _nameLength);
                    given = _list ? _source.TryList(name, _answer) : _source.TryRead(name, _answer);
                }
                catch (Exception e)     // it belongs to whoever asked, not to this thread
                {
                    failure = e;
                }

                lock (_gate)
                {
                    (_failure, _given, _answered) = (failure, given, true);
                    if (_abandoned)
                        (_abandoned, _busy) = (false, false);
                    Monitor.PulseAll(_gate);
                }
            }
        }
    }
}
