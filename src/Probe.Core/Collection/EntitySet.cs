using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Probe.Metrics;

namespace Probe.Collection;

/// <summary>A changing population kept by key between passes: processes, containers, disks.</summary>
/// <remarks>Within a pass, meet every member by <see cref="TryGet"/> or <see cref="Add"/>; then <see cref="Sweep"/>.</remarks>
public sealed class EntitySet<TKey> where TKey : struct, IEquatable<TKey>
{
    private readonly Dictionary<TKey, Member> _members = [];
    private readonly List<TKey> _gone = [];
    private int _pass;
    private int _met;

    /// <summary>Members known.</summary>
    public int Count => _members.Count;

    /// <summary>Finds a member and marks it as met in this pass.</summary>
    public bool TryGet(TKey key, [NotNullWhen(true)] out Entity? entity)
    {
        ref Member member = ref CollectionsMarshal.GetValueRefOrNullRef(_members, key);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref member))
        {
            entity = null;
            return false;
        }

        Meet(ref member);
        entity = member.Entity;
        return true;
    }

    /// <summary>Takes in a member, met in this pass; one of the same key is replaced.</summary>
    public Entity Add(TKey key, Entity entity)
    {
        ref Member member = ref CollectionsMarshal.GetValueRefOrAddDefault(_members, key, out bool known)!;
        if (!known)
            member.Pass = _pass - 1;
        Meet(ref member);
        member.Entity = entity;
        return entity;
    }

    /// <summary>Forgets whoever was not met this pass, and begins the next.</summary>
    public void Sweep()
    {
        if (_met < _members.Count)
        {
            foreach ((TKey key, Member member) in _members)
            {
                if (member.Pass != _pass)
                    _gone.Add(key);
            }

            foreach (TKey key in _gone)
                _members.Remove(key);
            _gone.Clear();
        }

        _pass++;
        _met = 0;
    }

    private void Meet(ref Member member)
    {
        if (member.Pass != _pass)
            _met++;
        member.Pass = _pass;
    }

    private struct Member
    {
        public Entity Entity;
        public int Pass;
    }
}
