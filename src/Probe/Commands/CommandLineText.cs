using System.Text;
using System.Text.RegularExpressions;

namespace Probe.Commands;

/// <summary>Arguments and variables of other processes, without what looks like a secret.</summary>
/// <remarks>It looks at names, since nothing else tells a secret from a word: one that stands alone under an odd name is not found.</remarks>
internal static partial class CommandLineText
{
    private const int Longest = 4096;
    private const string Hidden = "***";

    /// <summary>The words of a text whose words end in NULs, in one line; cut where it is very long.</summary>
    public static string Scrub(ReadOnlySpan<byte> words)
    {
        var line = new StringBuilder();
        bool hidesNext = false;
        foreach (string word in Words(words))
        {
            line.Append(line.Length > 0 ? " " : "").Append(hidesNext ? Hidden : ScrubWord(word));
            hidesNext = !hidesNext && SecretOption().IsMatch(word);
            if (line.Length > Longest)
                return line.ToString(0, Longest) + "…";
        }

        return line.ToString();
    }

    /// <summary>The words of such a text.</summary>
    public static string[] Words(ReadOnlySpan<byte> words) => Encoding.UTF8.GetString(words).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A word, such as <c>--password=x</c>, <c>TOKEN=x</c> or an address with a password in it, without the secret.</summary>
    public static string ScrubWord(string word) => Password().Replace(SecretPair().Replace(word, "$1" + Hidden), "$1" + Hidden + "@");

    [GeneratedRegex(@"^-{1,2}[\w-]*(pass|pwd|secret|token|key|credential|auth)[\w-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretOption();

    [GeneratedRegex(@"([\w.-]*(?:pass|pwd|secret|token|key|credential|auth)[\w.-]*[=:]).+", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SecretPair();

    [GeneratedRegex(@"(://[^/@\s:]*:)[^@\s]*@")]
    private static partial Regex Password();
}
