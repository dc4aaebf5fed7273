using System.Diagnostics;

namespace Probe.Tests;

/// <summary>Other programs, whose word a test compares with ours.</summary>
internal static class Oracle
{
    /// <summary>What a program prints; it must end well.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C" } })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
