using Probe.Collection;
using Probe.Metrics;

namespace Probe.Kernel;

/// <summary>A host as it was recorded: its kernel's answers, its facts, and when that was.</summary>
/// <remarks>
/// It is a folder: <c>host.json</c> with <c>boot</c>, <c>clockTick</c>, <c>pageSize</c>, <c>time</c> and, under <c>refused</c>, the error number of
/// each name that gave nothing; and a folder <c>kernel</c> in which each name is a file of its bytes. A folder's listing is its file
/// <c>.list</c>, a name a line, or else what the folder holds. A name that has bytes and names below it keeps the bytes in <c>.self</c>.
/// </remarks>
public sealed record RecordedHost(RecordedKernelSource Kernel, HostFacts Facts, Timestamp Time)
{
    /// <summary>Reads a recorded host.</summary>
    /// <returns>Null where the folder has no <c>host.json</c>: then it is no recording.</returns>
    /// <exception cref="InvalidDataException">It has one that says something else than it should.</exception>
    public static RecordedHost? TryLoad(string folder) => RecordedFolder.Exists(folder) ? RecordedFolder.Read(folder) : null;
}
