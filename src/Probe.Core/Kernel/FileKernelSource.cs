using System.Collections.Concurrent;
using System.Text;

namespace Probe.Kernel;

/// <summary>The live kernel as files: bare system calls beneath a root, 0 bytes allocated, and files of a pass kept open.</summary>
/// <remarks>
/// Names below /proc and /sys are kept open from their second reading on, up to <see cref="MostOpen"/>: what is read once holds no descriptor.
/// Of a process's files that is <c>stat</c> alone, apart and with a bound of its own (<see cref="ProcessFiles"/>). Everything else may be replaced under its name by someone, and is opened on every read.
/// </remarks>
public sealed class FileKernelSource : IKernelSource, IDisposable
{
    /// <summary>Most files kept open; those unused for five minutes make room.</summary>
    public const int MostOpen = 1024;

    private const int Idle = 5 * 60 * 1000;

    private readonly ConcurrentDictionary<byte[], KernelFile> _open = new(ByteNames.Comparer);
    private readonly ConcurrentDictionary<byte[], KernelFile>.AlternateLookup<ReadOnlySpan<byte>> _byName;
    private readonly ProcessFiles _processes = new();
    private readonly byte[] _root;

    /// <param name="root">Where the system's files are mounted; <c>/</c> for our own.</param>
    public FileKernelSource(string root = "/")
    {
        _root = Encoding.UTF8.GetBytes(root.TrimEnd('/'));
        _byName = _open.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> name, KernelBuffer buffer)
    {
        if (IsKept(name) && _byName.TryGetValue(name, out KernelFile? file))
        {
            int errno = file.Read(buffer);
            return errno == 0 || Descriptors.Refuse(buffer, errno, name);
        }

        Span<byte> path = stackalloc byte[_root.Length + name.Length + 1];
        WritePath(name, path);
        if (!ProcessFiles.TryParse(name, out int pid))
            return TryOpenAndRead(name, path, buffer);
        int error = _processes.Read(pid, path, buffer);
        return error == 0 || Descriptors.Refuse(buffer, error, name);
    }

    /// <inheritdoc/>
    public bool TryList(ReadOnlySpan<byte> name, KernelBuffer names)
    {
        if (name.SequenceEqual("/proc"u8))
            _processes.Sweep();
        Span<byte> path = stackalloc byte[_root.Length + name.Length + 1];
        WritePath(name, path);
        int errno = Descriptors.OpenDirectory(path, out int descriptor);
        if (errno == 0)
            errno = DirectoryListing.Read(descriptor, names);
        Descriptors.Close(descriptor);
        return errno == 0 || Descriptors.Refuse(names, errno, name);
    }

    /// <summary>Closes all files. Reading again opens them again.</summary>
    public void Dispose()
    {
        foreach (KernelFile file in _open.Values)
            file.Release();
        _open.Clear();
        _processes.Dispose();
    }

    private bool TryOpenAndRead(ReadOnlySpan<byte> name, ReadOnlySpan<byte> path, KernelBuffer buffer)
    {
        int errno = Descriptors.Open(path, out int descriptor);
        if (errno == 0)
            errno = Descriptors.ReadWhole(descriptor, buffer, shortLines: HasShortLines(name));
        Descriptors.Close(descriptor);
        if (errno == 0 && IsKept(name))
            Remember(name, path);
        return errno == 0 || Descriptors.Refuse(buffer, errno, name);
    }

    private void Remember(ReadOnlySpan<byte> name, ReadOnlySpan<byte> path)
    {
        if (_open.Count >= MostOpen)
            CloseIdle();
        if (_open.Count < MostOpen)
            _open.TryAdd(name.ToArray(), new KernelFile(path.ToArray(), HasShortLines(name)));
    }

    private void WritePath(ReadOnlySpan<byte> name, Span<byte> path)
    {
        _root.CopyTo(path);
        name.CopyTo(path[_root.Length..]);
        path[^1] = 0;
    }

    private static bool IsKept(ReadOnlySpan<byte> name) =>
        name.StartsWith("/sys/"u8) || (name.StartsWith("/proc/"u8) && name.Length > 6 && name[6] is < (byte)'0' or > (byte)'9');

    // A mount's line holds paths and options of any length. What is opened anew each time is cheap to read to its very end.
    private static bool HasShortLines(ReadOnlySpan<byte> name) =>
        IsKept(name) ? name.IndexOf("/mount"u8) < 0 : name.StartsWith("/proc/"u8) && IsShort(name[(name.LastIndexOf((byte)'/') + 1)..]);

    // What of a process is a few numbers, and no text that it chose.
    private static bool IsShort(ReadOnlySpan<byte> file) => file.SequenceEqual("statm"u8) || file.SequenceEqual("io"u8)
        || file.SequenceEqual("schedstat"u8) || file.SequenceEqual("oom_score"u8) || file.SequenceEqual("oom_score_adj"u8);

    private void CloseIdle()
    {
        long now = Environment.TickCount64;
        foreach ((byte[] name, KernelFile file) in _open)
        {
            if (now - file.LastUse > Idle && _open.TryRemove(name, out _))
                file.Release();
        }
    }
}
