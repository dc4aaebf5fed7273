using Microsoft.Win32.SafeHandles;

namespace Probe.Exporters;

/// <summary>A file that may be replaced while we run. It is asked, never listened to: a look costs less than a watch.</summary>
internal sealed class WatchedFile(string path)
{
    private (DateTime Written, long Length) _seen;

    public string Path { get; } = path;

    /// <summary>True at the first look, and whenever the file is another than at the look before; a missing one is as it was.</summary>
    /// <remarks>Looks through symbolic links, by which mounted secrets are swapped.</remarks>
    public bool HasChanged()
    {
        try
        {
            using SafeFileHandle file = File.OpenHandle(Path);
            var now = (File.GetLastWriteTimeUtc(file), RandomAccess.GetLength(file));
            bool changed = now != _seen;
            _seen = now;
            return changed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
