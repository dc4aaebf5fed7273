using Microsoft.Extensions.Options;

namespace Probe.Configuration;

/// <summary>The settings in force. A reload replaces them whole, so no reader ever sees half of a change.</summary>
public sealed class LiveSettings(Settings initial)
{
    private Settings _current = initial;

    /// <summary>Told after a change: the settings before and after it.</summary>
    public event Action<Settings, Settings>? Changed;

    /// <summary>The settings in force.</summary>
    public Settings Current => Volatile.Read(ref _current);

    /// <summary>Puts other settings in force, then tells whoever listens. One caller at a time.</summary>
    public void Replace(Settings next)
    {
        Settings before = Interlocked.Exchange(ref _current, next);
        Changed?.Invoke(before, next);
    }
}

/// <summary>One options class as the services see it: always that of the settings in force.</summary>
internal sealed class LiveOptions<T>(LiveSettings live) : IOptionsMonitor<T> where T : class, new()
{
    public T CurrentValue => live.Current.Options.Get<T>();

    public T Get(string? name) => live.Current.Options.Get<T>(name);

    /// <summary>Listens to changes that touch this class; a reload that leaves its section as it was is none.</summary>
    public IDisposable OnChange(Action<T, string?> listener) => new Subscription(live, (before, next) =>
    {
        foreach ((string name, T options) in next.Options.ChangedSince<T>(before.Options))
            listener(options, name);
    });

    private sealed class Subscription : IDisposable
    {
        private readonly LiveSettings _live;
        private readonly Action<Settings, Settings> _listener;

        public Subscription(LiveSettings live, Action<Settings, Settings> listener)
        {
            (_live, _listener) = (live, listener);
            live.Changed += listener;
        }

        public void Dispose() => _live.Changed -= _listener;
    }
}
