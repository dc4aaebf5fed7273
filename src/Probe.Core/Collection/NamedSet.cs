using System.Text;
using Probe.Kernel;

namespace Probe.Collection;

/// <summary>Things the kernel lists by name, pass after pass, mostly in the same order: disks, interfaces, swap devices.</summary>
/// <remarks>
/// In a pass: <see cref="Begin"/>, then <see cref="Meet"/> for each name, then <see cref="Sweep"/>. A pass that fails halfway just begins
/// again. Who follows whom is remembered, so that meeting a name again is one comparison, and allocates nothing.
/// </remarks>
/// <param name="create">Makes what stands for a name when it is met first.</param>
public sealed class NamedSet<T>(Func<string, T> create) where T : class
{
    private readonly Dictionary<byte[], Member> _members = new(ByteNames.Comparer);
    private readonly List<byte[]> _gone = [];
    private Member? _first;
    private Member? _previous;
    private int _pass;
    private int _met;

    /// <summary>Names known.</summary>
    public int Count => _members.Count;

    /// <summary>Begins a pass.</summary>
    public void Begin()
    {
        _pass++;
        _met = 0;
        _previous = null;
    }

    /// <summary>Finds or makes what stands for a name.</summary>
    /// <returns>Null when the name was met in this pass already: a second one of it would be false.</returns>
    public T? Meet(ReadOnlySpan<byte> name)
    {
        ref Member? expected = ref _previous is null ? ref _first : ref _previous.Next;
        if (expected is null || expected.IsGone || !name.SequenceEqual(expected.Name))
            expected = Find(name);
        Member member = expected;
        if (member.Pass == _pass)
            return null;
        member.Pass = _pass;
        _met++;
        _previous = member;
        return member.Item;
    }

    /// <summary>Forgets whoever was not met since <see cref="Begin"/>.</summary>
    public void Sweep()
    {
        if (_met == _members.Count)
            return;
        foreach ((byte[] name, Member member) in _members)
        {
            member.IsGone = member.Pass != _pass;
            if (member.IsGone)
                _gone.Add(name);
        }

        foreach (byte[] name in _gone)
            _members.Remove(name);
        _gone.Clear();
    }

    private Member Find(ReadOnlySpan<byte> name)
    {
        if (_members.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out Member? member))
            return member;
        member = new Member(name.ToArray(), create(Encoding.UTF8.GetString(name)));
        _members.Add(member.Name, member);
        return member;
    }

    private sealed class Member(byte[] name, T item)
    {
        public readonly byte[] Name = name;
        public readonly T Item = item;
        public Member? Next;
        public int Pass;
        public bool IsGone;
    }
}
