using System.Collections.Immutable;
using Probe.Snapshots;

namespace Probe.Web;

/// <summary>A reply made from the store, given again for a moment while nothing new has come: a flood of clients costs little more than one.</summary>
internal sealed class CachedReply(SnapshotStore store, TimeProvider clock, TimeSpan stands, Func<Reply> make)
{
    private readonly Lock _lock = new();
    private Reply? _reply;
    private ImmutableArray<SnapshotRing> _rings;
    private Resource? _resource;
    private long _passes, _made;

    /// <summary>The reply, held for the caller.</summary>
    public Reply Get()
    {
        lock (_lock)
        {
            ImmutableArray<SnapshotRing> rings = store.Rings;
            Resource resource = store.Resource;
            long passes = CountPasses(rings);
            if (_reply is null || rings != _rings || resource != _resource || passes != _passes || clock.GetElapsedTime(_made) >= stands)
            {
                Reply made = make();
                _reply?.Release();
                (_reply, _rings, _resource, _passes, _made) = (made, rings, resource, passes, clock.GetTimestamp());
            }

            return _reply.Hold();
        }
    }

    private static long CountPasses(ImmutableArray<SnapshotRing> rings)
    {
        long passes = 0;
        foreach (SnapshotRing ring in rings)
            passes += ring.Latest;
        return passes;
    }
}
