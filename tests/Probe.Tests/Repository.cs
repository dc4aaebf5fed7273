namespace Probe.Tests;

/// <summary>The checked-out tree the tests run from: fixtures, sources and generated pages are read in place.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Probe.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Probe.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Probe.sln above {AppContext.BaseDirectory}.");
    }
}
