namespace Probe.Snapshots;

/// <summary>A pass in its ring.</summary>
/// <param name="Place">Where its slot is.</param>
/// <param name="Window">The export window it falls in.</param>
/// <param name="Size">Memory it takes, in bytes.</param>
internal readonly record struct KeptPass(int Place, long Window, long Size);

/// <summary>The passes of a ring from oldest to newest, and which of them an export would not have sent. The writer's own notes.</summary>
/// <remarks>A pass is followed when a later one stands in the same export window: an export would have sent the later one alone.</remarks>
internal sealed class PassOrder
{
    // Around a circle whose length is a power of two, so that taking out the oldest moves nothing.
    private KeptPass[] _passes = new KeptPass[16];
    private int _first;
    private int _followed;

    public int Count { get; private set; }

    private ref KeptPass this[int number] => ref _passes[(_first + number) & (_passes.Length - 1)];

    public void Add(in KeptPass pass)
    {
        if (Count == _passes.Length)
            Grow();
        if (Count > 0 && this[Count - 1].Window == pass.Window)
            _followed++;
        this[Count++] = pass;
    }

    /// <summary>Takes out the oldest followed pass or, where none is followed, the oldest one; never the newest.</summary>
    public KeptPass TakeOldest()
    {
        int at = 0;
        if (_followed > 0)
        {
            while (this[at].Window != this[at + 1].Window)
                at++;
            _followed--;
        }

        KeptPass taken = this[at];
        for (; at > 0; at--)
            this[at] = this[at - 1];
        _first = (_first + 1) & (_passes.Length - 1);
        Count--;
        return taken;
    }

    private void Grow()
    {
        var larger = new KeptPass[_passes.Length * 2];
        for (int i = 0; i < Count; i++)
            larger[i] = this[i];
        (_passes, _first) = (larger, 0);
    }
}
