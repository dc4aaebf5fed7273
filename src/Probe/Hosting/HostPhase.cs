using System.Text;

namespace Probe.Hosting;

/// <summary>This host's own shift of all edges: a fleet that starts at once does not push at once.</summary>
internal static class HostPhase
{
    private const int LongestMs = 10_000;       // one push interval

    /// <summary>The shift, from 0 to 10 s; the same on every start.</summary>
    public static TimeSpan Find(string machineId = "/etc/machine-id")
    {
        string id = Environment.MachineName;
        try
        {
            id = File.ReadAllText(machineId) + id;      // images are cloned with their machine-id more often than they should be
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The name alone will do.
        }

        return TimeSpan.FromMilliseconds(Hash(id) % LongestMs);
    }

    // FNV-1a: string.GetHashCode differs from start to start.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (byte value in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ value) * 16777619;
        return hash;
    }
}
