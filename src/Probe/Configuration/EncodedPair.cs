namespace Probe.Configuration;

/// <summary>A member of a list as OpenTelemetry writes it in a variable: <c>name=value</c>, percent-encoded.</summary>
internal static class EncodedPair
{
    /// <summary>Reads one member.</summary>
    /// <returns>False where there is no name, no equals sign, or a percent sign without two hexadecimal digits.</returns>
    public static bool TryParse(ReadOnlySpan<char> member, out string name, out string value)
    {
        int equals = member.IndexOf('=');
        value = "";
        name = equals < 0 ? "" : member[..equals].Trim().ToString();
        return name.Length > 0 && TryDecode(name, out name) && TryDecode(member[(equals + 1)..].Trim().ToString(), out value);
    }

    private static bool TryDecode(string text, out string decoded)
    {
        decoded = "";
        for (int at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%', at + 1))
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
                return false;
        }

        decoded = Uri.UnescapeDataString(text);
        return true;
    }
}
