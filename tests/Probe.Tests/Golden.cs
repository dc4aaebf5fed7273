namespace Probe.Tests;

/// <summary>Generated text that is committed: compared by tests, rewritten when <c>UPDATE_GOLDEN=1</c>.</summary>
internal static class Golden
{
    /// <summary>Fails when the committed file differs from what is generated now; writes it instead when asked to.</summary>
    /// <param name="path">The committed file.</param>
    /// <param name="generated">What it should be.</param>
    /// <param name="compared">Takes out of both what may differ.</param>
    public static void Matches(string path, string generated, Func<string, string>? compared = null)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
            return;
        }

        string name = Path.GetRelativePath(Repository.Root, path);
        Assert.True(File.Exists(path), $"{name} is missing: UPDATE_GOLDEN=1 dotnet test writes it.");
        compared ??= static text => text;
        string committed = compared(File.ReadAllText(path));
        generated = compared(generated);
        if (committed != generated)
            Assert.Fail($"{name} is out of date at line {FirstDifference(committed, generated)}: UPDATE_GOLDEN=1 dotnet test rewrites it.");
    }

    private static string FirstDifference(string committed, string generated)
    {
        string[] before = committed.Split('\n');
        string[] now = generated.Split('\n');
        int line = 0;
        while (line < before.Length && line < now.Length && before[line] == now[line])
            line++;
        return $"{line + 1}\n  committed: {before.ElementAtOrDefault(line)}\n  generated: {now.ElementAtOrDefault(line)}\n";
    }
}
