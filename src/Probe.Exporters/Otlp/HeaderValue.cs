using System.Diagnostics.CodeAnalysis;

namespace Probe.Exporters.Otlp;

/// <summary>A header's value as the settings have it: itself, <c>file:PATH</c> or <c>env:NAME</c>.</summary>
internal static class HeaderValue
{
    private const string FilePrefix = "file:", EnvironmentPrefix = "env:";
    private const int MaxLength = 8192;

    /// <summary>True for a token as HTTP has it.</summary>
    public static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c));

    /// <summary>The file that holds the value; null where none does.</summary>
    public static string? FileOf(string setting) => setting.StartsWith(FilePrefix, StringComparison.Ordinal) ? setting[FilePrefix.Length..] : null;

    /// <summary>The value to send.</summary>
    /// <returns>False with the problem, which never tells the value itself.</returns>
    public static bool TryRead(string setting, [NotNullWhen(true)] out string? value, out string problem)
    {
        problem = "";
        if (FileOf(setting) is { } path)
            value = ReadFile(path, out problem);
        else if (setting.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
            value = ReadVariable(setting[EnvironmentPrefix.Length..], out problem);
        else
            value = setting;
        if (value is null)
            return false;
        if (value.Length <= MaxLength && value.All(c => c is '\t' or >= ' ' and <= '~'))
            return true;
        value = null;
        problem = "must be one line of printable ASCII, at most 8 KiB.";
        return false;
    }

    private static string? ReadFile(string path, out string problem)
    {
        problem = "";
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = e.Message;
            return null;
        }
    }

    private static string? ReadVariable(string name, out string problem)
    {
        string? value = Environment.GetEnvironmentVariable(name)?.Trim();
        problem = value is null ? $"names the variable {name}, which is not set." : "";
        return value;
    }
}
