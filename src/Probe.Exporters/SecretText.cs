using System.Diagnostics.CodeAnalysis;

namespace Probe.Exporters;

/// <summary>A secret as the settings have it: itself, <c>file:PATH</c> or <c>env:NAME</c>.</summary>
internal static class SecretText
{
    private const string FilePrefix = "file:", EnvironmentPrefix = "env:";

    /// <summary>The file that holds the value; null where none does.</summary>
    public static string? FileOf(string setting) => setting.StartsWith(FilePrefix, StringComparison.Ordinal) ? setting[FilePrefix.Length..] : null;

    /// <summary>The value itself, without blanks around it where it comes from elsewhere.</summary>
    /// <returns>False with the problem, which never tells the value.</returns>
    public static bool TryRead(string setting, [NotNullWhen(true)] out string? value, out string problem)
    {
        problem = "";
        if (FileOf(setting) is { } path)
            value = ReadFile(path, out problem);
        else if (setting.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
            value = ReadVariable(setting[EnvironmentPrefix.Length..], out problem);
        else
            value = setting;
        return value is not null;
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
