namespace Probe.EndToEndTests.Running;

/// <summary>The fault table: what was injected and what was seen, from the test that saw it. <c>tests/run.sh</c> prints it.</summary>
internal static class Faults
{
    private static readonly string? _file = Environment.GetEnvironmentVariable("PROBE_TESTS_FAULTS");
    private static readonly Lock _lock = new();

    /// <summary>Adds a line. A test calls it last, when all it asserts has held.</summary>
    public static void Report(string id, string injected, string observed)
    {
        string line = $"{id} | {injected} | {observed} | good";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (_file is null)
            return;
        lock (_lock)
            File.AppendAllLines(_file, [line]);
    }
}
