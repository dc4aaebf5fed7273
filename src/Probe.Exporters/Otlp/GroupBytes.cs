using System.Collections.Immutable;
using System.Text;
using Probe.Metrics;

namespace Probe.Exporters.Otlp;

/// <summary>The unchanging bytes of one Metric message.</summary>
internal sealed class GroupBytes
{
    private const byte Delta = 1, Cumulative = 2;

    public GroupBytes(Schema schema, ColumnGroup group, OtlpTemporality temporality)
    {
        Instrument = group.Instrument;
        Columns = schema.Columns.Slice(group.First, group.Count);
        IsDelta = temporality == OtlpTemporality.Delta && Instrument.Kind is not (InstrumentKind.Gauge or InstrumentKind.UpDownCounter);
        Head = MakeHead(Instrument);
        DataTag = Wire.Delimited(DataField(Instrument.Kind));
        Tail = MakeTail(Instrument.Kind, IsDelta ? Delta : Cumulative);
        AttributeTag = Wire.Delimited(AttributesField(Instrument.Kind));
        ColumnAttributes = [.. Columns.Select(c => WithTag(AttributeTag, AttributeBytes.Encode(c.FixedAttributes)))];
        Histogram = HistogramEncoding.For(Instrument);
        ValueTag = Instrument.Type == NumberType.Long ? NumberPoint.LongTag : NumberPoint.DoubleTag;
    }

    public Instrument Instrument { get; }

    public ImmutableArray<Column> Columns { get; }

    /// <summary>True where points say what came since the pass before.</summary>
    public bool IsDelta { get; }

    /// <summary>A gauge's value has no beginning.</summary>
    public bool HasStart => Instrument.Kind != InstrumentKind.Gauge;

    /// <summary>Name, description and unit.</summary>
    public byte[] Head { get; }

    /// <summary>The tag of the data: gauge, sum or a histogram.</summary>
    public byte DataTag { get; }

    /// <summary>What follows the points: temporality, and whether the sum only grows.</summary>
    public byte[] Tail { get; }

    /// <summary>The tag of an attribute in a point of this kind.</summary>
    public byte AttributeTag { get; }

    /// <summary>Each column's fixed attributes, behind that tag.</summary>
    public ImmutableArray<byte[]> ColumnAttributes { get; }

    /// <summary>How its points are written where they are histograms; null where they are numbers.</summary>
    public HistogramEncoding? Histogram { get; }

    /// <summary>The tag of a number's value: a whole number stays one.</summary>
    public byte ValueTag { get; }

    /// <summary>True where a number's cell holds no value.</summary>
    public bool IsAbsent(long bits) => ValueTag == NumberPoint.LongTag ? Cell.IsAbsent(bits) : Cell.IsAbsent(BitConverter.Int64BitsToDouble(bits));

    /// <summary>Bytes of the whole Metric message, given those of its points.</summary>
    public int MetricLength(int points) => Head.Length + Wire.Field(points + Tail.Length);

    private static byte[] MakeHead(Instrument instrument)
    {
        byte[] name = Encoding.UTF8.GetBytes(instrument.Name);
        byte[] description = Encoding.UTF8.GetBytes(instrument.Description);
        byte[] unit = Encoding.UTF8.GetBytes(instrument.Unit.Ucum);
        var bytes = new byte[TextLength(name) + TextLength(description) + TextLength(unit)];
        var writer = new WireWriter(bytes);
        WriteText(ref writer, 1, name);
        WriteText(ref writer, 2, description);
        WriteText(ref writer, 3, unit);
        return bytes;
    }

    private static int TextLength(byte[] text) => text.Length == 0 ? 0 : Wire.Field(text.Length);

    private static void WriteText(ref WireWriter writer, int field, byte[] text)
    {
        if (text.Length > 0)
            writer.Delimited(Wire.Delimited(field), text);
    }

    private static int DataField(InstrumentKind kind) => kind switch
    {
        InstrumentKind.Gauge => 5,
        InstrumentKind.Histogram => 9,
        InstrumentKind.ExponentialHistogram => 10,
        _ => 7,
    };

    private static int AttributesField(InstrumentKind kind) => kind switch
    {
        InstrumentKind.Histogram => 9,
        InstrumentKind.ExponentialHistogram => 1,
        _ => 7,
    };

    private static byte[] MakeTail(InstrumentKind kind, byte temporality) => kind switch
    {
        InstrumentKind.Gauge => [],
        InstrumentKind.Counter => [Wire.Varint(2), temporality, Wire.Varint(3), 1],
        _ => [Wire.Varint(2), temporality],
    };

    private static byte[] WithTag(byte tag, byte[] attributes)
    {
        var bytes = new byte[attributes.Length];
        var writer = new WireWriter(bytes);
        AttributeBytes.Write(ref writer, tag, attributes);
        return bytes;
    }
}
