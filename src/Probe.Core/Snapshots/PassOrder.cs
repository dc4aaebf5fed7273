namespace Probe.Snapshots;

/// <summary>The passes of a ring from oldest to newest, and which of them an export would not have sent. The writer's own notes.</summary>
/// <remarks>A pass is followed when a later one stands in the same export window: an export would have sent the later one alone.</remarks>
internal sealed class PassOrder
{
    private int[] _places = new int[16];
    private long[] _windows = new long[16];
    private int _count;
    private int _followed;

    public int Count => _count;

    public void Add(int place, long window)
    {
        if (_count == _places.Length)
        {
            Array.Resize(ref _places, _count * 2);
            Array.Resize(ref _windows, _count * 2);
        }

        if (_count > 0 && _windows[_count - 1] == window)
            _followed++;
        _places[_count] = place;
        _windows[_count++] = window;
    }

    /// <summary>Takes out the oldest followed pass or, where none is followed, the oldest one; never the newest.</summary>
    public int TakeOldest()
    {
        int at = 0;
        if (_followed > 0)
        {
            while (_windows[at] != _windows[at + 1])
                at++;
            _followed--;
        }

        int place = _places[at];
        _count--;
        Array.Copy(_places, at + 1, _places, at, _count - at);
        Array.Copy(_windows, at + 1, _windows, at, _count - at);
        return place;
    }
}
