using System.Text;

namespace Probe.Linux;

/// <summary>Names in kernel text, where blanks and backslashes stand as a backslash and three octal digits.</summary>
internal static class OctalText
{
    /// <summary>The name itself.</summary>
    public static string Decode(string text) =>
        text.Contains('\\') ? Encoding.UTF8.GetString(Decode(Encoding.UTF8.GetBytes(text))) : text;

    /// <summary>The name itself, in bytes: it need not be text.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        byte[] bytes = text.ToArray();
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
            bytes[length++] = TryReadCode(bytes.AsSpan(i), ref i, out byte code) ? code : bytes[i];
        return bytes[..length];
    }

    private static bool TryReadCode(ReadOnlySpan<byte> text, ref int at, out byte code)
    {
        code = 0;
        if (text.Length < 4 || text[0] != '\\' || text[1..4].ContainsAnyExceptInRange((byte)'0', (byte)'7') || text[1] > '3')
            return false;
        code = (byte)((text[1] - '0') * 64 + (text[2] - '0') * 8 + (text[3] - '0'));
        at += 3;
        return true;
    }
}
