using System.Text;
using Probe.Collection;
using Probe.Kernel;

namespace Probe.Linux;

/// <summary>Who a process is, beyond its pid and start.</summary>
/// <param name="Name">Its executable's name, without the folder; where the link to that may not be read or there is none, the process's own.</param>
/// <param name="Owner">The user by whose rights it acts.</param>
/// <param name="Container">The id of the container it runs in; empty outside containers.</param>
/// <param name="Parent">Its parent.</param>
internal sealed record ProcessIdentity(string Name, string Owner, string Container, long Parent);

/// <summary>Finds out who processes are.</summary>
/// <remarks>Sources: <c>/proc/PID/exe</c> (a link; CAP_SYS_PTRACE for others' processes), <c>status</c>, <c>cgroup</c> and <c>/etc/passwd</c>.</remarks>
internal sealed class ProcessIdentifier(CollectorContext context, ProcessNames names)
{
    private const int ContainerIdLength = 64;

    private readonly KernelBuffer _text = new();
    private readonly ProcessStatus _status = new(context, names);
    private readonly UserNames _users = new(context);

    /// <summary>Begins a pass.</summary>
    public void Begin() => _users.Begin();

    /// <summary>Asks who a process is.</summary>
    /// <param name="pid">The process.</param>
    /// <param name="stat">What its <c>stat</c> told.</param>
    /// <param name="ownName">The name in there.</param>
    public ProcessIdentity Identify(int pid, in ProcessStat stat, ReadOnlySpan<byte> ownName)
    {
        _status.Read(pid);
        string owner = _users.NameOf(_status.EffectiveUser);
        if (stat.IsKernelThread)
            return new ProcessIdentity(NameOfKernelThread(ownName), owner, "", stat.Parent);
        return new ProcessIdentity(ReadExecutable(pid) ?? Encoding.UTF8.GetString(ownName), owner, ReadContainer(pid), stat.Parent);
    }

    // kworker/2:1H-kblockd, irq/24-pciehp: what follows says on which processor or for whom it works just now.
    private static string NameOfKernelThread(ReadOnlySpan<byte> name)
    {
        int slash = name.IndexOf((byte)'/');
        return Encoding.UTF8.GetString(slash > 0 ? name[..slash] : name);
    }

    private string? ReadExecutable(int pid)
    {
        if (!context.Kernel.TryRead(names.Of(pid, "/exe"u8, "/readlink"u8), _text))
            return null;
        int end = _text.Span.IndexOf((byte)0);
        if (end < 0 || end != _text.Span.Length - 1)
            throw new KernelFormatException("/readlink/proc/[pid]/exe", _text.Span.Length, "a path ended by a NUL");
        ReadOnlySpan<byte> path = _text.Span[..end];
        if (path.EndsWith(" (deleted)"u8))
            path = path[..^" (deleted)".Length];
        return Encoding.UTF8.GetString(path[(path.LastIndexOf((byte)'/') + 1)..]);
    }

    private string ReadContainer(int pid)
    {
        if (!context.Kernel.TryRead(names.Of(pid, "/cgroup"u8), _text))
            return "";
        var lines = new FieldReader(_text.Span, "/proc/[pid]/cgroup");
        while (lines.TryReadLine(out FieldReader line))
        {
            if (FindContainer(line.Rest) is { } id)
                return id;
        }

        return "";
    }

    /// <summary>The last 64 hexadecimal digits that stand alone in a path: every runtime names a container's group by its id.</summary>
    private static string? FindContainer(ReadOnlySpan<byte> path)
    {
        int end = path.Length;
        while (end >= ContainerIdLength)
        {
            int start = end;
            while (start > 0 && char.IsAsciiHexDigitLower((char)path[start - 1]))
                start--;
            if (end - start == ContainerIdLength)
                return Encoding.UTF8.GetString(path[start..end]);
            end = Math.Min(start, end - 1);
        }

        return null;
    }
}
