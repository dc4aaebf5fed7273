using System.Collections.Immutable;

namespace Probe.Metrics;

/// <summary>What kind of number an instrument gives.</summary>
public enum InstrumentKind
{
    /// <summary>A total that only grows, until its thing starts anew.</summary>
    Counter,

    /// <summary>A total that may fall: it can be summed over its attributes.</summary>
    UpDownCounter,

    /// <summary>A value of the moment: summing it has no meaning.</summary>
    Gauge,

    /// <summary>A distribution over bounds named by the instrument.</summary>
    Histogram,

    /// <summary>A distribution over powers of a base, as OTLP's exponential histogram has it.</summary>
    ExponentialHistogram,
}

/// <summary>How an instrument's cells are read: as exact whole numbers or as doubles.</summary>
public enum NumberType
{
    /// <summary>IEEE double; absent is NaN.</summary>
    Double,

    /// <summary>Exact 64-bit integer; absent is the smallest one.</summary>
    Long,
}

/// <summary>Whether an instrument is sent without being asked for.</summary>
public enum Tier
{
    /// <summary>Read and sent unless the settings exclude it.</summary>
    Default,

    /// <summary>Read and sent only when the settings name it.</summary>
    Optional,
}

/// <summary>The systems that can know an instrument's value.</summary>
[Flags]
public enum Systems
{
    /// <summary>No system.</summary>
    None = 0,

    /// <summary>Linux.</summary>
    Linux = 1,

    /// <summary>macOS.</summary>
    MacOS = 2,

    /// <summary>FreeBSD.</summary>
    FreeBsd = 4,

    /// <summary>OpenBSD.</summary>
    OpenBsd = 8,

    /// <summary>NetBSD.</summary>
    NetBsd = 16,

    /// <summary>The three BSDs.</summary>
    Bsd = FreeBsd | OpenBsd | NetBsd,

    /// <summary>Every system Probe runs on.</summary>
    All = Linux | MacOS | Bsd,
}

/// <summary>One question we can answer: its name, kind, unit and meaning. Declared once, for all systems.</summary>
/// <remarks>Value type, tier and platforms are the contract's; a test compares every one of them.</remarks>
public sealed class Instrument
{
    private Instrument(string name, InstrumentKind kind, Unit unit, NumberType type, string description)
    {
        Name = name;
        Kind = kind;
        Unit = unit;
        Type = type;
        Description = description;
    }

    /// <summary>The OpenTelemetry name; Prometheus's is derived from it.</summary>
    public string Name { get; }

    /// <summary>What kind of number it gives.</summary>
    public InstrumentKind Kind { get; }

    /// <summary>The unit its cells are in.</summary>
    public Unit Unit { get; }

    /// <summary>How its cells are read; for a histogram, the kind of its sum.</summary>
    public NumberType Type { get; }

    /// <summary>One sentence on what it means.</summary>
    public string Description { get; }

    /// <summary>Whether it is sent without being asked for.</summary>
    public Tier Tier { get; private init; }

    /// <summary>The systems that can know it.</summary>
    public Systems Systems { get; private init; } = Systems.All;

    /// <summary>Where Linux says it, in words: the file, call or event; empty where Linux does not.</summary>
    public string Source { get; private init; } = "";

    /// <summary>Upper bounds of an explicit histogram's buckets, ascending; the last bucket, above them all, is implied.</summary>
    public ImmutableArray<double> Bounds { get; private init; } = [];

    /// <summary>An exponential histogram's scale: its base is 2^(2^-scale).</summary>
    public int Scale { get; private init; }

    /// <summary>The index of an exponential histogram's first positive bucket.</summary>
    public int Offset { get; private init; }

    /// <summary>How many positive buckets an exponential histogram has.</summary>
    public int Slots { get; private init; }

    /// <summary>Values up to this one are in an exponential histogram's zero bucket.</summary>
    public double ZeroThreshold { get; private init; }

    /// <summary>Cells one value of it takes: a histogram is its buckets, then its sum; the count is derived.</summary>
    public int Cells => Kind switch
    {
        InstrumentKind.Histogram => Bounds.Length + 2,
        InstrumentKind.ExponentialHistogram => Slots + 2,
        _ => 1,
    };

    /// <summary>True for both kinds of histogram.</summary>
    public bool IsHistogram => Kind is InstrumentKind.Histogram or InstrumentKind.ExponentialHistogram;

    /// <summary>A total that only grows.</summary>
    public static Instrument Counter(string name, Unit unit, NumberType type, string description) =>
        new(name, InstrumentKind.Counter, unit, type, description);

    /// <summary>A sum that may fall.</summary>
    public static Instrument UpDownCounter(string name, Unit unit, NumberType type, string description) =>
        new(name, InstrumentKind.UpDownCounter, unit, type, description);

    /// <summary>A value of the moment.</summary>
    public static Instrument Gauge(string name, Unit unit, NumberType type, string description) =>
        new(name, InstrumentKind.Gauge, unit, type, description);

    /// <summary>A distribution over fixed bounds. Cells: one count a bucket (bounds plus one), then the sum.</summary>
    public static Instrument Histogram(string name, Unit unit, NumberType type, ImmutableArray<double> bounds, string description) =>
        new(name, InstrumentKind.Histogram, unit, type, description) { Bounds = bounds };

    /// <summary>A distribution over powers of a base. Cells: the zero count, one count a positive bucket, then the sum.</summary>
    /// <param name="name">The OpenTelemetry name.</param>
    /// <param name="unit">The unit of the values.</param>
    /// <param name="type">The kind of the sum.</param>
    /// <param name="scale">Base 2^(2^-scale); 0 doubles from bucket to bucket.</param>
    /// <param name="offset">Index of the first bucket, which holds values above base^offset and up to base^(offset+1).</param>
    /// <param name="slots">Number of buckets; the last also takes whatever lies above it.</param>
    /// <param name="zeroThreshold">Largest value that counts as zero.</param>
    /// <param name="description">One sentence on what it means.</param>
    public static Instrument Exponential(string name, Unit unit, NumberType type, int scale, int offset, int slots, double zeroThreshold, string description) =>
        new(name, InstrumentKind.ExponentialHistogram, unit, type, description)
        {
            Scale = scale, Offset = offset, Slots = slots, ZeroThreshold = zeroThreshold,
        };

    /// <summary>A distribution of durations in seconds at scale 0, from 2^-23 s (119 ns) to 32 s; where the contract names no bounds.</summary>
    public static Instrument Durations(string name, string description) =>
        Exponential(name, Unit.Seconds, NumberType.Double, scale: 0, offset: -23, slots: 29, zeroThreshold: 1.0 / (1 << 23), description);

    /// <summary>A distribution of sizes or counts at scale 0, from 1 to 2^40; where the contract names no bounds.</summary>
    public static Instrument Sizes(string name, Unit unit, string description) =>
        Exponential(name, unit, NumberType.Long, scale: 0, offset: 0, slots: 40, zeroThreshold: 1, description);

    /// <summary>The same instrument, sent only when the settings name it.</summary>
    public Instrument Optional() => Copy(Tier.Optional, Systems, Source);

    /// <summary>The same instrument, known on these systems alone.</summary>
    public Instrument On(Systems systems) => Copy(Tier, systems, Source);

    /// <summary>The same instrument, with the words for where Linux says it.</summary>
    public Instrument From(string source) => Copy(Tier, Systems, source);

    /// <summary>A column of this instrument, narrowed by attributes that all its cells share.</summary>
    public Column At(params ReadOnlySpan<(AttributeKey Key, string Value)> fixedAttributes) => new(this, [.. fixedAttributes]);

    /// <summary>A column with no fixed attributes.</summary>
    public static implicit operator Column(Instrument instrument) => new(instrument, []);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private Instrument Copy(Tier tier, Systems systems, string source) => new(Name, Kind, Unit, Type, Description)
    {
        Tier = tier, Systems = systems, Source = source,
        Bounds = Bounds, Scale = Scale, Offset = Offset, Slots = Slots, ZeroThreshold = ZeroThreshold,
    };
}
