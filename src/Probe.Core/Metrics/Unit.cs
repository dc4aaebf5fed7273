namespace Probe.Metrics;

/// <summary>A unit of measure, as UCUM writes it. Annotations in braces, such as <c>{page}</c>, count things.</summary>
public sealed record Unit(string Ucum)
{
    /// <summary>A dimensionless ratio or state.</summary>
    public static readonly Unit One = new("1");

    /// <summary>Seconds.</summary>
    public static readonly Unit Seconds = new("s");

    /// <summary>Bytes.</summary>
    public static readonly Unit Bytes = new("By");

    /// <summary>Bytes per second.</summary>
    public static readonly Unit BytesPerSecond = new("By/s");

    /// <summary>Bits.</summary>
    public static readonly Unit Bits = new("bit");

    /// <summary>Bits per second.</summary>
    public static readonly Unit BitsPerSecond = new("bit/s");

    /// <summary>Hertz.</summary>
    public static readonly Unit Hertz = new("Hz");

    /// <summary>Watts.</summary>
    public static readonly Unit Watts = new("W");

    /// <summary>Joules.</summary>
    public static readonly Unit Joules = new("J");

    /// <summary>Volts.</summary>
    public static readonly Unit Volts = new("V");

    /// <summary>Amperes.</summary>
    public static readonly Unit Amperes = new("A");

    /// <summary>Degrees Celsius.</summary>
    public static readonly Unit Celsius = new("Cel");

    /// <summary>Revolutions per minute.</summary>
    public static readonly Unit RevolutionsPerMinute = new("rpm");

    /// <summary>Decibels relative to one milliwatt.</summary>
    public static readonly Unit DecibelMilliwatts = new("dBm");

    /// <summary>A count of things, named in the singular: <c>Of("page")</c> is <c>{page}</c>.</summary>
    public static Unit Of(string thing) => new("{" + thing + "}");

    /// <summary>A rate of things per second: <c>OfPerSecond("transfer")</c> is <c>{transfer}/s</c>.</summary>
    public static Unit OfPerSecond(string thing) => new("{" + thing + "}/s");

    /// <inheritdoc/>
    public override string ToString() => Ucum;
}
