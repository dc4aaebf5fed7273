using System.Buffers.Text;

namespace Probe.Linux;

/// <summary>Writes the names of a process's files. Each name stands until the next one is asked for.</summary>
internal sealed class ProcessNames
{
    private readonly byte[] _bytes = new byte[128];

    /// <summary>The name of a file of a process.</summary>
    /// <param name="pid">The process.</param>
    /// <param name="file">The file, such as <c>/stat</c>.</param>
    /// <param name="prefix">What stands before: the source that is asked, where that is not the file itself.</param>
    public ReadOnlySpan<byte> Of(int pid, ReadOnlySpan<byte> file, ReadOnlySpan<byte> prefix = default)
    {
        prefix.CopyTo(_bytes);
        int length = prefix.Length;
        "/proc/"u8.CopyTo(_bytes.AsSpan(length));
        length += "/proc/"u8.Length;
        Utf8Formatter.TryFormat(pid, _bytes.AsSpan(length), out int digits);
        length += digits;
        file.CopyTo(_bytes.AsSpan(length));
        return _bytes.AsSpan(0, length + file.Length);
    }
}
