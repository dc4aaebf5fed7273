namespace Probe.Web;

/// <summary>Replies to write again. It keeps a few; more are made while many are under way at once, and dropped after.</summary>
internal sealed class ReplyPool
{
    private const int Kept = 6;

    private readonly Lock _lock = new();
    private readonly Stack<Reply> _free = new(Kept);

    /// <summary>A reply with one holder.</summary>
    public Reply Take()
    {
        lock (_lock)
        {
            if (_free.TryPop(out Reply? reply))
                return reply.Hold();
        }

        return new Reply(this);
    }

    internal void Return(Reply reply)
    {
        lock (_lock)
        {
            if (_free.Count < Kept)
                _free.Push(reply);
        }
    }
}
