using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;

namespace Probe.Hosting;

/// <summary>Notices that the settings file has changed, by looking at it now and then.</summary>
/// <remarks>
/// Looking at the bytes sees what a watch of the system's would need three ways to see: a write in place, a rename over the file and a swapped
/// link above it; and it works on network mounts. The look shares the collectors' wake-up, so that it costs an open and a read.
/// </remarks>
internal sealed class SettingsWatch(ImmutableArray<string> places)
{
    private const int LargestFile = 4 << 20;        // what the reader takes

    private readonly byte[] _bytes = new byte[4096];
    private Look _known;
    private Look _last;

    /// <summary>Takes what the file holds for known.</summary>
    public void Accept() => _known = _last = Take();

    /// <summary>Looks at the file.</summary>
    /// <returns>True when it is not what is known.</returns>
    public bool HasChanged() => (_last = Take()) != _known;

    /// <summary>Looks again.</summary>
    /// <returns>True when nobody has written to it since the last look: a file that is being written is not read half.</returns>
    public bool HasSettled()
    {
        Look before = _last;
        _last = Take();
        return _last == before;
    }

    private Look Take()
    {
        for (int i = 0; i < places.Length; i++)
        {
            try
            {
                using SafeFileHandle file = File.OpenHandle(places[i]);
                return Read(file, i);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                continue;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new Look(i, Length: -1, Hash: 0);
            }
        }

        return new Look(places.Length, Length: 0, Hash: 0);
    }

    // FNV-1a
    private Look Read(SafeFileHandle file, int place)
    {
        ulong hash = 14695981039346656037;
        long length = 0;
        int count;
        while (length < LargestFile && (count = RandomAccess.Read(file, _bytes, length)) > 0)
        {
            foreach (byte value in _bytes.AsSpan(0, count))
                hash = (hash ^ value) * 1099511628211;
            length += count;
        }

        return new Look(place, length, hash);
    }

    /// <summary>What was seen, and where; a file that cannot be read has a length of -1.</summary>
    private readonly record struct Look(int Place, long Length, ulong Hash);
}
