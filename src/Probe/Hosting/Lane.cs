namespace Probe.Hosting;

/// <summary>A thread for work that may wait: one piece at a time, and never more than this one thread stuck.</summary>
/// <remarks>A background thread: one that hangs in the kernel does not keep the process alive, and nobody joins it.</remarks>
internal sealed class Lane<T>
{
    private const int StackSize = 256 * 1024;

    private readonly Action<T> _work;
    private readonly object _gate = new();
    private T _argument = default!;
    private bool _busy;
    private bool _ended;

    /// <param name="name">The thread's name, as the system shows it.</param>
    /// <param name="work">What to do; it must not throw.</param>
    public Lane(string name, Action<T> work)
    {
        _work = work;
        new Thread(Run, StackSize) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Hands over a piece of work.</summary>
    /// <returns>False when the last one has not ended yet.</returns>
    public bool TryKick(T argument)
    {
        lock (_gate)
        {
            if (_busy || _ended)
                return false;
            (_argument, _busy) = (argument, true);
            Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>Lets the thread end once its work has.</summary>
    /// <returns>False when that has not ended yet.</returns>
    public bool End()
    {
        lock (_gate)
        {
            _ended = true;
            Monitor.Pulse(_gate);
            return !_busy;
        }
    }

    private void Run()
    {
        while (TryTake(out T argument))
        {
            _work(argument);
            lock (_gate)
                _busy = false;
        }
    }

    private bool TryTake(out T argument)
    {
        lock (_gate)
        {
            while (!_busy && !_ended)
                Monitor.Wait(_gate);
            argument = _argument;
            return _busy;
        }
    }
}
