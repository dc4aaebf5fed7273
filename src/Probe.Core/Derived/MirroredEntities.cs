using Probe.Metrics;

namespace Probe.Derived;

/// <summary>The entities of a derived table: those of its source, row by row, under the same values.</summary>
internal sealed class MirroredEntities(Schema schema)
{
    private readonly List<(Entity Source, Entity Own)> _rows = [];

    /// <summary>The derived entity of a source's, which stands in that row.</summary>
    public Entity Of(Entity source, int row)
    {
        if (row < _rows.Count && _rows[row].Source == source)
            return _rows[row].Own;
        var own = new Entity(schema, source.Since, source.Values);
        while (_rows.Count <= row)
            _rows.Add((source, own));
        _rows[row] = (source, own);
        return own;
    }
}
