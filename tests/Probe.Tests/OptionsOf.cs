using Microsoft.Extensions.Options;

namespace Probe.Tests;

/// <summary>Options that a test sets and may set anew, as a reload would.</summary>
internal sealed class OptionsOf<T>(T value) : IOptionsMonitor<T> where T : class
{
    private readonly List<Action<T, string?>> _listeners = [];

    private readonly TaskCompletionSource _listened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when somebody listens to changes.</summary>
    public Task Listened => _listened.Task;

    public T CurrentValue { get; private set; } = value;

    public T Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<T, string?> listener)
    {
        lock (_listeners)
            _listeners.Add(listener);
        _listened.TrySetResult();
        return null;
    }

    public void Set(T value)
    {
        CurrentValue = value;
        lock (_listeners)
            _listeners.ForEach(l => l(value, null));
    }
}
