using System.Globalization;
using System.Text;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>Names of users by their numbers, from <c>/etc/passwd</c>; whom it does not name is called by the number.</summary>
/// <remarks>What other directories know (LDAP, a container's own file) is not asked: that could hang, or belong to another name space.</remarks>
internal sealed class UserNames(CollectorContext context)
{
    private const int MostNames = 4096;

    private readonly KernelBuffer _text = new();
    private readonly Dictionary<long, string> _names = [];
    private bool _isFresh;

    /// <summary>Begins a pass: in each the file is read at most once, and only when a user is met who is not known.</summary>
    public void Begin() => _isFresh = false;

    /// <summary>The name of a user; empty where the number is not known.</summary>
    public string NameOf(long user)
    {
        if (Cell.IsAbsent(user))
            return "";
        if (_names.TryGetValue(user, out string? name))
            return name;
        if (!_isFresh)
            ReadAll();
        if (!_names.TryGetValue(user, out name))
            _names.Add(user, name = user.ToString(CultureInfo.InvariantCulture));
        return name;
    }

    private void ReadAll()
    {
        _isFresh = true;
        if (_names.Count > MostNames)
            _names.Clear();
        if (!context.Kernel.TryRead("/etc/passwd"u8, _text))
            return;
        var lines = new FieldReader(_text.Span, "/etc/passwd");
        while (lines.TryReadLine(out FieldReader line))
        {
            if (line.TryReadUntil((byte)':', out ReadOnlySpan<byte> name) && name.Length > 0 && line.TrySkipPast((byte)':')
                && line.TryReadUntil((byte)':', out ReadOnlySpan<byte> number) && new FieldReader(number, "").TryReadCount(out long user)
                && !Cell.IsAbsent(user))
                _names[user] = Encoding.UTF8.GetString(name);
        }
    }
}
