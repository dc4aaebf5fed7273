using System.Globalization;
using System.Text;

namespace Probe.Configuration;

/// <summary>Turns what an operator writes into what the binder reads.</summary>
internal static class SettingValue
{
    private const string Hidden = "******";

    private static readonly (string Suffix, TimeSpan Span)[] s_spans =
    [
        ("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1)),
    ];

    private static readonly (string Suffix, long Bytes)[] s_sizes =
    [
        ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000), ("B", 1),
    ];

    /// <summary>Gives a text the form that the binder reads.</summary>
    /// <returns>Null where the text is not of that kind.</returns>
    public static string? Normalize(SettingSpec spec, string text) => spec.Kind switch
    {
        SettingKind.Boolean => bool.TryParse(text, out bool flag) ? (flag ? "true" : "false") : null,
        SettingKind.Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number.ToString(CultureInfo.InvariantCulture) : null,
        SettingKind.Duration => TryParseDuration(text, out TimeSpan span) ? span.ToString("c", CultureInfo.InvariantCulture) : null,
        SettingKind.Size => TryParseSize(text, out long bytes) ? bytes.ToString(CultureInfo.InvariantCulture) : null,
        SettingKind.Choice => FindChoice(spec, text),
        _ => text,
    };

    /// <summary>What was expected, as the end of "expected ...".</summary>
    public static string Expectation(SettingSpec spec) => spec.Kind switch
    {
        SettingKind.Boolean => "true or false",
        SettingKind.Integer => "a whole number",
        SettingKind.Duration => "a duration with its unit, such as 10s, 500ms or 1m30s",
        SettingKind.Size => "a number of bytes, such as 262144, 256KiB or 1MiB",
        SettingKind.Choice => "one of " + string.Join(", ", spec.Choices),
        SettingKind.List => "a list",
        SettingKind.Map => "names with values",
        _ => "a text",
    };

    /// <summary>The text as it may be shown: secrets hidden, and the user's part of a URL.</summary>
    public static string Show(SettingSpec? spec, string text)
    {
        if (text.Length == 0)
            return text;
        if (spec is { Secret: true })
            return Hidden;
        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return text;
        int host = scheme + 3;
        int end = text.AsSpan(host).IndexOfAny('/', '?', '#') is var at and >= 0 ? host + at : text.Length;
        int user = text.LastIndexOf('@', end - 1, end - host);
        string shown = user < 0 ? text : string.Concat(text.AsSpan(0, host), Hidden, text.AsSpan(user));
        int query = shown.IndexOf('?');
        return query < 0 ? shown : shown[..(query + 1)] + Hidden;
    }

    /// <summary>Reads a duration: numbers with their units, largest first, or the form <c>hh:mm:ss</c>.</summary>
    public static bool TryParseDuration(ReadOnlySpan<char> text, out TimeSpan span)
    {
        text = text.Trim();
        if (text.Contains(':'))
            return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out span);
        double seconds = 0;
        span = default;
        if (text.IsEmpty)
            return false;
        while (!text.IsEmpty)
        {
            int digits = text.IndexOfAnyExcept("0123456789.");
            if (digits <= 0 || !double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
                return false;
            text = text[digits..];
            int letters = text.IndexOfAny("0123456789. ") is var at and >= 0 ? at : text.Length;
            if (!TryFindSpan(text[..letters], out TimeSpan unit))
                return false;
            seconds += number * unit.TotalSeconds;
            text = text[letters..].TrimStart();
        }

        if (seconds > TimeSpan.FromDays(36500).TotalSeconds)
            return false;
        span = TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>Writes a duration as <see cref="TryParseDuration"/> reads it, such as <c>1m30s</c>.</summary>
    public static string Format(TimeSpan span)
    {
        if (span <= TimeSpan.Zero)
            return span == TimeSpan.Zero ? "0s" : span.ToString("c", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        for (int i = s_spans.Length - 1; i >= 0; i--)
        {
            long count = span.Ticks / s_spans[i].Span.Ticks;
            if (count > 0)
                text.Append(CultureInfo.InvariantCulture, $"{count}{s_spans[i].Suffix}");
            span -= s_spans[i].Span * count;
        }

        return text.Length > 0 ? text.ToString() : "0s";
    }

    /// <summary>Writes a size as <see cref="TryParseSize"/> reads it, in the largest unit that leaves it whole.</summary>
    public static string Format(long bytes)
    {
        foreach ((string suffix, long unit) in s_sizes.Take(3))
        {
            if (bytes >= unit && bytes % unit == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{bytes / unit}{suffix}");
        }

        return bytes.ToString(CultureInfo.InvariantCulture);
    }

    // By its letters, and by the first three or more where they are enough: info, http/protobuf.
    private static string? FindChoice(SettingSpec spec, string text)
    {
        string letters = string.Concat(text.Where(char.IsLetter));
        string[] fitting = [.. spec.Choices.Where(c => c.StartsWith(letters, StringComparison.OrdinalIgnoreCase))];
        return fitting.FirstOrDefault(c => c.Length == letters.Length) ?? (letters.Length >= 3 && fitting.Length == 1 ? fitting[0] : null);
    }

    private static bool TryParseSize(string text, out long bytes)
    {
        long unit = 1;
        foreach ((string suffix, long size) in s_sizes)
        {
            if (!text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                continue;
            (text, unit) = (text[..^suffix.Length].TrimEnd(), size);
            break;
        }

        bool good = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out bytes) && bytes <= long.MaxValue / unit;
        bytes *= unit;
        return good;
    }

    private static bool TryFindSpan(ReadOnlySpan<char> suffix, out TimeSpan span)
    {
        foreach ((string known, TimeSpan unit) in s_spans)
        {
            if (suffix.SequenceEqual(known))
            {
                span = unit;
                return true;
            }
        }

        span = default;
        return false;
    }
}
