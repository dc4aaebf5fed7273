namespace Probe.EndToEndTests.Running;

/// <summary>A folder of a test's own, removed with all it holds.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>The folder's path.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("probe-").FullName;

    /// <summary>A path in it.</summary>
    public string At(string name) => Path.Combine(Root, name);

    /// <summary>Writes a file in it.</summary>
    /// <returns>The file's path.</returns>
    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => Directory.Delete(Root, recursive: true);
}
