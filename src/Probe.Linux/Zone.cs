using System.Globalization;
using Probe.Collection;
using Probe.Kernel;
using Probe.Metrics;

namespace Probe.Linux;

/// <summary>A zone of a node's memory, as the lines of <c>/proc/buddyinfo</c> and its kin begin: <c>Node 0, zone   Normal</c>.</summary>
/// <param name="name">What follows <c>Node </c>: the node's number, a comma and the zone.</param>
/// <param name="schema">A table whose rows are a node's, a zone's and perhaps an order's.</param>
/// <param name="since">When its counters began.</param>
internal sealed class Zone(string name, Schema schema, Timestamp since)
{
    private readonly List<Entity> _orders = [];

    /// <summary>Its row in a table without orders.</summary>
    public Entity Entity => field ??= new Entity(schema, since, Node, Kind);

    private string Node => name[..name.IndexOf(',')].Trim();

    private string Kind => name[(name.LastIndexOf(' ') + 1)..].Trim();

    /// <summary>Its row of an order, in a table with orders.</summary>
    public Entity Order(int order)
    {
        while (_orders.Count <= order)
            _orders.Add(new Entity(schema, since, Node, Kind, _orders.Count.ToString(CultureInfo.InvariantCulture)));
        return _orders[order];
    }

    /// <summary>Reads the beginning of a line that is a zone's.</summary>
    /// <returns>Null where it is none, or where the zone was met before.</returns>
    public static Zone? Meet(NamedSet<Zone> zones, ref FieldReader line)
    {
        if (!line.TrySkip("Node "u8))
            return null;
        ReadOnlySpan<byte> start = line.Rest;
        line.SkipWords(1);
        if (!line.TrySkip(" zone"u8) || start.IndexOf((byte)',') < 0 || !line.TryReadWord(out _))
            return null;
        return zones.Meet(start[..^line.Rest.Length]);
    }
}
