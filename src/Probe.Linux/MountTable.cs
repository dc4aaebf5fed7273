using System.Globalization;
using System.Text;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>The mounts that a path can reach, each filesystem once.</summary>
/// <remarks>
/// A mount that another one covers can't be reached, and asking for its path would answer for the other. Of several mounts of one
/// filesystem (bind mounts, subvolumes) the first whole one stands for all, so that its space counts once.
/// </remarks>
internal sealed class MountTable
{
    private readonly List<Mount> _all = [];

    /// <summary>Every mount, covered or not, in the kernel's order.</summary>
    public IReadOnlyList<Mount> All => _all;

    /// <summary>Those to ask for space: reachable, no pseudo filesystem, each filesystem once.</summary>
    public IEnumerable<Mount> Filesystems => Reachable()
        .Where(m => !m.IsPseudo)
        .GroupBy(m => m.Device)
        .Select(same => same.FirstOrDefault(m => m.IsWhole) ?? same.First());

    /// <summary>Reads a mount table.</summary>
    /// <exception cref="KernelFormatException">A line is cut or not understood: what covers what would then be a guess.</exception>
    public static MountTable Parse(ReadOnlySpan<byte> mountinfo)
    {
        var table = new MountTable();
        var text = new FieldReader(mountinfo, "/proc/1/mountinfo");
        while (text.TryReadLine(out FieldReader line))
            table._all.Add(Parse(ref line));
        return text.AtEnd ? table : throw text.Expected("a newline after it");
    }

    // 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
    private static Mount Parse(ref FieldReader line)
    {
        long id = line.ReadCount(), parent = line.ReadCount();
        if (Cell.IsAbsent(id) || Cell.IsAbsent(parent) || !TryReadDevice(ref line, out (uint, uint) device))
            throw line.Expected("a mount's number, its parent's and its device's");
        string root = Encoding.UTF8.GetString(line.ReadWord());
        byte[] path = OctalText.Decode(line.ReadWord());
        bool isReadOnly = IsReadOnly(line.ReadWord());
        while (!line.ReadWord().SequenceEqual("-"u8))
        {
            // tags such as shared:1, of which there may be any number
        }

        return new Mount
        {
            Id = id,
            Parent = parent,
            Device = device,
            Root = root,
            Path = path,
            Type = Encoding.UTF8.GetString(line.ReadWord()),
            Source = Encoding.UTF8.GetString(OctalText.Decode(line.ReadWord())),
            IsReadOnly = IsReadOnly(line.ReadWord()) || isReadOnly,
        };
    }

    private static bool TryReadDevice(ref FieldReader line, out (uint Major, uint Minor) device)
    {
        device = default;
        return line.TryReadWord(out ReadOnlySpan<byte> word) && word.IndexOf((byte)':') is var colon and > 0
            && uint.TryParse(word[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out device.Major)
            && uint.TryParse(word[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out device.Minor);
    }

    private static bool IsReadOnly(ReadOnlySpan<byte> options) => options.SequenceEqual("ro"u8) || options.StartsWith("ro,"u8);

    private IEnumerable<Mount> Reachable()
    {
        var places = new Places(_all);
        return _all.Where(places.IsReachable);
    }

    /// <summary>Who stands on whom.</summary>
    private sealed class Places
    {
        private readonly Dictionary<long, Mount> _byId = [];
        private readonly HashSet<(long Parent, string Path)> _taken = [];
        private readonly Dictionary<long, bool> _known = [];

        public Places(List<Mount> mounts)
        {
            foreach (Mount mount in mounts)
            {
                _byId.TryAdd(mount.Id, mount);
                if (mount.Parent != mount.Id)
                    _taken.Add((mount.Parent, Key(mount.Path)));
            }
        }

        public bool IsReachable(Mount mount)
        {
            if (_known.TryGetValue(mount.Id, out bool reachable))
                return reachable;
            _known[mount.Id] = true;        // ends a loop, which the kernel never makes
            return _known[mount.Id] = !_taken.Contains((mount.Id, Key(mount.Path))) && IsPlaceReachable(mount);
        }

        // What stands on the very root of its parent covers the parent, and needs only the place where that one stands.
        private bool IsPlaceReachable(Mount mount)
        {
            if (IsBelowAnother(mount))
                return false;
            if (!_byId.TryGetValue(mount.Parent, out Mount? parent) || parent.Id == mount.Id)
                return true;
            return mount.Path.AsSpan().SequenceEqual(parent.Path) ? IsPlaceReachable(parent) : IsReachable(parent);
        }

        // Another mount of the same parent stands on a folder above this one's: it came later, else this one would stand on it.
        private bool IsBelowAnother(Mount mount)
        {
            ReadOnlySpan<byte> above = mount.Path;
            while (above.Length > 1)
            {
                above = above[..Math.Max(1, above.LastIndexOf((byte)'/'))];
                bool isParentsRoot = _byId.TryGetValue(mount.Parent, out Mount? parent) && above.Length <= parent.Path.Length;
                if (_taken.Contains((mount.Parent, Key(above))) && !isParentsRoot)
                    return true;
                if (isParentsRoot)
                    break;
            }

            return false;
        }

        private static string Key(ReadOnlySpan<byte> path) => Encoding.Latin1.GetString(path);
    }
}
