using System.Buffers.Text;
using System.Runtime.InteropServices;
using Probe.Kernel.Interop;

namespace Probe.Kernel;

/// <summary>The <c>/proc/PID/stat</c> of processes, kept open between passes: a pread costs half of open, read and close.</summary>
/// <remarks>
/// A descriptor answers for the process it was opened for and no other: once that is gone it says ESRCH for good, and the name is opened again.
/// Kept is what is read a second time, as long as there is room. A listing of <c>/proc</c> closes what two listings passed without a reading.
/// </remarks>
internal sealed class ProcessFiles : IDisposable
{
    /// <summary>Most files kept; those of further processes are opened on every reading.</summary>
    public const int MostOpen = 2048;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, Kept> _files = [];
    private readonly int _most = Math.Min(MostOpen, Limit() / 2);
    private int _listing;

    /// <summary>The process whose file that name is.</summary>
    /// <returns>False where the name is none of these files.</returns>
    public static bool TryParse(ReadOnlySpan<byte> name, out int pid)
    {
        pid = 0;
        return name.StartsWith("/proc/"u8) && name.EndsWith("/stat"u8) && name.Length is > 11 and <= 21
            && Utf8Parser.TryParse(name[6..^5], out pid, out int used) && used == name.Length - 11 && pid > 0;
    }

    /// <summary>Reads a process's file whole.</summary>
    /// <param name="pid">The process.</param>
    /// <param name="path">The file's path, ending in NUL.</param>
    /// <param name="buffer">Takes its bytes.</param>
    /// <returns>0, or the error number.</returns>
    public int Read(int pid, ReadOnlySpan<byte> path, KernelBuffer buffer)
    {
        lock (_lock)
        {
            ref Kept file = ref CollectionsMarshal.GetValueRefOrNullRef(_files, pid);
            if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref file))
                return ReadFirst(pid, path, buffer);
            file.Listing = _listing;
            if (file.Descriptor >= 0 && Descriptors.ReadWhole(file.Descriptor, buffer, shortLines: true) == 0)
                return 0;
            Descriptors.Close(file.Descriptor);
            int errno = Descriptors.Open(path, out file.Descriptor);
            return errno == 0 ? Descriptors.ReadWhole(file.Descriptor, buffer, shortLines: true) : errno;
        }
    }

    /// <summary>Says that the processes are listed anew, and closes what nobody has read for two listings.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            _listing++;
            foreach ((int pid, Kept file) in _files)
            {
                if (_listing - file.Listing <= 2)
                    continue;
                Descriptors.Close(file.Descriptor);
                _files.Remove(pid);
            }
        }
    }

    /// <summary>Closes all files. Reading again opens them again.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (Kept file in _files.Values)
                Descriptors.Close(file.Descriptor);
            _files.Clear();
        }
    }

    private int ReadFirst(int pid, ReadOnlySpan<byte> path, KernelBuffer buffer)
    {
        int errno = Descriptors.Open(path, out int descriptor);
        if (errno == 0)
            errno = Descriptors.ReadWhole(descriptor, buffer, shortLines: true);
        Descriptors.Close(descriptor);
        if (errno == 0 && _files.Count < _most)
            _files.Add(pid, new Kept { Descriptor = -1, Listing = _listing });
        return errno;
    }

    private static int Limit() =>
        Libc.GetLimit(Libc.OpenFiles, out ResourceLimit limit) == 0 ? (int)Math.Min(limit.Soft, int.MaxValue) : MostOpen;

    private struct Kept
    {
        public int Descriptor;
        public int Listing;
    }
}
