namespace Probe.Metrics;

/// <summary>A moment of wall-clock time, in whole nanoseconds since 1970-01-01T00:00:00Z, as OTLP counts it.</summary>
public readonly record struct Timestamp(long UnixNanoseconds) : IComparable<Timestamp>
{
    /// <summary>The moment a clock shows; .NET clocks are exact to 100 ns.</summary>
    public static Timestamp From(DateTimeOffset time) => new((time - DateTimeOffset.UnixEpoch).Ticks * 100);

    /// <summary>The moment so many seconds after the epoch.</summary>
    public static Timestamp FromUnixSeconds(double seconds) => new((long)(seconds * 1e9));

    /// <summary>Seconds since the epoch.</summary>
    public double UnixSeconds => UnixNanoseconds / 1e9;

    /// <summary>The same moment as a .NET time, cut to 100 ns.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.UnixEpoch.AddTicks(UnixNanoseconds / 100);

    /// <summary>A later (or, with a negative span, earlier) moment.</summary>
    public static Timestamp operator +(Timestamp time, TimeSpan span) => new(time.UnixNanoseconds + span.Ticks * 100);

    /// <summary>The span from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static TimeSpan operator -(Timestamp left, Timestamp right) =>
        TimeSpan.FromTicks((left.UnixNanoseconds - right.UnixNanoseconds) / 100);

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => UnixNanoseconds.CompareTo(other.UnixNanoseconds);

    /// <summary>True when the left moment is earlier.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left.UnixNanoseconds < right.UnixNanoseconds;

    /// <summary>True when the left moment is later.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left.UnixNanoseconds > right.UnixNanoseconds;
}
