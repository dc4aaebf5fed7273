namespace Probe.Web;

/// <summary>The connections that are open, never more than so many.</summary>
internal sealed class WebConnections(int most)
{
    private readonly Lock _lock = new();
    private readonly List<WebConnection> _open = new(most);
    private TaskCompletionSource? _emptied;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _open.Count;
        }
    }

    /// <summary>Takes one in. Where there is no room, the one goes that has waited longest for its client to speak.</summary>
    /// <returns>False when all are being served.</returns>
    public bool TryAdd(WebConnection connection)
    {
        lock (_lock)
        {
            if (_open.Count >= most)
            {
                WebConnection longest = _open[0];
                foreach (WebConnection other in _open)
                    longest = other.WaitingSince < longest.WaitingSince ? other : longest;
                if (longest.WaitingSince == long.MaxValue)
                    return false;
                longest.Abort();
                _open.Remove(longest);
            }

            _open.Add(connection);
            return true;
        }
    }

    /// <summary>Lets one go that has ended.</summary>
    public void Remove(WebConnection connection)
    {
        lock (_lock)
        {
            _open.Remove(connection);
            if (_open.Count == 0)
                _emptied?.TrySetResult();
        }
    }

    /// <summary>Ends all of them, and waits until they have.</summary>
    public Task AbortAsync()
    {
        lock (_lock)
        {
            _emptied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_open.Count == 0)
                _emptied.SetResult();
            foreach (WebConnection connection in _open)
                connection.Abort();
            return _emptied.Task;
        }
    }
}
