using System.Diagnostics.CodeAnalysis;

namespace Probe.Exporters.Otlp;

/// <summary>A header as the settings have it; its value may be a <see cref="SecretText"/>.</summary>
internal static class HeaderValue
{
    private const int MaxLength = 8192;

    /// <summary>True for a token as HTTP has it.</summary>
    public static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c));

    /// <summary>The value to send.</summary>
    /// <returns>False with the problem, which never tells the value itself.</returns>
    public static bool TryRead(string setting, [NotNullWhen(true)] out string? value, out string problem)
    {
        if (!SecretText.TryRead(setting, out value, out problem))
            return false;
        if (value.Length <= MaxLength && value.All(c => c is '\t' or >= ' ' and <= '~'))
            return true;
        value = null;
        problem = "must be one line of printable ASCII, at most 8 KiB.";
        return false;
    }
}
