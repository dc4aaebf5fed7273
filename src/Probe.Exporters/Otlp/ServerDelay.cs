using System.Globalization;

namespace Probe.Exporters.Otlp;

/// <summary>The delay a receiver asks for, within bounds: neither a burst nor oblivion.</summary>
internal static class ServerDelay
{
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan s_most = TimeSpan.FromMinutes(5);

    /// <summary>Reads a Retry-After header: seconds or a date.</summary>
    /// <returns>Null where it is neither.</returns>
    public static TimeSpan? OfRetryAfter(string value, DateTimeOffset now)
    {
        value = value.Trim();
        if (double.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double seconds) && !double.IsNaN(seconds))
            return Bound(seconds);
        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? Bound((date - now).TotalSeconds)
            : null;
    }

    /// <summary>Finds a RetryInfo among the details of a google.rpc.Status.</summary>
    public static TimeSpan? OfStatus(ReadOnlySpan<byte> status)
    {
        var fields = new WireReader(status);
        while (fields.Read())
        {
            if (fields.Field == 3 && OfDetail(fields.Bytes) is { } delay)
                return delay;
        }

        return null;
    }

    private static TimeSpan? OfDetail(ReadOnlySpan<byte> any)
    {
        bool isRetryInfo = false;
        ReadOnlySpan<byte> value = default;
        var fields = new WireReader(any);
        while (fields.Read())
        {
            if (fields.Field == 1)
                isRetryInfo = fields.Bytes.EndsWith("/google.rpc.RetryInfo"u8);
            else if (fields.Field == 2)
                value = fields.Bytes;
        }

        return isRetryInfo ? OfRetryInfo(value) : null;
    }

    private static TimeSpan OfRetryInfo(ReadOnlySpan<byte> info)
    {
        double seconds = 0;
        var fields = new WireReader(info);
        while (fields.Read())
        {
            if (fields.Field != 1)
                continue;
            var duration = new WireReader(fields.Bytes);
            while (duration.Read())
                seconds += duration.Field switch { 1 => (long)duration.Number, 2 => (int)duration.Number / 1e9, _ => 0 };
        }

        return Bound(seconds);
    }

    private static TimeSpan Bound(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, s_least.TotalSeconds, s_most.TotalSeconds));
}
