using System.Collections.Immutable;

namespace Probe.Metrics;

/// <summary>An instrument narrowed by attributes fixed at compile time. One cell wide; a histogram is its buckets, then its sum.</summary>
/// <remarks>Made by <see cref="Instrument.At"/> and owned by the one <see cref="Schema"/> that lists it.</remarks>
public sealed class Column
{
    private Schema? _schema;

    internal Column(Instrument instrument, ImmutableArray<(AttributeKey Key, string Value)> fixedAttributes)
    {
        Instrument = instrument;
        FixedAttributes = fixedAttributes;
        Cells = instrument.Cells;
    }

    /// <summary>The question this column answers.</summary>
    public Instrument Instrument { get; }

    /// <summary>Attributes every cell of the column has.</summary>
    public ImmutableArray<(AttributeKey Key, string Value)> FixedAttributes { get; }

    /// <summary>The table it belongs to.</summary>
    /// <exception cref="InvalidOperationException">No schema lists it.</exception>
    public Schema Schema => _schema ?? throw new InvalidOperationException($"Column {this} is in no schema.");

    /// <summary>Its place among the schema's columns.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The first of its cells within a row of the schema.</summary>
    public int CellOffset { get; private set; }

    /// <summary>Cells it takes in a row.</summary>
    public int Cells { get; }

    /// <inheritdoc/>
    public override string ToString() => FixedAttributes.IsEmpty
        ? Instrument.Name
        : $"{Instrument.Name}{{{string.Join(",", FixedAttributes.Select(a => $"{a.Key}={a.Value}"))}}}";

    internal void Bind(Schema schema, int ordinal, int cellOffset)
    {
        if (_schema is not null)
            throw new InvalidOperationException($"Column {this} is in {_schema.Name} already; {schema.Name} needs one of its own.");
        (_schema, Ordinal, CellOffset) = (schema, ordinal, cellOffset);
    }
}
